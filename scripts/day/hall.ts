import type { DayClock } from './clock.ts'
import type { Crowd } from './crowd.ts'
import type { Line, ServerAddress } from './line.ts'
import type { PlannedDay } from './plan.ts'
import type { Counts } from './tally.ts'

/** What all players of a day share. */
export interface Hall {
  readonly day: PlannedDay
  readonly url: ServerAddress
  readonly line: Line
  readonly clock: DayClock
  readonly crowd: Crowd
  readonly counts: Counts
  readonly stopped: AbortSignal
  /** No more numbers will be taken. */
  readonly doorClosed: () => boolean
}
