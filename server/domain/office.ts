import type { ServiceDate, WallTime } from './time.ts'

/** A text in every language the office keeps it in; Vietnamese is never missing. */
export interface ByLanguage { readonly vi: string, readonly en: string }

export type Purpose = 'submit' | 'collect' | 'supplement' | 'ask'

export interface Session {
  readonly from: WallTime
  readonly to: WallTime
  /** Numbers are given out between these times. */
  readonly ticketsFrom: WallTime
  readonly ticketsTo: WallTime
}

/** A working day, morning and afternoon. */
export interface DayPattern {
  /** Working weekdays, 1 = Monday … 7 = Sunday. */
  readonly days: readonly number[]
  readonly sessions: readonly Session[]
}

/** `MM-DD` */
export type MonthDay = string

/** Other hours in a part of the year, or on some weekdays of it (Saturday mornings); a part may run over New Year. */
export interface Season extends DayPattern {
  readonly from: MonthDay
  readonly to: MonthDay
}

export interface Hours extends DayPattern {
  /** The first that holds the date and its weekday counts; otherwise the pattern above. */
  readonly seasons?: readonly Season[]
  /** Worked although the pattern says otherwise, with the hours of the nearest ordinary working day before. */
  readonly makeUpDays?: readonly ServiceDate[]
}

export type OrderPolicy =
  | { readonly kind: 'strict' }
  /** `priority` tickets, then at most `ordinary` ones, as long as both kinds wait. */
  | { readonly kind: 'ratio', readonly priority: number, readonly ordinary: number }
  /** A priority ticket counts as if it had come so much earlier; then first come, first served. */
  | { readonly kind: 'ageing', readonly headStartMinutes: number }

/** Where a number re-enters that was missed, or came back after its window. */
export type ReentryRule =
  /** Behind everyone of its class who waits now. */
  | { readonly kind: 'end' }
  /** Behind the next `numbers` of its class. */
  | { readonly kind: 'after', readonly numbers: number }

/** Times that citizens may book. */
export interface BookingRule {
  readonly fields: readonly string[]
  readonly slotMinutes: number
  /** Bookings for each field and slot. */
  readonly perSlot: number
  /** How many days ahead slots are open. */
  readonly daysAhead: number
  /** So long before its time an appointment that has checked in may be called ahead of others. */
  readonly earlyMinutes: number
  /** Checked in later than this after its time, it waits like everyone else. */
  readonly lateMinutes: number
}

/** Somebody with a heap of dossiers (a notary's clerk, a proxy) and the people behind him. */
export interface BulkRule {
  /** From so many dossiers on a ticket is bulk. */
  readonly from: number
  /** Counters that serve bulk tickets; while one of them is open, no other does. Empty: every counter. */
  readonly counters: readonly number[]
  /** More than this the kiosk does not take at once; the guide may. */
  readonly cap?: number
}

/** A stretch of each field's sequences that is printed ahead of time, for an outage; no kiosk gives it out. */
export interface PaperReserve { readonly from: number, readonly to: number }

/** How a transaction may have ended: one of those that officers choose from. */
export interface Outcome { readonly id: string, readonly name: ByLanguage }

/** What the office has settled beside its hours; each with a default (docs/office-rules.md). */
export interface Rules {
  readonly policy: OrderPolicy
  /** A helper counter steps in for tickets that have waited longer than this; the promise, unless set. */
  readonly helperAfterMinutes?: number
  readonly reentry: ReentryRule
  /** How long an officer may send somebody away for a paper, unless the officer says otherwise. */
  readonly holdMinutes: number
  readonly undoSeconds: number
  /** Below this chance (0–100) of being called today the kiosk says so before it prints; 0: never. */
  readonly cutOffPercent?: number
  /** Whether the board shows how good the forecasts were. */
  readonly publishAccuracy?: boolean
  readonly bulk?: BulkRule
  readonly booking?: BookingRule
  /** What officers choose from when they finish; they may always write another, or none. */
  readonly outcomes?: readonly Outcome[]
  readonly paperNumbers?: PaperReserve
}

export interface Field {
  readonly id: string
  readonly version: number
  /** First digit of its numbers, 1–9. */
  readonly digit: number
  readonly name: ByLanguage
  readonly kioskLabel: ByLanguage
  readonly purpose: Purpose
  /** Its own issue windows; without them those of the office's sessions. */
  readonly windows?: readonly Window[]
  /** Numbers given out in each session, at most. */
  readonly quota?: number
  /** The kiosk asks how many dossiers the citizen brings. */
  readonly asksDossiers?: boolean
  /** Said before a ticket is taken, from that time of day on (after 15:00 a certified copy may wait for tomorrow). */
  readonly notice?: { readonly from: WallTime, readonly text: ByLanguage }
}

export interface Window { readonly from: WallTime, readonly to: WallTime }

/** A letter of the office's leaders: to a birth or a marriage, to a death, or in thanks. */
export type Letter = 'congratulation' | 'condolence' | 'thanks'

export interface Procedure {
  readonly id: string
  readonly version: number
  readonly field: string
  readonly name: ByLanguage
  readonly kioskLabel: ByLanguage
  readonly purpose: Purpose
  readonly papers: readonly string[]
  readonly fee?: string
  readonly resultTime?: string
  readonly meanMinutes: number
  /** A death or a funeral: no cheerful page afterwards. */
  readonly solemn: boolean
  /** Handed over at the end. */
  readonly letter?: Letter
  /** Unconfirmed sample figures. */
  readonly needsReview: boolean
}

/** What a counter serves first, and where it helps when that is empty. */
export interface CounterDuty {
  readonly number: number
  readonly main: readonly string[]
  readonly helper: readonly string[]
}

/** What the office has settled: its catalogue and its rules. Changes seldom. */
export interface Office {
  readonly id: string
  readonly name: ByLanguage
  readonly phone?: string
  readonly timeZone: string
  readonly hours: Hours
  readonly holidays: readonly ServiceDate[]
  readonly promiseMinutes: number
  readonly rules: Rules
  readonly recallLimit: number
  /** How long the citizen may rate after the transaction. */
  readonly ratingMinutes: number
  /** False until an administrator confirms the office: trial mode, marked on every screen. */
  readonly confirmed: boolean
  /** The trial, or a setting of the machine, ignores office hours. */
  readonly alwaysOpen: boolean
  readonly fields: ReadonlyMap<string, Field>
  readonly procedures: ReadonlyMap<string, Procedure>
  readonly duties: ReadonlyMap<number, CounterDuty>
}
