import type { Refusal } from '../domain/refusal.ts'

/**
 * The disk could not take what was to be stored: it is full, read-only or failing.
 * Nothing of the turn was kept; the same request may succeed later.
 */
export class StorageTrouble extends Error {
  readonly code = 'STORAGE_FULL'

  constructor (cause: Error) {
    super(cause.message, { cause })
    this.name = 'StorageTrouble'
  }
}

/** A row said no where the rules could not know: what the turn relied on has just been used up. An expected answer, not a defect. */
export class Refused extends Error {
  readonly refusal: Refusal

  constructor (refusal: Refusal) {
    super(refusal.code)
    this.name = 'Refused'
    this.refusal = refusal
  }
}

/** Where storage says what nobody waits for an answer to. Pino and `console` fit. */
export interface StorageLog {
  readonly error: (detail: object, message: string) => void
}
