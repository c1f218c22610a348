import type { PrintState } from './print-jobs.ts'

/** What people are told of a printer: one word, the worst thing first. Each has its own sentence on screens. */
export type PrinterState = 'ready' | 'paper-low' | 'paper-out' | 'cover-open' | 'fault' | 'unreachable'

export interface PrinterStatus {
  /** `kiosk`, `desk` */
  readonly name: string
  readonly state: PrinterState
  /** Make and models of its profile, as written on the printer. */
  readonly label: string
  /** Made of software: no slip can be held in a hand. */
  readonly isVirtual?: boolean
  /** The last fault in technical words, for whoever mends it. */
  readonly detail?: string
  /** The printer that prints for this one now, since it cannot. */
  readonly reliefBy?: string
}

interface SlipHead {
  /** `vi`, `en`, or the name of one of the office's own text files. */
  readonly language: string
  readonly office: { readonly name: string, readonly phone?: string }
  readonly trial: boolean
}

interface SlipTicket extends SlipHead {
  readonly reprint: boolean
  readonly reprintedAt?: string
  readonly number: string
  readonly field: string
  readonly procedure?: string
  readonly priority: boolean
  readonly issuedAt: string
  readonly serviceDate: string
  /** Where the QR leads; without it the slip carries none. */
  readonly url?: string
  /** The guest network that the page is reached through. */
  readonly wifi?: string
}

/** What a slip is made from, as the printing room defines it. All texts in the citizen's language; times ISO 8601 with the office's offset. */
export type SlipFacts =
  | SlipTicket & {
    readonly kind: 'ticket'
    readonly counters: readonly number[]
    /** Absent once the ticket no longer waits. */
    readonly ahead?: number
    /** Whether any counter that serves it stands open. */
    readonly served?: boolean
    /** `closes`: when the office does, where that may be before the call. */
    readonly forecast?: { readonly earliest: string, readonly latest: string, readonly closes?: string }
    /** It may not be called today: the office closes at `closes`. */
    readonly hardlyToday?: { readonly closes: string }
    readonly papers: readonly string[]
  }
  | SlipTicket & { readonly kind: 'return', readonly counter: number, readonly reason: string, readonly until: string }
  | SlipTicket & { readonly kind: 'apology', readonly promisedMinutes: number, readonly waitedMinutes: number }
  | SlipHead & {
    readonly kind: 'checklist'
    readonly procedure: string
    readonly field: string
    readonly counters: readonly number[]
    readonly papers: readonly string[]
    readonly fee?: string
    readonly resultTime?: string
    readonly printedAt: string
  }
  | SlipHead & { readonly kind: 'paper-number', readonly number: string, readonly field: string }
  | SlipHead & { readonly kind: 'test', readonly printer: string, readonly profile: string, readonly printedAt: string }

/** How many jobs came to a state on the present service day, as far as this server saw it. */
export interface JobTally { readonly printer: string, readonly state: PrintState, readonly count: number }

/** The paper side of the house. Jobs themselves wait in the store. */
export interface SlipPrinter {
  /** Where a kiosk's slips come out. */
  readonly kiosk: string
  /** Where slips asked for by staff come out: the desk's printer, or the kiosk's where there is no other. */
  readonly desk: string
  /** There is a new job in the store. */
  readonly wake: () => void
  /** The kiosk's first. */
  readonly printers: () => readonly PrinterStatus[]
  /** Told each status that differs from the one before, and again when one of its slips came into doubt or out of it. */
  readonly onChange: (listener: (status: PrinterStatus) => void) => void
  readonly jobsToday: () => readonly JobTally[]
  /** The slip as it comes out of that printer, as PNG: the same dots. */
  readonly preview: (slip: SlipFacts, printer: string) => Promise<Uint8Array>
  /** Languages slips can be printed in: `vi`, `en`, and the office's own text files. */
  readonly languages: readonly string[]
  /** The office's own text files that could not be read, and why. */
  readonly unreadable: readonly string[]
  /** Why no slip can be drawn at all (a font is missing); undefined while all is well. */
  readonly cannotDraw: () => string | undefined
}
