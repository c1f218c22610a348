import type { ByLanguage } from '../../common/contract/basics.ts'
import type { MyTicket } from '../../common/contract/ticket.ts'
import { advice } from '../../common/i18n/why.ts'
import { fill } from '../../common/i18n/texts.ts'
import type { Day } from '../domain/day.ts'
import { ahead, countersFor } from '../domain/desk.ts'
import type { RatingQuestion } from '../domain/rating.ts'
import type { Ticket } from '../domain/ticket.ts'
import { isoAt, type Instant } from '../domain/time.ts'
import type { Store } from '../ports/store.ts'
import { overtakes } from './overtaking.ts'
import { wireTicket } from './shapes.ts'

/** What the holder of a ticket may know of it. `today` are the tickets of its service day. */
export function myTicket (day: Day, ticket: Ticket, today: readonly Ticket[], question: RatingQuestion | undefined, now: Instant): MyTicket {
  const { timeZone } = day.office
  const todo = adviceFor(ticket, timeZone, now)
  return {
    ticket: wireTicket(ticket, timeZone),
    ahead: ahead(day, ticket, now) ?? null,
    forecast: null,
    counters: countersOf(day, ticket),
    overtakenBy: ticket.state === 'waiting' ? overtakers(ticket, today) : [],
    ...todo && { advice: todo },
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

/** Where it is, or comes back to, or may be called. */
function countersOf (day: Day, ticket: Ticket): number[] {
  if (ticket.hold) return [ticket.hold.counter]
  return ticket.counter !== undefined ? [ticket.counter] : countersFor(day, ticket)
}

/** What its holder should do now, where waiting is not all there is to do. */
function adviceFor ({ state, hold, counter }: Ticket, timeZone: string, now: Instant): ByLanguage | undefined {
  switch (state) {
    case 'held': return hold && said(now <= hold.until ? 'held' : 'late', { counter: hold.counter, time: isoAt(hold.until, timeZone).slice(11, 16) })
    case 'missed': return said('missed', { counter: counter ?? '' })
    case 'cancelled':
    case 'expired': return said(state)
    case 'waiting':
    case 'called':
    case 'serving':
    case 'done': return undefined
  }
}

function said (key: keyof typeof advice.vi, blanks: Readonly<Record<string, string | number>> = {}): ByLanguage {
  return { vi: fill(advice.vi[key], blanks), en: fill(advice.en[key], blanks) }
}

/** Those who were called first although they came later, in the order of their calls, each with the reason given then. */
function overtakers (mine: Ticket, today: readonly Ticket[]): MyTicket['overtakenBy'] {
  return today
    .flatMap(other => other.id !== mine.id && other.call && overtakes(other, other.call, mine) ? [{ number: other.number, call: other.call }] : [])
    .sort((a, b) => a.call.rev - b.call.rev)
    .map(({ number, call }) => ({ number, why: call.why.text }))
}
