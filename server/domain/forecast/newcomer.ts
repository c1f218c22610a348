import { waitingTickets, type Day } from '../day.ts'
import { countersFor } from '../desk.ts'
import type { Ticket } from '../ticket.ts'
import { serviceDate, type Instant } from '../time.ts'
import { isProspect, type Outlook, type Prospect, type Range } from './range.ts'
import { sessionTimes, type SessionTimes } from './working-days.ts'

const minuteMs = 60_000

/** Where nothing is known of a field's procedures. */
const usualMinutes = 10

type Newcomer = Pick<Ticket, 'field' | 'priority'>

/**
 * What somebody who takes a number of that field and class now may expect: what the outlook says, moved on by the clock
 * and by a service for each number that was given out since then and goes before his, and the wider the more these are.
 * Never earlier than the outlook has it, never narrower.
 * Undefined where nothing is known or no counter is expected.
 *
 * @param before the number of the fact that gave his out, where that has happened: who came later does not delay him
 */
export function newcomerProspect (day: Day, outlook: Outlook | undefined, who: Newcomer, now: Instant, before = Infinity): Prospect | undefined {
  const expected = outlook?.newcomers.get(who.field)?.[who.priority ? 'priority' : 'ordinary']
  if (!outlook || !expected?.range) return undefined
  const cameSince = waitingTickets(day).filter(({ priority, place: { rev } }) => (priority || !who.priority) && rev > outlook.rev && rev < before)
  return { ...expected, range: notBefore(behind(day, expected.range, delayBy(day, cameSince, who.field)), now) }
}

/**
 * What a number that waits may expect. One given out since the outlook was made may expect what its citizen was told then.
 * Undefined as above, for whoever does not wait, and for whoever has a right that the outlook has not heard of yet.
 */
export function ticketProspect (day: Day, outlook: Outlook | undefined, ticket: Ticket, now: Instant): Prospect | undefined {
  if (!outlook || ticket.state !== 'waiting') return undefined
  const expected = outlook.tickets.get(ticket.id)
  if (expected) return isProspect(expected) ? { ...expected, range: notBefore(expected.range, now) } : undefined
  const isNew = ticket.movedRev > outlook.rev && ticket.place.rev === ticket.movedRev && isPlain(ticket)
  return isNew ? newcomerProspect(day, outlook, ticket, now, ticket.place.rev) : undefined
}

/** Came just now and stands in its field's line like everybody else: no appointment, no counter of its own, never sent anywhere. */
export function isPlain ({ appointment, bound, waitingSince }: Pick<Ticket, 'appointment' | 'bound' | 'waitingSince'>): boolean {
  return appointment === undefined && bound === undefined && waitingSince === undefined
}

/** How much later a call comes, and the way from there to the 10 and the 90 % bound. */
interface Delay { readonly ms: number, readonly spreadMs: number }

/** Services vary each by itself; what the day and its officers do to them, they do to all. Standard deviations ÷ mean. */
const [turnCv, paceCv] = [0.5, 0.25]
/** Standard deviations from the middle to the bounds of a range. */
const toBound = 1.28

/**
 * What those who came since cost whoever comes after them: the work they bring to the counters of that field, its own line's
 * and that of the other fields served there.
 */
function delayBy (day: Day, cameSince: readonly Ticket[], field: string): Delay {
  const mine = new Set(workingOn(day, { field }))
  let [ms, squares] = [0, 0]
  for (const ticket of cameSince) {
    const theirs = workingOn(day, ticket)
    const shared = theirs.filter(number => mine.has(number)).length
    if (shared === 0) continue
    const share = serviceMs(day, ticket.field) * shared / theirs.length / mine.size
    ms += share
    squares += share * share
  }
  return { ms, spreadMs: toBound * Math.sqrt(squares * turnCv ** 2 + (ms * paceCv) ** 2) }
}

/** Of the counters where it may be called those that are open; where none is, all of them. */
function workingOn (day: Day, ticket: Parameters<typeof countersFor>[1]): readonly number[] {
  const all = countersFor(day, ticket)
  const open = all.filter(number => day.counters.get(number)?.state === 'open')
  return open.length > 0 ? open : all.slice(0, 1)
}

/** What a service of that field takes by the office's own figures, of which 0 says that it is not known. */
function serviceMs (day: Day, field: string): number {
  const minutes = [...day.office.procedures.values()].filter(procedure => procedure.field === field).map(({ meanMinutes }) => meanMinutes || usualMinutes)
  return minuteMs * (minutes.length > 0 ? minutes.reduce((sum, each) => sum + each, 0) / minutes.length : usualMinutes)
}

function behind ({ office }: Day, { earliest, likely, latest }: Range, { ms, spreadMs }: Delay): Range {
  if (ms === 0) return { earliest, likely, latest }
  const sessions = office.alwaysOpen ? [] : sessionTimes(office, serviceDate(likely, office.timeZone))
  const later = (at: Instant, byMs: number) => overBreaks(sessions, at, byMs)
  return { earliest: later(earliest, Math.max(0, ms - spreadMs)), likely: later(likely, ms), latest: later(latest, ms + spreadMs) }
}

/** So much working time later. After closing the clock runs on: whoever is left then is served or told so. */
function overBreaks (sessions: readonly SessionTimes[], at: Instant, byMs: number): Instant {
  let end = at + byMs
  sessions.forEach(({ to }, place) => {
    const next = sessions[place + 1]
    if (next && at < to && to <= end) end += next.from - to
  })
  return end
}

/** Instants are whole, whatever was divided before. */
function notBefore ({ earliest, likely, latest }: Range, now: Instant): Range {
  const bound = (at: Instant) => Math.round(Math.max(now, at))
  return { earliest: bound(earliest), likely: bound(likely), latest: bound(latest) }
}
