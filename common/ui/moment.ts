import { commonTexts } from '../i18n/common.ts'
import type { Language } from '../i18n/texts.ts'

/** A moment as it stands on the office's wall. */
export interface WallTime { readonly year: number, readonly month: number, readonly day: number, readonly hour: number, readonly minute: number, readonly second: number, readonly weekday: number }

const formats = new Map<string, Intl.DateTimeFormat>()
const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']

// en-GB counts hours 00–23 by itself: hour12: false shows 24:00 at midnight in some Chromiums, and hourCycle is unknown to 69.
function formatOf (timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone, weekday: 'short', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit'
  })
  formats.set(timeZone, made)
  return made
}

export function wallTime (at: Date | string, timeZone: string): WallTime {
  const parts: Record<string, string> = {}
  for (const { type, value } of formatOf(timeZone).formatToParts(new Date(at))) parts[type] = value
  const number = (name: string) => Number(parts[name] ?? 0)
  return {
    year: number('year'), month: number('month'), day: number('day'),
    hour: number('hour') % 24, minute: number('minute'), second: number('second'), weekday: weekdays.indexOf(parts['weekday'] ?? 'Sun')
  }
}

/** The moment at which that wall shows `time` (09:42) on `date`. Where clocks are put forward over it: about then. */
export function momentOn (date: string, time: string, timeZone: string): Date {
  const asUtc = new Date(`${date}T${time}:00Z`)
  const { year, month, day, hour, minute } = wallTime(asUtc, timeZone)
  return new Date(2 * asUtc.getTime() - Date.UTC(year, month - 1, day, hour, minute))
}

const two = (value: number) => String(value).padStart(2, '0')

/** 09:42 */
export function timeText (at: Date | string, timeZone: string): string {
  const wall = wallTime(at, timeZone)
  return `${two(wall.hour)}:${two(wall.minute)}`
}

/** Whether that wall shows the same date at both moments. */
export function isSameDay (one: Date | string, other: Date | string, timeZone: string): boolean {
  const [a, b] = [wallTime(one, timeZone), wallTime(other, timeZone)]
  return a.year === b.year && a.month === b.month && a.day === b.day
}

/** Thứ Hai, 23/11/2026 */
export function dateText (at: Date | string, timeZone: string, language: Language): string {
  const wall = wallTime(at, timeZone)
  return `${weekdayText(wall.weekday, language)}, ${two(wall.day)}/${two(wall.month)}/${wall.year}`
}

/** 13:30 today, or "Thứ Hai, 23/11/2026 07:00" of another day. */
export function untilText (at: Date | string, now: Date, timeZone: string, language: Language): string {
  const [then, today] = [dateText(at, timeZone, language), dateText(now, timeZone, language)]
  return then === today ? timeText(at, timeZone) : `${timeText(at, timeZone)}, ${then.replace(/^./, first => language === 'vi' ? first.toLowerCase() : first)}`
}

function weekdayText (weekday: number, language: Language): string {
  const said: Readonly<Record<string, string>> = commonTexts[language]
  return said[`weekday.${weekday}`] ?? ''
}
