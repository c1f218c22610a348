import type { Store } from '../../../server/ports/store.ts'

/** A fresh database with `anOffice()` in it, and what a test may do behind the store's back. */
export interface Opened {
  readonly store: Store
  /** Closes the store, if it is not closed yet, and opens its database again. */
  readonly reopen: () => Promise<Store>
  /** A second store over the same database, as another process would have. */
  readonly beside: () => Promise<Store>
  /** One statement past the store. Rejects when the database refuses it. */
  readonly tamper: (statement: string) => Promise<void>
  /** Changes a stored fact in spite of every defence of the database. */
  readonly forge: (rev: number, column: string, value: string) => Promise<void>
  /** What the verification of the database finds. */
  readonly findings: () => Promise<readonly { readonly kind: string, readonly text: string }[]>
  /** Lets the disk take nothing more, or anything again. */
  readonly fill: (isFull: boolean) => Promise<void>
}

export type OpenStore = () => Promise<Opened>
