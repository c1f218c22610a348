import { waitingTickets, type Day } from '../day.ts'
import { countersFor } from '../desk.ts'
import type { Ticket } from '../ticket.ts'
import type { Instant } from '../time.ts'
import { isProspect, type Outlook, type Prospect, type Range } from './range.ts'

const minuteMs = 60_000

/** Where nothing is known of a field's procedures. */
const usualMinutes = 10

type Newcomer = Pick<Ticket, 'field' | 'priority'>

/**
 * What somebody who takes a number of that field and class now may expect: what the outlook says, moved on by the clock
 * and by a service for each number that was given out since then and goes before his. Never earlier than the outlook has it.
 * Undefined where nothing is known or no counter is expected.
 *
 * @param before the number of the fact that gave his out, where that has happened: who came later does not delay him
 */
export function newcomerProspect (day: Day, outlook: Outlook | undefined, who: Newcomer, now: Instant, before = Infinity): Prospect | undefined {
  const expected = outlook?.newcomers.get(who.field)?.[who.priority ? 'priority' : 'ordinary']
  if (!outlook || !expected?.range) return undefined
  const cameSince = waitingTickets(day).filter(({ field, priority, place: { rev } }) =>
    field === who.field && (priority || !who.priority) && rev > outlook.rev && rev < before)
  return { ...expected, range: notBefore(later(expected.range, cameSince.length === 0 ? 0 : cameSince.length * serviceMs(day, who.field)), now) }
}

/**
 * What a number that waits may expect. One given out since the outlook was made may expect what its citizen was told then.
 * Undefined as above, for whoever does not wait, and for whoever has a right that the outlook has not heard of yet.
 */
export function ticketProspect (day: Day, outlook: Outlook | undefined, ticket: Ticket, now: Instant): Prospect | undefined {
  if (!outlook || ticket.state !== 'waiting') return undefined
  const expected = outlook.tickets.get(ticket.id)
  if (expected) return !isProspect(expected) ? undefined : { ...expected, range: notBefore(expected.range, now) }
  const isNew = ticket.movedRev > outlook.rev && ticket.place.rev === ticket.movedRev && isPlain(ticket)
  return isNew ? newcomerProspect(day, outlook, ticket, now, ticket.place.rev) : undefined
}

/** Came just now and stands in its field's line like everybody else: no appointment, no counter of its own, never sent anywhere. */
export function isPlain ({ appointment, bound, waitingSince }: Pick<Ticket, 'appointment' | 'bound' | 'waitingSince'>): boolean {
  return appointment === undefined && bound === undefined && waitingSince === undefined
}

/** What one number more costs whoever comes after it, the counters that serve the field taken together. */
function serviceMs (day: Day, field: string): number {
  const minutes = [...day.office.procedures.values()].filter(procedure => procedure.field === field).map(({ meanMinutes }) => meanMinutes)
  const mean = minutes.length > 0 ? minutes.reduce((sum, each) => sum + each, 0) / minutes.length : usualMinutes
  const open = countersFor(day, { field }).filter(number => day.counters.get(number)?.state === 'open').length
  return mean * minuteMs / Math.max(1, open)
}

function later ({ earliest, likely, latest }: Range, byMs: number): Range {
  return { earliest: earliest + byMs, likely: likely + byMs, latest: latest + byMs }
}

/** Instants are whole, whatever was divided before. */
function notBefore ({ earliest, likely, latest }: Range, now: Instant): Range {
  const bound = (at: Instant) => Math.round(Math.max(now, at))
  return { earliest: bound(earliest), likely: bound(likely), latest: bound(latest) }
}
