import type { Field, Office } from './office.ts'
import { addDays, instantOn, minutesOf, wallClock, type Instant, type ServiceDate, type WallTime } from './time.ts'

export interface Opening {
  /** Numbers are being given out. */
  readonly open: boolean
  /** When the next window begins, if closed and one is in sight. */
  readonly opensAt?: Instant
  /** When the present window ends, if open. */
  readonly closesAt?: Instant
}

interface Window { readonly from: WallTime, readonly to: WallTime }

/** How far ahead a next opening is looked for: the longest holiday and then some. */
const horizonDays = 21

/** Whether the office gives out numbers at `at`, or else when it next will. */
export function officeOpening (office: Office, at: Instant): Opening {
  return opening(office, officeWindows(office), at)
}

/** The same for one field, which may keep windows of its own. */
export function fieldOpening (office: Office, field: Field, at: Instant): Opening {
  return opening(office, field.windows ?? officeWindows(office), at)
}

/** The end of the office's last session on that date: what was open then has expired. */
export function closingTime (office: Office, date: ServiceDate): Instant {
  const last = office.hours.sessions.at(-1)
  return last ? instantOn(date, last.to, office.timeZone) : instantOn(addDays(date, 1), '00:00', office.timeZone)
}

function officeWindows (office: Office): readonly Window[] {
  return office.hours.sessions.map(session => ({ from: session.ticketsFrom, to: session.ticketsTo }))
}

function opening (office: Office, windows: readonly Window[], at: Instant): Opening {
  if (office.alwaysOpen) return { open: true }
  const { date, minutes } = wallClock(at, office.timeZone)
  const now = worksOn(office, date) ? windows.find(({ from, to }) => minutesOf(from) <= minutes && minutes < minutesOf(to)) : undefined
  if (now) return { open: true, closesAt: instantOn(date, now.to, office.timeZone) }
  const opensAt = nextOpening(office, windows, at)
  return { open: false, ...opensAt !== undefined && { opensAt } }
}

function nextOpening (office: Office, windows: readonly Window[], at: Instant): Instant | undefined {
  const today = wallClock(at, office.timeZone).date
  for (let days = 0; days <= horizonDays; days++) {
    const date = addDays(today, days)
    if (!worksOn(office, date)) continue
    const next = windows.map(({ from }) => instantOn(date, from, office.timeZone)).filter(begin => begin > at).sort((a, b) => a - b)[0]
    if (next !== undefined) return next
  }
  return undefined
}

function worksOn (office: Office, date: ServiceDate): boolean {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay() || 7
  return office.hours.days.includes(weekday) && !office.holidays.includes(date)
}
