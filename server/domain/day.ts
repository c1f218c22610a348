import type { Counter, Undoable } from './counter.ts'
import type { Deed, Fact, FactOf, FactType, TicketBorn, TicketNamed } from './fact.ts'
import { sequenceOf } from './numbering.ts'
import type { Office } from './office.ts'
import type { OpenTickets } from './open-tickets.ts'
import { isAtCounter, type Ticket } from './ticket.ts'
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
  /** Field id → last sequence given out on `serviceDate`, but for those handed out on paper. */
  readonly sequences: ReadonlyMap<string, number>
  /** Field id → pre-printed sequences handed out on `serviceDate`, in the order in which they were written down. */
  readonly onPaper: ReadonlyMap<string, readonly number[]>
  /** Field and start of session ({@link quotaKey}) → numbers given out in it on `serviceDate`. */
  readonly givenInSession: ReadonlyMap<string, number>
  /** Day and digit (`elsewhereKey`) → sequence up to which numbers were given out before this database was put back from a copy. */
  readonly givenElsewhere?: ReadonlyMap<string, number>
  /** Open tickets, in order of place. */
  readonly tickets: OpenTickets
  readonly counters: ReadonlyMap<number, Counter>
}

/** How {@link Day.givenInSession} is asked. */
export function quotaKey (field: string, session: string): string {
  return `${field} ${session}`
}

type Step = { readonly [Type in FactType]: (day: Day, fact: FactOf<Type>) => Day }

const steps: Step = {
  'ticket:issued': (day, fact) => {
    const morning = fact.serviceDate === day.serviceDate ? day : newMorning(day, fact.serviceDate)
    const { ticket: { arrivedAt = fact.at, ...ticket }, by } = fact
    const rev = day.rev + 1
    const counted = ticket.session === undefined ? morning.givenInSession : withOneMore(morning.givenInSession, quotaKey(ticket.field, ticket.session))
    return {
      ...morning,
      ...givenOut(morning, ticket),
      givenInSession: counted,
      tickets: morning.tickets.and({
        ...ticket, serviceDate: fact.serviceDate, issuedAt: arrivedAt, issuedBy: by, state: 'waiting', leg: 1, recalls: 0, place: { at: arrivedAt, rev }, movedRev: rev
      })
    }
  },
  'ticket:called': (day, fact) => {
    const { call, at } = fact
    const called = moved(remembered(day, fact, fact.chosen === undefined ? 'next' : 'call'), fact.ticket, { state: 'called', counter: fact.counter, calledAt: at, call: { ...call, rev: day.rev + 1, at } })
    return withCounter(called, fact.counter, counter => ({ ...counter, ticket: fact.ticket.id, contested: counter.contested + (fact.contested ? 1 : 0) }))
  },
  'ticket:recalled': (day, fact) => withTicket(day, fact.ticket, { recalls: fact.call.repeat, call: { ...fact.call, rev: day.rev + 1, at: fact.at } }),
  'ticket:started': (day, fact) => moved(remembered(day, fact, 'start'), fact.ticket, { state: 'serving', startedAt: fact.at }),
  'ticket:finished': (day, fact) => leave(remembered(day, fact, 'finish'), fact.ticket),
  'ticket:missed': (day, fact) => {
    const missed = moved(remembered(day, fact, 'miss'), fact.ticket, { state: 'missed', endedAt: fact.at })
    return withCounter(missed, fact.counter, freed)
  },
  'ticket:held': (day, fact) => {
    const { reason, until, counter } = fact
    const held = moved(remembered(day, fact, 'hold'), fact.ticket, { state: 'held', endedAt: fact.at, hold: { reason, until, counter } })
    return withCounter(held, counter, freed)
  },
  'ticket:returned': (day, { ticket, at, bound, placeAt }) => moved(day, ticket, {
    ...waitingAgain, waitingSince: at, bound, ...placeAt !== undefined && { place: { at: placeAt, rev: day.rev + 1 }, appointment: undefined }
  }),
  'ticket:transferred': (day, fact) => {
    const { field, fieldVersion, procedure, procedureVersion, bound, back, more } = fact.to
    const leg = (day.tickets.get(fact.ticket.id)?.leg ?? 0) + 1
    const sent = moved(remembered(day, fact, fact.deed), fact.ticket, {
      ...waitingAgain, waitingSince: fact.at, leg, field, fieldVersion, bound, back, more, ...procedure !== undefined && { procedure, procedureVersion },
      // An appointment is for one service, and that is done.
      ...fact.deed === 'finish' && { appointment: undefined }
    })
    return withCounter(sent, fact.counter, freed)
  },
  'ticket:settled': (day, fact) => fact.as === 'served' ? leave(day, fact.ticket) : moved(day, fact.ticket, { state: 'missed', endedAt: fact.at }),
  'ticket:cancelled': (day, fact) => leave(day, fact.ticket),
  'ticket:expired': (day, fact) => leave(day, fact.ticket),
  'ticket:undone': (day, fact) => {
    const counter = day.counters.get(fact.counter)
    const last = counter?.undoable?.at(-1)
    return last ? takenBack(day, fact.counter, last) : day
  },
  'counter:changed': (day, { counter: number, at, state, officer, holder, reason }) =>
    withCounter(day, number, ({ ticket, contested, undoable, panic, ...before }) => {
      const takenFrom = state === 'closed' ? undefined : before.holder === undefined || before.holder === holder ? before.takenFrom : { holder: before.holder, at }
      return {
        number, state, since: at, contested, ...officer && { officer }, ...holder && { holder }, ...reason && { reason }, ...ticket && { ticket },
        ...undoable && state !== 'closed' && { undoable }, ...takenFrom && { takenFrom }, ...panic && { panic }
      }
    }),
  'panic:raised': (day, { counter, at, by }) => withCounter(day, counter, quiet => ({ ...quiet, panic: { since: at, by } })),
  'panic:accepted': (day, { counter, officer, from }) => withCounter(day, counter, ({ panic, ...calling }) => ({
    ...calling, ...panic && { panic: { ...panic, acceptedBy: { officer, ...from !== undefined && { counter: from } } } }
  })),
  'panic:ended': (day, { counter }) => withCounter(day, counter, ({ panic: _, ...quiet }) => quiet),
  'setting:changed': day => day
}

/** What a ticket loses when it waits anew. */
const waitingAgain = {
  state: 'waiting', recalls: 0, counter: undefined, calledAt: undefined, startedAt: undefined, endedAt: undefined, call: undefined, hold: undefined
} as const satisfies Partial<Ticket>

/** More than one officer's slip of the finger is not taken back at a stroke. */
export const mostUndoable = 5

/** Before a deed: how things are, in case it is taken back. */
function remembered (day: Day, fact: Fact & { readonly ticket: TicketNamed, readonly counter: number }, deed: Deed): Day {
  const ticket = day.tickets.get(fact.ticket.id)
  if (!ticket) return day
  return withCounter(day, fact.counter, counter => {
    const undoable: Undoable = { deed, at: fact.at, rev: day.rev + 1, ticket, contested: counter.contested, ...fact.type === 'ticket:finished' && { ended: true } }
    return { ...counter, undoable: [...counter.undoable ?? [], undoable].slice(-mostUndoable) }
  })
}

/** The ticket and the counter as they were before a deed. */
function takenBack (day: Day, number: number, { ticket, contested }: Undoable): Day {
  const tickets = day.tickets.has(ticket.id) ? day.tickets.with(ticket) : day.tickets.and(ticket)
  const isThere = ticket.counter === number && isAtCounter(ticket)
  return withCounter({ ...day, tickets }, number, ({ ticket: _, undoable = [], ...counter }) => {
    const left = undoable.slice(0, -1)
    return { ...counter, contested, ...isThere && { ticket: ticket.id }, ...left.length > 0 && { undoable: left } }
  })
}

/** The day after one more fact. Total: what a fact says has already been decided. */
export function evolve (day: Day, fact: Fact): Day {
  const step = steps[fact.type] as (day: Day, fact: Fact) => Day
  return { ...step(day, fact), rev: day.rev + 1, lastAt: fact.at }
}

/** Facts after which a ticket is no longer open. */
export type ClosingType = 'ticket:finished' | 'ticket:settled' | 'ticket:cancelled' | 'ticket:expired'

/** A closed ticket as its last fact left it; the day itself forgets it. */
export function closedTicket (before: Ticket, fact: FactOf<ClosingType>): Ticket {
  if (fact.type === 'ticket:expired') return { ...before, state: 'expired', endedAt: fact.at }
  if (fact.type === 'ticket:cancelled') return { ...before, state: 'cancelled', endedAt: fact.at }
  const startedAt = before.startedAt ?? before.calledAt
  return { ...before, state: 'done', endedAt: fact.at, ...startedAt !== undefined && { startedAt } }
}

function newMorning (day: Day, date: ServiceDate): Day {
  const counters = new Map([...day.counters].map(([number, counter]) => [number, { ...counter, contested: 0 }]))
  return { ...day, serviceDate: date, sequences: new Map(), onPaper: new Map(), givenInSession: new Map(), counters }
}

/** A number from the reserve leaves the kiosk's own sequence as it was. */
function givenOut ({ sequences, onPaper }: Day, { field, number, paper }: TicketBorn): Pick<Day, 'sequences' | 'onPaper'> {
  const sequence = sequenceOf(number)
  return paper
    ? { sequences, onPaper: withEntry(onPaper, field, [...onPaper.get(field) ?? [], sequence]) }
    : { sequences: withEntry(sequences, field, sequence), onPaper }
}

function leave (day: Day, { id }: TicketNamed): Day {
  const ticket = day.tickets.get(id)
  const without = { ...day, tickets: day.tickets.without(id) }
  return ticket?.counter !== undefined && day.counters.get(ticket.counter)?.ticket === id ? withCounter(without, ticket.counter, freed) : without
}

function freed ({ ticket: _, ...counter }: Counter): Counter {
  return counter
}

/** Changed by a deed, so that an earlier one can no longer be taken back. */
function moved (day: Day, ticket: TicketNamed, change: Partial<Ticket>): Day {
  return withTicket(day, ticket, { ...change, movedRev: day.rev + 1 })
}

function withTicket (day: Day, { id }: TicketNamed, change: Partial<Ticket>): Day {
  const ticket = day.tickets.get(id)
  return ticket ? { ...day, tickets: day.tickets.with({ ...ticket, ...change }) } : day
}

function withCounter (day: Day, number: number, change: (counter: Counter) => Counter): Day {
  const counter = day.counters.get(number) ?? { number, state: 'closed', since: day.lastAt, contested: 0 } as const
  return { ...day, counters: withEntry(day.counters, number, change(counter)) }
}

function withOneMore (counts: ReadonlyMap<string, number>, key: string): ReadonlyMap<string, number> {
  return withEntry(counts, key, (counts.get(key) ?? 0) + 1)
}

function withEntry<Key, Value> (map: ReadonlyMap<Key, Value>, key: Key, value: Value): ReadonlyMap<Key, Value> {
  return new Map(map).set(key, value)
}

/** Tickets of the day that wait, in order of place. */
export function waitingTickets (day: Day): readonly Ticket[] {
  return day.tickets.list.filter(ticket => ticket.state === 'waiting')
}
