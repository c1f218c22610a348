import type { Counter, CounterState, Officer } from './counter.ts'
import type { Day } from './day.ts'
import type { Fact } from './fact.ts'
import { refuse, type Refusal } from './refusal.ts'
import { ok, type Result } from './result.ts'
import { heldCounter, ticketAt, type AtCounter } from './serving.ts'

type Decision = Result<readonly Fact[], Refusal>

/** Opens a closed counter. Opening one's own again changes nothing; another's is shown, never taken in passing. */
export function openCounter (day: Day, act: AtCounter, officer: Officer): Decision {
  const counter = day.counters.get(act.counter)
  if (!counter) return refuse({ code: 'NOT_FOUND' })
  if (counter.state === 'closed') return ok([changed(act, 'open', officer)])
  if (counter.holder === act.holder) return ok([])
  return refuse({ code: 'COUNTER_TAKEN', counter: act.counter, officer: counter.officer?.name ?? '' })
}

/** Moves the lease to this holder, explicitly. The ticket at the counter stays where it is. */
export function takeOver (day: Day, act: AtCounter, officer: Officer): Decision {
  const counter = day.counters.get(act.counter)
  if (!counter) return refuse({ code: 'NOT_FOUND' })
  if (counter.state === 'closed') return refuse({ code: 'COUNTER_CLOSED', counter: act.counter })
  return counter.holder === act.holder ? ok([]) : ok([changed(act, 'open', officer)])
}

export function pause (day: Day, act: AtCounter, reason?: string): Decision {
  const idle = idleCounter(day, act)
  if (!idle.ok) return idle
  if (idle.value.counter.state === 'paused') return refuse({ code: 'COUNTER_PAUSED', counter: act.counter })
  return ok([changed(act, 'paused', idle.value.officer, reason)])
}

export function resume (day: Day, act: AtCounter): Decision {
  const held = heldCounter(day, act)
  if (!held.ok) return held
  if (held.value.counter.state !== 'paused') return refuse({ code: 'WRONG_STATE' })
  return ok([changed(act, 'open', held.value.officer)])
}

export function closeCounter (day: Day, act: AtCounter): Decision {
  const idle = idleCounter(day, act)
  if (!idle.ok) return idle
  return ok([{ type: 'counter:changed', at: act.at, by: act.by, counter: act.counter, state: 'closed' }])
}

/** A counter may be left only when nobody is being called or served there. */
function idleCounter (day: Day, act: AtCounter): Result<{ counter: Counter, officer: Officer }, Refusal> {
  const held = heldCounter(day, act)
  if (!held.ok) return held
  const present = ticketAt(day, held.value.counter)
  return present ? refuse({ code: 'COUNTER_BUSY', counter: act.counter, number: present.number }) : held
}

function changed (act: AtCounter, state: CounterState, officer: Officer, reason?: string): Fact {
  return { type: 'counter:changed', at: act.at, by: act.by, counter: act.counter, state, officer, holder: act.holder, ...reason !== undefined && { reason } }
}
