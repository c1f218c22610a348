import { expect, it } from 'vitest'
import type { Day } from '../../../server/domain/day.ts'
import type { Store } from '../../../server/ports/store.ts'
import { monday9, mondayDate } from '../support/office.ts'
import { away, begin, choose, comeBack, end, giveUp, gone, inState, issue, next, office, open, send, takeBack } from '../support/turns.ts'
import type { Opened, OpenStore } from './opened.ts'

const minute = 60_000
const only = (day: Day) => day.tickets.list[0]

/** Counter 1 is open and has called the only ticket, 1001. */
async function aCall (openStore: OpenStore, wish: Parameters<typeof issue>[1] = {}): Promise<Opened> {
  const opened = await openStore()
  await Promise.all([issue(opened.store, wish), open(opened.store, 1), open(opened.store, 2), next(opened.store, 1)])
  return opened
}

/** The day as it is in memory is the day as it is read from the disk; returns it. */
async function reloaded ({ store, reopen, findings }: Opened): Promise<{ readonly day: Day, readonly store: Store }> {
  const day = await store.day(office)
  const again = await reopen()
  expect(await again.day(office)).toEqual(day)
  expect(await findings()).toEqual([])
  return { day, store: again }
}

export function sendingContract (openStore: OpenStore): void {
  it('keeps why a ticket was sent away and until when, and its right to be next when it is back', async () => {
    const opened = await aCall(openStore)
    await away(opened.store, 1, 20)
    const held = await reloaded(opened)
    expect(only(held.day)).toMatchObject({ state: 'held', hold: { reason: 'bản chính', until: monday9 + 20 * minute, counter: 1 } })
    await comeBack(held.store, only, monday9 + 5 * minute)
    const back = await reloaded({ ...opened, store: held.store })
    expect(only(back.day)).toMatchObject({ state: 'waiting', bound: { counters: [1], next: true }, place: { at: monday9 } })
    expect(only(back.day)?.hold).toBeUndefined()
  })

  it('keeps the place at which a missed ticket re-entered', async () => {
    const opened = await aCall(openStore)
    await Promise.all([gone(opened.store, 1), issue(opened.store), comeBack(opened.store, inState('missed'), monday9 + minute)])
    const { day } = await reloaded(opened)
    expect(day.tickets.list.map(({ number, place }) => [number, place])).toEqual([['1002', { at: monday9, rev: 6 }], ['1001', { at: monday9 + minute, rev: 7 }]])
  })

  it('keeps first arrival, leg, way back and further services over a transfer', async () => {
    const opened = await aCall(openStore, { more: [{ field: 'HT', procedure: 'ht-tu' }] })
    await send(opened.store, 1, { counter: 2, back: true })
    const sent = await reloaded(opened)
    expect(only(sent.day)).toMatchObject({ leg: 2, state: 'waiting', issuedAt: monday9, place: { at: monday9 }, back: 1, more: [{ field: 'HT', procedure: 'ht-tu' }], bound: { counters: [2], next: false } })
    await next(sent.store, 2)
    await end(sent.store, 2, 'accepted')
    const third = await reloaded({ ...opened, store: sent.store })
    expect(only(third.day)).toMatchObject({ leg: 3, field: 'CT', more: [{ field: 'HT', procedure: 'ht-tu' }], bound: { counters: [1], next: true } })
    await next(third.store, 1)
    await end(third.store, 1, 'accepted')
    const fourth = await reloaded({ ...opened, store: third.store })
    expect(only(fourth.day)).toMatchObject({ leg: 4, field: 'HT', procedure: 'ht-tu', procedureVersion: 1 })
  })

  it('brings a finished ticket back to its counter', async () => {
    const opened = await aCall(openStore)
    await begin(opened.store, 1)
    const before = await opened.store.day(office)
    await end(opened.store, 1, 'accepted')
    expect((await opened.store.ticketsOn(office, mondayDate, {})).map(({ state }) => state)).toEqual(['done'])
    await takeBack(opened.store, 1)
    const { day, store } = await reloaded(opened)
    expect({ tickets: day.tickets, counters: day.counters }).toEqual({ tickets: before.tickets, counters: before.counters })
    expect(await store.ticket(office, only(day)?.id ?? '')).toEqual(only(before))
  })

  it.each(['apart', 'at once'])('begins a leg again after the transfer that began it was taken back (%s)', async how => {
    const opened = await aCall(openStore)
    const acts = [() => send(opened.store, 1, { field: 'HT' }), () => takeBack(opened.store, 1), () => send(opened.store, 1, { counter: 2 }), () => takeBack(opened.store, 1)]
    const before = await opened.store.day(office)
    if (how === 'at once') await Promise.all(acts.map(act => act()))
    else for (const act of acts) await act()
    const { day, store } = await reloaded(opened)
    expect(only(day)).toEqual(only(before))
    await send(store, 1, { field: 'DD' })
    expect(only((await reloaded({ ...opened, store })).day)).toMatchObject({ leg: 2, field: 'DD' })
  })

  it('takes back several deeds of one counter, one after the other, also after a restart', async () => {
    const opened = await aCall(openStore)
    const called = await opened.store.day(office)
    await Promise.all([begin(opened.store, 1), away(opened.store, 1)])
    const { store } = await reloaded(opened)
    await takeBack(store, 1)
    expect(await takeBack(store, 1)).toMatchObject({ ok: true })
    const { day } = await reloaded({ ...opened, store })
    expect({ tickets: day.tickets, counters: day.counters }).toEqual({ tickets: called.tickets, counters: called.counters })
  })

  it('keeps a cancelled ticket as cancelled, and its counter free', async () => {
    const opened = await aCall(openStore)
    await Promise.all([giveUp(opened.store, only), issue(opened.store), next(opened.store, 1)])
    const { day, store } = await reloaded(opened)
    expect((await store.ticketsOn(office, mondayDate, {})).map(({ number, state, counter }) => [number, state, counter])).toEqual([['1001', 'cancelled', 1], ['1002', 'called', 1]])
    expect(day.counters.get(1)?.ticket).toBe(only(day)?.id)
  })

  it('counts the numbers given out in each session of the day', async () => {
    const opened = await openStore()
    const afternoon = monday9 + 5 * 60 * minute
    await Promise.all([issue(opened.store), issue(opened.store), issue(opened.store, { field: 'HT' }), issue(opened.store, { at: afternoon })])
    const { day, store } = await reloaded(opened)
    expect(Object.fromEntries(day.givenInSession)).toEqual({ 'CT 07:30': 2, 'HT 07:30': 1, 'CT 13:00': 1 })
    await issue(store, { at: monday9 + 24 * 60 * minute })
    expect(Object.fromEntries((await reloaded({ ...opened, store })).day.givenInSession)).toEqual({ 'CT 07:30': 1 })
  })

  it('keeps the reason for which an officer chose a ticket', async () => {
    const { store } = await openStore()
    await Promise.all([issue(store), issue(store), open(store, 1), choose(store, 1, day => day.tickets.list[1])])
    expect((await store.factsAfter(office, 3, 1))[0]).toMatchObject({ type: 'ticket:called', payload: { chosen: 'người già yếu', overtook: 1, call: { why: { code: 'chosen' } } } })
  })
}
