import type { ByLanguage } from '../../common/contract/basics.ts'
import type { ConsoleShot } from '../../common/contract/live.ts'
import type { Service } from '../../common/contract/ticket.ts'

/** What ids stand for. Procedures come from the catalogue and may still be on their way. */
export type Names = ReadonlyMap<string, ByLanguage>
/** Procedure → the papers it needs. */
export type Papers = ReadonlyMap<string, readonly string[]>

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

/** The procedure where one was chosen, else the field. */
export function aboutOf ({ procedure, field }: Service | { readonly field: string, readonly procedure: string | null }, fields: Names, procedures: Names): ByLanguage {
  return (procedure === null || procedure === undefined ? undefined : procedures.get(procedure)) ?? fields.get(field) ?? { vi: field, en: field }
}

/** The counters that serve a field first; those that stand open, or else all of them. */
export function countersOf (field: string, { counter, colleagues }: Pick<ConsoleShot, 'counter' | 'colleagues'>): { readonly counters: readonly number[], readonly isOpen: boolean } {
  const serving = [counter, ...colleagues].filter(({ main }) => main.includes(field)).sort((a, b) => a.number - b.number)
  const open = serving.filter(({ state }) => state !== 'closed')
  const numbers = (counters: typeof serving) => counters.map(({ number }) => number)
  return open.length > 0 ? { counters: numbers(open), isOpen: true } : { counters: numbers(serving), isOpen: false }
}

/** What a number still has before it when it leaves this counter: its services, then the counter that wants it back. */
export function stillToCome ({ more = [], back }: { readonly more?: readonly Service[], readonly back?: number }, counter: number): { readonly services: readonly Service[], readonly back?: number } {
  return { services: more, ...back !== undefined && back !== counter && { back } }
}
