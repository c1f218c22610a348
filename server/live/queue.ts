import type * as live from '../../common/contract/live.ts'
import type { Counter } from '../domain/counter.ts'
import type { Day } from '../domain/day.ts'
import { callableAt, deskOf } from '../domain/desk.ts'
import type { Outlook } from '../domain/forecast/range.ts'
import { callOrder } from '../domain/order.ts'
import { named } from '../domain/serving.ts'
import type { Ticket } from '../domain/ticket.ts'
import { isoAt, type Instant } from '../domain/time.ts'
import { ticketForecast } from '../wire/forecast.ts'
import { wireTicket } from '../wire/shapes.ts'

/** How many of the waiting a console lists; the rest it counts. */
const listed = 20

/** Who waits for a counter, in the order it would call them, with the reasons; and who is away. */
export function queueOf (day: Day, counter: Counter, outlook: Outlook | undefined, now: Instant): live.Queue {
  const desk = deskOf(day, counter)
  const isServed = ({ field, bound }: Ticket) => desk.main.includes(field) || desk.helper.includes(field) || bound?.counters.includes(counter.number) === true
  const able = callableAt(day, desk).filter(isServed)
  const next = callOrder(able, desk, day.office, now, listed).map(({ ticket, why }) => queued(ticket, why, ticketForecast(day, outlook, ticket, now), day.office.timeZone))
  const isOurs = (ticket: Ticket) => isServed(ticket) || ticket.counter === counter.number
  return { next, waiting: able.length, held: heldIn(day, isOurs), missed: missedIn(day, isOurs) }
}

function queued (ticket: Ticket, why: live.Queued['why'], forecast: live.Queued['forecast'] | null, timeZone: string): live.Queued {
  const { bound, appointment, back, more, paper } = wireTicket(ticket, timeZone, 'staff')
  return {
    id: ticket.id, number: ticket.number, field: ticket.field, priority: ticket.priority, dossiers: ticket.dossiers,
    ...ticket.procedure !== undefined && { procedure: ticket.procedure },
    issuedAt: isoAt(ticket.issuedAt, timeZone), why,
    ...bound && { bound }, ...appointment !== undefined && { appointment }, ...back !== undefined && { back }, ...more && { more }, ...paper && { paper },
    ...forecast && { forecast }
  }
}

/** Sent away for a paper; who is due first stands first. */
function heldIn (day: Day, isOurs: (ticket: Ticket) => boolean): live.HeldShown[] {
  return day.tickets.list
    .flatMap(ticket => ticket.state === 'held' && ticket.hold && isOurs(ticket) ? [{ ticket, hold: ticket.hold }] : [])
    .sort((a, b) => a.hold.until - b.hold.until)
    .map(({ ticket, hold }) => ({ ...named(ticket), counter: hold.counter, until: isoAt(hold.until, day.office.timeZone), reason: hold.reason }))
}

/** Numbers that did not come when called, newest first. */
export function missedIn (day: Day, isOurs: (ticket: Ticket) => boolean = () => true): live.MissedShown[] {
  return day.tickets.list
    .filter(ticket => ticket.state === 'missed' && isOurs(ticket))
    .sort((a, b) => (b.endedAt ?? 0) - (a.endedAt ?? 0))
    .map(ticket => ({ ...named(ticket), counter: ticket.counter ?? 0, at: isoAt(ticket.endedAt ?? ticket.issuedAt, day.office.timeZone) }))
}
