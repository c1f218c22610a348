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

export interface Hours {
  /** Working weekdays, 1 = Monday … 7 = Sunday. */
  readonly days: readonly number[]
  readonly sessions: readonly Session[]
}

export type OrderPolicy =
  | { readonly kind: 'strict' }
  /** `priority` tickets, then at most `ordinary` ones, as long as both kinds wait. */
  | { readonly kind: 'ratio', readonly priority: number, readonly ordinary: number }

export interface Field {
  readonly id: string
  readonly version: number
  /** First digit of its numbers, 1–9. */
  readonly digit: number
  readonly name: ByLanguage
  readonly kioskLabel: ByLanguage
  readonly purpose: Purpose
  /** Its own issue windows; without them those of the office's sessions. */
  readonly windows?: readonly { readonly from: WallTime, readonly to: WallTime }[]
}

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
  readonly policy: OrderPolicy
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
