import type { Ticket } from '../domain/ticket.ts'

/** Whether the printer is being reached; paper and covers come to it with more detail. */
export type PrinterState = 'ready' | 'unreachable'

/** What a slip is made from. All texts in the citizen's language; times ISO 8601 with the office's offset. */
export interface SlipFacts {
  readonly kind: 'ticket'
  readonly reprint: boolean
  readonly language: 'vi' | 'en'
  readonly office: { readonly name: string, readonly phone?: string }
  readonly number: Ticket['number']
  readonly field: string
  readonly procedure?: string
  readonly counters: readonly number[]
  readonly priority: boolean
  /** Absent once the ticket no longer waits. */
  readonly ahead?: number
  readonly issuedAt: string
  readonly serviceDate: string
  readonly papers: readonly string[]
  /** Where the QR leads; without it the slip carries none. */
  readonly url?: string
  readonly trial: boolean
}

/** The paper side of the house, as far as tickets need it. Jobs themselves wait in the store. */
export interface SlipPrinter {
  /** The printer that a ticket's slip goes to. */
  readonly name: string
  /** There is a new job in the store. */
  readonly wake: () => void
  readonly state: () => PrinterState
  readonly onState: (listener: (state: PrinterState) => void) => void
}
