import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Json } from '../support/json.ts'
import { openOffice, type Asking, type TestOffice } from '../support/office.ts'

let office: TestOffice
let kiosk: Asking
beforeAll(async () => {
  office = await openOffice({ seed: sample => ({
    ...sample, rules: { ...sample.rules, bulk: { from: 10, counters: [4], cap: 20 } },
    fields: sample.fields.map(field => field.id === 'DD' ? { ...field, quota: 2 } : field)
  }) })
  kiosk = await office.pair('kiosk')
})
afterAll(() => office.close())

const clockAt = (time: string, date = '2026-11-23') => { office.clock.set(Date.parse(`${date}T${time}:00+07:00`)) }
const shownOffice = async () => (await office.as({}).get('/office')).body
const field = async (id: string) => ((await office.as({}).get('/fields')).body.items as Json[]).find(field => field.id === id)
const take = (who: Asking, wish: object) => who.post('/tickets', { slip: false, ...wish })

describe('what the office is doing', () => {
  it('is work, a break over which numbers are kept, or nothing', async () => {
    expect(await shownOffice()).toMatchObject({ moment: { kind: 'working', until: '2026-11-23T11:30:00.000+07:00' }, carried: 0 })
    await take(kiosk, { field: 'HT' })
    await take(kiosk, { field: 'HT' })
    clockAt('11:30')
    expect(await shownOffice()).toMatchObject({ moment: { kind: 'break', until: '2026-11-23T13:30:00.000+07:00' }, carried: 2, open: false })
    clockAt('13:20')
    await take(kiosk, { field: 'HT' })
    expect(await shownOffice()).toMatchObject({ moment: { kind: 'break' }, carried: 2, open: true })
    clockAt('17:00')
    expect((await shownOffice()).moment).toEqual({ kind: 'closed' })
    clockAt('09:00', '2026-11-24')
    expect((await shownOffice()).moment).toEqual({ kind: 'closed' })
    clockAt('09:00', '2026-11-25')
  })
})

describe('a field', () => {
  it('says how many numbers are left in this session, and when there are none what to do', async () => {
    expect((await field('DD'))?.quotaLeft).toBe(2)
    await take(kiosk, { field: 'DD' })
    expect((await field('DD'))?.quotaLeft).toBe(1)
    await take(kiosk, { field: 'DD' })
    expect((await field('DD'))?.quotaLeft).toBe(0)
    expect((await take(kiosk, { field: 'DD' })).body).toMatchObject({ status: 409, code: 'QUOTA_REACHED', detail: expect.stringMatching(/Đất đai.*buổi sau/) })
    clockAt('13:20', '2026-11-25')
    expect((await field('DD'))?.quotaLeft).toBe(2)
    expect((await take(kiosk, { field: 'DD' })).status).toBe(201)
    expect(await field('HT')).not.toHaveProperty('quotaLeft')
  })

  it('says its notice while that applies, and whether it asks for the dossiers', async () => {
    expect(await field('CT')).toMatchObject({ asksDossiers: true })
    expect(await field('CT')).not.toHaveProperty('notice')
    clockAt('15:00', '2026-11-25')
    expect((await field('CT'))?.notice.vi).toContain('ngày làm việc tiếp theo')
    expect(await field('HT')).not.toHaveProperty('asksDossiers')
  })
})

describe('a heap of dossiers', () => {
  it('is taken up to the cap by the kiosk, and beyond it by the guide, in a lane of its own', async () => {
    expect((await take(kiosk, { field: 'CT', dossiers: 20 })).body.ticket).toMatchObject({ dossiers: 20, bound: { counters: [4], next: false } })
    expect((await take(kiosk, { field: 'CT', dossiers: 21 })).body).toMatchObject({ status: 409, code: 'TOO_MANY_DOSSIERS', detail: expect.stringContaining('20 hồ sơ') })
    expect((await take(await office.signIn('huongdan'), { field: 'CT', dossiers: 30 })).body.ticket).toMatchObject({ dossiers: 30, bound: { counters: [4] } })
  })
})
