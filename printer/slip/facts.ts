import { type Language } from '../../common/i18n/texts.ts'

/**
 * Everything a ticket's slip says, as plain JSON: it is stored with the print job,
 * so that a slip printed after a restart is the slip that was promised.
 */
export interface TicketSlipFacts {
  readonly kind: 'ticket'
  /** Marked IN LẠI. */
  readonly reprint: boolean
  readonly language: Language
  readonly office: { readonly name: string, readonly phone?: string }
  /** As called and shown, e.g. `1042`. */
  readonly number: string
  readonly field: string
  readonly procedure?: string
  /** Numbers of the counters that serve this ticket. */
  readonly counters: readonly number[]
  readonly priority: boolean
  /** People the office's policy would call before this ticket; absent once it no longer waits. */
  readonly ahead?: number
  /** When the call is expected: ISO 8601 with an offset. Printed rounded outwards to five minutes. */
  readonly forecast?: { readonly earliest: string, readonly latest: string }
  /** ISO 8601 with the office's offset; its wall-clock parts are printed as written. */
  readonly issuedAt: string
  /** `YYYY-MM-DD`; printed when it is not the day of `issuedAt`. */
  readonly serviceDate: string
  readonly papers: readonly string[]
  /** The ticket's own page. Absent: no QR. */
  readonly url?: string
  /** The office's words; absent: the default sentence; empty: none. */
  readonly missedRule?: string
  /** The office's words; absent: the default sentence; empty: none. */
  readonly thanks?: string
  /** Sample office not yet confirmed: marked on paper as on every screen. */
  readonly trial: boolean
}
