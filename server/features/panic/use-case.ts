import type { Counter as WireCounter } from '../../../common/contract/counter.ts'
import { conditionOf } from '../../../common/contract/permissions.ts'
import type { Counter } from '../../domain/counter.ts'
import type { Day } from '../../domain/day.ts'
import type { Fact } from '../../domain/fact.ts'
import { acceptPanic, endPanic, raisePanic, type Colleague } from '../../domain/panic.ts'
import { refuse, type Refusal } from '../../domain/refusal.ts'
import { ok, type Result } from '../../domain/result.ts'
import { actorOf, holderOf, type Principal } from '../../ports/principal.ts'
import type { Once, Store, Turned } from '../../ports/store.ts'
import { staffCounter } from '../../wire/shapes.ts'
import type { OfficeTurn } from '../office-turn.ts'
import { officerBehind } from '../officer.ts'

interface Answer { readonly counter: WireCounter }
type Calling = (principal: Principal, counter: number, once?: Once) => Promise<Result<Turned<Answer>, Refusal>>

/** A counter's call for help: raised, accepted by a colleague, ended. */
export interface PanicCall { readonly raise: Calling, readonly accept: Calling, readonly end: Calling }

export function panicUseCase ({ turn, store }: { readonly turn: OfficeTurn, readonly store: Store }): PanicCall {
  const calling = (decide: (day: Day, act: Colleague) => Result<readonly Fact[], Refusal>): Calling => async (principal, counter, once) => {
    const officer = await officerBehind(store, principal)
    if (!officer || !('role' in principal)) return refuse({ code: 'NOT_ALLOWED' })
    const isSupervisor = conditionOf(principal, 'end-panic') === undefined
    return turn<Answer>(principal.office, (day, at) => {
      const decided = decide(day, { counter, holder: holderOf(principal), by: actorOf(principal), at, officer, isSupervisor })
      if (!decided.ok) return decided
      return ok({ facts: decided.value, answer: after => ({ counter: staffCounter(after.counters.get(counter) as Counter, after) }) })
    }, once)
  }
  return { raise: calling(raisePanic), accept: calling(acceptPanic), end: calling(endPanic) }
}
