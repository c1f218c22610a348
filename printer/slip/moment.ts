/** A moment as the office's wall showed it. */
export interface WallClock {
  readonly year: number
  readonly month: number
  readonly day: number
  /** 0 is Sunday. */
  readonly weekday: number
  readonly minuteOfDay: number
}

const written = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d))?/

/**
 * The wall-clock parts exactly as written in an ISO string: the machine's own zone never enters.
 * Throws an Error for anything that does not begin with YYYY-MM-DD.
 */
export function wallClock (iso: string): WallClock {
  const parts = written.exec(iso)
  if (!parts) throw new Error(`Not an ISO date: ${JSON.stringify(iso)}`)
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = parts.slice(1).map(part => Number(part ?? 0))
  return { year, month, day, weekday: new Date(Date.UTC(year, month - 1, day)).getUTCDay(), minuteOfDay: 60 * hour + minute }
}

/** `YYYY-MM-DD` of an ISO string, as written. */
export function dateOf (iso: string): string {
  return iso.slice(0, 10)
}

/** `09:05` */
export function clockText (minuteOfDay: number): string {
  const minute = ((minuteOfDay % 1440) + 1440) % 1440
  return `${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`
}

export function twoDigits (value: number): string {
  return String(value).padStart(2, '0')
}

/** The minute of the day that has begun or is about to: 10:10:01 is not over before 10:11. */
export function minuteAfter (iso: string): number {
  const seconds = Number(/T\d\d:\d\d:(\d\d(?:\.\d+)?)/.exec(iso)?.[1] ?? 0)
  return wallClock(iso).minuteOfDay + (seconds > 0 ? 1 : 0)
}

/** Rounds a range of minutes outwards to a step, and to one step at least, as the screens do: a forecast must not look more exact than it is. */
export function roundedOut (earliest: number, latest: number, stepMinutes: number): { earliest: number, latest: number } {
  const from = Math.floor(earliest / stepMinutes) * stepMinutes
  return { earliest: from, latest: Math.max(from + stepMinutes, Math.ceil(latest / stepMinutes) * stepMinutes) }
}
