import fc from 'fast-check'
import { waitingTickets, type Day } from '../../server/domain/day.ts'
import type { FactOf } from '../../server/domain/fact.ts'
import type { Ticket } from '../../server/domain/ticket.ts'
import { minute } from '../support/builders.ts'
import { play, randomDays, type Played, type PolicyKind, type Step } from './random-days.ts'

export const policies: readonly PolicyKind[] = ['strict', 'ratio', 'ageing']

/** Holds a claim against random days of an office with that policy. */
export function always (policy: PolicyKind, claim: (played: Played) => void): void {
  fc.assert(fc.property(randomDays(policy), day => claim(play(day))), { numRuns: 30 })
}

const isOpen = (day: Day, counter: number) => day.counters.get(counter)?.state === 'open'

/** Whom a counter may call, said once more and from the outside. */
export function eligible (day: Day, counter: number): Ticket[] {
  const { main = [], helper = [] } = day.office.duties.get(counter) ?? {}
  return waitingTickets(day).filter(({ field, bound }) => {
    const isMeantElsewhere = bound?.counters.some(other => isOpen(day, other)) === true && !bound.counters.includes(counter)
    return !isMeantElsewhere && ([...main, ...helper].includes(field) || bound?.counters.includes(counter))
  })
}

/** Without a right of its own at that moment: it stands in the line of its class. */
export function isPlain ({ bound, appointment }: Ticket, day: Day, at: number): boolean {
  return bound === undefined && (appointment === undefined || at < appointment - (day.office.rules.booking?.earlyMinutes ?? 0) * minute)
}

export const isMainAt = (day: Day, counter: number, ticket: Ticket) => day.office.duties.get(counter)?.main.includes(ticket.field) === true

export interface Called { readonly step: Step, readonly fact: FactOf<'ticket:called'>, readonly ticket: Ticket }

/** The calls that the office chose, each with the ticket as it waited. */
export function nextCalls ({ steps }: Played): Called[] {
  return steps.flatMap(step => step.facts.flatMap(fact => {
    const ticket = fact.type === 'ticket:called' && fact.chosen === undefined ? step.before.tickets.get(fact.ticket.id) : undefined
    return ticket ? [{ step, fact: fact as FactOf<'ticket:called'>, ticket }] : []
  }))
}
