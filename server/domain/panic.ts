import type { Officer, Panic } from './counter.ts'
import type { Day } from './day.ts'
import type { Actor, Fact } from './fact.ts'
import { refuse, type Refusal } from './refusal.ts'
import { ok, type Result } from './result.ts'
import { heldCounter, type AtCounter } from './serving.ts'

type Decision = Result<readonly Fact[], Refusal>

/** A colleague who answers, or ends, a counter's call for help. `isSupervisor`: may end anybody's. */
export interface Colleague extends AtCounter {
  readonly officer: Officer
  readonly isSupervisor: boolean
}

/** Calls colleagues for help. Raised once, it is raised; the counter goes on as it likes. */
export function raisePanic (day: Day, act: AtCounter): Decision {
  const held = heldCounter(day, act)
  if (!held.ok) return held
  return ok(held.value.counter.panic ? [] : [{ type: 'panic:raised', at: act.at, by: act.by, counter: act.counter }])
}

/** Somebody else comes: the first who says so; the others learn who it is. */
export function acceptPanic (day: Day, { officer, ...act }: Colleague): Decision {
  const open = openPanic(day, act.counter)
  if (!open.ok) return open
  const { acceptedBy } = open.value
  if (acceptedBy) return acceptedBy.officer.id === officer.id ? ok([]) : refuse({ code: 'PANIC_ACCEPTED', officer: acceptedBy.officer.name })
  if (isOwn(day, open.value, act)) return refuse({ code: 'NOT_ALLOWED' })
  const from = [...day.counters.values()].find(({ holder }) => holder === act.holder)?.number
  return ok([{ type: 'panic:accepted', at: act.at, by: act.by, counter: act.counter, officer, ...from !== undefined && { from } }])
}

/** It is over, say whoever raised it, whoever holds the counter now, whoever came, or a supervisor. */
export function endPanic (day: Day, { officer, isSupervisor, ...act }: Colleague): Decision {
  const open = openPanic(day, act.counter)
  if (!open.ok) return open
  const mayEnd = isSupervisor || isOwn(day, open.value, act) || open.value.acceptedBy?.officer.id === officer.id
  return mayEnd ? ok([{ type: 'panic:ended', at: act.at, by: act.by, counter: act.counter }]) : refuse({ code: 'NOT_ALLOWED' })
}

function openPanic (day: Day, number: number): Result<Panic, Refusal> {
  const counter = day.counters.get(number)
  if (!counter) return refuse({ code: 'NOT_FOUND' })
  return counter.panic ? ok(counter.panic) : refuse({ code: 'WRONG_STATE' })
}

function isOwn (day: Day, { by }: Panic, act: { readonly counter: number, readonly holder: string, readonly by: Actor }): boolean {
  return by === act.by || day.counters.get(act.counter)?.holder === act.holder
}
