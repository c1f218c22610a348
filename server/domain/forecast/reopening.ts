import type { Office } from '../office.ts'
import type { PastLeg } from './past.ts'
import { blendedSpread, lognormalSpread, type Spread } from './spread.ts'
import type { SessionTimes } from './working-days.ts'

const minuteMs = 60_000

/** What becomes of a counter that closes in the middle of a session. */
export interface Reopening {
  /** The chance that it, or a colleague there, calls again in the same session. */
  readonly share: number
  /** From its last turn to the next call, where there is one. */
  readonly after: Spread
}

/** Calls of one counter in one session, in order. */
export interface Stint {
  readonly calls: readonly (PastLeg & { readonly calledAt: number, readonly counter: number })[]
  readonly session: SessionTimes
}

const prior = { share: 0.5, after: lognormalSpread(45 * minuteMs, 1), weight: 10 }
/** Shorter ones are pauses. */
const longAwayMs = 30 * minuteMs

/**
 * The record of past days holds calls, not openings and closings: a counter counts as closed that let somebody whom it
 * serves first wait for half an hour.
 *
 * @param legsOn all of a service day
 */
export function reopeningOf (duties: Office['duties'], stints: readonly Stint[], legsOn: (date: string) => readonly PastLeg[]): Reopening {
  const back: number[] = []
  let gone = 0
  for (const { calls, session } of stints) {
    const main = duties.get(calls[0]?.counter ?? -1)?.main ?? []
    const isMissed = (from: number, to: number) => to - from >= longAwayMs && (legsOn(calls[0]?.serviceDate ?? '')).some(leg => main.includes(leg.field) && waitedWithin(leg, from, to) >= longAwayMs)
    calls.forEach(({ endedAt }, place) => {
      const next = calls[place + 1]?.calledAt
      if (endedAt === undefined || !isMissed(endedAt, next ?? session.to)) return
      if (next === undefined) gone++
      else back.push(next - endedAt)
    })
  }
  return { share: (back.length + prior.share * prior.weight) / (back.length + gone + prior.weight), after: blendedSpread(prior.after, back, prior.weight) }
}

function waitedWithin ({ returnedAt, waitingSince, appointment = 0, calledAt, endedAt }: PastLeg, from: number, to: number): number {
  return Math.min(to, calledAt ?? endedAt ?? to) - Math.max(from, returnedAt ?? waitingSince, appointment)
}
