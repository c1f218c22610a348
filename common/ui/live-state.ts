import type { LiveFact, Place, Signal } from '../contract/live.ts'

/** What a screen knows, and how well. */
export interface LiveState<Shot> {
  /** stale: nothing heard for 10 s, `shot` is the past; refused: this browser may not watch, `code` says why. */
  readonly status: 'loading' | 'live' | 'stale' | 'refused'
  readonly shot?: Shot
  /** When the server was last heard, in its own time. Absent if it never was. */
  readonly staleSince?: string
  readonly code?: string
}

/** How one view follows its facts. `undefined` means: I cannot tell, fetch a fresh snapshot. */
export interface Follow<Shot> {
  readonly fact: (shot: Shot, fact: LiveFact) => Shot | undefined
  readonly signal?: (shot: Shot, signal: Signal) => Shot | undefined
}

/** What to do with a numbered fact, given where this view is. */
export function judge (place: Place, fact: LiveFact): 'apply' | 'known' | 'gap' {
  if (fact.epoch !== place.epoch || fact.prev > place.rev) return 'gap'
  return fact.rev <= place.rev ? 'known' : 'apply'
}
