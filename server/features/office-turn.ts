import { evolve, type Day } from '../domain/day.ts'
import { officeTime } from '../domain/office-time.ts'
import type { Refusal } from '../domain/refusal.ts'
import { ok, type Result } from '../domain/result.ts'
import { endEarlierDay } from '../domain/ticketing.ts'
import type { Instant } from '../domain/time.ts'
import type { Clock } from '../ports/clock.ts'
import type { Decided, Once, Store, Turned } from '../ports/store.ts'

/** Decides on the day at the office's time; `wall` is what the clock shows, by which doors open and dates turn. */
type Decide<Answer> = (day: Day, at: Instant, wall: Instant) => Result<Decided<Answer>, Refusal>

export type OfficeTurn = <Answer>(office: string, decide: Decide<Answer>, once?: Once) => Promise<Result<Turned<Answer>, Refusal>>

/**
 * A turn as every feature takes it: the office's time never runs backwards, and the first
 * activity of a later service day begins by ending the earlier one.
 */
export function officeTurns (store: Pick<Store, 'turn'>, clock: Clock): OfficeTurn {
  const stopwatch = stopwatches(clock)
  return (office, decide, once) => store.turn(office, day => {
    const wall = clock.now()
    const at = officeTime(day, wall, stopwatch.since(office, day.lastAt))
    const ended = endEarlierDay(day, wall)
    const decided = decide(ended.reduce(evolve, day), at, wall)
    if (!decided.ok) return decided
    const facts = [...ended, ...decided.value.facts]
    const last = facts.at(-1)
    if (last) stopwatch.start(office, last.at)
    return ok({ ...decided.value, facts })
  }, once)
}

/** For each office, how long ago its latest fact was, by a watch that nobody can set. */
function stopwatches (clock: Clock): { readonly since: (office: string, lastAt: Instant) => number, readonly start: (office: string, lastAt: Instant) => void } {
  const elapsed = clock.elapsed ?? (() => 0)
  const started = new Map<string, { readonly lastAt: Instant, readonly elapsed: number }>()
  const start = (office: string, lastAt: Instant) => { started.set(office, { lastAt, elapsed: elapsed() }) }
  return {
    start,
    since: (office, lastAt) => {
      const known = started.get(office)
      if (known?.lastAt === lastAt) return elapsed() - known.elapsed
      // A fact of before the start, or a turn that was not stored.
      start(office, lastAt)
      return 0
    }
  }
}
