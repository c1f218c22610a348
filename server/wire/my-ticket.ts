import type { MyTicket } from '../../common/contract/ticket.ts'
import type { Day } from '../domain/day.ts'
import type { RatingQuestion } from '../domain/rating.ts'
import type { Ticket } from '../domain/ticket.ts'
import { ahead, countersFor } from '../domain/ticketing.ts'
import { isoAt, type Instant } from '../domain/time.ts'
import type { Store } from '../ports/store.ts'
import { wireTicket } from './shapes.ts'

/** What the holder of a ticket may know of it. `today` are the tickets of its service day. */
export function myTicket (day: Day, ticket: Ticket, today: readonly Ticket[], question: RatingQuestion | undefined, now: Instant): MyTicket {
  const { timeZone } = day.office
  return {
    ticket: wireTicket(ticket, timeZone),
    ahead: ahead(day, ticket, now) ?? null,
    forecast: null,
    counters: ticket.counter !== undefined ? [ticket.counter] : countersFor(day, ticket.field),
    overtakenBy: ticket.state === 'waiting' ? overtakers(ticket, today) : [],
    ...question && question.until >= now && {
      rating: {
        token: question.token, until: isoAt(question.until, timeZone), solemn: question.solemn,
        officer: { name: question.officer.name, title: question.officer.title }
      }
    }
  }
}

/** {@link myTicket} with what the store knows beside it. */
export async function readMyTicket (store: Store, office: string, stored: Ticket, now: Instant): Promise<MyTicket> {
  const [today, question, day] = await Promise.all([
    store.ticketsOn(office, stored.serviceDate, { field: stored.field }), store.ratings.questionOf(office, stored.id), store.day(office)
  ])
  return myTicket(day, day.tickets.get(stored.id) ?? stored, today, question, now)
}

/** Later arrivals in the same line that were called first, in the order of their calls, each with the reason given then. */
function overtakers (mine: Ticket, today: readonly Ticket[]): MyTicket['overtakenBy'] {
  return today
    .flatMap(other => other.field === mine.field && other.issuedAt > mine.issuedAt && other.call ? [{ number: other.number, call: other.call }] : [])
    .sort((a, b) => a.call.rev - b.call.rev)
    .map(({ number, call }) => ({ number, why: call.why.text }))
}
