import type { ByLanguage } from './office.ts'
import { no } from './result.ts'
import type { Instant, ServiceDate } from './time.ts'

/**
 * Every expected "no" of the office. Each has a status (server/http/problems.ts)
 * and a sentence in every language (common/i18n/problems.ts); the build fails without.
 */
export type Refusal =
  | { readonly code: 'COUNTER_CLOSED', readonly counter: number }
  | { readonly code: 'COUNTER_BUSY', readonly counter: number, readonly number: string }
  | { readonly code: 'COUNTER_PAUSED', readonly counter: number }
  | { readonly code: 'COUNTER_TAKEN', readonly counter: number, readonly officer: string }
  | { readonly code: 'NOT_HOLDER', readonly counter: number }
  | { readonly code: 'NOBODY_WAITING', readonly counter: number }
  | { readonly code: 'RECALL_LIMIT', readonly number: string, readonly limit: number }
  | { readonly code: 'WRONG_STATE' }
  | { readonly code: 'TICKET_CHANGED', readonly counter: number }
  | { readonly code: 'PANIC_ACCEPTED', readonly officer: string }
  | { readonly code: 'UNDO_TOO_LATE', readonly seconds: number }
  | { readonly code: 'SAME_PLACE' }
  | { readonly code: 'QUOTA_REACHED', readonly field: ByLanguage }
  | { readonly code: 'TOO_MANY_DOSSIERS', readonly cap: number }
  | { readonly code: 'HARDLY_TODAY', readonly field: ByLanguage }
  | { readonly code: 'PROMISE_KEPT', readonly minutes: number }
  | { readonly code: 'SLOT_TAKEN' }
  | { readonly code: 'BOOKING_CLOSED' }
  | { readonly code: 'WRONG_DAY', readonly date: ServiceDate }
  | { readonly code: 'OFFICE_CLOSED', readonly opensAt?: Instant }
  | { readonly code: 'FIELD_CLOSED', readonly field: ByLanguage, readonly opensAt?: Instant }
  | { readonly code: 'UNKNOWN_FIELD', readonly field: string }
  | { readonly code: 'UNKNOWN_PROCEDURE', readonly procedure: string }
  | { readonly code: 'UNKNOWN_PRIORITY_CLASS', readonly class: string }
  | { readonly code: 'UNKNOWN_LANGUAGE', readonly language: string, readonly known: string }
  | { readonly code: 'UNKNOWN_PRINTER', readonly printer: string }
  | { readonly code: 'NO_PAPERS', readonly procedure: string }
  | { readonly code: 'PAPER_NUMBER_RANGE', readonly from: string, readonly to: string }
  | { readonly code: 'PAPER_NUMBER_USED', readonly number: string }
  | { readonly code: 'PAPER_OUTCOME', readonly number: string }
  | { readonly code: 'PAPER_TIMES' }
  | { readonly code: 'PAPER_TOO_MANY', readonly most: number }
  | { readonly code: 'NOT_FOUND' }
  | { readonly code: 'SIGN_IN_REQUIRED' }
  | { readonly code: 'WRONG_PASSWORD' }
  | { readonly code: 'WRONG_PIN' }
  | { readonly code: 'WEAK_PIN' }
  | { readonly code: 'NOT_ALLOWED' }
  | { readonly code: 'FOREIGN_ORIGIN' }
  | { readonly code: 'TOKEN_USED' }
  | { readonly code: 'TOKEN_EXPIRED' }
  | { readonly code: 'PAIRING_CODE_UNKNOWN' }
  | { readonly code: 'REPRINT_TOO_LATE' }
  | { readonly code: 'TRIAL_OVER' }
  | { readonly code: 'IDEMPOTENCY_KEY_REUSED' }
  | { readonly code: 'TOO_MANY_REQUESTS', readonly retryAfterSeconds: number }
  | { readonly code: 'STORAGE_FULL' }

export function refuse (refusal: Refusal): { readonly ok: false, readonly error: Refusal } {
  return no(refusal)
}
