import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openOffice, type Asking, type TestOffice } from '../support/office.ts'

const minute = 60_000
let office: TestOffice
let kiosk: Asking
let officer: Asking
let ticket: { readonly id: string, readonly number: string }

/** Somebody took a number at 09:00; the office promises half an hour. */
beforeEach(async () => {
  office = await openOffice({ desk: true })
  kiosk = await office.pair('kiosk')
  officer = await office.signIn('quay1')
  ticket = (await kiosk.post('/tickets', { field: 'CT', language: 'en', slip: false })).body.ticket
})
afterEach(() => office.close())

const apologise = (body: object = {}, who = officer, headers = {}) => who.post(`/tickets/${ticket.id}/apology`, body, headers)
const slips = async () => (await office.store.printJobs.ofDay('main', '2026-11-23', { limit: 50 })).filter(({ slip }) => (slip as { kind: string }).kind === 'apology')

describe('an apology slip', () => {
  it('says what was promised and what became of it, in the citizen\'s language, on the desk\'s printer', async () => {
    office.clock.forward(30 * minute + 1)
    const before = office.printer.wakes
    const { status, body } = await apologise()
    expect(status).toBe(200)
    expect(body).toEqual({ print: { job: expect.any(String), state: 'queued' } })
    expect(await slips()).toMatchObject([{ id: body.print.job, printer: 'desk', ticket: ticket.id, number: ticket.number, by: 'staff:p_quay1', slip: { kind: 'apology', language: 'en', promisedMinutes: 30, waitedMinutes: 31, number: ticket.number, url: expect.stringContaining('/t/') } }])
    expect(office.printer.wakes).toBe(before + 1)
  })

  it('comes in another language where that is asked for and known', async () => {
    office.clock.forward(40 * minute)
    expect((await apologise({ language: 'fr' })).body).toMatchObject({ status: 400, code: 'UNKNOWN_LANGUAGE' })
    expect((await apologise({ language: 'vi' })).status).toBe(200)
    expect(await slips()).toMatchObject([{ slip: { language: 'vi' } }])
  })

  it('is not printed where the promise was kept: within it, or called within it', async () => {
    office.clock.forward(30 * minute)
    expect((await apologise()).body).toMatchObject({ status: 409, code: 'PROMISE_KEPT', detail: expect.stringContaining('30 phút') })
    await officer.post('/counters/1/open')
    await officer.post('/counters/1/next')
    office.clock.forward(30 * minute)
    expect((await apologise()).body.code).toBe('PROMISE_KEPT')
    expect(await slips()).toEqual([])
  })

  it('is also for whoever has been called, is served, or is done today', async () => {
    office.clock.forward(45 * minute)
    await officer.post('/counters/1/open')
    for (const step of ['next', 'start', 'finish']) {
      expect((await officer.post(`/counters/1/${step}`)).status).toBe(200)
      office.clock.forward(11_000)
      expect((await apologise()).status, step).toBe(200)
    }
    expect((await slips()).map(({ slip }) => (slip as { waitedMinutes: number }).waitedMinutes)).toEqual([45, 45, 45])
  })

  it('is for nobody who gave up, nor for yesterday\'s numbers', async () => {
    office.clock.forward(45 * minute)
    await officer.post(`/tickets/${ticket.id}/cancel`)
    expect((await apologise()).body.code).toBe('WRONG_STATE')
    ticket = (await kiosk.post('/tickets', { field: 'CT', slip: false })).body.ticket
    office.clock.set(Date.parse('2026-11-25T09:00:00+07:00'))
    officer = await office.signIn('quay1')
    expect((await apologise()).body.code).toBe('WRONG_STATE')
  })

  it('leaves lunch out of the wait', async () => {
    office.clock.set(Date.parse('2026-11-23T11:10:00+07:00'))
    ticket = (await kiosk.post('/tickets', { field: 'CT', slip: false })).body.ticket
    office.clock.set(Date.parse('2026-11-23T13:40:00+07:00'))
    expect((await apologise()).body.code).toBe('PROMISE_KEPT')
    office.clock.set(Date.parse('2026-11-23T13:52:00+07:00'))
    expect((await apologise()).status).toBe(200)
    expect(await slips()).toMatchObject([{ slip: { waitedMinutes: 42 } }])
  })

  it('is printed once for a double touch, for two colleagues at once, and for a request sent again', async () => {
    office.clock.forward(45 * minute)
    const guide = await office.signIn('huongdan')
    const answers = await Promise.all([apologise({}, officer, { 'idempotency-key': 'touch-one' }), apologise({}, officer, { 'idempotency-key': 'touch-two' }), apologise({}, guide), apologise()])
    expect(new Set(answers.map(({ body }) => body.print.job)).size).toBe(1)
    office.clock.forward(60 * minute)
    const again = await apologise({}, officer, { 'idempotency-key': 'touch-one' })
    expect(again.headers['idempotent-replayed']).toBe('true')
    expect(await slips()).toHaveLength(1)
    expect((await apologise({ language: 'vi' }, officer, { 'idempotency-key': 'touch-one' })).body.code).toBe('IDEMPOTENCY_KEY_REUSED')
  })

  it('is asked anew after a "no"', async () => {
    office.clock.forward(30 * minute - 2000)
    expect((await apologise()).body.code).toBe('PROMISE_KEPT')
    office.clock.forward(3000)
    expect((await apologise()).status).toBe(200)
  })

  it.each([['giamsat', 200], ['huongdan', 200], ['admin', 200], ['mttq', 403]])('%s: %i', async (username, status) => {
    office.clock.forward(45 * minute)
    expect((await apologise({}, await office.signIn(username))).status).toBe(status)
  })

  it('is for staff to give: no kiosk and no stranger prints one', async () => {
    office.clock.forward(45 * minute)
    expect([(await apologise({}, kiosk)).status, (await apologise({}, office.as({}))).status]).toEqual([403, 401])
  })

  it('is not to be had for a number that is not there', async () => {
    ticket = { id: 'tk_nowhere', number: '1999' }
    expect((await apologise()).body.code).toBe('NOT_FOUND')
  })
})
