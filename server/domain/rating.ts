import type { Officer } from './counter.ts'
import { refuse, type Refusal } from './refusal.ts'
import { ok, type Result } from './result.ts'
import type { Instant, ServiceDate } from './time.ts'

export type Level = 1 | 2 | 3 | 4 | 5

/** Asked once, when a transaction ends. Forgotten as soon as it is answered or its time is over. */
export interface RatingQuestion {
  readonly token: string
  readonly ticket: string
  readonly counter: number
  readonly officer: Officer
  readonly field: string
  readonly purpose: string
  readonly serviceDate: ServiceDate
  /** A death or a funeral: no cheerful faces. */
  readonly solemn: boolean
  readonly askedAt: Instant
  readonly until: Instant
}

export type RatingAnswer =
  | { readonly skipped: true }
  | { readonly level: Level, readonly handling?: Level, readonly reasons?: readonly string[], readonly comment?: string }

/** How a question ended; counted per officer and day, never per ticket. */
export type RatingOutcome = 'rated' | 'skipped' | 'unanswered'

/**
 * What is kept of an answer. It names no ticket, time, field or order:
 * the rater's secrecy is a duty (docs/decisions/0005-ratings-cannot-be-traced.md).
 */
export interface Rating {
  readonly serviceDate: ServiceDate
  readonly officer: string
  readonly level: Level
  readonly handling?: Level
  readonly reasons: readonly string[]
}

/** How long the rating screen at the counter waits for an answer; the phone may answer until `until`. */
export const screenSeconds = 30

/** Whether an answer may be taken now. `used` says that this token was answered before. */
export function mayAnswer (question: RatingQuestion | undefined, used: boolean, now: Instant): Result<RatingQuestion, Refusal> {
  if (used) return refuse({ code: 'TOKEN_USED' })
  if (!question) return refuse({ code: 'NOT_FOUND' })
  return now > question.until ? refuse({ code: 'TOKEN_EXPIRED' }) : ok(question)
}

/** The part of an answer that is kept, or nothing where the citizen skipped. */
export function keptRating (question: RatingQuestion, answer: RatingAnswer): Rating | undefined {
  if ('skipped' in answer) return undefined
  const { level, handling, reasons = [] } = answer
  return { serviceDate: question.serviceDate, officer: question.officer.id, level, ...handling && { handling }, reasons: [...reasons].sort() }
}
