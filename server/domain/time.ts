/** UTC milliseconds. */
export type Instant = number
/** A date on the office's wall, `2026-11-23`. */
export type ServiceDate = string
/** A time on the office's wall, `07:30`. */
export type WallTime = string

export interface WallClock {
  readonly date: ServiceDate
  /** 1 = Monday … 7 = Sunday. */
  readonly weekday: number
  readonly minutes: number
}

const clocks = new Map<string, Intl.DateTimeFormat>()

/** Formatters are slow to make and safe to share. */
function clockOf (timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit'
  })
  clocks.set(timeZone, made)
  return made
}

function wallParts (at: Instant, timeZone: string): Record<string, string> {
  return Object.fromEntries(clockOf(timeZone).formatToParts(at).map(part => [part.type, part.value]))
}

/** Zones change their offset on whole quarters of an hour only: inside one, the answer stays. */
const quarterMs = 15 * 60_000
const offsets = new Map<string, Map<number, number>>()
/** Two weeks of them: a day's plan asks for the same few again and again. */
const mostQuarters = 14 * 96

/** How far the wall is ahead of UTC at that instant. */
export function offsetMs (at: Instant, timeZone: string): number {
  const quarter = Math.floor(at / quarterMs)
  const measured = offsets.get(timeZone) ?? new Map<number, number>()
  const known = measured.get(quarter)
  if (known !== undefined) return known
  if (measured.size >= mostQuarters) measured.clear()
  const offset = measuredOffsetMs(at, timeZone)
  offsets.set(timeZone, measured.set(quarter, offset))
  return offset
}

function measuredOffsetMs (at: Instant, timeZone: string): number {
  const wall = wallParts(at, timeZone)
  const asUtc = Date.UTC(Number(wall['year']), Number(wall['month']) - 1, Number(wall['day']), Number(wall['hour']), Number(wall['minute']), Number(wall['second']))
  return asUtc - Math.floor(at / 1000) * 1000
}

/** What calendar and clock on the office's wall show. */
export function wallClock (at: Instant, timeZone: string): WallClock {
  const wall = new Date(at + offsetMs(at, timeZone))
  return {
    date: wall.toISOString().slice(0, 10),
    weekday: wall.getUTCDay() || 7,
    minutes: wall.getUTCHours() * 60 + wall.getUTCMinutes()
  }
}

/** The service day is the date on the office's wall, not the machine's. */
export function serviceDate (at: Instant, timeZone: string): ServiceDate {
  return wallClock(at, timeZone).date
}

/** The instant at which the office's wall shows that date and time. */
export function instantOn (date: ServiceDate, time: WallTime, timeZone: string): Instant {
  const asUtc = Date.parse(`${date}T${time}:00Z`)
  return asUtc - offsetMs(asUtc - offsetMs(asUtc, timeZone), timeZone)
}

/** ISO 8601 with the office's offset: `2026-11-23T09:42:00.000+07:00`. */
export function isoAt (at: Instant, timeZone: string): string {
  const offset = offsetMs(at, timeZone)
  const minutes = Math.abs(offset) / 60_000
  const zone = `${offset < 0 ? '-' : '+'}${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
  return new Date(at + offset).toISOString().replace('Z', zone)
}

export function minutesOf (time: WallTime): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
}

/** The date `days` later, by the calendar. */
export function addDays (date: ServiceDate, days: number): ServiceDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}
