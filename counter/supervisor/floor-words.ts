import type { CallShown, FloorShot } from '../../common/contract/live.ts'
import type { Counter } from '../../common/contract/counter.ts'

const minuteMs = 60_000

/** Whole minutes that have passed since. */
export function minutesSince (since: string, now: Date): number {
  return Math.max(0, Math.floor((now.getTime() - Date.parse(since)) / minuteMs))
}

/** Five minutes at a time, and never before the moment itself: an expectation must not look more exact than it is. */
export function roundedUp (at: string): Date {
  const stepMs = 5 * minuteMs
  return new Date(Math.ceil(Date.parse(at) / stepMs) * stepMs)
}

/** Why nobody is told when a number of that field taken now would be called: no counter that serves it stands open, or the office cannot say. */
export function unforetold (field: string, counters: readonly Counter[]): 'none' | 'unknown' {
  return counters.some(({ state, main, helper }) => state === 'open' && [...main, ...helper].includes(field)) ? 'unknown' : 'none'
}

/** What a counter is doing; `free` where nobody is at it, with how many wait whom it serves first. */
export type Standing =
  | { readonly kind: 'called' | 'serving', readonly number: string, readonly call?: CallShown }
  | { readonly kind: 'free', readonly waiting: number }
  | { readonly kind: 'paused', readonly reason: string }
  | { readonly kind: 'closed' }

export function standingOf ({ number, state, ticket, reason = '', main }: Counter, { calls = [], waiting }: Pick<FloorShot, 'calls' | 'waiting'>): Standing {
  const call = calls.find(shown => shown.counter === number)
  if (ticket) return { kind: ticket.state === 'serving' ? 'serving' : 'called', number: ticket.number, ...call && { call } }
  if (state === 'paused') return { kind: 'paused', reason }
  return state === 'closed' ? { kind: 'closed' } : { kind: 'free', waiting: main.reduce((sum, field) => sum + (waiting[field] ?? 0), 0) }
}
