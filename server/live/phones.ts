import type { MyTicket } from '../../common/contract/ticket.ts'
import { ahead, countersFor } from '../domain/ticketing.ts'
import type { Instant } from '../domain/time.ts'
import type { Committed } from '../ports/store.ts'

/**
 * What the holder of a waiting ticket sees after other people's facts, worked out from memory:
 * a call moves everybody's place, and hundreds of phones must not become hundreds of queries.
 * Undefined when nothing changed for them.
 */
export function afterOthers (mine: MyTicket, { before, after, facts }: Committed, now: Instant): MyTicket | undefined {
  const ticket = after.tickets.get(mine.ticket.id)
  if (ticket?.state !== 'waiting') return undefined
  const overtakers = facts.flatMap(fact => {
    const other = fact.type === 'ticket:called' ? before.tickets.get(fact.ticket.id) : undefined
    const isLater = other?.field === ticket.field && other.issuedAt > ticket.issuedAt
    return isLater && fact.type === 'ticket:called' ? [{ number: fact.ticket.number, why: fact.call.why.text }] : []
  })
  const place = ahead(after, ticket, now) ?? null
  const counters = countersFor(after, ticket.field)
  if (overtakers.length === 0 && place === mine.ahead && String(counters) === String(mine.counters)) return undefined
  return { ...mine, ahead: place, counters, overtakenBy: [...mine.overtakenBy, ...overtakers] }
}
