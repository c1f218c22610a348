/** `vi`, `en`, or the name of one of the office's own text files (languages/tay.json → `tay`). */
export type SlipLanguage = string

interface SlipHead {
  readonly language: SlipLanguage
  readonly office: { readonly name: string, readonly phone?: string }
  /** Sample office not yet confirmed: marked on paper as on every screen. */
  readonly trial: boolean
}

/** A way to a page on the citizen's own phone. */
interface SlipLink {
  /** The ticket's own page. Absent: no QR. */
  readonly url?: string
  /** The guest network that the page is reached through, where that is the way. */
  readonly wifi?: string
}

interface SlipTicket extends SlipHead, SlipLink {
  /** Marked IN LẠI. */
  readonly reprint: boolean
  /** When the reprint was asked for: ISO 8601 with the office's offset. */
  readonly reprintedAt?: string
  /** As called and shown, e.g. `1042`. */
  readonly number: string
  readonly field: string
  readonly procedure?: string
  readonly priority: boolean
  /** ISO 8601 with the office's offset; its wall-clock parts are printed as written. */
  readonly issuedAt: string
  /** `YYYY-MM-DD`; printed when it is not the day of `issuedAt`. */
  readonly serviceDate: string
}

/**
 * Everything a ticket's slip says, as plain JSON: it is stored with the print job,
 * so that a slip printed after a restart is the slip that was promised.
 */
export interface TicketSlipFacts extends SlipTicket {
  readonly kind: 'ticket'
  /** Numbers of the counters that serve this ticket. */
  readonly counters: readonly number[]
  /** People the office's policy would call before this ticket; absent once it no longer waits. */
  readonly ahead?: number
  /** false: none of its counters stands open. Absent on slips that were queued before this was known. */
  readonly served?: boolean
  /** When the call is expected: ISO 8601 with an offset. Printed rounded outwards to five minutes. `closes`: the office may have closed by then. */
  readonly forecast?: { readonly earliest: string, readonly latest: string, readonly closes?: string }
  /** It may not be called today: the office closes at `closes`, ISO 8601 with its offset. */
  readonly hardlyToday?: { readonly closes: string }
  readonly papers: readonly string[]
  /** The office's words; absent: the default sentence; empty: none. */
  readonly missedRule?: string
  /** The office's words; absent: the default sentence; empty: none. */
  readonly thanks?: string
}

/** The papers of a procedure, for somebody who came to ask or must come back. Takes no number. */
export interface ChecklistSlipFacts extends SlipHead {
  readonly kind: 'checklist'
  readonly procedure: string
  readonly field: string
  readonly counters: readonly number[]
  readonly papers: readonly string[]
  readonly fee?: string
  readonly resultTime?: string
  readonly printedAt: string
}

/** Sent away to fetch or mend a paper: the same number comes back to the same counter, next in line, until the time on the slip. */
export interface ReturnSlipFacts extends SlipTicket {
  readonly kind: 'return'
  readonly counter: number
  /** What is to be brought or mended, in the officer's words. */
  readonly reason: string
  /** ISO 8601 with the office's offset. */
  readonly until: string
}

/** The office waited longer than it promised, and says so. */
export interface ApologySlipFacts extends SlipTicket {
  readonly kind: 'apology'
  readonly promisedMinutes: number
  readonly waitedMinutes: number
}

/** A number printed ahead of time, to be handed out while there is no electricity or network. */
export interface PaperNumberSlipFacts extends SlipHead {
  readonly kind: 'paper-number'
  /** As called and shown, e.g. `1901`. */
  readonly number: string
  readonly field: string
}

/** A ruler, all 146 Vietnamese letters, a QR, every size of type: to see with one's own eyes that a printer prints well. */
export interface TestSlipFacts extends SlipHead {
  readonly kind: 'test'
  /** `kiosk`, `desk`; an address while the printer belongs to no office yet. */
  readonly printer: string
  readonly profile: string
  readonly printedAt: string
}

export type SlipFacts = TicketSlipFacts | ChecklistSlipFacts | ReturnSlipFacts | ApologySlipFacts | PaperNumberSlipFacts | TestSlipFacts
