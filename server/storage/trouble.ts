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

/** Where storage says what nobody waits for an answer to. Pino and `console` fit. */
export interface StorageLog {
  readonly error: (detail: object, message: string) => void
}
