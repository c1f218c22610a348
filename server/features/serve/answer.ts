import type { Served } from '../../../common/contract/counter.ts'
import { closedTicket, type Day } from '../../domain/day.ts'
import type { Fact } from '../../domain/fact.ts'
import type { Ticket } from '../../domain/ticket.ts'
import { wireCall, wireTicket } from '../../wire/shapes.ts'

/** What the officer is told: the ticket as it is now, and the call where one was made or stands again. */
export function served (before: Day, after: Day, facts: readonly Fact[]): Served {
  const fact = facts.at(-1)
  if (!fact || !('ticket' in fact)) throw new Error('a served ticket leaves a fact')
  const { timeZone } = after.office
  const ticket = fact.type === 'ticket:finished'
    ? closedTicket(before.tickets.get(fact.ticket.id) as Ticket, fact)
    : after.tickets.get(fact.ticket.id) as Ticket
  const isCalled = 'call' in fact || (fact.type === 'ticket:undone' && ticket.state === 'called')
  return { ticket: wireTicket(ticket, timeZone, 'staff'), ...isCalled && ticket.call && { call: wireCall(ticket.call, timeZone) } }
}
