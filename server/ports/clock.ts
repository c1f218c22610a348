import type { Instant } from '../domain/time.ts'

export interface Clock {
  /** What the machine's clock shows; somebody may set it forward or back at any moment. */
  readonly now: () => Instant
  /** Milliseconds that have passed since some moment, by a watch that nobody can set. Without it the office's time stands still while the clock is behind. */
  readonly elapsed?: () => number
}

/** Fresh randomness, replaceable in tests. */
export interface Chance {
  /** An opaque id with a readable prefix, `tk_4f0c…`. */
  readonly id: (prefix: string) => string
  /** ≥ 128 random bits, URL-safe. */
  readonly token: () => string
  /** A pairing code of ≥ 20 bits, in letters and digits that cannot be mistaken for each other. */
  readonly code: () => string
}
