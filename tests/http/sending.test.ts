import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Json } from '../support/json.ts'
import { openOffice, type Asking, type TestOffice } from '../support/office.ts'

const minute = 60_000

let office: TestOffice
let kiosk: Asking
let guide: Asking
/** At counter 2: HT first, helps CT and BT. */
let officer: Asking
/** At counter 1: CT first, helps HT and TQ. */
let colleague: Asking
beforeAll(async () => {
  office = await openOffice({ alwaysOpen: true })
  ;[kiosk, guide, officer, colleague] = [await office.pair('kiosk'), await office.signIn('huongdan'), await office.signIn('quay2'), await office.signIn('quay1')]
  await officer.post('/counters/2/open')
  await colleague.post('/counters/1/open')
})
afterAll(() => office.close())
// Whoever still waits or is away would be in the next test's way.
beforeEach(async () => {
  office.clock.forward(2 * minute)
  for (const { id, state } of (await guide.get('/tickets')).body.items as Json[]) if (['waiting', 'called', 'serving', 'held', 'missed'].includes(state)) await guide.post(`/tickets/${id}/cancel`)
})

const take = async (field = 'HT', more: object = {}) => (await kiosk.post('/tickets', { field, slip: false, ...more })).body
const at2 = (deed: string, body?: unknown, headers?: Record<string, string>) => officer.post(`/counters/2/${deed}`, body, headers)
const at1 = (deed: string, body?: unknown) => colleague.post(`/counters/1/${deed}`, body)
const mine = async (token: string) => (await office.as({}).get(`/my/${token}`)).body
const called = async (field = 'HT', more: object = {}) => {
  const taken = await take(field, more)
  await at2('next')
  return taken
}

describe('someone sent away for a paper', () => {
  it('reads on the phone until when which counter keeps the number, and not the officer\'s words', async () => {
    const { token } = await called()
    const { status, body } = await at2('hold', { reason: 'thiếu bản sao giấy khai sinh', minutes: 45 })
    expect(status).toBe(200)
    expect(body.ticket).toMatchObject({ state: 'held', hold: { counter: 2, reason: 'thiếu bản sao giấy khai sinh' } })
    expect(Date.parse(body.ticket.hold.until)).toBe(office.clock.now() + 45 * minute)
    const page = await mine(token)
    expect(page).toMatchObject({ ticket: { state: 'held', hold: { counter: 2, until: body.ticket.hold.until } }, counters: [2], ahead: null, advice: { vi: expect.stringContaining(`Quầy 2 giữ số của Ông/Bà đến ${body.ticket.hold.until.slice(11, 16)}`) } })
    expect(JSON.stringify(page)).not.toContain('thiếu bản sao')
    expect((await guide.get('/tickets?state=held')).body.items).toMatchObject([{ hold: { reason: 'thiếu bản sao giấy khai sinh' } }])
  })

  it('gets a slip that says what is missing, where to come and until when; or none', async () => {
    const wakes = office.printer.wakes
    const { ticket, url } = await called('HT', { procedure: 'HT03', language: 'en' })
    await at2('hold', { reason: 'form without signature' })
    expect(office.printer.wakes).toBe(wakes + 2)
    const job = (await office.store.printJobs.inState('main', 'kiosk', 'queued')).find(job => job.ticket === ticket.id)
    expect(job?.slip).toMatchObject({ kind: 'return', number: ticket.number, language: 'en', counter: 2, reason: 'form without signature', until: expect.stringMatching(/T.*\+07:00$/), url, trial: false, reprint: false })
    await called()
    await at2('hold', { reason: 'chờ xác nhận', slip: false })
    expect(office.printer.wakes).toBe(wakes + 3)
  })

  it('comes back in time before everyone else at that counter, and the others read why', async () => {
    const sent = await called()
    await at2('hold', { reason: 'sửa tờ khai' })
    const [present, waiting] = [await take(), await take()]
    await at2('next')
    expect((await guide.post(`/tickets/${sent.ticket.id}/return`)).body.ticket).toMatchObject({ state: 'waiting', bound: { counters: [2], next: true } })
    expect((await mine(sent.token)).ahead).toBe(0)
    await at2('finish')
    const { body } = await at2('next')
    expect(body).toMatchObject({ ticket: { number: sent.ticket.number }, call: { why: { code: 'returned' } } })
    expect((await mine(waiting.token)).overtakenBy).toEqual([{ number: sent.ticket.number, why: body.call.why.text }])
    expect(present.ticket.state).toBe('waiting')
    await at2('finish')
  })

  it('comes back too late at the end of the line, and is told so before', async () => {
    const sent = await called()
    await at2('hold', { reason: 'sửa tờ khai', minutes: 5 })
    const waiting = await take()
    office.clock.forward(6 * minute)
    expect((await mine(sent.token)).advice.en).toMatch(/^It is past .* please tell the guide to join the line again/)
    expect((await officer.post(`/tickets/${sent.ticket.id}/return`)).body.ticket).not.toHaveProperty('bound')
    expect((await at2('next')).body.ticket.number).toBe(waiting.ticket.number)
  })

  it.each([[{}], [{ reason: '' }], [{ reason: '   ' }], [{ reason: 'x', minutes: 0 }], [{ reason: 'x', minutes: 481 }], [{ reason: 'x\u0007' }], [{ reason: 'x', for: 1 }]])('is not held by %j', async body => {
    await called()
    expect((await at2('hold', body)).body).toMatchObject({ status: 400, code: 'INVALID_REQUEST' })
  })

  it('is held once when the same request comes twice', async () => {
    await called()
    const [first, second] = [await at2('hold', { reason: 'x' }, { 'idempotency-key': 'giu-so-0001' }), await at2('hold', { reason: 'x' }, { 'idempotency-key': 'giu-so-0001' })]
    expect(second.body).toEqual(first.body)
    expect(second.headers['idempotent-replayed']).toBe('true')
    expect((await at2('hold', { reason: 'x' })).body.code).toBe('WRONG_STATE')
  })
})

describe('someone sent on', () => {
  it('to a field keeps the first arrival', async () => {
    const sent = await called()
    office.clock.forward(minute)
    await take('CT')
    const { body } = await at2('transfer', { field: 'CT' })
    expect(body.ticket).toMatchObject({ state: 'waiting', field: 'CT', leg: 2, counter: null, issuedAt: sent.ticket.issuedAt })
    expect((await mine(sent.token))).toMatchObject({ ahead: 0, counters: [1] })
    expect((await at1('next')).body.ticket.number).toBe(sent.ticket.number)
    await at1('finish')
  })

  it('to a counter and back comes back before everyone else, and is asked to rate once, at the end', async () => {
    const sent = await called()
    const waiting = await take()
    expect((await at2('transfer', { counter: 1, back: true })).body.ticket).toMatchObject({ bound: { counters: [1], next: false }, back: 2 })
    await at1('next')
    expect((await at1('finish')).body.ticket).toMatchObject({ state: 'waiting', leg: 3, bound: { counters: [2], next: true } })
    expect(await mine(sent.token)).not.toHaveProperty('rating')
    expect((await at2('next')).body.ticket.number).toBe(sent.ticket.number)
    await at2('finish')
    expect((await mine(sent.token)).rating).toBeDefined()
    expect((await mine(waiting.token)).overtakenBy).toMatchObject([{ number: sent.ticket.number }])
  })

  it.each([
    [{ counter: 2 }, 409, 'SAME_PLACE'], [{ field: 'HT' }, 409, 'SAME_PLACE'], [{ counter: 77 }, 404, 'NOT_FOUND'], [{ field: 'ZZ' }, 400, 'UNKNOWN_FIELD'],
    [{}, 400, 'INVALID_REQUEST'], [{ back: true }, 400, 'INVALID_REQUEST'], [{ field: 'CT', counter: 1 }, 400, 'INVALID_REQUEST'], [{ counter: '1' }, 400, 'INVALID_REQUEST']
  ])('is not sent to %j', async (body, status, code) => {
    await called()
    expect((await at2('transfer', body)).body).toMatchObject({ status, code, detail: expect.stringMatching(/\. .*\./) })
    expect((await guide.get('/tickets?state=called')).body.items).toHaveLength(1)
  })
})

describe('several services on one number', () => {
  it('follow one after the other, where the same counter serves them at once', async () => {
    const taken = await take('HT', { more: [{ field: 'HT', procedure: 'HT03' }, { field: 'CT' }] })
    expect(taken.ticket.more).toEqual([{ field: 'HT', procedure: 'HT03' }, { field: 'CT' }])
    const waiting = await take()
    await at2('next')
    expect((await at2('finish')).body.ticket).toMatchObject({ state: 'waiting', leg: 2, procedure: 'HT03', bound: { counters: [2], next: true } })
    expect((await at2('next')).body.ticket.number).toBe(taken.ticket.number)
    expect((await at2('finish')).body.ticket).toMatchObject({ state: 'waiting', leg: 3, field: 'CT' })
    expect((await at2('next')).body.ticket.number).toBe(waiting.ticket.number)
    expect((await at1('next')).body.ticket.number).toBe(taken.ticket.number)
    expect((await at1('finish')).body.ticket.state).toBe('done')
  })

  it.each([
    ['INVALID_REQUEST', Array(5).fill({ field: 'CT' })], ['UNKNOWN_FIELD', [{ field: 'ZZ' }]], ['UNKNOWN_PROCEDURE', [{ field: 'CT', procedure: 'HT03' }]], ['INVALID_REQUEST', [{ field: 'CT', x: 1 }]]
  ])('are refused with %s', async (code, more) => {
    expect((await kiosk.post('/tickets', { field: 'HT', more })).body).toMatchObject({ status: 400, code })
  })
})

describe('a chosen number', () => {
  it('is called with a reason that the log keeps and the citizens who wait do not read', async () => {
    const [first, second] = [await take(), await take()]
    const { body } = await at2('call', { ticket: second.ticket.id, reason: 'cụ già mệt, nhờ gọi sớm' })
    expect(body).toMatchObject({ ticket: { number: second.ticket.number, state: 'called' }, call: { why: { code: 'chosen' } } })
    const page = await mine(first.token)
    expect(page.overtakenBy).toEqual([{ number: second.ticket.number, why: body.call.why.text }])
    expect(JSON.stringify(page)).not.toContain('cụ già')
    const log = await office.store.factsAfter('main', 0, 10_000)
    expect(log.findLast(({ type }) => type === 'ticket:called')?.payload).toMatchObject({ chosen: 'cụ già mệt, nhờ gọi sớm', overtook: 1 })
    await at2('finish')
  })

  it('needs the reason, a ticket that waits, and a free counter', async () => {
    const [first, second] = [await take(), await take()]
    for (const body of [{ ticket: first.ticket.id }, { ticket: first.ticket.id, reason: 'ok' }, { reason: 'vì sao' }]) expect((await at2('call', body)).body.code).toBe('INVALID_REQUEST')
    expect((await at2('call', { ticket: 'tk_nobody', reason: 'vì sao' })).body.code).toBe('NOT_FOUND')
    for (const reason of ['', 'xy', '    ', '   x']) expect((await at2('call', { ticket: first.ticket.id, reason })).body.code).toBe('INVALID_REQUEST')
    await at2('call', { ticket: first.ticket.id, reason: 'vì sao' })
    expect((await at2('call', { ticket: second.ticket.id, reason: 'vì sao' })).body.code).toBe('COUNTER_BUSY')
    await at1('next')
    await at2('finish')
    expect((await at2('call', { ticket: second.ticket.id, reason: 'vì sao' })).body.code).toBe('WRONG_STATE')
  })
})

describe('whoever sends citizens somewhere', () => {
  const deeds = [['hold', { reason: 'x' }], ['transfer', { field: 'CT' }], ['call', { ticket: 'tk_1', reason: 'xyz' }], ['undo', {}]] as const

  it.each(deeds)('holds the counter: %s', async (deed, body) => {
    await called()
    const path = `/counters/2/${deed}`
    expect((await (await office.signIn('quay2')).post(path, body)).body.code).toBe('NOT_HOLDER')
    for (const who of [guide, kiosk]) expect((await who.post(path, body)).body).toMatchObject({ status: 403, code: 'NOT_ALLOWED' })
    expect((await office.as({}).post(path, body)).body).toMatchObject({ status: 401, code: 'SIGN_IN_REQUIRED' })
    expect((await officer.post(`/counters/3/${deed}`, body)).body.code).toBe('COUNTER_CLOSED')
  })
})

describe('someone who waits while numbers of another field are called', () => {
  it('reads of a later arrival that was called first at a counter serving both', async () => {
    const waiting = await take('HT')
    const later = await take('CT', { priority: true })
    office.clock.forward(31 * minute)
    const { body } = await at2('next')
    expect(body.ticket.number).toBe(later.ticket.number)
    expect((await mine(waiting.token)).overtakenBy).toEqual([{ number: later.ticket.number, why: body.call.why.text }])
    await at2('finish')
  })

  it('reads nothing of calls at a counter that does not serve it, nor of an earlier arrival in its turn', async () => {
    const earlier = await take('CT')
    office.clock.forward(31 * minute)
    const waiting = await take('HT')
    await take('CT')
    expect((await at2('next')).body.ticket.number).toBe(earlier.ticket.number)
    expect((await at1('next')).body.ticket.field).toBe('CT')
    expect((await mine(waiting.token)).overtakenBy).toEqual([])
    for (const at of [at1, at2]) await at('finish')
  })

  it('reads nothing of a call made before it came, recalled since', async () => {
    const other = await take('CT')
    await at2('call', { ticket: other.ticket.id, reason: 'x' })
    office.clock.forward(minute)
    const waiting = await take('HT')
    await at2('recall')
    await at2('start')
    expect((await mine(waiting.token)).overtakenBy).toEqual([])
    await at2('finish')
  })
})
