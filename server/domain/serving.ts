import type { Call, Wording } from './call.ts'
import type { Counter, Officer } from './counter.ts'
import type { Day } from './day.ts'
import { waitingTickets } from './day.ts'
import type { Actor, Fact, TicketNamed } from './fact.ts'
import { pick } from './order.ts'
import { refuse, type Refusal } from './refusal.ts'
import { ok, type Result } from './result.ts'
import { mayMove, type Move, type Ticket } from './ticket.ts'
import type { Instant } from './time.ts'

/** Someone acting at a counter whose lease they say they hold. */
export interface AtCounter {
  readonly counter: number
  readonly holder: string
  readonly by: Actor
  readonly at: Instant
}

/** What calls need from outside the rules: words and a fresh id. */
export interface CallTools {
  readonly wording: Wording
  readonly newId: () => string
}

type Decision = Result<readonly Fact[], Refusal>

/**
 * Calls the next ticket at a counter. The office chooses, not the officer.
 * Changes nothing: the caller stores and announces what is returned.
 */
export function callNext (day: Day, act: AtCounter, { wording, newId }: CallTools): Decision {
  const held = heldCounter(day, act)
  if (!held.ok) return held
  const { counter, officer } = held.value
  if (counter.state === 'paused') return refuse({ code: 'COUNTER_PAUSED', counter: counter.number })
  const present = ticketAt(day, counter)
  if (present) return refuse({ code: 'COUNTER_BUSY', counter: counter.number, number: present.number })
  const duty = day.office.duties.get(counter.number) ?? { number: counter.number, main: [], helper: [] }
  const next = pick(waitingTickets(day), duty, counter.contested, day.office, act.at)
  if (!next) return refuse({ code: 'NOBODY_WAITING', counter: counter.number })
  const { number } = next.ticket
  const call = { ...spoken(wording, newId, number, counter.number, 0), why: { code: next.why, text: wording.why(next.why, number) } }
  return ok([{ type: 'ticket:called', at: act.at, by: act.by, ticket: named(next.ticket), counter: counter.number, officer, call, contested: next.contested }])
}

/** Says the number again, at most as often as the office allows. */
export function recall (day: Day, act: AtCounter, { wording, newId }: CallTools): Decision {
  const present = presentTicket(day, act, 'ticket:recalled')
  if (!present.ok) return present
  const { ticket } = present.value
  const limit = day.office.recallLimit
  if (ticket.recalls >= limit || !ticket.call) return refuse({ code: 'RECALL_LIMIT', number: ticket.number, limit })
  const call: Call = { ...spoken(wording, newId, ticket.number, act.counter, ticket.recalls + 1), why: ticket.call.why }
  return ok([{ type: 'ticket:recalled', at: act.at, by: act.by, ticket: named(ticket), counter: act.counter, call }])
}

/** The citizen is at the counter: called → serving. */
export function start (day: Day, act: AtCounter): Decision {
  const present = presentTicket(day, act, 'ticket:started')
  if (!present.ok) return present
  return ok([{ type: 'ticket:started', at: act.at, by: act.by, ticket: named(present.value.ticket), counter: act.counter }])
}

/** The transaction ends; whoever finishes is credited, also after a take-over. */
export function finish (day: Day, act: AtCounter, outcome?: string): Decision {
  const present = presentTicket(day, act, 'ticket:finished')
  if (!present.ok) return present
  const { ticket, officer } = present.value
  return ok([{ type: 'ticket:finished', at: act.at, by: act.by, ticket: named(ticket), counter: act.counter, officer, ...outcome !== undefined && { outcome } }])
}

/** Nobody came: called → missed. */
export function miss (day: Day, act: AtCounter): Decision {
  const present = presentTicket(day, act, 'ticket:missed')
  if (!present.ok) return present
  return ok([{ type: 'ticket:missed', at: act.at, by: act.by, ticket: named(present.value.ticket), counter: act.counter }])
}

/** The counter, if it is open and the lease is this holder's. */
export function heldCounter (day: Day, { counter: number, holder }: Pick<AtCounter, 'counter' | 'holder'>): Result<{ counter: Counter, officer: Officer }, Refusal> {
  const counter = day.counters.get(number)
  if (!counter) return refuse({ code: 'NOT_FOUND' })
  if (counter.state === 'closed' || !counter.officer) return refuse({ code: 'COUNTER_CLOSED', counter: number })
  if (counter.holder !== holder) return refuse({ code: 'NOT_HOLDER', counter: number })
  return ok({ counter, officer: counter.officer })
}

/** The ticket being called or served at a counter. */
export function ticketAt (day: Day, counter: Counter): Ticket | undefined {
  return counter.ticket === undefined ? undefined : day.tickets.get(counter.ticket)
}

export function named ({ id, number, field, priority }: Ticket): TicketNamed {
  return { id, number, field, priority }
}

function presentTicket (day: Day, act: AtCounter, move: Move): Result<{ ticket: Ticket, officer: Officer }, Refusal> {
  const held = heldCounter(day, act)
  if (!held.ok) return held
  const ticket = ticketAt(day, held.value.counter)
  return ticket && mayMove(ticket, move) ? ok({ ticket, officer: held.value.officer }) : refuse({ code: 'WRONG_STATE' })
}

function spoken (wording: Wording, newId: () => string, number: string, counter: number, repeat: number): Omit<Call, 'why'> {
  const about = { number, counter, repeat }
  return { id: newId(), repeat, announcement: wording.announcement(about), sound: wording.sound(about) }
}
