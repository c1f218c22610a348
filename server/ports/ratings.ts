import type { Rating, RatingAnswer, RatingOutcome, RatingQuestion } from '../domain/rating.ts'
import type { Refusal } from '../domain/refusal.ts'
import type { Result } from '../domain/result.ts'
import type { Instant, ServiceDate } from '../domain/time.ts'

export interface RatingRows {
  readonly question: (office: string, token: string) => Promise<RatingQuestion | undefined>
  readonly questionOf: (office: string, ticket: string) => Promise<RatingQuestion | undefined>
  /** Whether its citizen has answered although the finish was taken back: the next finish asks nothing. */
  readonly isSettled: (office: string, ticket: string) => Promise<boolean>
  /** The newest question asked at a counter since `since`. */
  readonly questionAt: (office: string, counter: number, since: Instant) => Promise<RatingQuestion | undefined>
  /**
   * Takes one answer, once: the question is forgotten in the same transaction that keeps the rating.
   * Refuses TOKEN_USED, TOKEN_EXPIRED, NOT_FOUND.
   */
  readonly answer: (office: string, token: string, answer: RatingAnswer, now: Instant) => Promise<Result<RatingQuestion, Refusal>>
  /** Forgets questions whose time is over and counts them as unanswered. Returns them. */
  readonly lapse: (office: string, now: Instant) => Promise<readonly RatingQuestion[]>
  /** Ratings of a service day, in no meaningful order. */
  readonly on: (office: string, date: ServiceDate) => Promise<readonly Rating[]>
  readonly outcomes: (office: string, date: ServiceDate) => Promise<Readonly<Record<RatingOutcome, number>>>
}
