import type { Instant } from '../time.ts'
import type { Expectation, Newcomers, Outlook, Range } from './range.ts'

const minuteMs = 60_000

/**
 * The fresh expectation, held to what was said before: without a new fact no time slips by more than the clock that
 * passed since, and none lies in the past.
 */
export function settled (before: Outlook | undefined, fresh: Outlook): Outlook {
  if (before?.rev !== fresh.rev) return fresh
  const passed = Math.max(0, fresh.at - before.at)
  const held = <Known extends Expectation>(was: Expectation | undefined, is: Known): Known => was?.range && is.range ? { ...is, range: heldTo(was.range, is.range, passed, fresh.at) } : is
  return {
    ...fresh,
    tickets: new Map([...fresh.tickets].map(([id, prospect]) => [id, held(before.tickets.get(id), prospect)])),
    newcomers: new Map([...fresh.newcomers].map(([field, { ordinary, priority }]): [string, Newcomers] => {
      const was = before.newcomers.get(field)
      return [field, { ...ordinary && { ordinary: held(was?.ordinary, ordinary) }, ...priority && { priority: held(was?.priority, priority) } }]
    }))
  }
}

function heldTo (was: Range, is: Range, passedMs: number, now: Instant): Range {
  const bound = (before: Instant, after: Instant) => Math.max(now, Math.min(after, before + passedMs))
  return { earliest: bound(was.earliest, is.earliest), likely: bound(was.likely, is.likely), latest: bound(was.latest, is.latest) }
}

/** The least that people are told of, and the share of the time still to wait that they would notice. */
const leastMs = 3 * minuteMs
const noticed = 0.2

/** Whether a range has moved enough to tell the people who look at it. */
export function matters (before: Range | undefined, after: Range | undefined, now: Instant): boolean {
  if (!before || !after) return before !== after
  const least = Math.max(leastMs, noticed * Math.max(0, after.likely - now))
  return (['earliest', 'likely', 'latest'] as const).some(bound => Math.abs(Math.max(now, before[bound]) - after[bound]) >= least)
}
