import type { Counter } from '../../common/contract/counter.ts'
import type { AskedRating, LiveFact, RatingShot, Signal } from '../../common/contract/live.ts'
import type { Follow } from '../../common/ui/live-state.ts'

/** How a rating screen follows its counter. Tickets are none of its business. */
export const followRating: Follow<RatingShot> = { fact, signal }

function fact (shot: RatingShot, fact: LiveFact): RatingShot | undefined {
  if (fact.type === 'setting:changed') return undefined
  if (fact.type !== 'counter:changed' || fact.counter !== shot.counter.number) return shot
  return { ...shot, counter: { ...dutyOf(shot.counter), ...held(fact) } }
}

const dutyOf = ({ number, main, helper, ticket }: Counter) => ({ number, main, helper, ...ticket && { ticket } })

function held ({ state, officer, reason, at }: Extract<LiveFact, { type: 'counter:changed' }>) {
  return { state, since: at, ...officer && { officer }, ...reason !== undefined && { reason } }
}

function signal (shot: RatingShot, signal: Signal): RatingShot {
  if (signal.type === 'rating:asked') return signal.counter === shot.counter.number ? { ...shot, question: questionOf(signal) } : shot
  return signal.type === 'rating:closed' && signal.token === shot.question?.token ? withoutQuestion(shot) : shot
}

function questionOf ({ token, counter, officer, solemn, until, screenSeconds }: AskedRating): AskedRating {
  return { token, counter, officer, solemn, until, screenSeconds }
}

function withoutQuestion ({ epoch, rev, at, office, counter, lowRatingReasons }: RatingShot): RatingShot {
  return { epoch, rev, at, office, counter, lowRatingReasons }
}
