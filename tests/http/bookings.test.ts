import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Json } from '../support/json.ts'
import { openOffice, type Asking, type TestOffice } from '../support/office.ts'

/** Sample: CT and HT, every 15 minutes, two each, seven days ahead; early 10, late 15 minutes. */
let office: TestOffice
let kiosk: Asking
let guide: Asking
beforeAll(async () => {
  office = await openOffice()
  ;[kiosk, guide] = [await office.pair('kiosk'), await office.signIn('huongdan')]
})
afterAll(() => office.close())

const today = '2026-11-23'
const at = (time: string, date = today) => `${date}T${time}:00.000+07:00`
const clockAt = (time: string, date = today) => { office.clock.set(Date.parse(at(time, date))) }
const slots = async (date: string, field = 'CT') => (await office.as({}).get(`/slots?field=${field}&date=${date}`)).body.items as Json[]
const left = async (time: string, date = today) => (await slots(date)).find(slot => slot.at === at(time, date))?.left
const book = async (time: string, more: object = {}): Promise<Json> => {
  const { body } = await guide.post('/bookings', { field: 'CT', at: at(time), ...more })
  return body
}
const checkIn = (code: string, headers?: Record<string, string>) => kiosk.post('/bookings/check-in', { code }, headers)

describe('times', () => {
  it('are shown to anyone, with how many places are left', async () => {
    const items = await slots(today)
    expect(items[0]).toEqual({ at: at('09:15'), left: 2 })
    await book('11:00')
    expect(await left('11:00')).toBeUndefined()
    await book('10:45')
    expect(await left('10:45')).toBe(1)
    expect(await slots('2026-11-24')).toEqual([])
    expect((await office.as({}).get(`/slots?field=ZZ&date=${today}`)).body.code).toBe('UNKNOWN_FIELD')
    for (const query of ['', '?field=CT', '?field=CT&date=2026-11-31', '?field=CT&date=today', `?field=CT&date=${today}&x=1`]) expect((await office.as({}).get(`/slots${query}`)).body.code).toBe('INVALID_REQUEST')
  })

  it('make the office and its fields bookable', async () => {
    expect((await office.as({}).get('/office')).body.bookable).toBe(true)
    const fields = (await office.as({}).get('/fields')).body.items as Json[]
    expect(fields.filter(({ bookable }) => bookable).map(({ id }) => id)).toEqual(['CT', 'HT'])
  })
})

describe('booking', () => {
  it('gives a code that can be typed and a token that shows it, and asks for no name', async () => {
    const { status, body } = await office.as({}).post('/bookings', { field: 'HT', procedure: 'HT03', at: at('14:00'), language: 'en' })
    expect(status).toBe(201)
    expect(body).toEqual({ booking: { code: expect.stringMatching(/^[A-Z0-9]{6}$/), field: 'HT', procedure: 'HT03', at: at('14:00'), date: today, state: 'booked' }, token: expect.any(String) })
    expect((await office.as({}).get(`/bookings/${body.token}`)).body).toEqual({ booking: body.booking })
    expect((await office.as({}).get(`/bookings/${'A'.repeat(24)}`)).status).toBe(404)
  })

  it('takes as many as there are places, also when all ask at once', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => guide.post('/bookings', { field: 'CT', at: at('15:00') })))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 409, 409, 409, 409])
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'SLOT_TAKEN', detail: expect.stringContaining('chọn giờ khác') })
    expect(new Set(answers.flatMap(({ body }) => body.booking?.code ?? [])).size).toBe(2)
  })

  it.each([
    ['a time between two', { at: at('14:07') }, 409, 'BOOKING_CLOSED'], ['a time that is past', { at: at('08:00') }, 409, 'BOOKING_CLOSED'],
    ['a holiday', { at: at('09:00', '2026-11-24') }, 409, 'BOOKING_CLOSED'], ['another year', { at: at('09:00', '2027-11-23') }, 409, 'BOOKING_CLOSED'],
    ['a field that is not booked', { field: 'DD', at: at('14:00') }, 409, 'BOOKING_CLOSED'], ['no field', { field: 'ZZ', at: at('14:00') }, 400, 'UNKNOWN_FIELD'],
    ['another field\'s procedure', { procedure: 'HT03', at: at('14:00') }, 400, 'UNKNOWN_PROCEDURE'],
    ['a time without a zone', { at: '2026-11-23T14:00:00' }, 400, 'INVALID_REQUEST'], ['a leap second', { at: '2026-11-23T23:59:60Z' }, 400, 'INVALID_REQUEST'], ['a name', { at: at('14:00'), name: 'A' }, 400, 'INVALID_REQUEST']
  ])('refuses %s', async (_what, wish, status, code) => {
    expect((await guide.post('/bookings', { field: 'CT', ...wish })).body).toMatchObject({ status, code })
  })

  it('is one booking when the same request comes twice, from a phone too', async () => {
    for (const who of [guide, office.as({})]) {
      const ask = () => who.post('/bookings', { field: 'CT', at: at('16:00') }, { 'idempotency-key': 'dat-hen-0001' })
      const [first, second] = [await ask(), await ask()]
      expect(second.body).toEqual(first.body)
      expect(second.headers['idempotent-replayed']).toBe('true')
    }
    expect(await left('16:00')).toBe(0)
  })

  it('gives the place free when it is given up; giving it up again changes nothing', async () => {
    const { token } = await book('10:30')
    expect(await left('10:30')).toBe(1)
    const give = () => office.as({}).post(`/bookings/${token}/cancel`)
    expect((await give()).body.booking.state).toBe('cancelled')
    expect(await left('10:30')).toBe(2)
    expect((await give()).body.booking.state).toBe('cancelled')
    expect(await left('10:30')).toBe(2)
    expect((await office.as({}).post(`/bookings/${'A'.repeat(24)}/cancel`)).status).toBe(404)
  })

  it('is limited for a phone, and not for the desk', async () => {
    const another = await openOffice()
    const phone = (time: string) => another.as({}).post('/bookings', { field: 'CT', at: at(time, '2026-11-25') })
    const times = ['08:00', '08:00', '08:15', '08:15', '08:30', '08:30', '08:45', '08:45', '09:00', '09:00']
    // What is refused is not counted.
    for (let refusal = 0; refusal < 12; refusal++) expect((await phone('07:00')).status).toBe(409)
    for (const time of times) expect((await phone(time)).status).toBe(201)
    const stopped = await phone('10:00')
    expect(stopped.body).toMatchObject({ status: 429, code: 'TOO_MANY_REQUESTS' })
    expect(Number(stopped.headers['retry-after'])).toBeGreaterThan(0)
    expect((await (await another.signIn('huongdan')).post('/bookings', { field: 'CT', at: at('10:00', '2026-11-25') })).status).toBe(201)
    await another.close()
  })
})

describe('checking in', () => {
  it('gives a number in time, called before those without an appointment', async () => {
    const officer = await office.signIn('quay1')
    await officer.post('/counters/1/open')
    const { booking, token } = await book('13:45')
    clockAt('13:30')
    const earlier = (await kiosk.post('/tickets', { field: 'CT' })).body
    const taken = await checkIn(`${booking.code.slice(0, 3)} ${booking.code.slice(3).toLowerCase()}`)
    expect(taken).toMatchObject({ status: 201, body: { ticket: { field: 'CT', state: 'waiting', appointment: booking.at }, ahead: 1, print: { state: 'queued' } } })
    expect(taken.body.token).not.toBe(token)
    expect((await office.as({}).get(`/bookings/${token}`)).body.booking.state).toBe('checked-in')
    clockAt('13:36')
    const called = (await officer.post('/counters/1/next')).body
    expect(called).toMatchObject({ ticket: { number: taken.body.ticket.number }, call: { why: { code: 'appointment' } } })
    expect((await office.as({}).get(`/my/${earlier.token}`)).body.overtakenBy).toEqual([{ number: taken.body.ticket.number, why: called.call.why.text }])
  })

  it('twice, or at two kiosks at once, is one number: the second is told of the first', async () => {
    const { booking, token } = await book('14:15')
    const other = await office.pair('kiosk')
    const answers = await Promise.all([checkIn(booking.code), checkIn(booking.code), other.post('/bookings/check-in', { token })])
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201])
    expect(new Set(answers.map(({ body }) => `${body.ticket.id} ${body.token}`)).size).toBe(1)
    expect(answers.filter(({ headers }) => headers['idempotent-replayed'] === 'true')).toHaveLength(2)
    expect((await office.as({}).post(`/bookings/${token}/cancel`)).body.code).toBe('WRONG_STATE')
  })

  it('too late gives a number like everyone else\'s', async () => {
    const { booking } = await book('14:30')
    clockAt('14:46')
    expect((await checkIn(booking.code)).body.ticket).not.toHaveProperty('appointment')
  })

  it('on another day says which day it is for', async () => {
    const { booking } = await book('09:00', { at: at('09:00', '2026-11-25') })
    expect((await checkIn(booking.code)).body).toMatchObject({ status: 409, code: 'WRONG_DAY', detail: expect.stringContaining('25/11/2026') })
  })

  it('knows no code that was given up or never was', async () => {
    const { booking, token } = await book('15:30')
    await office.as({}).post(`/bookings/${token}/cancel`)
    for (const code of [booking.code, 'ZZZZZZ']) expect((await checkIn(code)).body).toMatchObject({ status: 404, code: 'NOT_FOUND' })
    for (const body of [{}, { code: 'A' }, { code: 'ACDEF;' }, { code: 'ACDEFH', token: 'x' }]) expect((await kiosk.post('/bookings/check-in', body)).body.code).toBe('INVALID_REQUEST')
  })

  it('keeps the language for the slip, one that the printer has words for', async () => {
    const { booking } = (await guide.post('/bookings', { field: 'HT', at: at('15:15'), language: 'tay' })).body
    const { ticket } = (await checkIn(booking.code)).body
    expect((await office.store.tokenOf('main', ticket.id))?.language).toBe('tay')
    expect((await guide.post('/bookings', { field: 'HT', at: at('15:30'), language: 'xx' })).body.code).toBe('UNKNOWN_LANGUAGE')
  })

  it('lets nobody guess codes at a kiosk, and stops no other kiosk nor the desk', async () => {
    const another = await openOffice()
    const [guessed, other, desk] = [await another.pair('kiosk'), await another.pair('kiosk'), await another.signIn('huongdan')]
    const guess = async (who: Asking, code = 'ZZZZZZ') => (await who.post('/bookings/check-in', { code })).body.code
    const { booking } = (await desk.post('/bookings', { field: 'CT', at: at('09:00', '2026-11-25') })).body
    // What was found is no guess.
    expect(await guess(guessed, booking.code)).toBe('WRONG_DAY')
    for (let wrong = 0; wrong < 120; wrong++) expect(await guess(guessed)).toBe('NOT_FOUND')
    expect(await guess(guessed, booking.code)).toBe('TOO_MANY_REQUESTS')
    for (const who of [other, desk]) expect(await guess(who)).toBe('NOT_FOUND')
    await another.close()
  })

  it('is for kiosks, guides, administrators and programs', async () => {
    const { booking } = await book('15:45')
    expect((await office.as({}).post('/bookings/check-in', { code: booking.code })).status).toBe(401)
    for (const who of [await office.signIn('quay3'), await office.signIn('mttq'), await office.pair('board')]) expect((await who.post('/bookings/check-in', { code: booking.code })).status).toBe(403)
    expect((await guide.post('/bookings/check-in', { code: booking.code })).status).toBe(201)
  })
})
