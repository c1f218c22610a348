import { expect, it } from 'vitest'
import { endEarlierDay } from '../../../server/domain/ticketing.ts'
import { ok } from '../../../server/domain/result.ts'
import { monday9 } from '../support/office.ts'
import { choose, decided, end, issue, next, office, officers, open } from '../support/turns.ts'
import type { Opened, OpenStore } from './opened.ts'

const day = 24 * 60 * 60_000
const all = { after: 0, limit: 100 }

/** Monday: 1001, then 1003 chosen before 1002. Tuesday: 1001. Thursday: 1001, which had priority before nobody. */
async function aWeek (openStore: OpenStore): Promise<Opened> {
  const opened = await openStore()
  const { store } = opened
  await Promise.all([issue(store), issue(store), issue(store), open(store, 1), next(store, 1), end(store, 1), choose(store, 1, ({ tickets }) => tickets.list.at(-1))])
  for (const later of [1, 3]) {
    await store.turn(office, today => decided(ok(endEarlierDay(today, monday9 + later * day))))
    await Promise.all([issue(store, { at: monday9 + later * day, priority: later === 3 }), open(store, 1), next(store, 1)])
  }
  return opened
}

export function callsContract (openStore: OpenStore): void {
  it('gives the calls of some days with who called, why, and who was passed over', async () => {
    const { store } = await aWeek(openStore)
    const calls = await store.calls(office, '2026-11-23', '2026-11-23', all)
    expect(calls.map(({ number, why, overtook, chosen }) => [number, why, overtook, chosen])).toEqual([['1001', 'order', 0, undefined], ['1003', 'chosen', 1, 'người già yếu']])
    expect(calls[1]).toMatchObject({ at: monday9, counter: 1, officer: officers[1], rev: 7, ticket: expect.any(String) })
    const between = async (from: string, to: string) => (await store.calls(office, from, to, all)).map(({ at }) => (at - monday9) / day)
    expect(await Promise.all([between('2026-11-24', '2026-11-26'), between('2026-11-25', '2026-11-25'), between('2026-11-01', '2026-11-30'), between('2026-11-27', '2026-12-30'), between('2026-01-01', '2026-11-22')]))
      .toEqual([[1, 3], [], [0, 0, 1, 3], [], []])
  })

  it('gives them page by page', async () => {
    const { store } = await aWeek(openStore)
    const whole = await store.calls(office, '2026-11-23', '2026-11-30', all)
    const pages = []
    for (let after = 0; ;) {
      const page = await store.calls(office, '2026-11-23', '2026-11-30', { after, limit: 3 })
      pages.push(page)
      if (page.length < 3) break
      after = page.at(-1)?.rev ?? 0
    }
    expect(pages.map(page => page.length)).toEqual([3, 1])
    expect(pages.flat()).toEqual(whole)
  })

  it('leaves out a call whose payload was deleted by law, and other offices', async () => {
    const { store, tamper } = await aWeek(openStore)
    await tamper('UPDATE fact SET payload = NULL, salt = NULL WHERE rev = 7')
    expect((await store.calls(office, '2026-11-23', '2026-11-23', all)).map(({ number }) => number)).toEqual(['1001'])
    expect(await store.calls('elsewhere', '2026-11-23', '2026-11-23', all)).toEqual([])
  })
}
