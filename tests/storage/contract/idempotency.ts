import { expect, it } from 'vitest'
import type { Once } from '../../../server/ports/store.ts'
import { monday9, mondayDate } from '../support/office.ts'
import { issue, office } from '../support/turns.ts'
import type { OpenStore } from './opened.ts'

const once = (change: Partial<Once> = {}): Once => ({ principal: 'kiosk:k1', key: 'key-00000001', fingerprint: 'body-a', at: monday9, ...change })
const hours = 60 * 60_000

export function idempotencyContract (openStore: OpenStore): void {
  it('gives the first answer again to the same request', async () => {
    const { store, reopen } = await openStore()
    const first = await issue(store, { once: once() })
    const second = await issue(store, { once: once() })
    expect(second).toEqual({ ok: true, value: { ...first.ok && first.value, replayed: true } })
    expect(await issue(await reopen(), { once: once() })).toEqual(second)
  })

  it('stores one ticket for twenty copies of a request that arrive at once', async () => {
    const { store } = await openStore()
    const taken = await Promise.all(Array.from({ length: 20 }, () => issue(store, { once: once() })))
    expect(new Set(taken.map(result => result.ok && result.value.answer.number))).toEqual(new Set(['1001']))
    expect(taken.filter(result => result.ok && !result.value.replayed)).toHaveLength(1)
    expect(await store.ticketsOn(office, mondayDate, {})).toHaveLength(1)
  })

  it('refuses another request under the same key, also in the same group', async () => {
    const { store } = await openStore()
    const [first, second] = await Promise.all([issue(store, { once: once() }), issue(store, { once: once({ fingerprint: 'body-b' }) })])
    expect([first.ok, second]).toMatchObject([true, { error: { code: 'IDEMPOTENCY_KEY_REUSED' } }])
    expect(await issue(store, { once: once({ fingerprint: 'body-b' }) })).toMatchObject({ error: { code: 'IDEMPOTENCY_KEY_REUSED' } })
  })

  it('does not keep a refusal: the same request may succeed later', async () => {
    const { store } = await openStore()
    expect(await issue(store, { field: 'XX', once: once() })).toMatchObject({ error: { code: 'UNKNOWN_FIELD' } })
    expect(await issue(store, { field: 'CT', once: once({ fingerprint: 'body-b' }) })).toMatchObject({ value: { replayed: false } })
  })

  it('keeps the keys of principals apart', async () => {
    const { store } = await openStore()
    const taken = await Promise.all(['kiosk:k1', 'kiosk:k2'].map(principal => issue(store, { once: once({ principal }) })))
    expect(taken).toMatchObject([{ value: { answer: { number: '1001' } } }, { value: { answer: { number: '1002' }, replayed: false } }])
  })

  it('forgets a key after 24 hours', async () => {
    const { store } = await openStore()
    await issue(store, { once: once() })
    expect(await issue(store, { once: once({ at: monday9 + 23 * hours }) })).toMatchObject({ value: { replayed: true } })
    expect(await issue(store, { once: once({ at: monday9 + 24 * hours, fingerprint: 'body-b' }) })).toMatchObject({ value: { answer: { number: '1002' }, replayed: false } })
  })
}
