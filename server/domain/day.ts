import type { Counter } from './counter.ts'
import type { Fact, FactOf, FactType, TicketNamed } from './fact.ts'
import { sequenceOf } from './numbering.ts'
import type { Office } from './office.ts'
import type { OpenTickets } from './open-tickets.ts'
import type { Ticket } from './ticket.ts'
import type { Instant, ServiceDate } from './time.ts'

/**
 * The office's memory of its running day: open tickets, counters, sequences.
 * Immutable; {@link evolve} gives the next one. It holds nothing that grows with history.
 */
export interface Day {
  readonly office: Office
  /** Number of the latest fact. */
  readonly rev: number
  /** When the latest fact happened; the next one is never earlier, whatever the clock says. */
  readonly lastAt: Instant
  /** The service day of the latest ticket, empty before the first. */
  readonly serviceDate: ServiceDate
  /** Field id → last sequence given out on `serviceDate`. */
  readonly sequences: ReadonlyMap<string, number>
  /** Day and digit (`elsewhereKey`) → sequence up to which numbers were given out before this database was put back from a copy. */
  readonly givenElsewhere?: ReadonlyMap<string, number>
  /** Open tickets, in order of issue. */
  readonly tickets: OpenTickets
  readonly counters: ReadonlyMap<number, Counter>
}

type Step = { readonly [Type in FactType]: (day: Day, fact: FactOf<Type>) => Day }

const steps: Step = {
  'ticket:issued': (day, fact) => {
    const morning = fact.serviceDate === day.serviceDate ? day : newMorning(day, fact.serviceDate)
    const { ticket, at, by } = fact
    return {
      ...morning,
      sequences: withEntry(morning.sequences, ticket.field, sequenceOf(ticket.number)),
      tickets: morning.tickets.and({ ...ticket, serviceDate: fact.serviceDate, issuedAt: at, issuedBy: by, state: 'waiting', leg: 1, recalls: 0 })
    }
  },
  'ticket:called': (day, fact) => {
    const called = withTicket(day, fact.ticket, { state: 'called', counter: fact.counter, calledAt: fact.at, call: { ...fact.call, rev: day.rev + 1, at: fact.at } })
    return withCounter(called, fact.counter, counter => ({ ...counter, ticket: fact.ticket.id, contested: counter.contested + (fact.contested ? 1 : 0) }))
  },
  'ticket:recalled': (day, fact) => withTicket(day, fact.ticket, { recalls: fact.call.repeat, call: { ...fact.call, rev: day.rev + 1, at: fact.at } }),
  'ticket:started': (day, fact) => withTicket(day, fact.ticket, { state: 'serving', startedAt: fact.at }),
  'ticket:finished': (day, fact) => leave(day, fact.ticket),
  'ticket:missed': (day, fact) => {
    const missed = withTicket(day, fact.ticket, { state: 'missed', endedAt: fact.at })
    return withCounter(missed, fact.counter, freed)
  },
  'ticket:returned': (day, fact) => withTicket(day, fact.ticket, { state: 'waiting', recalls: 0, counter: undefined, calledAt: undefined, startedAt: undefined, endedAt: undefined, call: undefined }),
  'ticket:expired': (day, fact) => leave(day, fact.ticket),
  'counter:changed': (day, { counter: number, at, state, officer, holder, reason }) =>
    withCounter(day, number, ({ ticket, contested }) => ({
      number, state, since: at, contested, ...officer && { officer }, ...holder && { holder }, ...reason && { reason }, ...ticket && { ticket }
    })),
  'setting:changed': day => day
}

/** The day after one more fact. Total: what a fact says has already been decided. */
export function evolve (day: Day, fact: Fact): Day {
  const step = steps[fact.type] as (day: Day, fact: Fact) => Day
  return { ...step(day, fact), rev: day.rev + 1, lastAt: fact.at }
}

/** A closed ticket as its last fact left it; the day itself forgets it. */
export function closedTicket (before: Ticket, fact: FactOf<'ticket:finished' | 'ticket:expired'>): Ticket {
  if (fact.type === 'ticket:expired') return { ...before, state: 'expired', endedAt: fact.at }
  const startedAt = before.startedAt ?? before.calledAt
  return { ...before, state: 'done', endedAt: fact.at, ...startedAt !== undefined && { startedAt } }
}

function newMorning (day: Day, date: ServiceDate): Day {
  const counters = new Map([...day.counters].map(([number, counter]) => [number, { ...counter, contested: 0 }]))
  return { ...day, serviceDate: date, sequences: new Map(), counters }
}

function leave (day: Day, { id }: TicketNamed): Day {
  const ticket = day.tickets.get(id)
  const without = { ...day, tickets: day.tickets.without(id) }
  return ticket?.counter !== undefined && day.counters.get(ticket.counter)?.ticket === id ? withCounter(without, ticket.counter, freed) : without
}

function freed ({ ticket: _, ...counter }: Counter): Counter {
  return counter
}

function withTicket (day: Day, { id }: TicketNamed, change: Partial<Ticket>): Day {
  const ticket = day.tickets.get(id)
  return ticket ? { ...day, tickets: day.tickets.with({ ...ticket, ...change }) } : day
}

function withCounter (day: Day, number: number, change: (counter: Counter) => Counter): Day {
  const counter = day.counters.get(number) ?? { number, state: 'closed', since: day.lastAt, contested: 0 } as const
  return { ...day, counters: withEntry(day.counters, number, change(counter)) }
}

function withEntry<Key, Value> (map: ReadonlyMap<Key, Value>, key: Key, value: Value): ReadonlyMap<Key, Value> {
  return new Map(map).set(key, value)
}

/** Tickets of the day that wait, in order of first arrival. */
export function waitingTickets (day: Day): readonly Ticket[] {
  return day.tickets.list.filter(ticket => ticket.state === 'waiting')
}
