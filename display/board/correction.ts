import type { BoardShot, LiveFact } from '../../common/contract/live.ts'
import type { Follow } from '../../common/ui/live-state.ts'

/** A call that was taken back: whoever heard it must see that it was a mistake. */
export interface Correction { readonly number: string, readonly at: string }

const shownMs = 20_000

/**
 * A way of following facts, with an eye for calls that are taken back: the snapshot after it shows no trace of them.
 * Whatever else happens to that number later, a new call above all, makes its correction untrue.
 */
export function correcting (follow: Follow<BoardShot>, change: (by: (known: readonly Correction[]) => readonly Correction[]) => void): Follow<BoardShot> {
  return {
    ...follow,
    fact: (shot, fact) => {
      if (isCallTakenBack(fact)) change(known => withCorrection(known, { number: fact.ticket.number, at: fact.at }))
      else if ('ticket' in fact) change(known => without(known, fact.ticket.number))
      return follow.fact(shot, fact)
    }
  }
}

function isCallTakenBack (fact: LiveFact): fact is LiveFact & { readonly type: 'ticket:undone' } {
  return fact.type === 'ticket:undone' && (fact.deed === 'next' || fact.deed === 'call')
}

/** One more correction; those that are over are forgotten. */
export function withCorrection (known: readonly Correction[], added: Correction): readonly Correction[] {
  return [added, ...without(known, added.number).filter(({ at }) => Date.parse(added.at) - Date.parse(at) < shownMs)]
}

function without (known: readonly Correction[], corrected: string): readonly Correction[] {
  return known.some(({ number }) => number === corrected) ? known.filter(({ number }) => number !== corrected) : known
}

/** Corrections to be shown now, newest first. A number that is called again has nothing left to correct. */
export function correctionsNow (known: readonly Correction[], { calls }: Pick<BoardShot, 'calls'>, now: Date): readonly Correction[] {
  return known.filter(({ number, at }) => now.getTime() - Date.parse(at) < shownMs && !calls.some(({ ticket }) => ticket.number === number))
}

/** Whether a call came after it: the newest call then takes the spotlight, and the correction stands beside it. */
export function isOvertaken ([newest]: readonly Correction[], { calls: [call] }: Pick<BoardShot, 'calls'>): boolean {
  return newest !== undefined && call !== undefined && Date.parse(call.call.at) > Date.parse(newest.at)
}
