import type { Day } from '../../domain/day.ts'
import type { Fact } from '../../domain/fact.ts'
import type { RatingQuestion } from '../../domain/rating.ts'
import type { Alongside, Store } from '../../ports/store.ts'

/** The question that a finished transaction leaves for the citizen, once. */
export function ratingAsked (day: Day, facts: readonly Fact[], token: string): readonly Alongside[] {
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

/** The question of a finish that is taken back. An answer already given stays. */
export function unasked (facts: readonly Fact[]): readonly Alongside[] {
  return facts.flatMap((fact): Alongside[] => fact.type === 'ticket:undone' && fact.deed === 'finish' ? [{ kind: 'unask', ticket: fact.ticket.id }] : [])
}

/** The question still open from the latest finish at a counter, whose screens are to be told when it goes. */
export async function askedBefore (store: Store, office: string, counter: number): Promise<RatingQuestion | undefined> {
  const last = (await store.day(office)).counters.get(counter)?.undoable?.at(-1)
  return last?.deed === 'finish' ? store.ratings.questionOf(office, last.ticket.id) : undefined
}
