import type { Counter as WireCounter } from '../../../common/contract/counter.ts'
import type { Counter, Officer } from '../../domain/counter.ts'
import type { Day } from '../../domain/day.ts'
import type { Fact } from '../../domain/fact.ts'
import * as lease from '../../domain/lease.ts'
import { refuse, type Refusal } from '../../domain/refusal.ts'
import { ok, type Result } from '../../domain/result.ts'
import type { AtCounter } from '../../domain/serving.ts'
import { actorOf, holderOf, type Principal } from '../../ports/principal.ts'
import type { Once, Store, Turned } from '../../ports/store.ts'
import { staffCounter } from '../../wire/shapes.ts'
import type { OfficeTurn } from '../office-turn.ts'
import { officerBehind } from '../officer.ts'

export interface LeaseNeeds {
  readonly turn: OfficeTurn
  readonly store: Store
}

type Answer = { readonly counter: WireCounter }
type Leasing = (principal: Principal, counter: number, once?: Once) => Promise<Result<Turned<Answer>, Refusal>>

export interface CounterLease {
  readonly open: Leasing
  readonly takeOver: Leasing
  readonly pause: (principal: Principal, counter: number, reason: string | undefined, once?: Once) => ReturnType<Leasing>
  readonly resume: Leasing
  readonly close: Leasing
}

type Decide = (day: Day, act: AtCounter, officer: Officer) => Result<readonly Fact[], Refusal>

/** Opening, leaving and taking over a counter. */
export function counterLeaseUseCase ({ turn, store }: LeaseNeeds): CounterLease {
  const leasing = (decide: Decide): Leasing => async (principal, number, once) => {
    const officer = await officerBehind(store, principal)
    if (!officer) return refuse({ code: 'NOT_ALLOWED' })
    return turn<Answer>(principal.office, (day, at) => {
      const decided = decide(day, { counter: number, holder: holderOf(principal), by: actorOf(principal), at }, officer)
      if (!decided.ok) return decided
      return ok({ facts: decided.value, answer: after => ({ counter: staffCounter(after.counters.get(number) as Counter, after) }) })
    }, once)
  }
  return {
    open: leasing(lease.openCounter),
    takeOver: leasing(lease.takeOver),
    pause: (principal, counter, reason, once) => leasing((day, act) => lease.pause(day, act, reason))(principal, counter, once),
    resume: leasing(lease.resume),
    close: leasing(lease.closeCounter)
  }
}
