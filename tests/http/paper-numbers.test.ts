import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { instantOn } from '../../server/domain/time.ts'
import { verifySqlite } from '../../server/storage/sqlite/verify.ts'
import { openOffice, type Asking, type TestOffice } from '../support/office.ts'

let office: TestOffice
let kiosk: Asking
let guide: Asking
let supervisor: Asking
let officer: Asking
beforeAll(async () => {
  office = await openOffice({ desk: true })
  kiosk = await office.pair('kiosk')
  ;[guide, supervisor, officer] = await Promise.all(['huongdan', 'giamsat', 'quay1'].map(office.signIn)) as [Asking, Asking, Asking]
})
afterAll(() => office.close())

const at = (time: string) => `2026-11-23T${time}:00.000+07:00`
const block = { field: 'CT', from: '1901', to: '1905', since: at('08:10'), until: at('08:50') }
const factCount = async () => (await office.store.day('main')).rev

describe('paper numbers before an outage', () => {
  it('are printed at the desk, a slip for each, in order', async () => {
    const asked = await guide.post('/slips', { kind: 'paper-number', field: 'CT', from: '1901', to: '1903' })
    expect(asked).toMatchObject({ status: 201, body: { print: { state: 'queued' }, prints: [{}, {}, {}] } })
    const { print, prints } = asked.body
    expect(print).toEqual(prints[2])
    const jobs = await Promise.all((prints as { job: string }[]).map(({ job }) => office.store.printJobs.find('main', job)))
    expect(jobs.map(job => [job?.printer, job?.number, job?.slip])).toMatchObject(['1901', '1902', '1903'].map(number => ['desk', number, { kind: 'paper-number', number, field: 'Chứng thực', language: 'vi' }]))
    const { body } = await guide.get('/print-jobs')
    expect(body.items.map(({ kind, number }: { kind: string, number: string }) => [kind, number])).toEqual([['paper-number', '1903'], ['paper-number', '1902'], ['paper-number', '1901']])
    expect((await guide.get(`/print-jobs/${print.job}/slip.png`)).status).toBe(200)
  })

  it('are for guide, supervisor and administrator, and take no number', async () => {
    const ask = { kind: 'paper-number', field: 'HT', from: '2901', to: '2901', language: 'en' }
    expect((await supervisor.post('/slips', ask)).body).not.toHaveProperty('prints')
    for (const who of [officer, kiosk]) expect(await who.post('/slips', ask)).toMatchObject({ status: 403, body: { code: 'NOT_ALLOWED' } })
    expect((await guide.get('/paper-numbers?field=HT')).body).toEqual({ field: 'HT', serviceDate: '2026-11-23', from: '2901', to: '2949', used: [] })
  })

  it('are none but those that the field keeps for paper', async () => {
    expect(await guide.post('/slips', { kind: 'paper-number', field: 'CT', from: '1900', to: '1901' })).toMatchObject({ status: 400, body: { code: 'PAPER_NUMBER_RANGE', detail: expect.stringContaining('1901 đến 1949') } })
    expect(await guide.get('/paper-numbers?field=XX')).toMatchObject({ status: 400, body: { code: 'UNKNOWN_FIELD' } })
    const wide = await openOffice({ seed: sample => ({ ...sample, rules: { ...sample.rules, paperNumbers: { from: 901, to: 1000 } } }) })
    const desk = await wide.signIn('huongdan')
    expect((await desk.post('/slips', { kind: 'paper-number', field: 'CT', from: '1901', to: '1951' })).body).toMatchObject({ code: 'PAPER_TOO_MANY', detail: expect.stringContaining('50') })
    expect((await desk.post('/slips', { kind: 'paper-number', field: 'CT', from: '1951', to: '11000' })).body.prints).toHaveLength(50)
    await wide.close()
  })
})

describe('paper numbers after an outage', () => {
  it('are checked first: what would be written down, and nothing is', async () => {
    const before = await factCount()
    const checked = await guide.post('/paper-numbers', { ...block, check: true, outcomes: [{ number: '1902', state: 'served' }] })
    expect(checked).toMatchObject({ status: 200, body: { registered: false } })
    expect(checked.body.numbers).toEqual([
      ['1901', '08:10', 'waiting'], ['1902', '08:20', 'served'], ['1903', '08:30', 'waiting'], ['1904', '08:40', 'waiting'], ['1905', '08:50', 'waiting']
    ].map(([number, time = '', state]) => ({ number, at: at(time), state, priority: false })))
    expect(await factCount()).toBe(before)
  })

  it('wait where their holders came, before whoever took a number later', async () => {
    await kiosk.post('/tickets', { field: 'CT' })
    const written = await guide.post('/paper-numbers', { ...block, outcomes: [{ number: '1901', state: 'served' }, { number: '1902', state: 'absent' }, { number: '1905', state: 'waiting', priority: true }] }, { 'idempotency-key': 'mat-dien-1' })
    expect(written).toMatchObject({ status: 201, body: { registered: true, numbers: [{ state: 'served' }, { state: 'absent' }, { state: 'waiting' }, { state: 'waiting' }, { state: 'waiting', priority: true, ticket: expect.stringMatching(/^tk_/) }] } })
    const again = await guide.post('/paper-numbers', { ...block, outcomes: [{ number: '1901', state: 'served' }, { number: '1902', state: 'absent' }, { number: '1905', state: 'waiting', priority: true }] }, { 'idempotency-key': 'mat-dien-1' })
    expect(again).toMatchObject({ status: 201, body: written.body })
    expect(again.headers['idempotent-replayed']).toBe('true')
    await officer.post('/counters/1/open')
    const called = []
    for (let turn = 0; turn < 4; turn++) {
      called.push((await officer.post('/counters/1/next')).body.ticket)
      await officer.post('/counters/1/finish')
    }
    expect(called.map(({ number, paper, issuedAt }) => [number, paper, issuedAt])).toEqual([['1905', true, at('08:50')], ['1903', true, at('08:30')], ['1904', true, at('08:40')], ['1001', undefined, at('09:00')]])
  })

  it('are found by number, whatever became of them, and told of the field', async () => {
    expect((await guide.get('/tickets?number=1901')).body.items).toMatchObject([{ number: '1901', state: 'done', paper: true, counter: null, calledAt: null }])
    expect((await officer.get('/tickets?number=1902')).body.items).toMatchObject([{ number: '1902', state: 'missed' }])
    expect((await guide.get('/tickets?number=1949')).body.items).toEqual([])
    expect((await guide.get('/tickets?number=1%27')).body.code).toBe('INVALID_REQUEST')
    const { used } = (await supervisor.get('/paper-numbers?field=CT')).body
    expect(used.map(({ number, state }: { number: string, state: string }) => [number, state])).toEqual([['1901', 'done'], ['1902', 'missed'], ['1903', 'done'], ['1904', 'done'], ['1905', 'done']])
  })

  it('have no rating asked of whoever was served without the machines, and bring a code when they are printed again', async () => {
    const [served] = (await guide.get('/tickets?number=1901')).body.items
    expect(await office.store.ratings.questionOf('main', served.id)).toBeUndefined()
    const [missed] = (await guide.get('/tickets?number=1902')).body.items
    const reprinted = await guide.post(`/tickets/${missed.id}/print`)
    expect((await office.store.printJobs.find('main', reprinted.body.print.job))?.slip).toMatchObject({ kind: 'ticket', number: '1902', issuedAt: at('08:20'), url: expect.stringContaining('/t/') })
    const token = (await office.store.tokenOf('main', missed.id))?.token ?? ''
    const mine = await office.as({}).get(`/my/${token}`)
    expect(mine).toMatchObject({ status: 200, body: { ticket: { number: '1902', state: 'missed' } } })
    expect(mine.body.ticket).not.toHaveProperty('paper')
    expect((await guide.post(`/tickets/${missed.id}/return`)).body.ticket).toMatchObject({ state: 'waiting', number: '1902' })
  })

  it.each([
    [{ from: '1905', to: '1906' }, 409, 'PAPER_NUMBER_USED', '1905'],
    [{ from: '1906', to: '1950' }, 400, 'PAPER_NUMBER_RANGE', '1949'],
    [{ field: 'XX' }, 400, 'UNKNOWN_FIELD', 'XX'],
    [{ from: '1906', to: '1907', until: at('09:01') }, 400, 'PAPER_TIMES', 'hôm nay'],
    [{ from: '1906', to: '1907', since: '2026-11-22T08:10:00+07:00' }, 400, 'PAPER_TIMES', 'hôm nay'],
    [{ from: '1906', to: '1907', since: '2026-11-23T06:59:60+07:00' }, 400, 'PAPER_TIMES', 'hôm nay'],
    [{ from: '1906', to: '1907', outcomes: [{ number: '1908', state: 'served' }] }, 400, 'PAPER_OUTCOME', '1908'],
    [{ from: '1906', to: '1907', since: '8 giờ' }, 400, 'INVALID_REQUEST', ''],
    [{ from: '0906', to: '1907' }, 400, 'INVALID_REQUEST', '']
  ])('are refused as a whole where anything is wrong: %o', async (changes, status, code, detail) => {
    const before = await factCount()
    expect(await guide.post('/paper-numbers', { ...block, ...changes })).toMatchObject({ status, body: { code, detail: expect.stringContaining(detail) } })
    expect(await factCount()).toBe(before)
  })

  it('are written down by guide and supervisor only', async () => {
    const admin = await office.signIn('admin')
    const next = { ...block, from: '1906', to: '1906' }
    for (const who of [officer, kiosk, admin]) expect(await who.post('/paper-numbers', next)).toMatchObject({ status: 403 })
    expect(await supervisor.post('/paper-numbers', next)).toMatchObject({ status: 201 })
  })

  it('are written down once by two guides at the same moment', async () => {
    const next = { ...block, from: '1910', to: '1912' }
    const both = await Promise.all([guide.post('/paper-numbers', next), supervisor.post('/paper-numbers', next)])
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409])
  })

  it('may be written down after the doors are closed, and leave a sound database whose kiosk goes on where it was', async () => {
    office.clock.set(instantOn('2026-11-23', '17:20', 'Asia/Ho_Chi_Minh'))
    expect(await guide.post('/paper-numbers', { ...block, field: 'HT', from: '2901', to: '2903', since: at('16:50'), until: at('17:10') })).toMatchObject({ status: 201 })
    office.clock.set(instantOn('2026-11-25', '08:00', 'Asia/Ho_Chi_Minh'))
    expect((await kiosk.post('/tickets', { field: 'CT' })).body.ticket.number).toBe('1001')
    expect((await (await office.signIn('huongdan')).get('/paper-numbers?field=CT')).body).toMatchObject({ serviceDate: '2026-11-25', used: [] })
    expect(await verifySqlite(office.file)).toEqual([])
  })
})
