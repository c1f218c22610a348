import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openOffice, staffPassword, staffPin, type Asking, type TestOffice } from '../support/office.ts'

let office: TestOffice
let kiosk: Asking
let guide: Asking
const numberOfWaiting = 15

/** Monday 16:10, one counter open for certification, closing at 17:00, and many people already there. */
async function lateAfternoon (rules: { readonly cutOffPercent?: number } = {}): Promise<void> {
  office = await openOffice({ forecast: true, seed: sample => ({ ...sample, rules: { ...sample.rules, ...rules } }) })
  office.clock.set(Date.parse('2026-11-23T16:10:00+07:00'))
  kiosk = await office.pair('kiosk')
  guide = await office.signIn('huongdan')
  await (await office.signIn('quay1')).post('/counters/1/open')
  for (let person = 0; person < numberOfWaiting; person++) await guide.post('/tickets', { field: 'CT', slip: false })
  await office.foretell()
}
const ask = (more: object = {}, who = kiosk, headers = {}) => who.post('/tickets', { field: 'CT', slip: false, ...more }, headers)
const overrule = (pin: string) => ask({ overrule: { pin } })
const waiting = async () => (await office.store.day('main')).tickets.list.length

describe('late in the afternoon', () => {
  beforeAll(() => lateAfternoon())
  afterAll(() => office.close())
  // Each with tries of its own.
  beforeEach(async () => { kiosk = await office.pair('kiosk') })

  it('the kiosk gives out no number that will hardly be called today, and says what to do', async () => {
    const before = await waiting()
    const { body } = await ask()
    expect(body).toMatchObject({ status: 409, code: 'HARDLY_TODAY', detail: expect.stringMatching(/khó được gọi trước giờ đóng cửa hôm nay\. Mời Ông\/Bà/) })
    expect((await ask({}, kiosk, { 'accept-language': 'en' })).body.detail).toMatch(/will hardly be called before the office closes today\. Please come another time/)
    expect(await waiting()).toBe(before)
  })

  it('a guide behind the desk gives it out as ever', async () => {
    expect((await ask({}, guide)).status).toBe(201)
  })

  it('a guide overrules at the kiosk by PIN; the log and staff know who did, citizens do not', async () => {
    await guide.put('/session/pin', { password: staffPassword, pin: '305871' })
    const taken = await overrule('305871')
    expect(taken.status).toBe(201)
    expect(taken.body.ticket).not.toHaveProperty('overruledBy')
    expect((await guide.get(`/tickets/${taken.body.ticket.id}`)).body).toMatchObject({ overruledBy: 'staff:p_huongdan' })
    const [fact] = (await office.store.factsAfter('main', 0, 1000)).slice(-1)
    expect(fact).toMatchObject({ type: 'ticket:issued', by: expect.stringMatching(/^kiosk:/), payload: { ticket: { overruledBy: 'staff:p_huongdan' } } })
    expect(JSON.stringify((await office.as({}).get(`/my/${taken.body.token}`)).body)).not.toContain('p_huongdan')
  })

  it('whoever gets it all the same is told so on answer, slip and phone', async () => {
    const { status, body } = await ask({ slip: true }, guide)
    const late = { hardlyToday: true, closes: '2026-11-23T17:00:00.000+07:00' }
    expect([status, body]).toMatchObject([201, late])
    expect((await office.as({}).get(`/my/${body.token}`)).body).toMatchObject(late)
    expect((await guide.get(`/tickets/${body.ticket.id}/turn`)).body).toMatchObject(late)
    expect((await office.store.printJobs.find('main', body.print.job))?.slip).toMatchObject({ hardlyToday: { closes: late.closes } })
    await office.foretell()
    expect((await office.as({}).get(`/my/${body.token}`)).body).toMatchObject(late)
  })

  it('whoever stands at the front of that line is not frightened', async () => {
    const [first] = (await guide.get('/tickets')).body.items
    expect((await guide.get(`/tickets/${first.id}/turn`)).body).not.toHaveProperty('hardlyToday')
  })

  it('nobody else\'s PIN overrules: an officer\'s is as wrong as none', async () => {
    const before = await waiting()
    await (await office.signIn('quay1')).put('/session/pin', { password: staffPassword, pin: '719284' })
    for (const pin of ['719284', '100238']) expect((await overrule(pin)).body).toMatchObject({ status: 403, code: 'WRONG_PIN' })
    expect(await waiting()).toBe(before)
  })

  it('five wrong PINs silence that kiosk for the minute, also sent at once, and no other', async () => {
    const guesses = await Promise.all(Array.from({ length: 8 }, (_, guess) => overrule(`10023${guess}`)))
    expect(guesses.map(({ status }) => status).sort()).toEqual([403, 403, 403, 403, 403, 429, 429, 429])
    const stopped = await overrule(staffPin)
    expect(stopped.body).toMatchObject({ status: 429, code: 'TOO_MANY_REQUESTS' })
    expect(Number(stopped.headers['retry-after'])).toBeGreaterThan(0)
    expect(Number(stopped.headers['retry-after'])).toBeLessThanOrEqual(60)
    kiosk = await office.pair('kiosk')
    expect((await overrule(staffPin)).status).toBe(201)
  })

  it('is one number, however often the kiosk sends the same request; a PIN is no part of it that would be kept', async () => {
    await guide.put('/session/pin', { password: staffPassword, pin: '305871' })
    const key = { 'idempotency-key': 'one-touch-1' }
    const [first, second] = [await ask({ overrule: { pin: staffPin } }, kiosk, key), await ask({ overrule: { pin: '305871' } }, kiosk, key)]
    expect(second.headers['idempotent-replayed']).toBe('true')
    expect(second.body.ticket.number).toBe(first.body.ticket.number)
  })
})

describe('the office', () => {
  afterEach(() => office.close())

  it('may settle that the kiosk never turns anybody away', async () => {
    await lateAfternoon({ cutOffPercent: 0 })
    expect((await ask()).status).toBe(201)
  })

  it('lets everybody in where few wait', async () => {
    await lateAfternoon({ cutOffPercent: 25 })
    expect((await ask({ field: 'DD' })).status).toBe(201)
  })
})
