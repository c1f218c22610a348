import type { Day } from './day.ts'
import type { Instant } from './time.ts'

/** In a stretch without any deed the office's time waits for the wall after so long. */
export const longestGapMs = 15 * 60_000

/**
 * The office's time: the wall's, as long as that runs on.
 *
 * A clock that was put back would make waits negative and let newcomers stand before those who already wait. Until it has
 * caught up, the office's time runs on from its latest fact by what has really passed since, so that waits, holds and
 * undoing keep their length. In a gap without facts it stands still and the wall catches up: two hours over lunch, a day
 * within two nights. Doors and dates follow the wall all the while ({@link Day.serviceDate} never goes back).
 *
 * @param sinceLastMs time on a stopwatch since the latest fact, fractions and all; 0 where nobody measured it. An instant is whole.
 */
export function officeTime ({ lastAt }: Pick<Day, 'lastAt'>, wall: Instant, sinceLastMs: number): Instant {
  return wall >= lastAt ? wall : lastAt + Math.floor(Math.min(Math.max(0, sinceLastMs), longestGapMs))
}

/** How far the wall is behind what the office has already written down; 0 when all is well. */
export function clockBehindMs ({ lastAt }: Pick<Day, 'lastAt'>, wall: Instant): number {
  return Math.max(0, lastAt - wall)
}
