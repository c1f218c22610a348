import { expect, it } from 'vitest'
import { mondayDate } from '../support/office.ts'
import { issue, next, office, open } from '../support/turns.ts'
import type { OpenStore } from './opened.ts'

export function troubleContract (openStore: OpenStore): void {
  it('acknowledges nothing on a full disk, still reads, and goes on when there is room again', async () => {
    const { store, fill, findings, reopen } = await openStore()
    expect(await store.trouble()).toBeUndefined()
    await fill(true)
    const outcomes = await untilRefused(() => issue(store))
    const full = outcomes.filter(outcome => outcome.status === 'rejected')
    expect(new Set(full.map(({ reason }) => (reason as { code?: string }).code))).toEqual(new Set(['STORAGE_FULL']))
    expect(await store.trouble()).toMatch(/full/)
    await expect(Promise.all(Array.from({ length: 50 }, () => issue(store)))).rejects.toMatchObject({ code: 'STORAGE_FULL' })
    const acknowledged = outcomes.flatMap(outcome => outcome.status === 'fulfilled' && outcome.value.ok ? [outcome.value.value.answer.number] : [])
    expect((await store.ticketsOn(office, mondayDate, {})).map(({ number }) => number)).toEqual(acknowledged)
    expect((await store.day(office)).tickets.size).toBe(acknowledged.length)
    await fill(false)
    expect(await store.trouble()).toBeUndefined()
    const number = `1${String(acknowledged.length + 1).padStart(3, '0')}`
    expect(await Promise.all([issue(store), open(store, 1), next(store, 1)])).toMatchObject([{ value: { answer: { number } } }, { ok: true }, { ok: true }])
    const day = await store.day(office)
    expect(await (await reopen()).day(office)).toStrictEqual(day)
    expect(await findings()).toEqual([])
  })

  it('refuses everything once it is closed, and closes twice without harm', async () => {
    const { store } = await openStore()
    const underWay = issue(store)
    await store.close()
    expect(await underWay).toMatchObject({ ok: true })
    await store.close()
    await expect(issue(store)).rejects.toThrow('closed')
    await expect(issue(store)).rejects.toThrow('closed')
  })
}

/** Three by three, as they would come in, until the last three were refused. */
async function untilRefused<Value> (act: () => Promise<Value>): Promise<PromiseSettledResult<Value>[]> {
  const outcomes: PromiseSettledResult<Value>[] = []
  while (outcomes.length < 2000) {
    outcomes.push(...await Promise.allSettled([act(), act(), act()]))
    if (outcomes.at(-1)?.status === 'rejected') break
  }
  return outcomes
}
