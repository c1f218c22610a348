import type { Day } from './day.ts'
import type { Expectation, Outlook } from './forecast/range.ts'
import type { Office } from './office.ts'
import type { Ticket } from './ticket.ts'

/** Below this chance of being called today the kiosk says so first, unless the office has settled another. */
export const defaultCutOffPercent = 25

/**
 * Whether whoever may expect that will hardly be called before the office closes. Of whom nothing is known nobody is
 * turned away.
 */
export function hardlyToday ({ rules, alwaysOpen }: Pick<Office, 'rules' | 'alwaysOpen'>, expected: Pick<Expectation, 'today'> | undefined): boolean {
  const percent = rules.cutOffPercent ?? defaultCutOffPercent
  return !alwaysOpen && expected !== undefined && expected.today * 100 < percent
}

type Newcomer = Pick<Ticket, 'field' | 'priority'>

/** Whether whoever takes a number of that field and class now comes too late to be called today. */
export function comesTooLate (day: Day, outlook: Outlook | undefined, who: Newcomer): boolean {
  const expected = outlook?.newcomers.get(who.field)?.[who.priority ? 'priority' : 'ordinary']
  return hardlyToday(day.office, expected?.range || isAtWorkFor(day, outlook, who) ? expected ?? { today: 0 } : undefined)
}

/**
 * Whether a counter serves that field now, and did when the outlook was made: then whoever is not in the outlook stands
 * behind a line that it never saw the end of. Where nobody is at work, a small chance only says that nobody knows when somebody will be.
 */
function isAtWorkFor ({ office, counters }: Day, outlook: Outlook | undefined, { field }: Newcomer): boolean {
  return outlook !== undefined && [...counters.values()].some(({ number, state, since }) => {
    const { main = [], helper = [] } = office.duties.get(number) ?? {}
    return state === 'open' && since <= outlook.at && [...main, ...helper].includes(field)
  })
}
