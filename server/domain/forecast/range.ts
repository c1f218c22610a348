import type { Instant } from '../time.ts'

/** When a call will come: one in ten before `earliest`, half before `likely`, nine in ten before `latest`. Never in the past. */
export interface Range {
  readonly earliest: Instant
  readonly likely: Instant
  readonly latest: Instant
}

const shownStepMs = 5 * 60_000

/** From when to when people are told: rounded outwards to five minutes, on screens as on paper. Never empty. */
export function rangeAsTold ({ earliest, latest }: Pick<Range, 'earliest' | 'latest'>): { readonly from: Instant, readonly to: Instant } {
  const from = Math.floor(earliest / shownStepMs) * shownStepMs
  return { from, to: Math.max(from + shownStepMs, Math.ceil(latest / shownStepMs) * shownStepMs) }
}

/** Whether somebody will be called at all. */
export interface Expectation {
  /** The chance, 0–1, of being called before the office closes today. */
  readonly today: number
  /** Absent where the call is less likely to come than not. */
  readonly range?: Range
}

/** What somebody who waits, or would take a number now, may expect. */
export interface Prospect extends Expectation {
  readonly range: Range
}

export function isProspect (expected: Expectation | undefined): expected is Prospect {
  return expected?.range !== undefined
}

/** Who takes a number in a field now, by class; absent where no call is in sight. */
export interface Newcomers {
  readonly ordinary?: Expectation
  readonly priority?: Expectation
}

/** The office's expectation at one moment. Whoever is called in no run of today is not in it. */
export interface Outlook {
  readonly at: Instant
  /** The last fact it knows of. */
  readonly rev: number
  /** Ticket id → what its holder may expect, for everyone who waits. */
  readonly tickets: ReadonlyMap<string, Expectation>
  /** Field id → what whoever takes a number in it now may expect. */
  readonly newcomers: ReadonlyMap<string, Newcomers>
}
