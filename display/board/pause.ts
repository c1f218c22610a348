import type { Break } from '../../common/contract/live.ts'
import { wallTime } from '../../common/ui/moment.ts'

/** The break, as long as it lasts: when the line is down its end is known all the same. */
export function breakNow (shown: Break | undefined, now: Date): Break | undefined {
  return shown && now.getTime() < Date.parse(shown.until) ? shown : undefined
}

/** Most breaks are lunch; one that ends before noon or in the late afternoon is not called so. */
export function isLunch ({ until }: Break, timeZone: string): boolean {
  const { hour } = wallTime(until, timeZone)
  return hour >= 12 && hour < 15
}
