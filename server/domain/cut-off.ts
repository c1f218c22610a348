import type { Day } from './day.ts'
import { countersFor } from './desk.ts'
import { isPlain } from './forecast/newcomer.ts'
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

type Newcomer = Pick<Ticket, 'field' | 'priority' | 'bound'>

/** Whether whoever takes a number of that field and class now comes too late to be called today. */
export function comesTooLate (day: Day, outlook: Outlook | undefined, who: Newcomer): boolean {
  const expected = newcomer(outlook, who)
  return hardlyToday(day.office, expected?.range || isAtWorkFor(day, outlook, who) ? expected ?? { today: 0 } : undefined)
}

/**
 * Whether whoever holds that number, and waits, may go home unserved: it will hardly be called, or is less likely to be
 * called than not. Whoever has a number is told sooner than a newcomer is turned away.
 */
export function mayMissToday (day: Day, outlook: Outlook | undefined, ticket: Ticket): boolean {
  if (!outlook || ticket.state !== 'waiting') return false
  const [isKnown, own] = [ticket.movedRev <= outlook.rev, outlook.tickets.get(ticket.id)]
  if (!own && !isKnown && !isPlain(ticket)) return false
  const expected = own ?? (isKnown ? undefined : newcomer(outlook, ticket))
  return expected?.range ? hardlyToday(day.office, expected) : isAtWorkFor(day, outlook, ticket) && hardlyToday(day.office, { today: 0 })
}

function newcomer (outlook: Outlook | undefined, { field, priority }: Newcomer): Expectation | undefined {
  return outlook?.newcomers.get(field)?.[priority ? 'priority' : 'ordinary']
}

/**
 * Whether a counter serves that field now, and did when the outlook was made: then whoever is not in the outlook stands
 * behind a line that it never saw the end of. Where nobody is at work, a small chance only says that nobody knows when somebody will be.
 */
function isAtWorkFor (day: Day, outlook: Outlook | undefined, who: Newcomer): boolean {
  const counters = outlook ? countersFor(day, who).map(number => day.counters.get(number)) : []
  return outlook !== undefined && counters.some(counter => counter?.state === 'open' && counter.since < outlook.at)
}
