import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cookieOf, openOffice, staffPassword, type Asking, type TestOffice } from '../support/office.ts'

let office: TestOffice
let admin: Asking
beforeAll(async () => {
  office = await openOffice()
  admin = await office.signIn('admin')
})
afterAll(() => office.close())

describe('signing in', () => {
  it('sets an HttpOnly, SameSite=Strict cookie and tells who one is', async () => {
    const answer = await office.as({}).post('/session', { username: 'quay3', password: staffPassword })
    expect(answer.body).toEqual({ principal: { kind: 'staff', id: 'p_quay3', name: 'Cán bộ mẫu 3', role: 'officer', counter: 3 } })
    expect([answer.headers['set-cookie']].flat()[0]).toMatch(/^moiso_staff=[\w-]{22,}; Path=\/; HttpOnly; SameSite=Strict$/)
  })

  it('ends for good when signed out', async () => {
    const officer = await office.signIn('quay3')
    expect((await officer.get('/session')).body.principal.id).toBe('p_quay3')
    expect((await officer.remove('/session')).status).toBe(204)
    expect((await officer.get('/session')).body).toMatchObject({ status: 401, code: 'SIGN_IN_REQUIRED' })
  })

  it('ends by itself after a long shift', async () => {
    const officer = await office.signIn('quay3')
    office.clock.forward(15 * 3_600_000)
    expect((await officer.get('/session')).status).toBe(401)
    office.clock.forward(-15 * 3_600_000)
  })

  it('counts failures only, stops the eleventh guess also when all come at once, and does not lock out who signed in here before', async () => {
    const sign = (password: string, cookie = '') => office.as({ cookie }).post('/session', { username: 'giamsat', password })
    for (let round = 0; round < 20; round++) expect((await sign(staffPassword)).status).toBe(200)
    const place = [(await sign(staffPassword)).headers['set-cookie']].flat().map(cookie => String(cookie).split(';')[0]).find(cookie => cookie?.startsWith('moiso_place'))
    const guesses = await Promise.all(Array.from({ length: 30 }, () => sign('đoán')))
    expect(guesses.filter(({ body }) => body.code === 'WRONG_PASSWORD')).toHaveLength(10)
    const stopped = guesses.filter(({ body }) => body.code === 'TOO_MANY_REQUESTS')
    expect(stopped).toHaveLength(20)
    expect(Number(stopped[0]?.headers['retry-after'])).toBeGreaterThan(0)
    expect((await sign(staffPassword)).status).toBe(429)
    expect((await sign(staffPassword, place)).status).toBe(200)
    expect((await sign(staffPassword, `${place}x`)).status).toBe(429)
  })

  it('answers the same for a user that does not exist', async () => {
    expect((await office.as({}).post('/session', { username: 'nobody', password: 'x' })).body.code).toBe('WRONG_PASSWORD')
  })
})

describe('devices', () => {
  it('pair once by a short-lived code', async () => {
    const { body } = await admin.post('/devices', { kind: 'board', name: 'Sảnh chính' })
    expect(body.pairingCode).toMatch(/^\d{8}$/)
    const paired = await office.as({}).post('/devices/pair', { code: `${body.pairingCode.slice(0, 4)} ${body.pairingCode.slice(4)}` })
    expect(paired.body.device).toMatchObject({ id: body.device.id, kind: 'board' })
    expect(cookieOf(paired)).toMatch(/^moiso_board=/)
    expect((await office.as({}).post('/devices/pair', { code: body.pairingCode })).body).toMatchObject({ status: 404, code: 'PAIRING_CODE_UNKNOWN' })
    const renewed = (await admin.post(`/devices/${body.device.id}/code`)).body
    office.clock.forward(11 * 60_000)
    expect((await office.as({}).post('/devices/pair', { code: renewed.pairingCode })).body).toMatchObject({ status: 410, code: 'TOKEN_EXPIRED' })
  })

  it('stop guesses of the code', async () => {
    const guesses = await Promise.all(Array.from({ length: 20 }, () => office.as({}).post('/devices/pair', { code: '00000000' })))
    expect(guesses.filter(({ status }) => status === 429).length).toBeGreaterThanOrEqual(10)
  })

  it('lose their right when removed', async () => {
    const another = await openOffice()
    const kiosk = await another.pair('kiosk')
    const anotherAdmin = await another.signIn('admin')
    expect((await kiosk.post('/tickets', { field: 'CT' })).status).toBe(201)
    await anotherAdmin.remove(`/devices/${kiosk.id}`)
    expect((await kiosk.post('/tickets', { field: 'CT' })).status).toBe(401)
    expect((await anotherAdmin.get('/devices')).body.items).toEqual([])
    expect((await anotherAdmin.remove(`/devices/${kiosk.id}`)).status).toBe(404)
    await another.close()
  })

  it('belong to a counter of the office when they rate or sign, and only then', async () => {
    expect((await admin.post('/devices', { kind: 'board', name: 'x', counter: 1 })).body.code).toBe('INVALID_REQUEST')
    for (const counter of [undefined, 9]) expect((await admin.post('/devices', { kind: 'rating', name: 'x', counter })).body.code).toBe('INVALID_REQUEST')
  })
})

describe('programs', () => {
  it('act by a key that is shown once and can be ended', async () => {
    const { body } = await admin.post('/keys', { name: 'Cổng tỉnh', role: 'officer' })
    const program = office.as({ authorization: `Bearer ${body.key}` })
    expect((await program.post('/tickets', { field: 'CT', slip: false })).body).toMatchObject({ print: null, ticket: { number: '1001' } })
    expect((await program.post('/counters/1/open')).body.counter.officer).toEqual({ id: body.id, name: 'Cổng tỉnh', title: '' })
    expect((await program.post('/counters/1/next')).body.ticket.number).toBe('1001')
    expect((await program.post('/counters/1/finish')).status).toBe(200)
    expect((await program.get('/facts')).body.items.length).toBeGreaterThan(3)
    expect(JSON.stringify((await admin.get('/keys')).body)).not.toContain(body.key)
    await admin.remove(`/keys/${body.id}`)
    expect((await program.post('/tickets', { field: 'CT' })).body.code).toBe('SIGN_IN_REQUIRED')
  })
})

describe('who may do what', () => {
  it('refuses strangers with 401 and the wrong role with 403', async () => {
    const [observer, officer] = [await office.signIn('mttq'), await office.signIn('quay3')]
    expect((await office.as({}).post('/tickets', { field: 'CT' })).status).toBe(401)
    expect((await office.as({}).get('/tickets')).status).toBe(401)
    for (const [who, ask] of [[observer, '/tickets'], [officer, '/keys'], [officer, '/devices'], [officer, '/facts']] as const) expect((await who.get(ask)).body).toMatchObject({ status: 403, code: 'NOT_ALLOWED' })
    expect((await officer.post('/tickets', { field: 'CT' })).status).toBe(403)
    expect((await admin.post('/counters/1/open')).status).toBe(403)
  })

  it('lets one browser be several at once, by what a page says it acts as', async () => {
    const board = (await office.signIn('quay3')).headers['cookie'] ?? ''
    const { body } = await admin.post('/devices', { kind: 'kiosk', name: 'k' })
    office.clock.forward(11 * 60_000)
    const renewed = (await admin.post(`/devices/${body.device.id}/code`)).body
    const paired = await office.app.inject({ method: 'POST', url: '/api/v1/devices/pair', payload: { code: renewed.pairingCode }, remoteAddress: '10.0.0.9' })
    const both = `${board}; ${String(paired.headers['set-cookie']).split(';')[0]}`
    const kind = async (headers: Record<string, string>) => (await office.as({ cookie: both }).get('/session', headers)).body.principal?.kind
    expect([await kind({ 'moiso-as': 'kiosk' }), await kind({ 'moiso-as': 'staff' }), await kind({}), await kind({ 'moiso-as': 'board' })]).toEqual(['kiosk', 'staff', 'staff', undefined])
  })

  it('refuses pages of other sites and allows programs without an Origin', async () => {
    const kiosk = await office.as({}).get('/office')
    expect(kiosk.status).toBe(200)
    const foreign: Record<string, string>[] = [{ origin: 'http://evil.test' }, { origin: 'null' }, { 'sec-fetch-site': 'cross-site' }]
    for (const headers of foreign) {
      expect((await admin.post('/keys', { name: 'x', role: 'admin' }, headers)).body).toMatchObject({ status: 403, code: 'FOREIGN_ORIGIN' })
    }
    expect((await admin.post('/keys', { name: 'x', role: 'admin' }, { origin: 'http://localhost:80', host: 'localhost:80' })).status).toBe(201)
  })

  it('finds the office by its prefix', async () => {
    expect((await office.as({}).get('/o/main/api/v1/office')).body.id).toBe('main')
    expect((await office.as({}).get('/o/other/api/v1/office')).status).toBe(404)
  })

  it('ends trial mode for good when the administrator confirms', async () => {
    expect((await office.as({}).post('/trial/screens', { screen: 'kiosk' })).body.code).toBe('TRIAL_OVER')
  })
})

describe('trial mode', () => {
  it('opens every screen with one request, but never the administrator\'s account', async () => {
    const trial = await openOffice({ trial: true })
    const open = (body: unknown) => trial.as({}).post('/trial/screens', body)
    expect((await open({ screen: 'kiosk' })).body).toEqual({ path: '/kiosk' })
    expect((await open({ screen: 'rating', counter: 2 })).body).toEqual({ path: '/rating/2' })
    const officer = await open({ screen: 'console', counter: 2 })
    expect(officer.body).toEqual({ path: '/counter?n=2' })
    expect((await trial.as({ cookie: cookieOf(officer) }).get('/session')).body.principal).toMatchObject({ id: 'p_quay2', role: 'officer' })
    expect((await open({ screen: 'console', counter: 9 })).status).toBe(404)
    expect((await open({ screen: 'admin' })).status).toBe(400)
    await trial.close()
  })

  it('ends with all it gave away, and leaves what was paired by a code', async () => {
    const trial = await openOffice({ trial: true, alwaysOpen: true })
    const opened = async (screen: string, counter?: number) => {
      const answer = await trial.as({}).post('/trial/screens', { screen, ...counter !== undefined && { counter } })
      return trial.as({ cookie: cookieOf(answer) })
    }
    const [console2, kiosk, paired] = [await opened('console', 2), await opened('kiosk'), await trial.pair('kiosk')]
    expect((await console2.post('/counters/2/open')).status).toBe(200)
    expect((await (await trial.signIn('admin')).post('/office/confirm')).body).toEqual({ trial: false })
    expect((await console2.post('/counters/2/next')).status).toBe(401)
    expect((await kiosk.post('/tickets', { field: 'CT' })).status).toBe(401)
    expect((await paired.post('/tickets', { field: 'CT' })).status).toBe(201)
    expect((await opened('kiosk')).headers['cookie']).toBe('')
    await trial.close()
  })
})
