import { waitingTickets, type Day } from './day.ts'
import type { Outlook } from './forecast/range.ts'
import type { PastLeg } from './forecast/past.ts'
import { afterBreaks, withoutBreaksMs, workBegins } from './hours.ts'
import type { Office } from './office.ts'
import { refuse, type Refusal } from './refusal.ts'
import { ok, type Result } from './result.ts'
import type { Ticket } from './ticket.ts'
import type { Instant, ServiceDate } from './time.ts'

/** A wait as the promise looks at it: whoever booked is promised nothing before the time of the appointment. */
type Wait = Pick<Ticket, 'issuedAt' | 'waitingSince' | 'appointment'>

/** A number that waits beyond the promise. */
export interface BrokenPromise { readonly ticket: Ticket, readonly since: Instant, readonly promisedBy: Instant }
/** A number that will wait beyond the promise as things stand. */
export interface PromiseAtRisk { readonly ticket: Ticket, readonly promisedBy: Instant, readonly likely: Instant }

/** Until when somebody who waits since then is promised to be called: before the office opens and over lunch the promise does not run. */
export function promisedBy (office: Office, since: Instant): Instant {
  return afterBreaks(office, workBegins(office, since), office.promiseMinutes * 60_000)
}

/** Since when a number's present wait counts: arrival, being sent on, coming back, or the time it was booked for, whichever is last. */
export function waitsSince ({ issuedAt, waitingSince = issuedAt, appointment = waitingSince }: Wait): Instant {
  return Math.max(waitingSince, appointment)
}

/** Until when the office has promised to call a number in its present wait. */
export function promiseTo (office: Office, wait: Wait): Instant {
  return promisedBy(office, waitsSince(wait))
}

/** How long a number has waited, or waited until it was called, as the promise counts it. */
export function waitedMs (office: Office, ticket: Wait & Pick<Ticket, 'calledAt'>, now: Instant): number {
  return withoutBreaksMs(office, workBegins(office, waitsSince(ticket)), ticket.calledAt ?? now)
}

/** Whether the promise was broken: called too late, or not called although it is too late. */
export function isBroken (office: Office, ticket: Wait & Pick<Ticket, 'calledAt'>, now: Instant): boolean {
  return (ticket.calledAt ?? now) > promiseTo(office, ticket)
}

/** Who waits beyond the promise, the longest first. */
export function brokenPromises (day: Day, now: Instant): readonly BrokenPromise[] {
  return waitingTickets(day)
    .map(ticket => ({ ticket, since: waitsSince(ticket), promisedBy: promiseTo(day.office, ticket) }))
    .filter(({ promisedBy }) => now > promisedBy)
    .sort((a, b) => a.since - b.since)
}

/** Whom the office will keep waiting beyond the promise as things stand, although it has not yet; the nearest first. */
export function promisesAtRisk (day: Day, outlook: Outlook | undefined, now: Instant): readonly PromiseAtRisk[] {
  return waitingTickets(day)
    .flatMap(ticket => {
      const likely = outlook?.tickets.get(ticket.id)?.range?.likely
      return likely === undefined ? [] : [{ ticket, promisedBy: promiseTo(day.office, ticket), likely }]
    })
    .filter(({ promisedBy, likely }) => now <= promisedBy && promisedBy < likely)
    .sort((a, b) => a.promisedBy - b.promisedBy)
}

/** What was promised, and what became of it; a minute that has begun was waited. */
export interface Apology { readonly promisedMinutes: number, readonly waitedMinutes: number }

/** Whether the office owes somebody of that day an apology for his present wait, or for the one before his latest call. */
export function apologyOwed (office: Office, ticket: Ticket, today: ServiceDate, now: Instant): Result<Apology, Refusal> {
  if (ticket.serviceDate !== today || ticket.state === 'cancelled' || ticket.state === 'expired') return refuse({ code: 'WRONG_STATE' })
  if (!isBroken(office, ticket, now)) return refuse({ code: 'PROMISE_KEPT', minutes: office.promiseMinutes })
  return ok({ promisedMinutes: office.promiseMinutes, waitedMinutes: Math.ceil(waitedMs(office, ticket, now) / 60_000) })
}

/** How many of these waits lasted, or last, beyond the promise: of a day's legs, how often it was broken that day. Of a wait that nobody measured it is not known. */
export function countBroken (office: Office, legs: readonly PastLeg[], now: Instant): number {
  return legs.filter(({ waitingSince, returnedAt = waitingSince, appointment, calledAt, endedAt, end }) => {
    if (end === 'settled') return false
    const wait = { issuedAt: waitingSince, waitingSince: returnedAt, ...appointment !== undefined && { appointment } }
    return (calledAt ?? endedAt ?? now) > promiseTo(office, wait)
  }).length
}
