import type { Prospect } from './forecast/range.ts'
import type { Office } from './office.ts'

/** Below this chance of being called today the kiosk says so first, unless the office has settled another. */
export const defaultCutOffPercent = 25

/**
 * Whether somebody who takes a number now will hardly be called before the office closes. Without a prospect nothing is
 * known (no forecast yet, no counter expected), and nobody is turned away for that.
 */
export function hardlyToday ({ rules, alwaysOpen }: Pick<Office, 'rules' | 'alwaysOpen'>, prospect: Prospect | undefined): boolean {
  const percent = rules.cutOffPercent ?? defaultCutOffPercent
  return !alwaysOpen && prospect !== undefined && prospect.today * 100 < percent
}
