/** What has happened so far. A request that had to be sent again counts once. */
export interface Counts {
  issued: number
  called: number
  finished: number
  missed: number
  rated: number
  skipped: number
  /** The server said no where nothing of the sort was to be expected. */
  refused: number
  /** No answer, or an answer of 500 and up, however often it was asked. */
  errors: number
  /** Requests sent again after a lost connection or a passing trouble. */
  retried: number
  /** How often each unexpected "no" was said, by code. */
  readonly refusals: Record<string, number>
}

export function newCounts (): Counts {
  return { issued: 0, called: 0, finished: 0, missed: 0, rated: 0, skipped: 0, refused: 0, errors: 0, retried: 0, refusals: {} }
}

export function countRefusal (counts: Counts, code: string): void {
  counts.refused++
  counts.refusals[code] = (counts.refusals[code] ?? 0) + 1
}
