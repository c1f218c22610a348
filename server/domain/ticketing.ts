import type { Counter } from './counter.ts'
import type { Day } from './day.ts'
import { waitingTickets } from './day.ts'
import type { Actor, Fact, TicketBorn } from './fact.ts'
import { closingTime, fieldOpening, officeOpening } from './hours.ts'
import { ticketNumber } from './numbering.ts'
import type { Field, Office, Procedure, Purpose } from './office.ts'
import { placeOf, placeOfNewest, together } from './order.ts'
import { refuse, type Refusal } from './refusal.ts'
import { ok, type Result } from './result.ts'
import { nextSequence } from './sequence.ts'
import { named } from './serving.ts'
import { mayMove, type Ticket } from './ticket.ts'
import { serviceDate, type Instant, type ServiceDate } from './time.ts'

export interface TicketWish {
  readonly field: string
  readonly procedure?: string
  readonly purpose?: Purpose
  readonly priority?: boolean
  readonly dossiers?: number
}

/** Gives out the next number of a field, if the office and the field are giving out numbers at `at`. */
export function takeTicket (day: Day, wish: TicketWish, id: string, by: Actor, at: Instant): Result<readonly Fact[], Refusal> {
  const asked = fieldAndProcedure(day.office, wish)
  if (!asked.ok) return asked
  const { field, procedure } = asked.value
  const closed = refuseWhenClosed(day.office, field, at)
  if (closed) return closed
  const date = currentDate(day, at)
  const ticket: TicketBorn = {
    id, number: ticketNumber(field, nextSequence(day, field, date)), field: field.id, fieldVersion: field.version,
    ...procedure && { procedure: procedure.id, procedureVersion: procedure.version },
    purpose: wish.purpose ?? procedure?.purpose ?? field.purpose,
    priority: wish.priority ?? false, dossiers: wish.dossiers ?? 1
  }
  return ok([{ type: 'ticket:issued', at, by, ticket, serviceDate: date }])
}

/** A citizen who was missed, or sent away for a paper, is here again: the number waits in the place it had. */
export function returnTicket (day: Day, id: string, by: Actor, at: Instant): Result<readonly Fact[], Refusal> {
  const ticket = day.tickets.get(id)
  if (!ticket) return refuse({ code: 'NOT_FOUND' })
  if (!mayMove(ticket, 'ticket:returned')) return refuse({ code: 'WRONG_STATE' })
  return ok([{ type: 'ticket:returned', at, by, ticket: named(ticket), from: ticket.state }])
}

/** What an earlier service day left open has expired, at that day's closing time; its counters are closed. */
export function endEarlierDay (day: Day, at: Instant): readonly Fact[] {
  const today = serviceDate(at, day.office.timeZone)
  // Today's first ticket came after yesterday was ended: nothing older can be open.
  if (day.serviceDate === today) return []
  const left = day.tickets.list.filter(ticket => ticket.serviceDate < today)
  const expired = left.map((ticket): Fact => ({
    type: 'ticket:expired', at: Math.max(day.lastAt, closingTime(day.office, ticket.serviceDate)), by: 'system', ticket: named(ticket), from: ticket.state
  }))
  const closedAt = expired.reduce((latest, fact) => Math.max(latest, fact.at), day.lastAt)
  const closed = [...day.counters.values()]
    .filter(counter => counter.state !== 'closed' && serviceDate(counter.since, day.office.timeZone) < today)
    .map((counter): Fact => ({ type: 'counter:changed', at: closedAt, by: 'system', counter: counter.number, state: 'closed' }))
  return [...expired, ...closed]
}

/**
 * Tickets that the policy would call before this one now, the counters that can serve it taken together.
 * Undefined when the ticket does not wait.
 */
export function ahead (day: Day, ticket: Pick<Ticket, 'id' | 'field'>, now: Instant): number | undefined {
  const waiting = day.tickets.get(ticket.id)
  if (waiting?.state !== 'waiting') return undefined
  const { duty, contested } = together(ticket.field, [...day.counters.values()], day.office.duties)
  return duty.main.includes(ticket.field) && day.tickets.list.at(-1) === waiting
    ? placeOfNewest(waiting, day.tickets, duty, contested, day.office, now)
    : placeOf(waiting, waitingTickets(day), duty, contested, day.office, now)
}

/**
 * Counters where a ticket of this field may be called: those open that have it as a main field; while there is
 * none, those that will have it when they open, and those open that help meanwhile.
 */
export function countersFor (day: Day, field: string): number[] {
  const dutyOf = ({ number }: Counter) => day.office.duties.get(number)
  const main = [...day.counters.values()].filter(counter => dutyOf(counter)?.main.includes(field))
  const helping = [...day.counters.values()].filter(counter => counter.state === 'open' && dutyOf(counter)?.helper.includes(field))
  const openMain = main.filter(counter => counter.state === 'open')
  return (openMain.length > 0 ? openMain : [...main, ...helping]).map(counter => counter.number).sort((a, b) => a - b)
}

/** Whether any counter that serves this field, mainly or to help, stands open. */
export function isServed (day: Day, field: string): boolean {
  return countersFor(day, field).some(number => day.counters.get(number)?.state === 'open')
}

function fieldAndProcedure (office: Office, wish: TicketWish): Result<{ field: Field, procedure?: Procedure }, Refusal> {
  const field = office.fields.get(wish.field)
  if (!field) return refuse({ code: 'UNKNOWN_FIELD', field: wish.field })
  if (wish.procedure === undefined) return ok({ field })
  const procedure = office.procedures.get(wish.procedure)
  return procedure?.field === field.id ? ok({ field, procedure }) : refuse({ code: 'UNKNOWN_PROCEDURE', procedure: wish.procedure })
}

function refuseWhenClosed (office: Office, field: Field, at: Instant): { ok: false, error: Refusal } | undefined {
  const fieldHours = fieldOpening(office, field, at)
  if (fieldHours.open) return undefined
  const opensAt = fieldHours.opensAt !== undefined && { opensAt: fieldHours.opensAt }
  return officeOpening(office, at).open ? refuse({ code: 'FIELD_CLOSED', field: field.name, ...opensAt }) : refuse({ code: 'OFFICE_CLOSED', ...opensAt })
}

/** The service day it is: the wall's, but a clock set back over midnight must not reopen yesterday's numbering. */
export function currentDate (day: Day, now: Instant): ServiceDate {
  const wall = serviceDate(now, day.office.timeZone)
  return wall > day.serviceDate ? wall : day.serviceDate
}
