import type { Field, Hours, Procedure, CounterDuty, ByLanguage, Rules } from '../domain/office.ts'
import type { Role } from './directory.ts'

/** A whole office to begin with, as main reads it from the sample or from a file. Versions start at 1. */
export interface OfficeSeed {
  readonly id: string
  readonly name: ByLanguage
  readonly phone?: string
  readonly timeZone: string
  readonly hours: Hours
  readonly holidays: readonly string[]
  readonly promiseMinutes: number
  readonly rules: Rules
  readonly recallLimit: number
  readonly ratingMinutes: number
  readonly fields: readonly Omit<Field, 'version'>[]
  readonly procedures: readonly Omit<Procedure, 'version'>[]
  readonly duties: readonly CounterDuty[]
  readonly priorityClasses: readonly { readonly id: string, readonly name: ByLanguage }[]
  readonly lowRatingReasons: readonly ByLanguage[]
  /** Slides and notices that the office publishes. */
  readonly notices: readonly { readonly kind: string, readonly title: string, readonly lines: readonly string[] }[]
  readonly people: readonly { readonly id: string, readonly username: string, readonly name: string, readonly title: string, readonly role: Role, readonly counter?: number, readonly passwordHash: string, readonly pinHash?: string }[]
}
