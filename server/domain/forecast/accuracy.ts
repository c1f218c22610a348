import type { PastForecast } from './past.ts'
import { rangeAsTold } from './range.ts'

/**
 * How forecasts made when numbers were taken compare with the calls that came; shares and means are absent where none was
 * called. Scored is the range that people were told, rounded outwards to five minutes; what the engine learns its widths
 * from is the unrounded one (widening.ts).
 */
export interface Accuracy {
  /** Numbers that had a forecast and were called. */
  readonly called: number
  /** Called within the range as it was told. */
  readonly covered?: number
  readonly early?: number
  readonly late?: number
  /** Mean distance between likely and the call. */
  readonly meanErrorMinutes?: number
  /** Mean of call minus likely: positive where calls came later than foretold. */
  readonly biasMinutes?: number
  /** Of the range as it was told. */
  readonly meanWidthMinutes?: number
}

const minuteMs = 60_000

/** Those still waiting, and those who left, are not in it: nobody knows when they would have been called. */
export function accuracyOf (forecasts: readonly PastForecast[]): Accuracy {
  const called = forecasts.flatMap(({ range, calledAt }) => calledAt === undefined ? [] : [{ ...rangeAsTold(range), likely: range.likely, calledAt }])
  if (called.length === 0) return { called: 0 }
  const mean = (of: (one: typeof called[number]) => number) => called.reduce((sum, one) => sum + of(one), 0) / called.length
  const share = (is: (one: typeof called[number]) => boolean) => mean(one => Number(is(one)))
  return {
    called: called.length,
    covered: share(({ from, to, calledAt }) => from <= calledAt && calledAt <= to),
    early: share(({ from, calledAt }) => calledAt < from),
    late: share(({ to, calledAt }) => calledAt > to),
    meanErrorMinutes: mean(({ likely, calledAt }) => Math.abs(calledAt - likely)) / minuteMs,
    biasMinutes: mean(({ likely, calledAt }) => calledAt - likely) / minuteMs,
    meanWidthMinutes: mean(({ from, to }) => to - from) / minuteMs
  }
}
