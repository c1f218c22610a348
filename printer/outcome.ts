import { type BlockingState } from './condition.ts'

/** Why a slip is not known to be printed. */
export type PrintFault =
  | 'unreachable' // nobody answered, or the answer was no
  | 'closed' // the printer ended the connection
  | 'broken' // the connection was lost
  | 'stalled' // the printer stopped taking bytes
  | 'silent' // it took everything and confirmed nothing
  | 'stopping' // the office's server is being stopped
  | 'not-recorded' // the store could not be told that printing begins, or had given the job to another printer
  | 'not-written' // the folder for slips could not be written to

/**
 * How far a printer went in saying that a job is on paper, when it did not say so itself: it answered a question queued
 * behind the job (`fence`), it was well afterwards (`status`), or it cannot speak and took every byte (`sent`).
 */
export type SilentProof = 'fence' | 'status' | 'sent'

/**
 * What became of one job sent to one printer. Only `blocked` (it said beforehand that it cannot print) and `unsent` may be
 * tried again by themselves: no byte went. With any other outcome paper may already be in somebody's hand.
 * `detail` is for staff and logs, in whatever words the system or the printer has for it.
 */
export type Outcome =
  | { readonly state: 'printed', readonly confirmedBy: 'process-id' | 'file' }
  | { readonly state: 'unconfirmed', readonly confirmedBy: SilentProof }
  | { readonly state: 'blocked', readonly fault: BlockingState }
  | { readonly state: 'unsent', readonly fault: PrintFault, readonly detail?: string }
  | { readonly state: 'unknown', readonly fault: PrintFault, readonly detail?: string }

/** A slip as a printer takes it. */
export interface FinishedSlip {
  readonly job: string
  /** `YYYY-MM-DD` */
  readonly serviceDate: string
  /** The ticket's, or the kind of slip where there is none. */
  readonly number: string
  /** What the printer confirms the job by: 1–9999. */
  readonly processNumber: number
  readonly bytes: Uint8Array
  readonly png: Uint8Array
}

export interface PrintOptions {
  /** Awaited before the first byte goes: from then on the job may be on paper. When it says no or rejects, nothing is sent. */
  readonly beforeFirstByte?: () => Promise<boolean>
  /** Ends the waiting for an answer, not the sending: the outcome is then what is known so far. */
  readonly signal?: AbortSignal
}

export function unsent (fault: PrintFault, detail?: string): Outcome {
  return { state: 'unsent', fault, ...(detail === undefined ? {} : { detail }) }
}

/** Has it written down that printing begins; the outcome when it is not. */
export async function recorded ({ beforeFirstByte }: PrintOptions): Promise<Outcome | undefined> {
  try {
    return await beforeFirstByte?.() === false ? unsent('not-recorded') : undefined
  } catch (error) {
    return unsent('not-recorded', wordsOf(error))
  }
}

/** The words of an error, for `detail`. */
export function wordsOf (error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const code = (error as NodeJS.ErrnoException).code
  return code && !error.message.includes(code) ? `${code}: ${error.message}` : error.message || code || error.name
}
