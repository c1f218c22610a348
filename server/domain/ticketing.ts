import { quotaKey, type Day } from './day.ts'
import type { Actor, Fact, TicketBorn } from './fact.ts'
import { closingTime, fieldOpening, officeMoment, officeOpening, sessionAt } from './hours.ts'
import { bulkLane } from './legs.ts'
import { ticketNumber } from './numbering.ts'
import type { Field, Office, Procedure, Purpose } from './office.ts'
import { refuse, type Refusal } from './refusal.ts'
import { ok, type Result } from './result.ts'
import { nextSequence } from './sequence.ts'
import { named } from './serving.ts'
import type { Service } from './ticket.ts'
import { serviceDate, type Instant, type ServiceDate } from './time.ts'

export interface TicketWish {
  readonly field: string
  readonly procedure?: string
  readonly purpose?: Purpose
  readonly priority?: boolean
  readonly dossiers?: number
  /** Further services on the same number, served one after the other. */
  readonly more?: readonly Service[]
  /** The time it was booked for. */
  readonly appointment?: Instant
}

/** Who takes a ticket: a kiosk keeps the limits that a person behind a desk may see past. */
export interface Taker {
  readonly by: Actor
  readonly isAlone: boolean
  /** A number of that field and class taken now will hardly be called today. */
  readonly isTooLate?: boolean
  /** Who stands at the kiosk and gives out a number although it will hardly be called today. */
  readonly overruledBy?: Actor
}

/**
 * Gives out the next number of a field, if the office and the field are giving out numbers now.
 *
 * @param at the office's time, which orders and measures
 * @param wall what the clock on the wall shows, by which doors open; they differ only after that clock was put back (office-time.ts)
 */
export function takeTicket (day: Day, wish: TicketWish, id: string, taker: Taker, at: Instant, wall: Instant = at): Result<readonly Fact[], Refusal> {
  const { office } = day
  const { by, isAlone, overruledBy } = taker
  const asked = fieldAndProcedure(office, wish)
  if (!asked.ok) return asked
  const { field, procedure } = asked.value
  const session = sessionAt(office, wall)?.from
  const isExpected = isInTime(office, wish.appointment, wall)
  // Whoever booked is expected as long as anybody is served, also after the last numbers of the session.
  const comesIn = isExpected && officeMoment(office, wall).kind === 'working'
  const refusal = (comesIn ? undefined : refuseWhenClosed(office, field, wall)) ?? (isExpected ? undefined : pastQuota(day, field, wall))
    ?? refuseFurther(day, wish.more, wall) ?? (isAlone ? tooMany(office, wish) : undefined)
  const needsOverruling = isTurnedAway(wish, taker)
  if (refusal) return refusal
  if (needsOverruling && overruledBy === undefined) return refuse({ code: 'HARDLY_TODAY', field: field.name })
  const date = currentDate(day, wall)
  const dossiers = wish.dossiers ?? 1
  const bound = bulkLane(office, dossiers, at)
  const ticket: TicketBorn = {
    id, number: ticketNumber(field, nextSequence(day, field, date)), field: field.id, fieldVersion: field.version,
    ...procedure && { procedure: procedure.id, procedureVersion: procedure.version },
    purpose: wish.purpose ?? procedure?.purpose ?? field.purpose,
    priority: wish.priority ?? false, dossiers, ...session !== undefined && { session }, ...bound && { bound },
    ...wish.more && wish.more.length > 0 && { more: wish.more }, ...isExpected && { appointment: wish.appointment },
    ...needsOverruling && overruledBy !== undefined && { overruledBy }
  }
  return ok([{ type: 'ticket:issued', at, by, ticket, serviceDate: date }])
}

type No = { readonly ok: false, readonly error: Refusal }

function tooMany ({ rules }: Office, { dossiers = 1 }: TicketWish): No | undefined {
  const cap = rules.bulk?.cap
  return cap !== undefined && dossiers > cap ? refuse({ code: 'TOO_MANY_DOSSIERS', cap }) : undefined
}

/** Only a kiosk turns anybody away for the hour, and nobody who booked: he was told to come. */
function isTurnedAway ({ appointment }: TicketWish, { isAlone, isTooLate = false }: Taker): boolean {
  return isAlone && appointment === undefined && isTooLate
}

/** Numbers that a field still gives out in this session; undefined where they are not limited. */
export function quotaLeft (day: Day, { id, quota }: Pick<Field, 'id' | 'quota'>, wall: Instant): number | undefined {
  const session = sessionAt(day.office, wall)
  if (quota === undefined || session === undefined || day.office.alwaysOpen) return undefined
  const given = day.serviceDate === currentDate(day, wall) ? day.givenInSession.get(quotaKey(id, session.from)) ?? 0 : 0
  return Math.max(0, quota - given)
}

/** Whoever booked has his number kept for him; a walk-in may find that all are given out. */
function pastQuota (day: Day, field: Field, wall: Instant): No | undefined {
  return quotaLeft(day, field, wall) === 0 ? refuse({ code: 'QUOTA_REACHED', field: field.name }) : undefined
}

/** A further service is no way into a field that gives out no numbers now. */
function refuseFurther (day: Day, more: readonly Service[] = [], wall: Instant): No | undefined {
  for (const service of more) {
    const asked = fieldAndProcedure(day.office, service)
    const refusal = asked.ok ? refuseWhenClosed(day.office, asked.value.field, wall) ?? pastQuota(day, asked.value.field, wall) : asked
    if (refusal) return refusal
  }
  return undefined
}

/** Too late for an appointment is not too late for a number: it waits like everyone else's. */
function isInTime ({ rules }: Office, appointment: Instant | undefined, wall: Instant): boolean {
  return appointment !== undefined && rules.booking !== undefined && wall <= appointment + rules.booking.lateMinutes * 60_000
}

/** What an earlier service day left open has expired, at that day's closing time; its counters are closed. */
export function endEarlierDay (day: Day, wall: Instant): readonly Fact[] {
  const today = currentDate(day, wall)
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

function fieldAndProcedure (office: Office, wish: Pick<TicketWish, 'field' | 'procedure'>): Result<{ field: Field, procedure?: Procedure }, Refusal> {
  const field = office.fields.get(wish.field)
  if (!field) return refuse({ code: 'UNKNOWN_FIELD', field: wish.field })
  if (wish.procedure === undefined) return ok({ field })
  const procedure = office.procedures.get(wish.procedure)
  return procedure?.field === field.id ? ok({ field, procedure }) : refuse({ code: 'UNKNOWN_PROCEDURE', procedure: wish.procedure })
}

function refuseWhenClosed (office: Office, field: Field, wall: Instant): No | undefined {
  const fieldHours = fieldOpening(office, field, wall)
  if (fieldHours.open) return undefined
  const opensAt = fieldHours.opensAt !== undefined && { opensAt: fieldHours.opensAt }
  return officeOpening(office, wall).open ? refuse({ code: 'FIELD_CLOSED', field: field.name, ...opensAt }) : refuse({ code: 'OFFICE_CLOSED', ...opensAt })
}

/** The service day it is: the wall's, but a date whose numbers have ended is never opened again, whatever the clock says. */
export function currentDate (day: Pick<Day, 'office' | 'serviceDate'>, wall: Instant): ServiceDate {
  const today = serviceDate(wall, day.office.timeZone)
  return today > day.serviceDate ? today : day.serviceDate
}
