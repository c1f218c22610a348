import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openOffice, staffPassword, staffPin, type Answer, type TestOffice } from '../support/office.ts'

let office: TestOffice
beforeEach(async () => { office = await openOffice() })
afterEach(() => office.close())

interface Sender { readonly from?: string, readonly cookie?: string }
const sign = async (body: object, { from = '192.168.1.10', cookie = '' }: Sender = {}): Promise<Answer> => {
  const answer = await office.app.inject({ method: 'POST', url: '/api/v1/session', payload: body, remoteAddress: from, headers: { cookie } })
  return { status: answer.statusCode, headers: answer.headers, body: answer.json() }
}
const byPin = (username: string, pin: string, sender?: Sender) => sign({ username, pin }, sender)
const byPassword = (username: string, password: string, sender?: Sender) => sign({ username, password }, sender)
/** The cookies that a browser holds after an answer, of those named so. */
const kept = ({ headers }: Answer, name: string) => [headers['set-cookie']].flat().map(cookie => String(cookie).split(';')[0]).filter(cookie => cookie?.startsWith(name)).join('; ')
const codes = (answers: readonly Answer[]) => answers.map(({ status, body }) => status === 200 ? 'ok' : body.code as string)
const otherPin = (round: number) => String(100_000 + round)

describe('signing in by PIN', () => {
  it('answers as by password', async () => {
    const answer = await byPin('quay3', staffPin)
    expect(answer.body).toEqual((await byPassword('quay3', staffPassword)).body)
    expect((await office.as({ cookie: kept(answer, 'moiso_staff') }).get('/session')).body.principal).toMatchObject({ id: 'p_quay3', counter: 3 })
  })

  it('ends with the working day, where a password lasts a long shift', async () => {
    const [pin, password] = [await byPin('quay3', staffPin), await byPassword('quay3', staffPassword)].map(answer => office.as({ cookie: kept(answer, 'moiso_staff') }))
    office.clock.forward(8 * 3_600_000 - 1000)
    expect((await pin!.get('/session')).status).toBe(200)
    office.clock.forward(2000)
    expect((await pin!.get('/session')).status).toBe(401)
    expect((await password!.get('/session')).status).toBe(200)
  })

  it.each([
    ['a wrong PIN', 'quay3', '739164'],
    ['somebody who is not there', 'quay77', staffPin],
    ['the administrator, who has none', 'admin', staffPin],
    ['the observer, whose role is none for a shared PC', 'mttq', staffPin]
  ])('is refused in the same words: %s', async (_, username, pin) => {
    expect((await byPin(username, pin)).body).toMatchObject({ status: 403, code: 'WRONG_PIN' })
  })

  it.each([{ username: 'quay3' }, { username: 'quay3', pin: '12345' }, { username: 'quay3', pin: staffPin, password: staffPassword }])('takes one secret, and a PIN of six digits: %o', async body => {
    expect((await sign(body)).body).toMatchObject({ status: 400, code: 'INVALID_REQUEST' })
  })

  it('ends the session of whoever was signed in on that screen before', async () => {
    const first = await byPin('quay3', staffPin)
    const before = office.as({ cookie: kept(first, 'moiso_staff') })
    expect((await byPin('quay2', '739164', { cookie: kept(first, 'moiso_staff') })).status).toBe(403)
    expect((await before.get('/session')).status).toBe(200)
    await byPin('quay2', staffPin, { cookie: kept(first, 'moiso_staff') })
    expect((await before.get('/session')).status).toBe(401)
  })
})

describe('names to choose from', () => {
  it('are those who may sign in by PIN, and whether they have one', async () => {
    await office.store.directory.setPassword('main', 'quay2', 'another')
    const { body } = await office.as({}).get('/session/names')
    expect(body.items.map(({ username, hasPin }: { username: string, hasPin: boolean }) => [username, hasPin])).toEqual(
      [['giamsat', true], ['huongdan', true], ['quay1', true], ['quay2', false], ['quay3', true], ['quay4', true]])
    expect(body.items[2]).toEqual({ username: 'quay1', name: 'Cán bộ mẫu 1', title: expect.any(String), role: 'officer', counter: 1, hasPin: true })
  })

  it.each([['192.168.1.10', 200], ['10.4.5.6', 200], ['::1', 200], ['fe80::1', 200], ['::ffff:192.168.1.4', 200], ['113.160.1.1', 403], ['2405:4800::1', 403], ['::ffff:113.160.1.1', 403]])('are told within the office\'s network only: %s', async (remoteAddress, status) => {
    expect((await office.app.inject({ url: '/api/v1/session/names', remoteAddress })).statusCode).toBe(status)
  })

  it('are told to nobody through a proxy that is not known for ours: the address is the proxy\'s own', async () => {
    expect((await office.app.inject({ url: '/api/v1/session/names', remoteAddress: '127.0.0.1', headers: { 'x-forwarded-for': '113.160.1.1' } })).statusCode).toBe(403)
  })
})

describe('guesses', () => {
  it('are counted over passwords and PINs together, from any address: ten for an account', async () => {
    const guesses = await Promise.all(Array.from({ length: 60 }, (_, round) => {
      const from = `10.0.${round}.7`
      return round % 2 ? byPin('quay1', otherPin(round), { from }) : byPassword('quay1', `đoán ${round}`, { from })
    }))
    expect(guesses.filter(({ body }) => body.code === 'WRONG_PIN' || body.code === 'WRONG_PASSWORD')).toHaveLength(10)
    expect(guesses.filter(({ status }) => status === 429)).toHaveLength(50)
    expect(codes([await byPin('quay1', staffPin, { from: '10.1.1.1' }), await byPassword('QUAY1', staffPassword, { from: '10.1.1.2' })])).toEqual(['TOO_MANY_REQUESTS', 'TOO_MANY_REQUESTS'])
    expect(codes([await byPin('quay2', staffPin, { from: '10.0.1.7' })])).toEqual(['ok'])
  })

  it('of 10,000, from as many addresses and over all accounts, only ten reach account\'s secret', async () => {
    const users = ['quay1', 'quay2', 'quay3', 'quay4', 'huongdan', 'giamsat', 'admin', 'nobody']
    let looked = 0
    for (let batch = 0; batch < 100; batch++) {
      const answers = await Promise.all(Array.from({ length: 100 }, (_, i) => byPin(users[i % users.length]!, otherPin(batch * 100 + i), { from: `10.${batch}.${i}.1` })))
      looked += answers.filter(({ status }) => status !== 429).length
    }
    expect(looked).toBe(users.length * 10)
  }, 60_000)

  it('from one address stop at thirty, whoever is meant, and then cost no account a try', async () => {
    const users = Array.from({ length: 50 }, (_, i) => i < 4 ? `quay${i + 1}` : `nobody${i}`)
    const guesses = await Promise.all(users.map(username => byPin(username, '739164', { from: '10.9.9.9' })))
    expect(guesses.filter(({ status }) => status === 429)).toHaveLength(20)
    const further = await Promise.all(Array.from({ length: 30 }, (_, round) => byPin('giamsat', otherPin(round), { from: '10.9.9.9' })))
    expect(further.every(({ status }) => status === 429)).toBe(true)
    expect(codes([await byPin('giamsat', staffPin, { from: '10.9.9.8' })])).toEqual(['ok'])
  })

  it('elsewhere lock nobody out of the PC where they signed in before, also one that others share', async () => {
    const [one, two] = ['quay1', 'quay2']
    const first = await byPin(one!, staffPin)
    const second = await byPin(two!, staffPin, { cookie: kept(first, 'moiso_place') })
    const cookie = kept(second, 'moiso_place')
    for (const username of [one!, two!]) {
      for (let round = 0; round < 12; round++) await byPin(username, otherPin(round), { from: `10.3.${round}.3` })
      expect(codes([await byPin(username, staffPin, { from: '10.3.3.4' })])).toEqual(['TOO_MANY_REQUESTS'])
      expect(codes([await byPin(username, staffPin, { cookie }), await byPassword(username, staffPassword, { cookie })])).toEqual(['ok', 'ok'])
    }
    const atThePc = await Promise.all(Array.from({ length: 15 }, (_, round) => byPin(one!, otherPin(round), { cookie })))
    expect(atThePc.filter(({ body }) => body.code === 'WRONG_PIN')).toHaveLength(10)
    expect(codes([await byPin(one!, staffPin, { cookie })])).toEqual(['TOO_MANY_REQUESTS'])
  })

  it('are no more for whoever has kept what a shared PC held after each of many sign-ins', async () => {
    const cookies: string[] = []
    for (let morning = 0; morning < 4; morning++) cookies.push(kept(await byPin('quay1', staffPin, { from: `10.4.${morning}.4` }), 'moiso_place'))
    const guesses = await Promise.all(cookies.flatMap(cookie => Array.from({ length: 12 }, (_, round) => byPin('quay1', otherPin(round), { cookie }))))
    expect(guesses.filter(({ body }) => body.code === 'WRONG_PIN')).toHaveLength(10)
  })

  it('take as long for a name that is not there, or without a PIN, as for one that is', async () => {
    const fastest: Record<string, number> = { quay4: Infinity, admin: Infinity, nobody: Infinity }
    for (let round = 0; round < 9; round++) {
      for (const username of Object.keys(fastest)) {
        const began = performance.now()
        await byPin(username, otherPin(round), { from: `10.7.7.${round}` })
        fastest[username] = Math.min(fastest[username]!, performance.now() - began)
      }
    }
    // An answer without a look at any hash takes a twentieth of the time; the fastest of nine is not moved by what else the machine does.
    for (const other of ['admin', 'nobody']) expect(fastest[other]! / fastest['quay4']!).toBeGreaterThan(1 / 3)
  })

  it('of a kiosk\'s overrule PIN are ten for the whole office, wherever they are typed', async () => {
    const kiosks = await Promise.all(Array.from({ length: 4 }, () => office.pair('kiosk')))
    const guesses = await Promise.all(kiosks.flatMap(kiosk => Array.from({ length: 4 }, (_, round) => kiosk.post('/tickets', { field: 'CT', overrule: { pin: otherPin(round) } }))))
    expect(codes(guesses).sort()).toEqual([...Array(6).fill('TOO_MANY_REQUESTS'), ...Array(10).fill('WRONG_PIN')])
    expect((await kiosks[0]!.post('/tickets', { field: 'CT', overrule: { pin: staffPin } })).status).toBe(429)
    expect((await kiosks[0]!.post('/tickets', { field: 'CT' })).status).toBe(201)
  })
})
