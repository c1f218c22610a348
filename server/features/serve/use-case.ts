import type { Served } from '../../../common/contract/counter.ts'
import { closedTicket, type Day } from '../../domain/day.ts'
import type { Fact } from '../../domain/fact.ts'
import type { RatingQuestion } from '../../domain/rating.ts'
import type { Refusal } from '../../domain/refusal.ts'
import { ok, type Result } from '../../domain/result.ts'
import * as serving from '../../domain/serving.ts'
import type { AtCounter, CallTools } from '../../domain/serving.ts'
import type { Ticket } from '../../domain/ticket.ts'
import type { Chance } from '../../ports/clock.ts'
import { actorOf, holderOf, type Principal } from '../../ports/principal.ts'
import type { Alongside, Once, Turned } from '../../ports/store.ts'
import { wireCall, wireTicket } from '../../wire/shapes.ts'
import type { OfficeTurn } from '../office-turn.ts'

export interface ServeNeeds extends CallTools {
  readonly turn: OfficeTurn
  readonly chance: Chance
}

type Serving = (principal: Principal, counter: number, once?: Once) => Promise<Result<Turned<Served>, Refusal>>

/** What an officer does with the ticket at the counter. */
export interface Serve {
  readonly next: Serving
  readonly recall: Serving
  readonly start: Serving
  readonly miss: Serving
  readonly finish: (principal: Principal, counter: number, outcome: string | undefined, once?: Once) => ReturnType<Serving>
}

type Decide = (day: Day, act: AtCounter) => Result<readonly Fact[], Refusal>

export function serveUseCase ({ turn, chance, ...tools }: ServeNeeds): Serve {
  const serve = (decide: Decide, alongside: (day: Day, facts: readonly Fact[]) => readonly Alongside[] = () => []) =>
    (principal: Principal, counter: number, once?: Once) => turn<Served>(principal.office, (day, at) => {
      const decided = decide(day, { counter, holder: holderOf(principal), by: actorOf(principal), at })
      if (!decided.ok) return decided
      return ok({ facts: decided.value, alongside: alongside(day, decided.value), answer: after => served(day, after, decided.value) })
    }, once)
  return {
    next: serve((day, act) => serving.callNext(day, act, tools)),
    recall: serve((day, act) => serving.recall(day, act, tools)),
    start: serve(serving.start),
    miss: serve(serving.miss),
    finish: (principal, counter, outcome, once) =>
      serve((day, act) => serving.finish(day, act, outcome), (day, facts) => ratingAsked(day, facts, chance.token()))(principal, counter, once)
  }
}

/** The question that a finished transaction leaves for the citizen, once. */
function ratingAsked (day: Day, facts: readonly Fact[], token: string): readonly Alongside[] {
  return facts.flatMap((fact): Alongside[] => {
    const ticket = fact.type === 'ticket:finished' ? day.tickets.get(fact.ticket.id) : undefined
    if (fact.type !== 'ticket:finished' || !ticket) return []
    const question: RatingQuestion = {
      token, ticket: ticket.id, counter: fact.counter, officer: fact.officer, field: ticket.field, purpose: ticket.purpose,
      serviceDate: ticket.serviceDate, askedAt: fact.at, until: fact.at + day.office.ratingMinutes * 60_000,
      solemn: ticket.procedure !== undefined && (day.office.procedures.get(ticket.procedure)?.solemn ?? false)
    }
    return [{ kind: 'question', question }]
  })
}

function served (before: Day, after: Day, facts: readonly Fact[]): Served {
  const fact = facts.at(-1)
  if (!fact || !('ticket' in fact)) throw new Error('a served ticket leaves a fact')
  const { timeZone } = after.office
  const ticket = fact.type === 'ticket:finished'
    ? closedTicket(before.tickets.get(fact.ticket.id) as Ticket, fact)
    : after.tickets.get(fact.ticket.id) as Ticket
  return { ticket: wireTicket(ticket, timeZone), ...'call' in fact && ticket.call && { call: wireCall(ticket.call, timeZone) } }
}
