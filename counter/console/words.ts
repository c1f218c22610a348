import type { ByLanguage } from '../../common/contract/basics.ts'

/** What ids stand for. Procedures come from the catalogue and may still be on their way. */
export type Names = ReadonlyMap<string, ByLanguage>

/** 4:12, or 1:04:12: how long something has been going on. */
export function stopwatch (since: string, now: Date): string {
  const seconds = Math.max(0, Math.floor((now.getTime() - Date.parse(since)) / 1000))
  const two = (value: number) => String(value).padStart(2, '0')
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`
}

/** Whole minutes waited so far. */
export function minutesSince (since: string, now: Date): number {
  return Math.max(0, Math.floor((now.getTime() - Date.parse(since)) / 60_000))
}
