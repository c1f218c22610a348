import type { RatingRequest } from '../../../common/contract/rating.ts'
import type { RatingAnswer, RatingOutcome } from '../../domain/rating.ts'
import { refuse, type Refusal } from '../../domain/refusal.ts'
import { ok, type Result } from '../../domain/result.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Live } from '../../ports/live.ts'
import type { Principal } from '../../ports/principal.ts'
import type { Store } from '../../ports/store.ts'

export type Rate = (office: string, request: RatingRequest, principal: Principal | undefined) => Promise<Result<RatingOutcome, Refusal>>

/**
 * Takes a citizen's answer, once, from the counter's rating screen or the phone
 * (whoever is signed in is not the citizen: the permission `rate`).
 */
export function rateUseCase (store: Store, clock: Clock, live: Live): Rate {
  return async (office, request, principal) => {
    if (principal?.kind === 'rating' && !await asksAt(office, request.token, principal.counter)) return refuse({ code: 'NOT_ALLOWED' })
    const answered = await store.ratings.answer(office, request.token, answerOf(request), clock.now())
    if (!answered.ok) return answered
    live.ratingClosed(office, answered.value)
    return ok('skipped' in request ? 'skipped' : 'rated')
  }

  /** A screen answers for its own counter; a token that is no longer open is judged by the store. */
  async function asksAt (office: string, token: string, counter: number | undefined): Promise<boolean> {
    const question = await store.ratings.question(office, token)
    return question === undefined || question.counter === counter
  }
}

function answerOf (request: RatingRequest): RatingAnswer {
  if ('skipped' in request) return { skipped: true }
  const { token: _, ...answer } = request
  return answer
}
