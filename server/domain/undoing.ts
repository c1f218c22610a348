import type { Counter, Undoable } from './counter.ts'
import type { Day } from './day.ts'
import type { Fact } from './fact.ts'
import { refuse, type Refusal } from './refusal.ts'
import { ok, type Result } from './result.ts'
import { heldCounter, named, type AtCounter } from './serving.ts'
import { isAtCounter } from './ticket.ts'

/** The latest deed at a counter, if it can still be taken back at `at`: soon enough, and its ticket has not moved since. */
export function undoableAt (day: Day, counter: Counter, at: number): Undoable | undefined {
  const last = counter.undoable?.at(-1)
  if (!last || at - last.at > day.office.rules.undoSeconds * 1000) return undefined
  const present = day.tickets.get(last.ticket.id)
  const isAsLeft = present ? present.movedRev === last.rev : last.ended === true
  return isAsLeft ? last : undefined
}

/**
 * Takes the latest deed at this counter back: ticket, place and counter are exactly as before it.
 * What was spoken is not unsaid; screens show the correction.
 */
export function undo (day: Day, act: AtCounter): Result<readonly Fact[], Refusal> {
  const held = heldCounter(day, act)
  if (!held.ok) return held
  const last = undoableAt(day, held.value.counter, act.at)
  if (!last) return refuse({ code: 'UNDO_TOO_LATE', seconds: day.office.rules.undoSeconds })
  if (isAtCounter(last.ticket) && held.value.counter.state === 'paused') return refuse({ code: 'COUNTER_PAUSED', counter: act.counter })
  return ok([{ type: 'ticket:undone', at: act.at, by: act.by, ticket: named(last.ticket), counter: act.counter, deed: last.deed, to: last.ticket.state }])
}
