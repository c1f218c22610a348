import { evolve, type Day } from '../domain/day.ts'
import type { Refusal } from '../domain/refusal.ts'
import { ok, type Result } from '../domain/result.ts'
import { endEarlierDay } from '../domain/ticketing.ts'
import type { Instant } from '../domain/time.ts'
import type { Clock } from '../ports/clock.ts'
import type { Decided, Once, Store, Turned } from '../ports/store.ts'

export type OfficeTurn = <Answer>(office: string, decide: (day: Day, at: Instant) => Result<Decided<Answer>, Refusal>, once?: Once) => Promise<Result<Turned<Answer>, Refusal>>

/**
 * A turn as every feature takes it: the office's time never runs backwards, and the first
 * activity of a later service day begins by ending the earlier one.
 */
export function officeTurns (store: Store, clock: Clock): OfficeTurn {
  return (office, decide, once) => store.turn(office, day => {
    const at = Math.max(clock.now(), day.lastAt)
    const ended = endEarlierDay(day, at)
    const decided = decide(ended.reduce(evolve, day), at)
    return decided.ok ? ok({ ...decided.value, facts: [...ended, ...decided.value.facts] }) : decided
  }, once)
}
