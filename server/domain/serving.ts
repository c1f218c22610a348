import type { Call, WhyCode, Wording } from './call.ts'
import type { Counter, Officer } from './counter.ts'
import type { Day } from './day.ts'
import { callableAt, deskOf } from './desk.ts'
import type { Actor, Concluded, Fact, TicketNamed } from './fact.ts'
import { overtaken, pick } from './order.ts'
import { nextLeg } from './legs.ts'
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
  /** The ticket that is meant, where the screen says so: a late key press must not reach the one after it. */
  readonly ticket?: string
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
  const free = freeCounter(day, act)
  if (!free.ok) return free
  const { counter, officer } = free.value
  const desk = deskOf(day, counter)
  const next = pick(callableAt(day, desk), desk, day.office, act.at)
  if (!next) return refuse({ code: 'NOBODY_WAITING', counter: counter.number })
  const { ticket, why, contested, overtook } = next
  const call = spoken({ wording, newId }, ticket.number, counter.number, 0, why)
  return ok([{ type: 'ticket:called', at: act.at, by: act.by, ticket: named(ticket), counter: counter.number, officer, call, contested, overtook }])
}

/**
 * Calls a waiting ticket that the officer chose. The office's order is set aside openly: with a reason, in the log,
 * and counted in the report on the order.
 */
export function callChosen (day: Day, act: AtCounter, wish: { readonly ticket: string, readonly reason: string }, { wording, newId }: CallTools): Decision {
  const free = freeCounter(day, act)
  if (!free.ok) return free
  const ticket = day.tickets.get(wish.ticket)
  if (!ticket) return refuse({ code: 'NOT_FOUND' })
  if (!mayMove(ticket, 'ticket:called')) return refuse({ code: 'WRONG_STATE' })
  const { counter, officer } = free.value
  const desk = deskOf(day, counter)
  const overtook = overtaken(ticket, callableAt(day, desk), desk, day.office, act.at)
  const call = spoken({ wording, newId }, ticket.number, counter.number, 0, 'chosen')
  return ok([{ type: 'ticket:called', at: act.at, by: act.by, ticket: named(ticket), counter: counter.number, officer, call, contested: false, overtook, chosen: wish.reason }])
}

/** Says the number again, at most as often as the office allows. */
export function recall (day: Day, act: AtCounter, { wording, newId }: CallTools): Decision {
  const present = presentTicket(day, act, 'ticket:recalled')
  if (!present.ok) return present
  const { ticket } = present.value
  const limit = day.office.recallLimit
  if (ticket.recalls >= limit || !ticket.call) return refuse({ code: 'RECALL_LIMIT', number: ticket.number, limit })
  const call: Call = { ...spoken({ wording, newId }, ticket.number, act.counter, ticket.recalls + 1, ticket.call.why.code), why: ticket.call.why }
  return ok([{ type: 'ticket:recalled', at: act.at, by: act.by, ticket: named(ticket), counter: act.counter, call }])
}

/** The citizen is at the counter: called → serving. */
export function start (day: Day, act: AtCounter): Decision {
  const present = presentTicket(day, act, 'ticket:started')
  if (!present.ok) return present
  return ok([{ type: 'ticket:started', at: act.at, by: act.by, ticket: named(present.value.ticket), counter: act.counter }])
}

/**
 * The transaction ends; whoever finishes is credited, also after a take-over. Where the ticket has another service to
 * come, or was promised the way back, it waits for that instead.
 */
export function finish (day: Day, act: AtCounter, { outcome, dossierCode }: Concluded = {}): Decision {
  const present = presentTicket(day, act, 'ticket:finished')
  if (!present.ok) return present
  const { ticket, officer } = present.value
  const to = nextLeg(day.office, ticket, act)
  const done = { at: act.at, by: act.by, ticket: named(ticket), counter: act.counter, officer, ...outcome !== undefined && { outcome }, ...dossierCode !== undefined && { dossierCode } }
  return ok([to ? { type: 'ticket:transferred', ...done, deed: 'finish', to } : { type: 'ticket:finished', ...done }])
}

/** Nobody came: called → missed. */
export function miss (day: Day, act: AtCounter): Decision {
  const present = presentTicket(day, act, 'ticket:missed')
  if (!present.ok) return present
  return ok([{ type: 'ticket:missed', at: act.at, by: act.by, ticket: named(present.value.ticket), counter: act.counter }])
}

/** The counter, if nobody is being called or served there and it is not paused. */
function freeCounter (day: Day, act: AtCounter): Result<{ counter: Counter, officer: Officer }, Refusal> {
  const held = heldCounter(day, act)
  if (!held.ok) return held
  const { counter } = held.value
  if (counter.state === 'paused') return refuse({ code: 'COUNTER_PAUSED', counter: counter.number })
  const present = ticketAt(day, counter)
  return present ? refuse({ code: 'COUNTER_BUSY', counter: counter.number, number: present.number }) : held
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

/** The ticket at the holder's counter, if it is the one that is meant and may make that move. */
export function presentTicket (day: Day, act: AtCounter, move: Move): Result<{ ticket: Ticket, officer: Officer }, Refusal> {
  const held = heldCounter(day, act)
  if (!held.ok) return held
  const ticket = ticketAt(day, held.value.counter)
  if (act.ticket !== undefined && act.ticket !== ticket?.id) return refuse({ code: 'TICKET_CHANGED', counter: act.counter })
  return ticket && mayMove(ticket, move) ? ok({ ticket, officer: held.value.officer }) : refuse({ code: 'WRONG_STATE' })
}

function spoken ({ wording, newId }: CallTools, number: string, counter: number, repeat: number, why: WhyCode): Call {
  const about = { number, counter, repeat }
  return { id: newId(), repeat, announcement: wording.announcement(about), sound: wording.sound(about), why: { code: why, text: wording.why(why, number) } }
}
