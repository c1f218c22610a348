import type { Instant } from '../time.ts'

/** When a call will come: one in ten before `earliest`, half before `likely`, nine in ten before `latest`. Never in the past. */
export interface Range {
  readonly earliest: Instant
  readonly likely: Instant
  readonly latest: Instant
}

/** What somebody who waits, or would take a number now, may expect. */
export interface Prospect {
  readonly range: Range
  /** The chance, 0–1, of being called before the office closes today. */
  readonly today: number
}

/** Who takes a number in a field now, by class. */
export interface Newcomers {
  readonly ordinary?: Prospect
  readonly priority?: Prospect
}

/** The office's expectation at one moment. Whoever no counter is expected to serve today is not in it. */
export interface Outlook {
  readonly at: Instant
  /** The last fact it knows of. */
  readonly rev: number
  /** Ticket id → prospect, for everyone who waits. */
  readonly tickets: ReadonlyMap<string, Prospect>
  /** Field id → prospect of whoever takes a number in it now. */
  readonly newcomers: ReadonlyMap<string, Newcomers>
}
