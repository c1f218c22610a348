import type { Instant } from '../domain/time.ts'

export interface Clock {
  readonly now: () => Instant
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
