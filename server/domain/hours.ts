import type { DayPattern, Field, Hours, Office, Season, Session, Window } from './office.ts'
import { addDays, instantOn, minutesOf, wallClock, type Instant, type ServiceDate } from './time.ts'

export interface Opening {
  /** Numbers are being given out. */
  readonly open: boolean
  /** When the next window begins, if closed and one is in sight. */
  readonly opensAt?: Instant
  /** When the present window ends, if open. */
  readonly closesAt?: Instant
}

/** What an office is doing: `break` is between two sessions of one day, when those who wait keep their place. */
export type Moment =
  | { readonly kind: 'working', readonly until?: Instant }
  | { readonly kind: 'break', readonly until: Instant }
  | { readonly kind: 'closed' }

/** How far ahead a next opening is looked for: the longest holiday and then some. */
const horizonDays = 21

/** Whether the office gives out numbers at `at`, or else when it next will. */
export function officeOpening (office: Office, at: Instant): Opening {
  return opening(office, sessionWindows, at)
}

/** The same for one field, which may keep windows of its own. */
export function fieldOpening (office: Office, field: Field, at: Instant): Opening {
  return opening(office, field.windows ? ownWindows(field.windows) : sessionWindows, at)
}

/** Whether people are served now, are having lunch, or have gone home. */
export function officeMoment (office: Office, at: Instant): Moment {
  if (office.alwaysOpen) return { kind: 'working' }
  const { date, minutes } = wallClock(at, office.timeZone)
  const sessions = sessionsOn(office, date)
  const present = sessions.find(({ from, to }) => minutesOf(from) <= minutes && minutes < minutesOf(to))
  if (present) return { kind: 'working', until: instantOn(date, present.to, office.timeZone) }
  const next = sessions.find(({ from }) => minutes < minutesOf(from))
  return next && next !== sessions[0] ? { kind: 'break', until: instantOn(date, next.from, office.timeZone) } : { kind: 'closed' }
}

/** When `ms` have passed in which somebody was there: breaks between the sessions of that day do not count. */
export function afterBreaks (office: Office, at: Instant, ms: number): Instant {
  if (office.alwaysOpen) return at + ms
  return breaksOf(worktimes(office, at)).reduce((end, { from, to }) => {
    const begin = Math.max(at, from)
    return end > begin && begin < to ? end + to - begin : end
  }, at + ms)
}

/** What has passed between two instants of a day without its breaks: the other way round of {@link afterBreaks}. */
export function withoutBreaksMs (office: Office, from: Instant, to: Instant): number {
  const resting = office.alwaysOpen ? [] : breaksOf(worktimes(office, from))
  return resting.reduce((passed, rest) => passed - Math.max(0, Math.min(to, rest.to) - Math.max(from, rest.from)), Math.max(0, to - from))
}

/** When work begins for somebody who is there at `at`: then, or when the first session of that day does. */
export function workBegins (office: Office, at: Instant): Instant {
  return office.alwaysOpen ? at : Math.max(at, worktimes(office, at)[0]?.from ?? at)
}

/** When work ends on the day of `at`; undefined on a day off, and where it never does. */
export function workEnds (office: Office, at: Instant): Instant | undefined {
  return office.alwaysOpen ? undefined : worktimes(office, at).at(-1)?.to
}

interface Stretch { readonly from: Instant, readonly to: Instant }

/** Asked for every number that waits, of one day: turning wall times into instants is what costs. */
const knownWorktimes = new WeakMap<Office, { readonly date: ServiceDate, readonly stretches: readonly Stretch[] }>()

function worktimes (office: Office, at: Instant): readonly Stretch[] {
  const { date } = wallClock(at, office.timeZone)
  const known = knownWorktimes.get(office)
  if (known?.date === date) return known.stretches
  const stretches = sessionsOn(office, date).map(({ from, to }) => ({ from: instantOn(date, from, office.timeZone), to: instantOn(date, to, office.timeZone) }))
  knownWorktimes.set(office, { date, stretches })
  return stretches
}

function breaksOf (stretches: readonly Stretch[]): readonly Stretch[] {
  return stretches.slice(1).map(({ from }, before) => ({ from: stretches[before]!.to, to: from }))
}

/** The session a ticket given out at `at` counts for: the present or the next of that day, or else its last. */
export function sessionAt (office: Office, at: Instant): Session | undefined {
  const { date, minutes } = wallClock(at, office.timeZone)
  const sessions = sessionsOn(office, date)
  return sessions.find(({ to }) => minutes < minutesOf(to)) ?? sessions.at(-1)
}

/** The end of the office's last session on that date: what was open then has expired. */
export function closingTime (office: Office, date: ServiceDate): Instant {
  const last = (sessionsOn(office, date).at(-1) ?? office.hours.sessions.at(-1))?.to
  return last === undefined ? instantOn(addDays(date, 1), '00:00', office.timeZone) : instantOn(date, last, office.timeZone)
}

/** The sessions worked on a date, in order; none on a day off. */
export function sessionsOn ({ hours, holidays }: Pick<Office, 'hours' | 'holidays'>, date: ServiceDate): readonly Session[] {
  if (hours.makeUpDays?.includes(date)) return ordinaryBefore(hours, date)?.sessions ?? []
  return holidays.includes(date) ? [] : patternOn(hours, date)?.sessions ?? []
}

function patternOn (hours: Hours, date: ServiceDate): DayPattern | undefined {
  const weekday = weekdayOf(date)
  const worksThen = ({ days }: DayPattern) => days.includes(weekday)
  return hours.seasons?.find(season => isIn(season, date) && worksThen(season)) ?? (worksThen(hours) ? hours : undefined)
}

/** A make-up day is worked like the last ordinary working day before it (a Saturday like the Friday, not like a Saturday morning). */
function ordinaryBefore (hours: Hours, date: ServiceDate): DayPattern | undefined {
  for (let days = 1; days <= 7; days++) {
    const before = addDays(date, -days)
    if (weekdayOf(before) > 5) continue
    const pattern = patternOn(hours, before)
    if (pattern) return pattern
  }
  return hours
}

/** A season may run over New Year: from 10-16 to 04-15. */
function isIn ({ from, to }: Season, date: ServiceDate): boolean {
  const day = date.slice(5)
  return from <= to ? from <= day && day <= to : from <= day || day <= to
}

function weekdayOf (date: ServiceDate): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7
}

type WindowsOf = (sessions: readonly Session[]) => readonly Window[]

const sessionWindows: WindowsOf = sessions => sessions.map(({ ticketsFrom, ticketsTo }) => ({ from: ticketsFrom, to: ticketsTo }))

/** A field's own, as long as somebody is there that day: not on the afternoon after a Saturday morning. */
function ownWindows (windows: readonly Window[]): WindowsOf {
  return sessions => {
    const end = sessions.at(-1)?.to ?? '00:00'
    return windows.filter(({ from }) => from < end).map(({ from, to }) => ({ from, to: to < end ? to : end }))
  }
}

function opening (office: Office, windowsOf: WindowsOf, at: Instant): Opening {
  if (office.alwaysOpen) return { open: true }
  const { date, minutes } = wallClock(at, office.timeZone)
  const now = windowsOn(office, date, windowsOf).find(({ from, to }) => minutesOf(from) <= minutes && minutes < minutesOf(to))
  if (now) return { open: true, closesAt: instantOn(date, now.to, office.timeZone) }
  const opensAt = nextOpening(office, windowsOf, at)
  return { open: false, ...opensAt !== undefined && { opensAt } }
}

/** On a day without sessions nobody gives out numbers, whatever windows a field keeps. */
function windowsOn (office: Office, date: ServiceDate, windowsOf: WindowsOf): readonly Window[] {
  const sessions = sessionsOn(office, date)
  return sessions.length === 0 ? [] : windowsOf(sessions)
}

function nextOpening (office: Office, windowsOf: WindowsOf, at: Instant): Instant | undefined {
  const today = wallClock(at, office.timeZone).date
  for (let days = 0; days <= horizonDays; days++) {
    const date = addDays(today, days)
    const next = windowsOn(office, date, windowsOf).map(({ from }) => instantOn(date, from, office.timeZone)).filter(begin => begin > at).sort((a, b) => a - b)[0]
    if (next !== undefined) return next
  }
  return undefined
}
