import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cookieOf, openOffice, staffPassword, type Asking, type TestOffice } from '../support/office.ts'

let office: TestOffice
let admin: Asking
beforeAll(async () => {
  office = await openOffice({ alwaysOpen: true })
  admin = await office.signIn('admin')
})
afterAll(() => office.close())

const many = 200

/** Bits that differ between secrets of one kind: each place of each must take many values. */
function looksRandom (secrets: readonly string[], letters: number): void {
  expect(new Set(secrets).size).toBe(secrets.length)
  const length = secrets[0]?.length ?? 0
  for (let place = 0; place < length; place++) expect(new Set(secrets.map(secret => secret.charAt(place))).size, `place ${place}`).toBeGreaterThan(letters)
}

describe('secrets (A5, A6)', () => {
  it('of tickets, sessions and keys carry at least 128 bits and never repeat', async () => {
    const tickets = (await Promise.all(Array.from({ length: many }, () => admin.post('/tickets', { field: 'CT', slip: false })))).map(({ body }) => body.token as string)
    const keys = (await Promise.all(Array.from({ length: many }, () => admin.post('/keys', { name: 'máy', role: 'guide' })))).map(({ body }) => (body.key as string).replace('mk_', ''))
    const sessions: string[] = []
    for (let round = 0; round < 40; round++) sessions.push(cookieOf(await office.as({}).post('/session', { username: 'quay1', password: staffPassword })).replace('moiso_staff=', ''))
    for (const secrets of [tickets, keys]) looksRandom(secrets, 40)
    looksRandom(sessions, 15)
    for (const secret of [...tickets, ...keys, ...sessions]) expect(Buffer.from(secret, 'base64url').length * 8).toBeGreaterThanOrEqual(128)
  })

  it('are not kept as they are given', async () => {
    const { body } = await admin.post('/keys', { name: 'máy', role: 'guide' })
    expect(JSON.stringify(await office.store.directory.keys('main'))).not.toContain(body.key)
  })
})

describe('a session (A5)', () => {
  const sign = (headers: Record<string, string> = {}) => office.as(headers).post('/session', { username: 'quay1', password: staffPassword })

  it('is always a new one: a cookie planted beforehand is worth nothing', async () => {
    const planted = `moiso_staff=${'A'.repeat(24)}`
    const signed = await sign({ cookie: planted })
    expect(cookieOf(signed)).not.toBe(planted)
    expect((await office.as({ cookie: planted }).get('/session')).status).toBe(401)
    expect((await office.as({ cookie: cookieOf(signed) }).get('/session')).status).toBe(200)
  })

  it('has a cookie that scripts and other sites do not get, with no domain and no lifetime of its own', async () => {
    const [session] = [(await sign()).headers['set-cookie'] ?? []].flat()
    expect(session).toMatch(/^moiso_staff=[\w-]{22,}; Path=\/; HttpOnly; SameSite=Strict$/)
  })

  it('signed out is dead wherever its cookie was copied to', async () => {
    const thief = office.as({ cookie: cookieOf(await sign()) })
    expect((await thief.get('/tickets')).status).toBe(200)
    await office.as({ cookie: thief.headers['cookie'] ?? '' }).remove('/session')
    expect((await thief.get('/tickets')).body.code).toBe('SIGN_IN_REQUIRED')
  })
})

describe('pairing (A9)', () => {
  const addBoard = async () => (await admin.post('/devices', { kind: 'board', name: 'Sảnh' })).body as { device: { id: string }, pairingCode: string }
  const pair = (code: string, remoteAddress = '10.0.0.1') => office.app.inject({ method: 'POST', url: '/api/v1/devices/pair', remoteAddress, payload: { code } })

  it('codes are eight digits, and no two alike in a hundred', async () => {
    const codes = (await Promise.all(Array.from({ length: 100 }, addBoard))).map(({ pairingCode }) => pairingCode)
    for (const code of codes) expect(code).toMatch(/^\d{8}$/)
    expect(new Set(codes).size).toBe(100)
  })

  it('a code pairs one browser of twenty that type it at the same instant', async () => {
    const { pairingCode } = await addBoard()
    const answers = await Promise.all(Array.from({ length: 20 }, (_, place) => pair(pairingCode, `10.1.0.${place}`)))
    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1)
  })

  it('a fresh code ends the one before, and ten minutes end any', async () => {
    const { device, pairingCode } = await addBoard()
    const renewed = (await admin.post(`/devices/${device.id}/code`)).body.pairingCode as string
    expect((await pair(pairingCode, '10.2.0.1')).json().code).toBe('PAIRING_CODE_UNKNOWN')
    office.clock.forward(10 * 60_000 + 1)
    expect((await pair(renewed, '10.2.0.1')).json().code).toBe('TOKEN_EXPIRED')
    office.clock.forward(-10 * 60_000 - 1)
  })

  it('ten wrong codes from one place are the last that are looked at, also all at once and with the right one among the next', async () => {
    const { pairingCode } = await addBoard()
    const guesses = await Promise.all(Array.from({ length: 60 }, (_, place) => pair(String(place).padStart(8, '9'), '10.3.0.1')))
    expect(guesses.filter(({ statusCode }) => statusCode !== 429).length).toBeLessThanOrEqual(10)
    expect((await pair(pairingCode, '10.3.0.1')).statusCode).toBe(429)
    expect((await pair(pairingCode, '10.3.0.2')).statusCode).toBe(200)
  })

  it('a device removed is nobody, with its cookie and with its unused code', async () => {
    const { device, pairingCode } = await addBoard()
    await admin.remove(`/devices/${device.id}`)
    expect((await pair(pairingCode, '10.4.0.1')).statusCode).toBe(404)
    const board = await office.pair('board')
    await admin.remove(`/devices/${board.id}`)
    expect((await board.get('/session')).status).toBe(401)
  })
})
