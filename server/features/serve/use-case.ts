import type { CallRequest, DeedRequest, FinishRequest, HoldRequest, Served, TransferRequest } from '../../../common/contract/counter.ts'
import type { Day } from '../../domain/day.ts'
import type { Fact } from '../../domain/fact.ts'
import type { Refusal } from '../../domain/refusal.ts'
import { ok, type Result } from '../../domain/result.ts'
import * as sending from '../../domain/sending.ts'
import * as serving from '../../domain/serving.ts'
import type { AtCounter, CallTools } from '../../domain/serving.ts'
import { undo } from '../../domain/undoing.ts'
import type { Chance } from '../../ports/clock.ts'
import type { Live } from '../../ports/live.ts'
import { actorOf, holderOf, type Principal } from '../../ports/principal.ts'
import type { SlipPrinter } from '../../ports/slip-printer.ts'
import type { Alongside, Once, Store, Turned } from '../../ports/store.ts'
import type { Address } from '../../ports/address.ts'
import type { OfficeTurn } from '../office-turn.ts'
import { served } from './answer.ts'
import { askedBefore, ratingAsked, unasked } from './asking.ts'
import { printReturnSlip } from './return-slip.ts'

export interface ServeNeeds extends CallTools {
  readonly turn: OfficeTurn
  readonly store: Store
  readonly chance: Chance
  readonly address: Address
  readonly printer: SlipPrinter
  readonly live: Live
}

type Serving = (principal: Principal, counter: number, once?: Once) => Promise<Result<Turned<Served>, Refusal>>
/** `wish.ticket`: the ticket that is meant, where the screen says so. */
type ServingWith<Wish> = (principal: Principal, counter: number, wish: Wish, once?: Once) => ReturnType<Serving>

/** What an officer does with the ticket at the counter. */
export interface Serve {
  readonly next: Serving
  readonly undo: Serving
  readonly recall: ServingWith<DeedRequest>
  readonly start: ServingWith<DeedRequest>
  readonly miss: ServingWith<DeedRequest>
  readonly finish: ServingWith<FinishRequest>
  readonly hold: ServingWith<HoldRequest>
  readonly transfer: ServingWith<TransferRequest>
  readonly call: ServingWith<CallRequest>
}

type Decide = (day: Day, act: AtCounter) => Result<readonly Fact[], Refusal>
/** Rows that stand or fall with the facts. */
type Beside = (day: Day, facts: readonly Fact[], act: AtCounter) => readonly Alongside[]

export function serveUseCase (needs: ServeNeeds): Serve {
  const { turn, store, chance, live, printer } = needs

  const serve = (decide: Decide, { ticket, beside = () => [] }: { readonly ticket?: string, readonly beside?: Beside } = {}): Serving => (principal, counter, once) => turn<Served>(principal.office, (day, at) => {
    const act = { counter, holder: holderOf(principal), by: actorOf(principal), at, ...ticket !== undefined && { ticket } }
    const decided = decide(day, act)
    if (!decided.ok) return decided
    return ok({ facts: decided.value, alongside: beside(day, decided.value, act), answer: after => served(day, after, decided.value) })
  }, once)

  return {
    next: serve((day, act) => serving.callNext(day, act, needs)),
    recall: (principal, counter, meant, once) => serve((day, act) => serving.recall(day, act, needs), meant)(principal, counter, once),
    start: (principal, counter, meant, once) => serve(serving.start, meant)(principal, counter, once),
    miss: (principal, counter, meant, once) => serve(serving.miss, meant)(principal, counter, once),
    call: (principal, counter, wish, once) => serve((day, act) => serving.callChosen(day, act, wish, needs))(principal, counter, once),
    transfer: (principal, counter, wish, once) => serve((day, act) => sending.transfer(day, act, wish), meantBy(wish))(principal, counter, once),
    finish, hold, undo: takeBack
  }

  async function finish (principal: Principal, counter: number, { ticket, ...concluded }: FinishRequest, once?: Once): ReturnType<Serving> {
    const present = (await store.day(principal.office)).counters.get(counter)?.ticket
    const isSettled = present !== undefined && await store.ratings.isSettled(principal.office, present)
    const beside: Beside = (day, facts) => isSettled ? [] : ratingAsked(day, facts, chance.token())
    return serve((day, act) => serving.finish(day, act, concluded), { ...meantBy({ ticket }), beside })(principal, counter, once)
  }

  async function hold (principal: Principal, counter: number, wish: HoldRequest, once?: Once): ReturnType<Serving> {
    const present = (await store.day(principal.office)).counters.get(counter)?.ticket
    const token = present === undefined || wish.slip === false ? undefined : await store.tokenOf(principal.office, present)
    const beside: Beside = (day, facts, act) => token && present ? printReturnSlip(day, facts, act, { ...token, ticket: present }, needs) : []
    const held = await serve((day, act) => sending.hold(day, act, wish), { ...meantBy(wish), beside })(principal, counter, once)
    if (held.ok && !held.value.replayed && token) printer.wake()
    return held
  }

  /** A question that nobody has answered yet goes with the finish that asked it. */
  async function takeBack (principal: Principal, counter: number, once?: Once): ReturnType<Serving> {
    const question = await askedBefore(store, principal.office, counter)
    const undone = await serve(undo, { beside: (_day, facts) => unasked(facts) })(principal, counter, once)
    if (undone.ok && !undone.value.replayed && question && undone.value.answer.ticket.id === question.ticket) live.ratingClosed(principal.office, question)
    return undone
  }
}

function meantBy ({ ticket }: { readonly ticket?: string | undefined }): { readonly ticket?: string } {
  return ticket === undefined ? {} : { ticket }
}
