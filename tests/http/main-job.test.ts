import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openOffice, type Asking, type TestOffice } from '../support/office.ts'
import type { Json } from '../support/json.ts'

let office: TestOffice
let kiosk: Asking
let officer: Asking
beforeAll(async () => {
  office = await openOffice()
  kiosk = await office.pair('kiosk')
  officer = await office.signIn('quay2')
})
afterAll(() => office.close())

describe('a visit, from the number to the rating', () => {
  let taken: Json
  const mine = () => office.as({}).get(`/my/${taken.token}`)

  it('gives a number with place, token, address and paper', async () => {
    const { status, body } = await kiosk.post('/tickets', { field: 'HT', procedure: 'HT03' })
    taken = body
    expect(status).toBe(201)
    expect(body).toMatchObject({ ticket: { number: '2001', field: 'HT', procedure: 'HT03', purpose: 'submit', state: 'waiting', issuedAt: '2026-11-23T09:00:00.000+07:00', counter: null, leg: 1 }, ahead: 0, forecast: null, print: { state: 'queued' } })
    expect(body.url).toBe(`http://hall.test/t/${body.token}`)
    expect(body.token.length).toBeGreaterThanOrEqual(22)
    expect(office.printer.wakes).toBe(1)
  })

  it('shows it to whoever holds the token, and to nobody else', async () => {
    expect((await mine()).body).toMatchObject({ ticket: { number: '2001' }, ahead: 0, counters: [2], overtakenBy: [] })
    expect((await office.as({}).get('/my/AAAAAAAAAAAAAAAAAAAAAAAA')).status).toBe(404)
  })

  it('is called at an open counter in the words of the contract', async () => {
    await officer.post('/counters/2/open')
    const { status, body } = await officer.post('/counters/2/next')
    expect(status).toBe(200)
    expect(body.ticket).toMatchObject({ number: '2001', state: 'called', counter: 2, calledAt: '2026-11-23T09:00:00.000+07:00' })
    expect(body.call).toMatchObject({ repeat: 0, why: { code: 'order' }, announcement: { vi: 'Mời công dân có số hai không không một, đến quầy số hai.' } })
    expect((await mine()).body).toMatchObject({ ticket: { state: 'called' }, ahead: null, counters: [2] })
  })

  it('is recalled, started and finished', async () => {
    expect((await officer.post('/counters/2/recall')).body.call).toMatchObject({ repeat: 1, announcement: { en: 'Again, number two zero zero one, please go to counter two.' } })
    expect((await officer.post('/counters/2/start')).body.ticket.state).toBe('serving')
    expect((await officer.post('/counters/2/finish', { outcome: 'đã nhận hồ sơ' })).body.ticket).toMatchObject({ state: 'done', counter: 2 })
  })

  it('asks the citizen, solemnly after a death, and keeps one answer', async () => {
    const asked = (await mine()).body.rating
    expect(asked).toMatchObject({ solemn: true, officer: { name: 'Cán bộ mẫu 2' } })
    expect((await office.as({}).post('/ratings', { token: asked.token, level: 5, reasons: ['Tận tình'] })).status).toBe(201)
    expect((await office.as({}).post('/ratings', { token: asked.token, level: 1 })).body).toMatchObject({ status: 409, code: 'TOKEN_USED' })
    expect((await mine()).body).not.toHaveProperty('rating')
    expect(await office.store.ratings.on('main', '2026-11-23')).toEqual([{ serviceDate: '2026-11-23', officer: 'p_quay2', level: 5, reasons: ['Tận tình'] }])
  })

  it('leaves a log that names every step and neither token nor rating', async () => {
    const { body } = await (await office.signIn('giamsat')).get('/facts?after=0')
    const types = body.items.map((fact: { type: string }) => fact.type)
    expect(types).toEqual(['setting:changed', 'ticket:issued', 'counter:changed', 'ticket:called', 'ticket:recalled', 'ticket:started', 'ticket:finished'])
    expect(JSON.stringify(body)).not.toContain(taken.token)
    expect(JSON.stringify(body)).not.toContain('level')
  })
})

describe('who may rate', () => {
  const finished = async () => {
    const { body } = await kiosk.post('/tickets', { field: 'HT' })
    await officer.post('/counters/2/next')
    await officer.post('/counters/2/finish')
    return (await office.as({}).get(`/my/${body.token}`)).body.rating.token as string
  }

  it('refuses an officer, a program and another counter\'s screen; takes its own screen\'s skip', async () => {
    const token = await finished()
    const key = (await (await office.signIn('admin')).post('/keys', { name: 'máy', role: 'admin' })).body.key
    const wrong = [officer, office.as({ authorization: `Bearer ${key}` }), await office.pair('rating', 3)]
    for (const who of wrong) expect((await who.post('/ratings', { token, level: 5 })).body).toMatchObject({ status: 403, code: 'NOT_ALLOWED' })
    expect((await (await office.pair('rating', 2)).post('/ratings', { token, skipped: true })).body).toEqual({ outcome: 'skipped' })
    expect(await office.store.ratings.outcomes('main', '2026-11-23')).toMatchObject({ skipped: 1, rated: 1 })
  })

  it('closes the question after its hour', async () => {
    const token = await finished()
    office.clock.forward(61 * 60_000)
    expect((await office.as({}).post('/ratings', { token, level: 4 })).body).toMatchObject({ status: 410, code: 'TOKEN_EXPIRED' })
  })
})

describe('somebody who did not come', () => {
  it('is missed, and returned by officer or guide behind those who wait', async () => {
    const guide = await office.signIn('huongdan')
    const { body } = await kiosk.post('/tickets', { field: 'HT' })
    const other = (await kiosk.post('/tickets', { field: 'HT' })).body.ticket.number
    await officer.post('/counters/2/next')
    expect((await guide.post(`/tickets/${body.ticket.id}/return`)).body.code).toBe('WRONG_STATE')
    expect((await officer.post('/counters/2/miss')).body.ticket).toMatchObject({ number: body.ticket.number, state: 'missed' })
    expect((await kiosk.post(`/tickets/${body.ticket.id}/return`)).status).toBe(403)
    expect((await guide.post(`/tickets/${body.ticket.id}/return`)).body.ticket).toMatchObject({ state: 'waiting', counter: null, calledAt: null })
    expect((await officer.post('/counters/2/next')).body.ticket.number).toBe(other)
    await officer.post('/counters/2/finish')
    expect((await officer.post('/counters/2/next')).body).toMatchObject({ ticket: { number: body.ticket.number }, call: { repeat: 0 } })
    await officer.post('/counters/2/finish')
    expect((await officer.post(`/tickets/${body.ticket.id}/return`)).body.code).toBe('NOT_FOUND')
  })
})

describe('printing again', () => {
  it('is a kiosk\'s right for its own ticket and a minute, a guide\'s always', async () => {
    const { body } = await kiosk.post('/tickets', { field: 'CT' })
    const path = `/tickets/${body.ticket.id}/print`
    expect((await kiosk.post(path)).body).toMatchObject({ print: { state: 'queued' } })
    expect((await (await office.pair('kiosk')).post(path)).body.code).toBe('NOT_ALLOWED')
    office.clock.forward(61_000)
    expect((await kiosk.post(path)).body.code).toBe('REPRINT_TOO_LATE')
    const again = await (await office.signIn('huongdan')).post(path)
    const job = await office.store.printJobs.find('main', again.body.print.job)
    expect(job?.slip).toMatchObject({ reprint: true, reprintedAt: expect.stringMatching(/^2026-11-23T\d\d:\d\d:01.000\+07:00$/), number: body.ticket.number, url: body.url })
  })

  it('tells the kiosk that asked how its slip does, and no other kiosk', async () => {
    const { body } = await kiosk.post('/tickets', { field: 'CT' })
    expect((await kiosk.get(`/print-jobs/${body.print.job}`)).body).toEqual({ job: body.print.job, state: 'queued', printer: 'kiosk', tries: 0 })
    expect((await (await office.pair('kiosk')).get(`/print-jobs/${body.print.job}`)).status).toBe(403)
  })
})
