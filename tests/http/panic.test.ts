import { afterEach, beforeEach, expect, it } from 'vitest'
import { openOffice, type Asking, type TestOffice } from '../support/office.ts'

let office: TestOffice
let one: Asking
let two: Asking
beforeEach(async () => {
  office = await openOffice({ alwaysOpen: true })
  ;[one, two] = [await office.signIn('quay1'), await office.signIn('quay2')]
  await Promise.all([one.post('/counters/1/open'), two.post('/counters/2/open')])
})
afterEach(() => office.close())

const since = '2026-11-23T09:00:00.000+07:00'

it('goes from whoever calls to whoever comes and is over when they say so', async () => {
  expect((await one.post('/counters/1/panic')).body.counter.panic).toEqual({ since })
  expect((await one.post('/counters/1/panic/accept')).body.code).toBe('NOT_ALLOWED')
  expect((await two.post('/counters/1/panic/accept')).body.counter.panic).toEqual({ since, acceptedBy: { name: 'Cán bộ mẫu 2', counter: 2 } })
  const guide = await office.signIn('huongdan')
  const late = await guide.post('/counters/1/panic/accept')
  expect(late.body).toMatchObject({ status: 409, code: 'PANIC_ACCEPTED', detail: expect.stringContaining('Cán bộ mẫu 2') })
  expect((await guide.post('/counters/1/panic/end')).body.code).toBe('NOT_ALLOWED')
  expect((await two.post('/counters/1/panic/end')).body.counter).not.toHaveProperty('panic')
  expect((await two.post('/counters/1/panic/end')).body.code).toBe('WRONG_STATE')
  const { body: { items } } = await (await office.signIn('giamsat')).get('/facts')
  expect(items.slice(-3).map(({ type, by, payload }: { type: string, by: string, payload: { counter: number } }) => [type, by, payload.counter])).toEqual(
    [['panic:raised', 'staff:p_quay1', 1], ['panic:accepted', 'staff:p_quay2', 1], ['panic:ended', 'staff:p_quay2', 1]])
})

it('is nobody\'s to raise who does not hold the counter, and nobody\'s to see or touch who is no colleague', async () => {
  expect((await two.post('/counters/1/panic')).body.code).toBe('NOT_HOLDER')
  await one.post('/counters/1/panic')
  expect(JSON.stringify((await office.as({}).get('/counters')).body)).not.toContain('panic')
  const outsiders = [office.as({}), await office.pair('kiosk'), await office.pair('board'), await office.signIn('mttq')]
  for (const who of outsiders) for (const path of ['', '/accept', '/end']) expect([401, 403]).toContain((await who.post(`/counters/1/panic${path}`)).status)
})

it('stays open when the counter closes, and any supervisor may end it', async () => {
  await one.post('/counters/1/panic')
  expect((await one.post('/counters/1/close')).body.counter).toMatchObject({ state: 'closed', panic: { since } })
  expect((await (await office.signIn('giamsat')).post('/counters/1/panic/end')).body.counter).not.toHaveProperty('panic')
})

it('raised twice with one key, or two, is one call for help', async () => {
  const raise = (key: string) => one.post('/counters/1/panic', {}, { 'idempotency-key': key })
  const before = (await office.store.day('main')).rev
  for (const key of ['a-first-key', 'a-first-key', 'another-key']) expect((await raise(key)).body.counter.panic).toEqual({ since })
  expect((await office.store.day('main')).rev).toBe(before + 1)
})
