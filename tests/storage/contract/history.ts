import { expect, it } from 'vitest'
import { ok } from '../../../server/domain/result.ts'
import { endEarlierDay, takeTicket, type TicketWish } from '../../../server/domain/ticketing.ts'
import type { Alongside, Store } from '../../../server/ports/store.ts'
import { mondayDate, monday9 } from '../support/office.ts'
import { again, away, begin, comeBack, decided, end, giveUp, gone, id, inState, issue, kiosk, next, office, onTicket, open, send, takeBack } from '../support/turns.ts'
import type { OpenStore } from './opened.ts'

const minute = 60_000
const day = 24 * 60 * minute
const at = (minutes: number) => monday9 + minutes * minute
const range = (earliest: number, likely: number, latest: number) => ({ earliest: at(earliest), likely: at(likely), latest: at(latest) })

type Foretold = Omit<Extract<Alongside, { kind: 'forecast' }>, 'kind' | 'ticket' | 'at'>

/** Takes a number together with what is foretold for it. */
function foretell (store: Store, wish: Partial<TicketWish> & { readonly at?: number }, foretold: Partial<Foretold> = {}) {
  const { at: when = monday9, ...asked } = wish
  const ticket = id('tk')
  const forecast = { kind: 'forecast', ticket, at: when, range: range(5, 10, 20), promisedBy: at(30), ...foretold } as const
  return store.turn(office, today => decided(takeTicket(today, { field: 'CT', ...asked }, ticket, kiosk, when), () => [forecast]))
}

const deed = (store: Store, minutes: number) => async (...what: readonly ((store: Store, counter: number) => Promise<unknown>)[]) => {
  // Something that happens at that time, so that what follows does too.
  await store.turn(office, () => ok({ facts: [{ type: 'setting:changed', at: at(minutes), by: 'staff:p9', settings: ['x'] }], answer: () => null }))
  for (const act of what) await act(store, 1)
}

const endOfDay = (store: Store) => store.turn(office, today => decided(ok(endEarlierDay(today, monday9 + day))))
const legsOf = (store: Store) => store.history.legs(office, mondayDate, mondayDate)

export function historyContract (openStore: OpenStore): void {
  it('tells each leg of a day as it was lived', async () => {
    const { store } = await openStore()
    await issue(store, { procedure: 'ct-sao', dossiers: 3, priority: true, appointment: at(5) })
    await open(store, 1)
    await deed(store, 4)(next)
    await deed(store, 6)(begin)
    await deed(store, 15)((where, counter) => send(where, counter, { field: 'HT' }))
    const [first, second, ...others] = await legsOf(store)
    expect(others).toEqual([])
    expect(first).toStrictEqual({
      serviceDate: mondayDate, field: 'CT', procedure: 'ct-sao', purpose: 'submit', priority: true, dossiers: 3, leg: 1,
      waitingSince: at(0), appointment: at(5), counter: 1, calledAt: at(4), startedAt: at(6), endedAt: at(15), end: 'sent'
    })
    expect(second).toMatchObject({ field: 'HT', leg: 2, waitingSince: at(15), end: 'open' })
    expect(second).not.toHaveProperty('calledAt')
  })

  it.each([
    ['waiting', [], 'open', undefined], ['called', [next], 'open', undefined], ['being served', [next, begin], 'open', undefined], ['served', [next, end], 'done', 9],
    ['sent away', [next, away], 'held', 9], ['missed', [next, gone], 'missed', 9], ['given up', [(store: Store) => giveUp(store, inState('waiting'))], 'away', 9],
    ['missed, and taken back', [next, gone, takeBack], 'open', undefined]
  ] as const)('says how the leg of a ticket ended that is %s', async (_name, deeds, how, ended) => {
    const { store } = await openStore()
    await issue(store)
    await open(store, 1)
    await deed(store, 9)(...deeds)
    const [leg] = await legsOf(store)
    expect([leg?.end, leg?.endedAt]).toEqual([how, ended === undefined ? undefined : at(ended)])
  })

  it('says after the day is over when somebody left the counter, not when the day ended', async () => {
    const { store } = await openStore()
    for (let people = 0; people < 5; people++) await issue(store)
    await open(store, 1)
    await deed(store, 3)(next, again)
    await deed(store, 4)(gone, next, begin, away, next)
    await onTicket(store, inState('held'), (today, ticket, by, when) => ok([{ type: 'ticket:cancelled', at: when, by, ticket: today.tickets.get(ticket) ?? { id: ticket, number: '', field: '', priority: false }, from: 'held' }]))
    await deed(store, 8)(begin)
    await endOfDay(store)
    const told = (await legsOf(store)).map(({ calledAt, startedAt, endedAt, end: how }) => [how, calledAt, startedAt, how === 'away' ? undefined : endedAt])
    expect(told).toEqual([
      ['missed', at(3), undefined, at(4)], ['held', at(4), at(4), at(4)], ['away', at(4), at(8), undefined], ['away', undefined, undefined, undefined], ['away', undefined, undefined, undefined]
    ])
  })

  it('gives the days asked for and no others, of that office and no other', async () => {
    const { store } = await openStore()
    for (const later of [0, 1, 3]) {
      await store.turn(office, today => decided(ok(endEarlierDay(today, monday9 + later * day))))
      await foretell(store, { at: monday9 + later * day }, { promisedBy: monday9 + 9 * day })
      await foretell(store, { at: monday9 + later * day, field: 'HT' }, { promisedBy: monday9 + 9 * day })
    }
    const days = async (from: string, to: string) => [await store.history.legs(office, from, to), await store.history.forecasts(office, from, to)].map(rows => rows.map(row => row.serviceDate.slice(8)))
    expect(await days('2026-11-24', '2026-11-26')).toEqual([['24', '24', '26', '26'], ['24', '24', '26', '26']])
    expect(await days('2026-11-25', '2026-11-25')).toEqual([[], []])
    expect(await days('2026-01-01', '2026-12-31')).toEqual([['23', '23', '24', '24', '26', '26'], ['23', '23', '24', '24', '26', '26']])
    expect([await store.history.legs('elsewhere', '2026-01-01', '2026-12-31'), await store.history.forecasts('elsewhere', '2026-01-01', '2026-12-31')]).toEqual([[], []])
  })

  it('keeps what was foretold beside what came, also over a restart', async () => {
    const { store, reopen, findings } = await openStore()
    await issue(store)
    await foretell(store, { field: 'CT', priority: true })
    await foretell(store, { field: 'HT' }, { range: range(0, 0, 0), promisedBy: monday9 })
    await open(store, 1)
    await deed(store, 7)(next)
    const told = [
      { serviceDate: mondayDate, field: 'CT', priority: true, issuedAt: at(0), range: range(5, 10, 20), promisedBy: at(30), calledAt: at(7) },
      { serviceDate: mondayDate, field: 'HT', priority: false, issuedAt: at(0), range: range(0, 0, 0), promisedBy: at(0) }
    ]
    expect(await store.history.forecasts(office, mondayDate, mondayDate)).toStrictEqual(told)
    expect(await (await reopen()).history.forecasts(office, mondayDate, mondayDate)).toStrictEqual(told)
    expect(await findings()).toEqual([])
  })

  it('compares with the first call, whatever came after it', async () => {
    const { store } = await openStore()
    await foretell(store, {})
    await open(store, 1)
    await deed(store, 7)(next, gone)
    await deed(store, 40)(where => comeBack(where, inState('missed'), at(40)), next)
    expect(await legsOf(store)).toMatchObject([{ waitingSince: at(0), returnedAt: at(40), calledAt: at(40) }])
    expect(await store.history.forecasts(office, mondayDate, mondayDate)).toMatchObject([{ calledAt: at(7) }])
    await deed(store, 50)((where, counter) => send(where, counter, { field: 'CT' }), next, end)
    expect(await store.history.forecasts(office, mondayDate, mondayDate)).toMatchObject([{ calledAt: at(7) }])
  })

  it('forgets a call that was taken back', async () => {
    const { store } = await openStore()
    await foretell(store, {})
    await open(store, 1)
    await deed(store, 2)(next, takeBack)
    expect((await store.history.forecasts(office, mondayDate, mondayDate)).map(({ calledAt }) => calledAt)).toEqual([undefined])
  })

  it.each([
    ['a range that runs backwards', { range: range(10, 5, 20) }], ['a promise that was over before', { promisedBy: at(-1) }], ['no time at all', { range: range(NaN, 5, 20) }], ['half a millisecond', { range: range(1.5 / minute, 5, 20) }]
  ])('gives no number with %s', async (_name, foretold) => {
    const { store } = await openStore()
    await expect(foretell(store, {}, foretold)).rejects.toThrow()
    expect(await legsOf(store)).toEqual([])
    expect(await foretell(store, {})).toMatchObject({ value: { answer: { number: '1001' } } })
  })

  it('has one forecast for each ticket, made when it was issued', async () => {
    const { store, tamper, findings } = await openStore()
    await foretell(store, {})
    const { id: ticket } = (await store.day(office)).tickets.list[0] ?? { id: '' }
    const second = { kind: 'forecast', ticket, at: monday9, range: range(1, 2, 3), promisedBy: at(30) } as const
    await expect(store.turn(office, () => ok({ facts: [], alongside: [second], answer: () => null }))).rejects.toThrow()
    await expect(store.turn(office, () => ok({ facts: [], alongside: [{ ...second, ticket: 'tk_none' }], answer: () => null }))).rejects.toThrow()
    expect(await findings()).toEqual([])
    await tamper('UPDATE forecast SET made_at = made_at + 1')
    expect(await findings()).toMatchObject([{ kind: 'tickets', text: expect.stringContaining('1001') }])
  })

  it('counts the apology slips of some days', async () => {
    const { store } = await openStore()
    const slip = (kind: string, serviceDate = mondayDate): Alongside => ({ kind: 'print-job', job: { id: id('pj'), printer: 'kiosk', number: '', serviceDate, slip: { kind }, at: monday9, by: 'staff:p9' } })
    await store.turn(office, () => ok({ facts: [], alongside: [slip('apology'), slip('ticket'), slip('apology'), slip('apology', '2026-11-25')], answer: () => null }))
    const counted = (from: string, to: string) => store.history.apologies(office, from, to)
    expect(await Promise.all([counted(mondayDate, mondayDate), counted(mondayDate, '2026-11-25'), counted('2026-11-24', '2026-11-24'), store.history.apologies('elsewhere', mondayDate, mondayDate)])).toEqual([2, 3, 0, 0])
  })
}
