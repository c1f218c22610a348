import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openOffice, staffPassword, staffPin, type Asking, type TestOffice } from '../support/office.ts'

let office: TestOffice
let guide: Asking
beforeAll(async () => {
  office = await openOffice()
  guide = await office.signIn('huongdan')
})
afterAll(() => office.close())

const pinHashOf = async (username: string) => (await office.store.directory.person('main', username))?.pinHash
const set = (who: Asking, pin: string, password = staffPassword) => who.put('/session/pin', { password, pin })

describe('a PIN of one\'s own', () => {
  it('is set with one\'s password, and only its hash is kept', async () => {
    const before = await pinHashOf('huongdan')
    expect((await set(guide, '305871')).status).toBe(204)
    expect(await pinHashOf('huongdan')).toMatch(/^\$argon2id\$/)
    expect(await pinHashOf('huongdan')).not.toBe(before)
    expect((await guide.get('/session')).status).toBe(200)
  })

  it.each([['000000'], ['123456'], ['121212'], ['123123'], ['987654']])('is refused where it is easily guessed: %s', async pin => {
    const answer = await set(guide, pin)
    expect(answer.body).toMatchObject({ status: 400, code: 'WEAK_PIN', detail: expect.stringContaining('Mời chọn 6 chữ số khác') })
  })

  it('is refused where it is a colleague\'s, without telling so', async () => {
    expect((await set(guide, staffPin)).body).toMatchObject({ status: 400, code: 'WEAK_PIN' })
  })

  it.each(['12345', '1234567', '12345a', '', '４８２９１３'])('has six digits, not %o', async pin => {
    expect((await set(guide, pin)).body).toMatchObject({ status: 400, code: 'INVALID_REQUEST' })
  })

  it('is nobody\'s to set but its owner\'s', async () => {
    expect((await set(office.as({}), '305871')).body.code).toBe('SIGN_IN_REQUIRED')
    expect((await set(await office.pair('kiosk'), '305871')).body.code).toBe('NOT_ALLOWED')
    const admin = await office.signIn('admin')
    const { body: { key } } = await admin.post('/keys', { name: 'Bảng điện tử', role: 'supervisor' })
    expect((await set(office.as({ authorization: `Bearer ${key}` }), '305871')).body.code).toBe('NOT_ALLOWED')
  })

  it('is not set by whoever finds a screen signed in and guesses the password', async () => {
    const before = await pinHashOf('quay1')
    const officer = await office.signIn('quay1')
    const guesses = await Promise.all(Array.from({ length: 12 }, () => set(officer, '719284', 'đoán')))
    expect(guesses.map(({ body }) => body.code).sort()).toEqual([...Array(2).fill('TOO_MANY_REQUESTS'), ...Array(10).fill('WRONG_PASSWORD')])
    expect((await set(officer, '719284')).body).toMatchObject({ status: 429 })
    expect(await pinHashOf('quay1')).toBe(before)
  })

  it('does not find out a colleague\'s, for whoever tries one after the other with the right password', async () => {
    const officer = await office.signIn('quay4')
    const tried = []
    for (let round = 0; round < 12; round++) tried.push((await set(officer, String(305_872 + 7 * round))).status)
    expect(tried).toEqual([...Array(10).fill(204), 429, 429])
    expect((await set(officer, staffPin)).status).toBe(429)
  })

  it('is one person\'s also where two choose the same at the same moment', async () => {
    const both = await Promise.all([await office.signIn('giamsat'), await office.signIn('mttq')].map(who => set(who, '926403')))
    expect(both.map(({ status }) => status).sort()).toEqual([204, 400])
  })

  it('is asked for as often as it takes to find one that is not weak', async () => {
    const officer = await office.signIn('quay3')
    for (let round = 0; round < 12; round++) expect((await set(officer, '123456')).body.code).toBe('WEAK_PIN')
    expect((await set(officer, '630174')).status).toBe(204)
  })

  it('goes with the password it was set under', async () => {
    await office.store.directory.setPassword('main', 'quay2', 'another')
    expect(await pinHashOf('quay2')).toBeUndefined()
  })
})
