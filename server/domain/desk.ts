import type { Counter } from './counter.ts'
import { waitingTickets, type Day } from './day.ts'
import { isTold, placeOfNewest } from './newest.ts'
import type { CounterDuty } from './office.ts'
import { callable, callOrder, placeOf, type Desk } from './order.ts'
import type { Ticket } from './ticket.ts'
import type { Instant } from './time.ts'

/** One counter as the order sees it. */
export function deskOf (day: Day, counter: Counter): Desk {
  const { main, helper } = day.office.duties.get(counter.number) ?? nothing
  return { numbers: [counter.number], main, helper, contested: counter.contested }
}

const nothing: Pick<CounterDuty, 'main' | 'helper'> = { main: [], helper: [] }

/** Whoever waits and may be called at a desk, in order of place. */
export function callableAt (day: Day, desk: Pick<Desk, 'numbers'>): readonly Ticket[] {
  return callable(waitingTickets(day), desk, number => day.counters.get(number)?.state === 'open')
}

/**
 * The counters that can serve a field, taken together as one: those that have it as a main field,
 * or, where none is there, those that help with it. Their other main fields compete as they would at the counter.
 */
export function together (day: Day, field: string): Desk {
  const counters = [...day.counters.values()]
  const standing = counters.filter(counter => counter.state !== 'closed')
  return joined(day, ableCounters(day, field, standing) ?? ableCounters(day, field, counters) ?? [])
}

function joined (day: Day, counters: readonly Counter[]): Desk {
  const desks = counters.map(counter => deskOf(day, counter))
  const main = new Set(desks.flatMap(desk => desk.main))
  const helper = new Set(desks.flatMap(desk => desk.helper))
  return {
    numbers: counters.map(({ number }) => number), main: [...main], helper: [...helper].filter(id => !main.has(id)),
    contested: desks.reduce((sum, desk) => sum + desk.contested, 0)
  }
}

function ableCounters (day: Day, field: string, counters: readonly Counter[]): Counter[] | undefined {
  const main = counters.filter(({ number }) => day.office.duties.get(number)?.main.includes(field))
  const able = main.length > 0 ? main : counters.filter(({ number }) => day.office.duties.get(number)?.helper.includes(field))
  return able.length > 0 ? able : undefined
}

/** The counters whose calls decide when a ticket's turn comes: those it is bound to, as long as one of them is open. */
function deskFor (day: Day, { field, bound }: Pick<Ticket, 'field' | 'bound'>): Desk {
  const meant = bound?.counters.map(number => day.counters.get(number)).filter(counter => counter?.state === 'open') as Counter[] | undefined
  return meant && meant.length > 0 ? joined(day, meant) : together(day, field)
}

/**
 * Tickets that the policy would call before this one now, the counters that can serve it taken together.
 * Undefined when the ticket does not wait.
 */
export function ahead (day: Day, ticket: Pick<Ticket, 'id'>, now: Instant): number | undefined {
  const waiting = day.tickets.get(ticket.id)
  if (waiting?.state !== 'waiting') return undefined
  const desk = deskFor(day, waiting)
  return desk.main.includes(waiting.field) && day.tickets.list.at(-1) === waiting && isTold(day.tickets, day.office)
    ? placeOfNewest(waiting, day.tickets, desk, day.office, now)
    : placeOf(waiting, callableAt(day, desk), desk, day.office, now)
}

export type PlacesAhead = (ticket: Pick<Ticket, 'id'>) => number | undefined

/**
 * {@link ahead} for everybody who asks at the same moment: each desk's order is worked out once, not once for each of
 * hundreds of phones.
 */
export function placesAhead (day: Day, now: Instant): PlacesAhead {
  const places = new Map<string, ReadonlyMap<string, number>>()
  const placesAt = (desk: Desk) => new Map(callOrder(callableAt(day, desk), desk, day.office, now).map(({ ticket }, place) => [ticket.id, place]))
  return ({ id }) => {
    const waiting = day.tickets.get(id)
    if (waiting?.state !== 'waiting') return undefined
    const desk = deskFor(day, waiting)
    const key = String(desk.numbers)
    const known = places.get(key) ?? placesAt(desk)
    places.set(key, known)
    return known.get(id)
  }
}

/**
 * Counters where a ticket may be called: those it is bound to, as long as one is open; else those open that have its
 * field as a main field; while there is none, those that will have it when they open, and those open that help meanwhile.
 */
export function countersFor (day: Day, { field, bound }: Pick<Ticket, 'field' | 'bound'>): number[] {
  const isOpen = (number: number) => day.counters.get(number)?.state === 'open'
  const meant = bound?.counters.filter(isOpen) ?? []
  if (meant.length > 0) return [...meant].sort((a, b) => a - b)
  const numbers = [...day.counters.keys()].sort((a, b) => a - b)
  const main = numbers.filter(number => day.office.duties.get(number)?.main.includes(field))
  const helping = numbers.filter(number => isOpen(number) && day.office.duties.get(number)?.helper.includes(field))
  const openMain = main.filter(isOpen)
  return openMain.length > 0 ? openMain : [...main, ...helping].sort((a, b) => a - b)
}

/** Whether any counter that serves this ticket, mainly or to help, stands open. */
export function isServed (day: Day, ticket: Pick<Ticket, 'field' | 'bound'>): boolean {
  return countersFor(day, ticket).some(number => day.counters.get(number)?.state === 'open')
}
