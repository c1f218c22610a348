import type { Range } from '../../../server/domain/forecast/range.ts'
import type { Instant } from '../../../server/domain/time.ts'
import type { BaselineName } from './baselines.ts'
import { minuteMs, type WorkDay } from './work-day.ts'

/** One forecast for one who waited, and what the simple estimators said at the same moment. */
export interface Foretold {
  readonly at: Instant
  readonly atIssue: boolean
  readonly range: Range
  /** The chance of being called before closing. */
  readonly today: number
  readonly baselines: Readonly<Record<BaselineName, Instant>>
  readonly field: string
  readonly priority: boolean
  readonly ahead: number
  /** When the office works that day. */
  readonly sessions: WorkDay['sessions']
}

/** A forecast and the call that came. */
export interface Scored extends Foretold { readonly calledAt: Instant }

export interface Score {
  readonly forecasts: number
  /** Share of calls between earliest and latest. */
  readonly coverage: number
  readonly early: number
  readonly late: number
  /** Mean distance of likely from the call, in minutes. */
  readonly mae: number
  /** Mean of call minus likely: positive where calls came later than foretold. */
  readonly bias: number
  readonly width: number
}

export function scoreOf (scored: readonly Scored[]): Score {
  const mean = (of: (one: Scored) => number) => scored.reduce((sum, one) => sum + of(one), 0) / scored.length
  return {
    forecasts: scored.length,
    coverage: mean(({ range, calledAt }) => Number(range.earliest <= calledAt && calledAt <= range.latest)),
    early: mean(({ range, calledAt }) => Number(calledAt < range.earliest)),
    late: mean(({ range, calledAt }) => Number(calledAt > range.latest)),
    mae: mean(({ range, calledAt }) => Math.abs(calledAt - range.likely)) / minuteMs,
    bias: mean(({ range, calledAt }) => calledAt - range.likely) / minuteMs,
    width: mean(({ range }) => range.latest - range.earliest) / minuteMs
  }
}

/** Mean distance in minutes between a simple estimator and the call. */
export function baselineMae (scored: readonly Scored[], name: BaselineName): number {
  return scored.reduce((sum, { baselines, calledAt }) => sum + Math.abs(calledAt - baselines[name]), 0) / scored.length / minuteMs
}

/** By how much the most of a range's bounds slipped beyond the clock that passed; 0 or less is as it should be. */
export function slipMs (before: Range, after: Range, passedMs: number): number {
  return Math.max(...(['earliest', 'likely', 'latest'] as const).map(bound => after[bound] - before[bound])) - passedMs
}
