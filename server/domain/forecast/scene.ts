import type { CounterState } from '../counter.ts'
import { waitingTickets, type Day } from '../day.ts'
import { closingTime } from '../hours.ts'
import { nextLeg } from '../legs.ts'
import type { BulkRule, Office, Purpose } from '../office.ts'
import type { OrderRules } from '../order.ts'
import { lastReturn } from '../sending.ts'
import { isAtCounter, type Bound, type Place, type Service, type Ticket } from '../ticket.ts'
import { instantOn, serviceDate, type Instant, type ServiceDate } from '../time.ts'
import { sessionTimes, type SessionTimes } from './working-days.ts'

/** What a service is about, as far as its length depends on it. */
export interface Work {
  readonly field: string
  readonly procedure?: string
  readonly purpose: Purpose
  readonly dossiers: number
}

/** Somebody who waits, as far as the forecast cares. */
export interface SceneTicket extends Work {
  readonly id: string
  readonly priority: boolean
  readonly place: Place
  readonly bound?: Bound
  readonly appointment?: Instant
  readonly more?: readonly Service[]
  readonly back?: number
}

/** Called or served at a counter. */
export interface Served extends Work {
  readonly id: string
  readonly priority: boolean
  readonly place: Place
  readonly calledAt: Instant
  /** Absent while only called. */
  readonly startedAt?: Instant
  /** Where it goes afterwards, if it is not done then. */
  readonly then?: SceneTicket
}

export interface SceneCounter {
  readonly number: number
  readonly state: CounterState
  readonly since: Instant
  readonly reason?: string
  readonly main: readonly string[]
  readonly helper: readonly string[]
  readonly contested: number
  readonly served?: Served
}

/** Sent away for a paper; next at that counter if back in time. */
export interface SceneHeld extends SceneTicket {
  readonly counter: number
  readonly since: Instant
  readonly until: Instant
}

/** Everything of one moment that the forecast needs; plain data, to be handed to another thread. */
export interface Scene {
  readonly at: Instant
  readonly rev: number
  readonly serviceDate: ServiceDate
  /** When that date began on the wall. */
  readonly midnight: Instant
  readonly rules: OrderRules
  /** Heaps of dossiers go to counters of their own. */
  readonly bulk?: BulkRule
  readonly fields: readonly string[]
  /** Those of that day, in order; none while the office knows no hours. */
  readonly sessions: readonly SessionTimes[]
  /** The end of the last session; absent where the office never closes. */
  readonly closing?: Instant
  readonly counters: readonly SceneCounter[]
  /** In order of place. */
  readonly waiting: readonly SceneTicket[]
  readonly held: readonly SceneHeld[]
}

/** What the forecast needs to know of a day at one moment. */
export function sceneOf (day: Day, now: Instant): Scene {
  const { office } = day
  const date = serviceDate(now, office.timeZone)
  const sessions = office.alwaysOpen ? [] : sessionTimes(office, date)
  const { promiseMinutes, rules: { policy, helperAfterMinutes, booking, bulk } } = office
  return {
    at: now, rev: day.rev, serviceDate: date, midnight: instantOn(date, '00:00', office.timeZone), sessions,
    rules: { promiseMinutes, rules: { policy, ...helperAfterMinutes !== undefined && { helperAfterMinutes }, ...booking && { booking } } },
    ...bulk && bulk.counters.length > 0 && { bulk },
    fields: [...office.fields.keys()],
    ...!office.alwaysOpen && { closing: closingTime(office, date) },
    counters: [...office.duties.values()].map(({ number }) => counterIn(day, number, now)),
    waiting: waitingTickets(day).map(inScene),
    held: day.tickets.list.flatMap(ticket => ticket.hold ? [{
      ...inScene(ticket), counter: ticket.hold.counter, since: ticket.endedAt ?? now, until: Math.min(ticket.hold.until, lastReturn(office, ticket, now))
    }] : [])
  }
}

/** Long before any session. */
const neverOpened: Instant = 0

function counterIn (day: Day, number: number, now: Instant): SceneCounter {
  const { main = [], helper = [] } = day.office.duties.get(number) ?? {}
  const counter = day.counters.get(number)
  const ticket = counter?.ticket === undefined ? undefined : day.tickets.get(counter.ticket)
  const contested = day.serviceDate === serviceDate(now, day.office.timeZone) ? counter?.contested ?? 0 : 0
  return {
    number, main, helper, contested, state: counter?.state ?? 'closed', since: counter?.since ?? neverOpened,
    ...counter?.reason !== undefined && { reason: counter.reason }, ...ticket && isAtCounter(ticket) && { served: servedAt(day.office, number, ticket, now) }
  }
}

function servedAt (office: Office, counter: number, ticket: Ticket, now: Instant): Served {
  const to = nextLeg(office, ticket, { counter, at: now })
  // An appointment is for one service; what else it has to come is in `then`.
  const { bound: _, more: __, back: ___, appointment: ____, ...present } = inScene(ticket)
  const then = to && { ...present, field: to.field, ...to.procedure !== undefined && { procedure: to.procedure }, ...to.bound && { bound: to.bound }, ...to.more && { more: to.more } }
  return {
    ...present, calledAt: ticket.calledAt ?? now, ...ticket.startedAt !== undefined && { startedAt: ticket.startedAt }, ...then && { then }
  }
}

function inScene ({ id, field, procedure, purpose, dossiers, priority, place, bound, appointment, more, back }: Ticket): SceneTicket {
  return {
    id, field, purpose, dossiers, priority, place, ...procedure !== undefined && { procedure }, ...bound && { bound },
    ...appointment !== undefined && { appointment }, ...more && { more }, ...back !== undefined && { back }
  }
}
