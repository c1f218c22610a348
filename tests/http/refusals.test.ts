import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openOffice, type Asking, type TestOffice } from '../support/office.ts'

let office: TestOffice
let kiosk: Asking
let admin: Asking
beforeAll(async () => {
  office = await openOffice()
  kiosk = await office.pair('kiosk')
  admin = await office.signIn('admin')
})
afterAll(() => office.close())
const log = async () => (await office.store.factsAfter('main', 0, 10_000)).length

describe('bad input', () => {
  it.each([
    ['an unknown field of the request', { field: 'CT', colour: 'red' }, 'INVALID_REQUEST'],
    ['a wrong type', { field: 'CT', dossiers: '2' }, 'INVALID_REQUEST'],
    ['an array for a string', { field: ['CT'] }, 'INVALID_REQUEST'],
    ['too many dossiers', { field: 'CT', dossiers: 1000 }, 'INVALID_REQUEST'],
    ['nothing', undefined, 'INVALID_REQUEST'],
    ['a field that is not there', { field: 'ZZ' }, 'UNKNOWN_FIELD'],
    ['a priority class that is not there', { field: 'CT', priority: true, priorityClass: 'zzz' }, 'UNKNOWN_PRIORITY_CLASS'],
    ['a priority class without priority', { field: 'CT', priorityClass: 'elderly' }, 'UNKNOWN_PRIORITY_CLASS'],
    ['a procedure of another field', { field: 'CT', procedure: 'HT01' }, 'UNKNOWN_PROCEDURE']
  ])('is refused with a code: %s', async (_what, body, code) => {
    const before = await log()
    const answer = await kiosk.post('/tickets', body)
    expect(answer.body).toMatchObject({ status: 400, code })
    expect(answer.headers['content-type']).toContain('application/problem+json')
    expect(await log()).toBe(before)
  })

  it('names the field that is too much', async () => {
    const { body } = await kiosk.post('/tickets', { field: 'CT', colour: 'red' })
    expect(body.errors).toEqual([{ path: '/', message: 'must NOT have additional properties: colour' }])
  })

  it.each(['{', '{"field":"CT","__proto__":{"role":"admin"}}', '{"constructor":{"prototype":{"x":1}}}', 'null', '[]', '"CT"'])('refuses the body %s', async text => {
    const answer = await office.app.inject({ method: 'POST', url: '/api/v1/tickets', headers: { ...kiosk.headers, 'content-type': 'application/json' }, payload: text })
    expect(answer.statusCode).toBe(400)
    expect(answer.json().code).toBe('INVALID_REQUEST')
    expect(({} as Record<string, unknown>)['role']).toBeUndefined()
  })

  it('refuses a huge body, a form and text', async () => {
    expect((await kiosk.post('/tickets', { field: 'C'.repeat(200_000) })).body).toMatchObject({ status: 413, code: 'PAYLOAD_TOO_LARGE' })
    for (const type of ['application/x-www-form-urlencoded', 'text/plain']) {
      expect((await kiosk.post('/tickets', 'field=CT', { 'content-type': type })).body).toMatchObject({ status: 415, code: 'UNSUPPORTED_MEDIA_TYPE' })
    }
  })

  it('refuses control characters in a name', async () => {
    for (const name of ['máy\u0000', 'a\u001b@', 'x\u0085']) expect((await admin.post('/keys', { name, role: 'officer' })).body).toMatchObject({ status: 400, code: 'INVALID_REQUEST' })
  })

  it('answers anything with 201 or a coded 4xx, never a fault', async () => {
    const weird = fc.record({ field: fc.oneof(fc.constantFrom('CT', 'HT'), fc.anything()), purpose: fc.anything(), dossiers: fc.anything() }, { requiredKeys: [] })
    await fc.assert(fc.asyncProperty(fc.oneof(weird, fc.jsonValue()), async body => {
      const text = JSON.stringify(body) ?? '{}'
      const answer = await office.app.inject({ method: 'POST', url: '/api/v1/tickets', headers: { ...kiosk.headers, 'content-type': 'application/json' }, payload: text })
      expect([201, 400, 409]).toContain(answer.statusCode)
      if (answer.statusCode === 409) expect(answer.json().code).toBe('TOO_MANY_DOSSIERS')
    }), { numRuns: 200 })
  })
})

describe('problems', () => {
  it('speak the asker\'s language', async () => {
    const detail = async (language: string) => (await office.as({}).get('/nowhere', { 'accept-language': language })).body.detail as string
    expect(await detail('en-GB,en;q=0.9,vi;q=0.1')).toMatch(/^Not found/)
    expect(await detail('vi')).toMatch(/^Không tìm thấy/)
    expect(await detail('fr')).toMatch(/^Không tìm thấy/)
  })

  it('say when a closed office opens again', async () => {
    const start = office.clock.now()
    office.clock.set(Date.parse('2026-11-23T12:00:00+07:00'))
    expect((await kiosk.post('/tickets', { field: 'CT' })).body).toMatchObject({ status: 409, code: 'OFFICE_CLOSED', detail: expect.stringContaining('13:15 23/11') })
    expect((await office.as({}).get('/office')).body).toMatchObject({ open: false, opensAt: '2026-11-23T13:15:00.000+07:00', closesAt: null, trial: false })
    office.clock.set(start)
  })
})

describe('the same request again', () => {
  const key = { 'idempotency-key': 'phiếu-số-1'.normalize('NFC').replace(/[^a-z0-9-]/g, 'x') }

  it('is the same deed: one ticket, one paper', async () => {
    const before = office.printer.wakes
    const [first, second] = [await kiosk.post('/tickets', { field: 'CT', dossiers: 2 }, key), await kiosk.post('/tickets', { dossiers: 2, field: 'CT' }, key)]
    expect(second.body).toEqual(first.body)
    expect([first, second].map(({ headers }) => headers['idempotent-replayed'])).toEqual([undefined, 'true'])
    expect(office.printer.wakes).toBe(before + 1)
  })

  it('is refused with another body, and free for another principal', async () => {
    expect((await kiosk.post('/tickets', { field: 'HT' }, key)).body).toMatchObject({ status: 422, code: 'IDEMPOTENCY_KEY_REUSED' })
    expect((await (await office.pair('kiosk')).post('/tickets', { field: 'HT' }, key)).status).toBe(201)
  })

  it('is decided anew after a refusal', async () => {
    const officer = await office.signIn('quay4')
    await officer.post('/counters/4/open')
    while ((await officer.post('/counters/4/next')).status === 200) await officer.post('/counters/4/finish')
    const again = { 'idempotency-key': 'goi-tiep-1' }
    expect((await officer.post('/counters/4/next', {}, again)).body.code).toBe('NOBODY_WAITING')
    await kiosk.post('/tickets', { field: 'TQ' })
    expect((await officer.post('/counters/4/next', {}, again)).status).toBe(200)
    expect((await officer.post('/counters/4/next', {}, again)).headers['idempotent-replayed']).toBe('true')
  })

  it('needs a key of a sensible length', async () => {
    expect((await kiosk.post('/tickets', { field: 'CT' }, { 'idempotency-key': 'short' })).body.code).toBe('INVALID_REQUEST')
  })
})

describe('leases', () => {
  it('belong to one holder until taken over', async () => {
    const [first, second] = [await office.signIn('quay1'), await office.signIn('quay1')]
    expect((await first.post('/counters/1/open')).status).toBe(200)
    expect((await second.post('/counters/1/open')).body).toMatchObject({ code: 'COUNTER_TAKEN', detail: expect.stringContaining('Cán bộ mẫu 1') })
    expect((await second.post('/counters/1/next')).body.code).toBe('NOT_HOLDER')
    expect((await second.post('/counters/1/take-over')).body.counter).toMatchObject({ number: 1, state: 'open' })
    expect((await first.post('/counters/1/pause', { reason: 'họp' })).body.code).toBe('NOT_HOLDER')
    expect((await second.post('/counters/1/pause', { reason: 'họp' })).body.counter).toMatchObject({ state: 'paused', reason: 'họp' })
    expect((await second.post('/counters/1/next')).body.code).toBe('COUNTER_PAUSED')
    expect((await second.post('/counters/1/resume')).body.counter.state).toBe('open')
    expect((await second.post('/counters/1/close')).body.counter).not.toHaveProperty('officer')
    expect((await second.post('/counters/77/open')).body.code).toBe('NOT_FOUND')
  })

  it('never show who the holder is beyond the officer\'s name', async () => {
    expect(JSON.stringify((await office.as({}).get('/counters')).body)).not.toMatch(/holder|session:/)
  })
})
