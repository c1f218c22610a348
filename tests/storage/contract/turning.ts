import { expect, it } from 'vitest'
import { ok } from '../../../server/domain/result.ts'
import { endEarlierDay, takeTicket } from '../../../server/domain/ticketing.ts'
import type { Committed } from '../../../server/ports/store.ts'
import { mondayDate, monday9 } from '../support/office.ts'
import { decided, id, issue, kiosk, next, office, open } from '../support/turns.ts'
import type { OpenStore } from './opened.ts'

const days = 24 * 60 * 60_000

export function turningContract (openStore: OpenStore): void {
  it('numbers 500 tickets asked for at once without a gap or a double', async () => {
    const { store, findings } = await openStore()
    const taken = await Promise.all(Array.from({ length: 500 }, (_, place) => issue(store, { field: place % 3 ? 'CT' : 'HT' })))
    const numbers = taken.map(result => result.ok && result.value.answer.number)
    expect(new Set(numbers).size).toBe(500)
    expect(Object.fromEntries((await store.day(office)).sequences)).toEqual({ CT: 333, HT: 167 })
    expect((await store.ticketsOn(office, mondayDate, {})).map(ticket => ticket.number).sort()).toEqual([...numbers].sort())
    expect(await findings()).toEqual([])
  })

  it('lets turns of one group see each other: one waiting ticket goes to one counter', async () => {
    const { store } = await openStore()
    await Promise.all([open(store, 1), open(store, 2), issue(store, { field: 'CT' })])
    const calls = await Promise.all([next(store, 1), next(store, 2)])
    expect(calls).toMatchObject([{ ok: true, value: { answer: { number: '1001' } } }, { ok: false, error: { code: 'NOBODY_WAITING' } }])
  })

  it('keeps the neighbours of a turn that throws', async () => {
    const { store, findings } = await openStore()
    const thrown = store.turn(office, () => { throw new Error('a defect') })
    const answering = store.turn(office, day => {
      const facts = takeTicket(day, { field: 'CT' }, id('tk'), kiosk, monday9)
      return facts.ok ? ok({ facts: facts.value, answer: () => { throw new Error('another defect') } }) : facts
    })
    const all = await Promise.allSettled([issue(store), thrown, issue(store), answering, issue(store)])
    expect(all.map(outcome => outcome.status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'rejected', 'fulfilled'])
    expect((await store.ticketsOn(office, mondayDate, {})).map(ticket => ticket.number)).toEqual(['1001', '1002', '1003'])
    expect(await findings()).toEqual([])
  })

  it('keeps the neighbours of a turn whose rows the database refuses, and nothing of that turn', async () => {
    const { store, findings } = await openStore()
    await issue(store)
    const doubled = store.turn(office, day => decided(ok([
      { type: 'ticket:issued', at: day.lastAt, by: 'system', serviceDate: mondayDate, ticket: { ...born, id: id('tk'), number: '3001', field: 'DD' } },
      { type: 'ticket:issued', at: day.lastAt, by: 'system', serviceDate: mondayDate, ticket: { ...born, id: id('tk'), number: '1001' } }
    ])))
    const all = await Promise.allSettled([issue(store), doubled, open(store, 1), issue(store), next(store, 1)])
    expect(all.map(outcome => outcome.status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled', 'fulfilled'])
    const { sequences, rev } = await store.day(office)
    expect({ sequences: Object.fromEntries(sequences), rev }).toEqual({ sequences: { CT: 3 }, rev: 5 })
    expect(await findings()).toEqual([])
  })

  it('stores nothing of a refusal', async () => {
    const { store } = await openStore()
    const before = await store.day(office)
    expect(await Promise.all([next(store, 1), issue(store, { field: 'XX' })])).toMatchObject([{ error: { code: 'COUNTER_CLOSED' } }, { error: { code: 'UNKNOWN_FIELD' } }])
    expect(await store.day(office)).toEqual(before)
    expect(await store.factsAfter(office, 0, 10)).toEqual([])
  })

  it('rejects a turn of an office that is not there', async () => {
    const { store } = await openStore()
    await expect(issue(store, { office: 'elsewhere' })).rejects.toThrow('no office elsewhere')
    await expect(store.day('elsewhere')).rejects.toThrow('no office elsewhere')
  })

  it('tells listeners every commit in the order of its facts, and bears with those that fail', async () => {
    const { store } = await openStore()
    const heard: Committed[] = []
    store.onCommitted(() => { throw new Error('a deaf listener') })
    const leave = store.onCommitted(committed => { heard.push(committed) })
    await Promise.all([issue(store), open(store, 1), issue(store), next(store, 1)])
    leave()
    await issue(store)
    expect(heard.flatMap(({ facts }) => facts.map(({ rev, type }) => [rev, type]))).toEqual([
      [1, 'ticket:issued'], [2, 'counter:changed'], [3, 'ticket:issued'], [4, 'ticket:called']
    ])
    expect(heard.map(({ before, after }) => [before.rev, after.rev])).toEqual([[0, 1], [1, 2], [2, 3], [3, 4]])
    expect(heard.map(({ alongside }) => alongside.length)).toEqual([1, 0, 1, 0])
  })

  it('starts each service day at 001 and keeps the earlier one', async () => {
    const { store, reopen, findings } = await openStore()
    await Promise.all([issue(store), issue(store), open(store, 1), next(store, 1)])
    const tuesday = monday9 + days
    await store.turn(office, day => decided(ok(endEarlierDay(day, tuesday))))
    expect(await issue(store, { at: tuesday })).toMatchObject({ value: { answer: { number: '1001' } } })
    expect((await store.ticketsOn(office, mondayDate, {})).map(ticket => ticket.state)).toEqual(['expired', 'expired'])
    expect((await store.ticketsOn(office, '2026-11-24', {})).map(ticket => ticket.state)).toEqual(['waiting'])
    const day = await store.day(office)
    expect(await (await reopen()).day(office)).toStrictEqual(day)
    expect(await findings()).toEqual([])
  })

  it('sees what another process has written, though its own memory is older', async () => {
    const { store, beside } = await openStore()
    await issue(store)
    const other = await beside()
    expect(await issue(other)).toMatchObject({ value: { answer: { number: '1002' } } })
    expect(await issue(store)).toMatchObject({ value: { answer: { number: '1003' } } })
    const taken = await Promise.all(Array.from({ length: 40 }, (_, place) => issue(place % 2 ? store : other)))
    expect(new Set(taken.map(result => result.ok && result.value.answer.number)).size).toBe(40)
  })
}

const born = { field: 'CT', fieldVersion: 1, priority: false, purpose: 'submit', dossiers: 1 } as const
