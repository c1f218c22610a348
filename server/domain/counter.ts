import type { Deed } from './fact.ts'
import type { Ticket } from './ticket.ts'
import type { Instant } from './time.ts'

/** An officer as known on that day: a later change of name or title makes a new version. */
export interface Officer {
  readonly id: string
  readonly version: number
  readonly name: string
  readonly title: string
}

export type CounterState = 'closed' | 'open' | 'paused'

/** A deed at a counter that can still be taken back, and how things were before it. */
export interface Undoable {
  readonly deed: Deed
  readonly at: Instant
  /** Number of the deed's fact. */
  readonly rev: number
  readonly ticket: Ticket
  readonly contested: number
  /** The deed ended the ticket: the day has forgotten it, and nobody else can have moved it. */
  readonly ended?: true
}

/** An officer's call for help, until it is ended: it outlasts a closed counter and a restart. */
export interface Panic {
  readonly since: Instant
  /** Who raised it, `staff:ID`. */
  readonly by: string
  /** The colleague who comes. */
  readonly acceptedBy?: { readonly officer: Officer, readonly counter?: number }
}

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
  /** From whom it was last taken over, until it is closed: a browser that slept through it is told. */
  readonly takenFrom?: { readonly holder: string, readonly at: Instant }
  /** It calls colleagues for help. */
  readonly panic?: Panic
  /** Calls made here today while both classes waited: the place in the ratio's round. */
  readonly contested: number
  /** The latest deeds, newest last; absent when there is none. */
  readonly undoable?: readonly Undoable[]
}
