import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Json } from '../support/json.ts'
import { openOffice, type Asking, type TestOffice } from '../support/office.ts'

const minute = 60_000
const code = 'H01.02-261123-0007'

let office: TestOffice
let kiosk: Asking
let officer: Asking
let colleague: Asking
beforeAll(async () => {
  office = await openOffice({ alwaysOpen: true })
  ;[kiosk, officer, colleague] = [await office.pair('kiosk'), await office.signIn('quay2'), await office.signIn('quay1')]
  await officer.post('/counters/2/open')
  await colleague.post('/counters/1/open')
})
afterAll(() => office.close())
beforeEach(() => office.clock.forward(2 * minute))

const at2 = (deed: string, body?: unknown, headers?: Record<string, string>) => officer.post(`/counters/2/${deed}`, body, headers)
const called = async (more: object = {}) => {
  const { body } = await kiosk.post('/tickets', { field: 'HT', slip: false, ...more })
  expect((await at2('next')).body.ticket.id).toBe(body.ticket.id)
  return body as { ticket: Json, token: string }
}

describe('how a transaction ended', () => {
  it('is one of those that the office publishes', async () => {
    const { outcomes } = (await office.as({}).get('/office')).body
    expect(outcomes.map(({ id }: { id: string }) => id)).toEqual(['received', 'returned', 'guided', 'incomplete', 'declined', 'other'])
    expect(outcomes[3]).toEqual({ id: 'incomplete', name: { vi: 'Hồ sơ chưa đủ', en: 'Dossier incomplete' } })
  })

  it('and under which dossier stands in the counter\'s own list, newest first', async () => {
    const first = await called()
    await at2('start')
    office.clock.forward(5 * minute)
    expect((await at2('finish', { outcome: 'received', dossierCode: code })).status).toBe(200)
    const second = await called()
    await at2('finish', { outcome: 'việc riêng' })
    const { body } = await officer.get('/counters/2/tickets')
    expect(body.items.slice(0, 2)).toMatchObject([
      { id: second.ticket.id, outcome: 'việc riêng', end: 'done' },
      { id: first.ticket.id, number: first.ticket.number, outcome: 'received', dossierCode: code, officer: 'Cán bộ mẫu 2', end: 'done' }
    ])
    expect(body.items[0]).not.toHaveProperty('dossierCode')
    expect((await colleague.get('/counters/2/tickets')).body).toEqual(body)
    expect((await colleague.get('/counters/1/tickets')).body).toEqual({ items: [] })
    expect((await colleague.get('/counters/9/tickets')).status).toBe(404)
    for (const who of [office.as({}), kiosk, await office.pair('board'), await office.signIn('mttq')]) expect([401, 403]).toContain((await who.get('/counters/2/tickets')).status)
  })

  it('goes back with the finish', async () => {
    const { ticket } = await called()
    await at2('finish', { outcome: 'received', dossierCode: code })
    await at2('undo')
    expect((await officer.get('/counters/2/tickets')).body.items.map(({ id }: Json) => id)).not.toContain(ticket.id)
    await at2('finish')
    expect((await officer.get('/counters/2/tickets')).body.items[0]).not.toHaveProperty('outcome')
  })

  it('never shows a dossier\'s code to whoever holds the number, nor in any list of tickets', async () => {
    const { ticket, token } = await called()
    expect(JSON.stringify((await at2('finish', { dossierCode: code })).body)).not.toContain(code)
    for (const [who, path] of [[office.as({}), `/my/${token}`], [officer, '/tickets'], [officer, `/tickets/${ticket.id}`], [office.as({}), '/counters']] as const) {
      expect(JSON.stringify((await who.get(path)).body)).not.toContain(code)
    }
    const { body: { items } } = await (await office.signIn('giamsat')).get('/facts')
    expect(JSON.stringify(items.at(-1))).toContain(code)
  })

  it.each(['', 'x'.repeat(41), 'có dấu', 'a b', 'a\n', '<b>'])('takes as a dossier\'s code letters, digits, dots, strokes and hyphens: not %o', async dossierCode => {
    expect((await at2('finish', { dossierCode })).body).toMatchObject({ status: 400, code: 'INVALID_REQUEST' })
  })
})

describe('a letter to hand over', () => {
  it('belongs to procedures about birth, marriage and death', async () => {
    const { items } = (await office.as({}).get('/procedures')).body
    const letters = items.filter(({ letter }: Json) => letter).map(({ id, letter }: Json) => [id, letter])
    expect(letters).toEqual([['HT01', 'congratulation'], ['HT02', 'congratulation'], ['HT03', 'condolence'], ['HT04', 'congratulation'], ['HT11', 'condolence']])
  })
})

describe('a deed that says which ticket it means', () => {
  it('finishes no other: two quick presses of Enter, one call between them', async () => {
    const first = await called()
    const second = (await kiosk.post('/tickets', { field: 'HT', slip: false })).body.ticket
    const finish = (key: string) => at2('finish', { ticket: first.ticket.id }, { 'idempotency-key': key })
    const [done, again] = [await finish('first-press'), await finish('second-press')]
    expect([done.status, again.body.code]).toEqual([200, 'TICKET_CHANGED'])
    await at2('next')
    const late = await finish('third-press')
    expect(late.body).toMatchObject({ status: 409, code: 'TICKET_CHANGED', detail: expect.stringContaining('Quầy 2') })
    const replayed = await finish('first-press')
    expect([replayed.status, replayed.headers['idempotent-replayed']]).toEqual([200, 'true'])
    expect((await officer.get(`/tickets/${second.id}`)).body.state).toBe('called')
    expect((await at2('finish', { ticket: second.id })).status).toBe(200)
  })

  it.each([['start', {}], ['recall', {}], ['miss', {}], ['hold', { reason: 'bản chính' }], ['transfer', { field: 'CT' }], ['finish', {}]])('does no %s to another', async (deed, more) => {
    const { ticket } = await called()
    expect((await at2(deed, { ...more, ticket: 'tk_other' })).body.code).toBe('TICKET_CHANGED')
    expect((await officer.get(`/tickets/${ticket.id}`)).body.state).toBe('called')
    expect((await at2(deed, { ...more, ticket: ticket.id })).status).toBe(200)
    if ((await officer.get('/counters')).body.items[1].ticket) await at2('finish')
  })
})
