import type { Day } from './day.ts'
import { newcomerProspect } from './forecast/newcomer.ts'
import type { Outlook, Prospect } from './forecast/range.ts'
import type { Office } from './office.ts'
import type { Ticket } from './ticket.ts'
import type { Instant } from './time.ts'

/** Below this chance of being called today the kiosk says so first, unless the office has settled another. */
export const defaultCutOffPercent = 25

/**
 * Whether somebody with that prospect will hardly be called before the office closes. Of whom nothing is known nobody is
 * turned away.
 */
export function hardlyToday ({ rules, alwaysOpen }: Pick<Office, 'rules' | 'alwaysOpen'>, prospect: Pick<Prospect, 'today'> | undefined): boolean {
  const percent = rules.cutOffPercent ?? defaultCutOffPercent
  return !alwaysOpen && prospect !== undefined && prospect.today * 100 < percent
}

type Newcomer = Pick<Ticket, 'field' | 'priority'>

/** Whether whoever takes a number of that field and class now comes too late to be called today. */
export function comesTooLate (day: Day, outlook: Outlook | undefined, who: Newcomer, now: Instant): boolean {
  const prospect = newcomerProspect(day, outlook, who, now) ?? (isAtWorkFor(day, outlook, who) ? { today: 0 } : undefined)
  return hardlyToday(day.office, prospect)
}

/**
 * Whether a counter serves that field now, and did when the outlook was made: then whoever is not in the outlook stands
 * behind a line that it never saw the end of. Where nobody is at work, who knows when somebody will be.
 */
function isAtWorkFor ({ office, counters }: Day, outlook: Outlook | undefined, { field }: Newcomer): boolean {
  return outlook !== undefined && [...counters.values()].some(({ number, state, since }) => {
    const { main = [], helper = [] } = office.duties.get(number) ?? {}
    return state === 'open' && since <= outlook.at && [...main, ...helper].includes(field)
  })
}
