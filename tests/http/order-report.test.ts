import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { openOffice, type Asking, type TestOffice } from '../support/office.ts'

let office: TestOffice
let supervisor: Asking
let observer: Asking
let chosen: string
beforeAll(async () => {
  office = await openOffice()
  ;[supervisor, observer] = [await office.signIn('giamsat'), await office.signIn('mttq')]
  const [kiosk, officer] = [await office.pair('kiosk'), await office.signIn('quay2')]
  await officer.post('/counters/2/open')
  const take = async (more: object = {}) => (await kiosk.post('/tickets', { field: 'HT', slip: false, ...more })).body.ticket
  await take()
  await take({ priority: true })
  await take()
  const last = await take()
  chosen = last.number
  await officer.post('/counters/2/next')
  await officer.post('/counters/2/finish')
  await officer.post('/counters/2/call', { ticket: last.id, reason: '=HYPERLINK("x"), cụ già' })
  await officer.post('/counters/2/finish')
  for (let visit = 0; visit < 2; visit++) for (const deed of ['next', 'finish']) await officer.post(`/counters/2/${deed}`)
})
afterAll(() => office.close())

describe('the report on the order', () => {
  it('lists every call that passed somebody over, with its reason, and what each officer\'s calls come to', async () => {
    const { body } = await supervisor.get('/reports/order')
    expect(body.calls).toEqual([
      { at: '2026-11-23T09:00:00.000+07:00', number: '2002', counter: 2, officer: 'Cán bộ mẫu 2', why: 'priority', overtook: 1 },
      { at: '2026-11-23T09:00:00.000+07:00', number: chosen, counter: 2, officer: 'Cán bộ mẫu 2', why: 'chosen', chosen: '=HYPERLINK("x"), cụ già', overtook: 2 }
    ])
    expect(body.officers).toEqual([{ officer: 'Cán bộ mẫu 2', calls: 4, byWhy: { order: 2, priority: 1, returned: 0, appointment: 0, helper: 0, chosen: 1 }, chosen: 1, overtook: 2 }])
  })

  it('is asked for by days', async () => {
    const calls = async (query: string) => (await supervisor.get(`/reports/order?${query}`)).body
    expect((await calls('from=2026-11-01&to=2026-11-30')).calls).toHaveLength(2)
    expect((await calls('from=2026-11-23')).calls).toHaveLength(2)
    expect(await calls('from=2026-11-01&to=2026-11-22')).toEqual({ calls: [], officers: [] })
    expect(await calls('from=2026-11-24')).toEqual({ calls: [], officers: [] })
    for (const query of ['from=2026-11-23&to=2026-11-22', 'from=2020-01-01&to=2026-11-23', 'from=2020-01-01', 'from=2026-02-30', 'from=x', 'since=2026-11-23']) expect((await calls(query)).code).toBe('INVALID_REQUEST')
  })

  it('gives the observer the sums and no call', async () => {
    const { body } = await observer.get('/reports/order')
    expect(body.calls).toEqual([])
    expect(body.officers).toHaveLength(1)
    expect((await observer.get('/reports/order.csv')).body).not.toContain(chosen)
  })

  it('is for supervisor, observer and administrator', async () => {
    expect((await (await office.signIn('admin')).get('/reports/order')).body.calls).toHaveLength(2)
    for (const path of ['/reports/order', '/reports/order.csv']) {
      for (const who of [await office.signIn('quay2'), await office.signIn('huongdan'), await office.pair('board')]) expect((await who.get(path)).status).toBe(403)
      expect((await office.as({}).get(path)).status).toBe(401)
    }
  })

  it('is a table that no spreadsheet takes for a formula', async () => {
    const { headers, body } = await supervisor.get('/reports/order.csv')
    expect(headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(String(body as unknown).split('\r\n')).toEqual([
      '\uFEFFThời điểm gọi,Số,Quầy,Cán bộ,Vì sao,Lý do cán bộ ghi,Số người đến trước bị vượt,Đã hoàn tác',
      '2026-11-23T09:00:00.000+07:00,2002,2,Cán bộ mẫu 2,ưu tiên,,1,',
      `2026-11-23T09:00:00.000+07:00,${chosen},2,Cán bộ mẫu 2,gọi đích danh,"'=HYPERLINK(""x""), cụ già",2,`,
      ''
    ])
    expect(String((await observer.get('/reports/order.csv')).body as unknown).split('\r\n')[1]).toBe('Cán bộ mẫu 2,4,2,1,0,0,0,1,2')
  })

  it('is a table in English where that is asked for', async () => {
    const table = async (who: Asking) => String((await who.get('/reports/order.csv', { 'accept-language': 'en' })).body as unknown)
    expect(await table(supervisor)).toMatch(/^\uFEFFCalled at,Number,Counter,.*\r\n.*,2002,2,Cán bộ mẫu 2,priority,,1,\r\n/)
    expect(await table(observer)).toMatch(/^\uFEFFOfficer,Calls,in order,priority,/)
  })
})

describe('a call that was taken back', () => {
  it('is listed as such, and counts for no officer', async () => {
    const office = await openOffice()
    onTestFinished(() => office.close())
    const [kiosk, officer, supervisor] = [await office.pair('kiosk'), await office.signIn('quay2'), await office.signIn('giamsat')]
    await officer.post('/counters/2/open')
    const [, later] = [await kiosk.post('/tickets', { field: 'HT', slip: false }), await kiosk.post('/tickets', { field: 'HT', slip: false })]
    const choose = () => officer.post('/counters/2/call', { ticket: later.body.ticket.id, reason: 'cụ già' })
    await choose()
    await officer.post('/counters/2/undo')
    await officer.post('/counters/2/next')
    await officer.post('/counters/2/finish')
    await choose()
    const call = { number: '2002', why: 'chosen', chosen: 'cụ già' }
    const once = { calls: 2, byWhy: { order: 1, chosen: 1 }, chosen: 1, overtook: 0 }
    const { body } = await supervisor.get('/reports/order')
    expect(body).toMatchObject({ calls: [{ ...call, overtook: 1, undone: true }, { ...call, overtook: 0 }], officers: [once] })
    expect(body.calls[1]).not.toHaveProperty('undone')
    expect(String((await supervisor.get('/reports/order.csv')).body as unknown).split('\r\n').slice(1, 3).map(row => row.endsWith(',1,có'))).toEqual([true, false])
    for (let deed = 0; deed < 3; deed++) await officer.post('/counters/2/undo')
    expect((await supervisor.get('/reports/order')).body).toMatchObject({ calls: [{ undone: true }, { undone: true }], officers: [{ calls: 0, byWhy: { order: 0, chosen: 0 }, chosen: 0, overtook: 0 }] })
  })
})
