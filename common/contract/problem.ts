import { Type, type Static } from 'typebox'

/** Every code a "no" can carry. The server gives each a status and a sentence, or it does not compile. */
export const problemCodes = [
  'INVALID_REQUEST', 'UNKNOWN_FIELD', 'UNKNOWN_PROCEDURE', 'UNKNOWN_PRIORITY_CLASS', 'UNKNOWN_LANGUAGE', 'UNKNOWN_PRINTER', 'NO_PAPERS', 'PAPER_NUMBER_RANGE', 'PAPER_NUMBER_USED', 'PAPER_OUTCOME', 'PAPER_TIMES', 'PAPER_TOO_MANY', 'WEAK_PIN',
  'SIGN_IN_REQUIRED', 'WRONG_PASSWORD', 'WRONG_PIN', 'NOT_ALLOWED', 'FOREIGN_ORIGIN', 'NOT_FOUND', 'PAIRING_CODE_UNKNOWN',
  'COUNTER_CLOSED', 'COUNTER_BUSY', 'COUNTER_PAUSED', 'COUNTER_TAKEN', 'NOT_HOLDER', 'NOBODY_WAITING', 'RECALL_LIMIT', 'WRONG_STATE', 'TICKET_CHANGED', 'PANIC_ACCEPTED',
  'UNDO_TOO_LATE', 'SAME_PLACE', 'QUOTA_REACHED', 'TOO_MANY_DOSSIERS', 'HARDLY_TODAY', 'PROMISE_KEPT', 'SLOT_TAKEN', 'BOOKING_CLOSED', 'WRONG_DAY',
  'OFFICE_CLOSED', 'FIELD_CLOSED', 'TOKEN_USED', 'REPRINT_TOO_LATE', 'TRIAL_OVER', 'TOKEN_EXPIRED',
  'PAYLOAD_TOO_LARGE', 'UNSUPPORTED_MEDIA_TYPE', 'IDEMPOTENCY_KEY_REUSED', 'TOO_MANY_REQUESTS', 'INTERNAL', 'STORAGE_FULL'
] as const
export type ProblemCode = typeof problemCodes[number]

/** RFC 9457, with the code that programs act on and a text for the person. Screens also know codes of their own. */
export const Problem = Type.Object({
  type: Type.String(), title: Type.String(), status: Type.Integer(), detail: Type.String(), code: Type.String({ enum: [...problemCodes] }),
  errors: Type.Optional(Type.Array(Type.Object({ path: Type.String(), message: Type.String() }, { additionalProperties: false })))
}, { additionalProperties: false })
export type Problem = Static<typeof Problem>
