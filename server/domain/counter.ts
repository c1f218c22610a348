import type { Instant } from './time.ts'

/** An officer as known on that day: a later change of name or title makes a new version. */
export interface Officer {
  readonly id: string
  readonly version: number
  readonly name: string
  readonly title: string
}

export type CounterState = 'closed' | 'open' | 'paused'

/** A counter is a lease: one officer in one browser (or program), the holder. */
export interface Counter {
  readonly number: number
  readonly state: CounterState
  readonly officer?: Officer
  /** The session or key that holds the lease; never leaves the server. */
  readonly holder?: string
  /** Why it is paused. */
  readonly reason?: string
  /** The ticket being called or served here. */
  readonly ticket?: string
  readonly since: Instant
  /** Calls made here today while both classes waited: the place in the ratio's round. */
  readonly contested: number
}
