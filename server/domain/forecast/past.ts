import type { Purpose } from '../office.ts'
import type { Instant, ServiceDate } from '../time.ts'
import type { Range } from './range.ts'

/** A stretch of waiting and service of an earlier or the present day, as the database remembers it. */
export interface PastLeg {
  readonly serviceDate: ServiceDate
  readonly field: string
  readonly procedure?: string
  readonly purpose: Purpose
  readonly priority: boolean
  readonly dossiers: number
  readonly leg: number
  /** Arrival, for the first leg; else when it was sent on. */
  readonly waitingSince: Instant
  /** When the citizen was last here again after having been sent away or missed. */
  readonly returnedAt?: Instant
  /** The time it was booked for. */
  readonly appointment?: Instant
  readonly counter?: number
  readonly calledAt?: Instant
  readonly startedAt?: Instant
  readonly endedAt?: Instant
  /**
   * `sent`: on to another leg. `away`: cancelled or expired without a call that led to service. `settled`: served, or
   * called in vain, during an outage; nobody knows when, and `endedAt` is when it was written down.
   */
  readonly end: 'done' | 'sent' | 'held' | 'missed' | 'away' | 'settled' | 'open'
}

/** What was foretold when a number was taken, and what came of it. */
export interface PastForecast {
  readonly serviceDate: ServiceDate
  readonly field: string
  readonly priority: boolean
  readonly issuedAt: Instant
  readonly range: Range
  /** Until when the office had promised to call it. */
  readonly promisedBy: Instant
  /** Absent where it was not called (yet). */
  readonly calledAt?: Instant
}
