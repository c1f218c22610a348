import type { Day } from './day.ts'
import { waitingTickets } from './day.ts'
import type { Actor, Fact, NextLeg } from './fact.ts'
import { afterBreaks, closingTime } from './hours.ts'
import { bulkLane, fieldAsNow, nextAt } from './legs.ts'
import type { Office } from './office.ts'
import { refuse, type Refusal } from './refusal.ts'
import { ok, type Result } from './result.ts'
import { named, presentTicket, type AtCounter } from './serving.ts'
import { isAtCounter, mayMove, type Bound, type Ticket } from './ticket.ts'
import { addDays, instantOn, type Instant } from './time.ts'

type Decision = Result<readonly Fact[], Refusal>

/**
 * Sends the citizen away to fetch or mend a paper. Back within the time, the same number comes next at this counter.
 * A lunch break does not count, and the promise never reaches past closing time, or midnight for whoever works on.
 */
export function hold (day: Day, act: AtCounter, wish: { readonly reason: string, readonly minutes?: number }): Decision {
  const present = presentTicket(day, act, 'ticket:held')
  if (!present.ok) return present
  const { ticket, officer } = present.value
  const wished = afterBreaks(day.office, act.at, (wish.minutes ?? day.office.rules.holdMinutes) * 60_000)
  const until = Math.max(act.at, Math.min(wished, lastReturn(day.office, ticket, act.at)))
  return ok([{ type: 'ticket:held', at: act.at, by: act.by, ticket: named(ticket), counter: act.counter, officer, reason: wish.reason, until }])
}

/** Until when anybody may be expected to be there for a ticket. */
export function lastReturn (office: Office, { serviceDate }: Pick<Ticket, 'serviceDate'>, at: Instant): Instant {
  const closing = closingTime(office, serviceDate)
  return !office.alwaysOpen && at < closing ? closing : instantOn(addDays(serviceDate, 1), '00:00', office.timeZone)
}

/** Where a citizen is sent on to: a field, or one counter; `back` returns him here afterwards. */
export interface TransferWish { readonly field?: string, readonly counter?: number, readonly back?: boolean }

/** Sends the ticket on as a new leg. Its first arrival is kept, so nobody loses his place by being sent on. */
export function transfer (day: Day, act: AtCounter, wish: TransferWish): Decision {
  const present = presentTicket(day, act, 'ticket:transferred')
  if (!present.ok) return present
  const { ticket, officer } = present.value
  const to = legTo(day, ticket, act, wish)
  if (!to.ok) return to
  return ok([{ type: 'ticket:transferred', at: act.at, by: act.by, ticket: named(ticket), counter: act.counter, officer, deed: 'transfer', to: to.value }])
}

function legTo (day: Day, ticket: Ticket, act: AtCounter, { field, counter, back }: TransferWish): Result<NextLeg, Refusal> {
  const { office } = day
  if (field !== undefined && !office.fields.has(field)) return refuse({ code: 'UNKNOWN_FIELD', field })
  if (counter !== undefined && !day.counters.has(counter)) return refuse({ code: 'NOT_FOUND' })
  if (counter === act.counter || (counter === undefined && field === ticket.field && !ticket.bound)) return refuse({ code: 'SAME_PLACE' })
  const backTo = back ? act.counter : ticket.back
  const later = { ...ticket.more && { more: ticket.more }, ...backTo !== undefined && backTo !== counter && { back: backTo } }
  const bound: Bound | undefined = counter === undefined ? laneFrom(office, ticket, field ?? ticket.field, act) : { counters: [counter], next: false, since: act.at }
  return ok({ ...fieldAsNow(office, field ?? fieldAt(office, counter, ticket)), ...later, ...bound && { bound } })
}

/**
 * The lane of a heap of dossiers; else, where the counter that sends somebody on serves that field too, the other counters
 * whose own field it is. Whoever was sent away must not be called back in passing by the counter he comes from.
 */
function laneFrom (office: Office, { dossiers }: Ticket, field: string, { counter, at }: AtCounter): Bound | undefined {
  const lane = bulkLane(office, dossiers, at)
  if (lane && !lane.counters.includes(counter)) return lane
  const { main = [], helper = [] } = office.duties.get(counter) ?? {}
  if (![...main, ...helper].includes(field)) return undefined
  const others = [...office.duties.values()].filter(duty => duty.number !== counter && duty.main.includes(field)).map(({ number }) => number)
  return others.length > 0 ? { counters: others, next: false, since: at } : undefined
}

/** The field a ticket has at a counter: its own where that is served there, else what the counter serves first. */
function fieldAt (office: Office, counter: number | undefined, ticket: Ticket): string {
  const duty = counter === undefined ? undefined : office.duties.get(counter)
  const isServed = duty && [...duty.main, ...duty.helper].includes(ticket.field)
  return isServed ? ticket.field : duty?.main[0] ?? ticket.field
}

/**
 * A citizen who was missed, or sent away for a paper, is here again. Back in time, the number comes next at the counter
 * that sent it away; otherwise it re-enters by the office's rule.
 */
export function returnTicket (day: Day, id: string, by: Actor, at: Instant): Decision {
  const ticket = day.tickets.get(id)
  if (!ticket) return refuse({ code: 'NOT_FOUND' })
  if (!mayMove(ticket, 'ticket:returned')) return refuse({ code: 'WRONG_STATE' })
  const back = { type: 'ticket:returned' as const, at, by, ticket: named(ticket), from: ticket.state }
  if (ticket.hold && at <= ticket.hold.until) return ok([{ ...back, bound: nextAt(ticket.hold.counter, at) }])
  // A place before everyone was for this once; a lane of its own (bulk, one counter) it keeps.
  const lane = ticket.bound?.next ? bulkLane(day.office, ticket.dossiers, at) : ticket.bound
  return ok([{ ...back, ...lane && { bound: lane }, placeAt: reentry(day, ticket, at) }])
}

/**
 * The place of whoever it comes behind: the last of its class who waits, or the n-th. Those who re-entered there before
 * stay before it, and nobody wins by being missed. Who has a right of his own stands in another line and is not counted.
 */
function reentry (day: Day, { field, priority, place }: Ticket, at: Instant): Instant {
  const { reentry: rule } = day.office.rules
  if (rule.kind === 'end') return at
  const line = waitingTickets(day).filter(other => other.field === field && other.priority === priority && !other.bound?.next && other.appointment === undefined)
  const nth = line[rule.numbers - 1]
  return nth ? Math.max(place.at, nth.place.at) : at
}

/** Gives the number up. Whoever stood at a counter with it leaves that counter free. */
export function cancelTicket (day: Day, id: string, by: Actor, at: Instant): Decision {
  const ticket = day.tickets.get(id)
  if (!ticket) return refuse({ code: 'NOT_FOUND' })
  if (!mayMove(ticket, 'ticket:cancelled')) return refuse({ code: 'WRONG_STATE' })
  return ok([{ type: 'ticket:cancelled', at, by, ticket: named(ticket), from: ticket.state, ...isAtCounter(ticket) && { counter: ticket.counter } }])
}
