import type { Rules } from '../domain/office.ts'

/** What an office goes by that has not settled it (docs/office-rules.md). */
export const defaultRules: Rules = { policy: { kind: 'ratio', priority: 1, ordinary: 1 }, reentry: { kind: 'end' }, holdMinutes: 60, undoSeconds: 60 }
export const defaultRatingMinutes = 60
