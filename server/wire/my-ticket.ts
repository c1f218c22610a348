import type { ByLanguage } from '../../common/contract/basics.ts'
import type { MyTicket, TicketTurn } from '../../common/contract/ticket.ts'
import { advice } from '../../common/i18n/why.ts'
import { fill } from '../../common/i18n/texts.ts'
import type { Day } from '../domain/day.ts'
import { ahead, countersFor, isServed } from '../domain/desk.ts'
import type { Outlook } from '../domain/forecast/range.ts'
import type { RatingQuestion } from '../domain/rating.ts'
import type { Ticket } from '../domain/ticket.ts'
import { isoAt, type Instant } from '../domain/time.ts'
import type { Forecaster } from '../ports/forecaster.ts'
import type { Store } from '../ports/store.ts'
import { ticketForecast, ticketLateToday, ticketPromise } from './forecast.ts'
import { overtakes, told } from './overtaking.ts'
import { wireTicket } from './shapes.ts'

/** What there is to tell a ticket's holder beside the day. */
export interface Beside {
  /** The tickets that moved after it did. */
  readonly since: readonly Ticket[]
  readonly question: RatingQuestion | undefined
  readonly outlook: Outlook | undefined
}

/** When a number may be called, where, and how many go before it. */
export function ticketTurn (day: Day, ticket: Ticket, outlook: Outlook | undefined, now: Instant): TicketTurn {
  const promise = ticketPromise(day, ticket, now)
  return { ahead: ahead(day, ticket, now) ?? null, forecast: ticketForecast(day, outlook, ticket, now), ...ticketLateToday(day, outlook, ticket, now), counters: countersOf(day, ticket), ...promise && { promise } }
}

/** The same with what the office expects of it now. */
export function expectedAnew (mine: MyTicket, day: Day, outlook: Outlook | undefined, now: Instant): MyTicket {
  const ticket = day.tickets.get(mine.ticket.id)
  return { ...mine, hardlyToday: undefined, closes: undefined, ...ticket ? { forecast: ticketForecast(day, outlook, ticket, now), ...ticketLateToday(day, outlook, ticket, now) } : { forecast: null } }
}

/** What the holder of a ticket may know of it. */
export function myTicket (day: Day, ticket: Ticket, { since, question, outlook }: Beside, now: Instant): MyTicket {
  const { timeZone } = day.office
  const turn = ticketTurn(day, ticket, outlook, now)
  const todo = adviceFor(ticket, timeZone, now)
  return {
    ticket: wireTicket(ticket, timeZone),
    ...turn,
    ...ticket.state === 'waiting' && { served: isServed(day, ticket) },
    overtakenBy: ticket.state === 'waiting' ? overtakers(ticket, since, turn.counters) : [],
    ...todo && { advice: todo },
    ...question && question.until >= now && {
      rating: {
        token: question.token, until: isoAt(question.until, timeZone), solemn: question.solemn,
        officer: { name: question.officer.name, title: question.officer.title }
      }
    }
  }
}

export interface MyTicketNeeds { readonly store: Store, readonly forecaster?: Pick<Forecaster, 'outlook'> }

/** {@link myTicket} with what the store and the forecaster know beside it. */
export async function readMyTicket ({ store, forecaster }: MyTicketNeeds, office: string, stored: Ticket, now: Instant): Promise<MyTicket> {
  const [since, question, day] = await Promise.all([
    movedSince(store, office, stored), store.ratings.questionOf(office, stored.id), store.day(office)
  ])
  return myTicket(day, day.tickets.get(stored.id) ?? stored, { since, question, outlook: forecaster?.outlook(office) }, now)
}

/** What {@link myTicket} needs of the others; nothing where nobody can have been called before it. */
export async function movedSince (store: Store, office: string, { state, serviceDate, movedRev }: Ticket): Promise<readonly Ticket[]> {
  return state === 'waiting' ? store.ticketsOn(office, serviceDate, { movedAfter: movedRev }) : []
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

/** A recall is no new call: whoever came between the two was passed by nobody. */
function overtakers (mine: Ticket, since: readonly Ticket[], counters: readonly number[]): MyTicket['overtakenBy'] {
  const passed = since.flatMap(other => {
    const { call, counter, calledAt } = other
    const hasPassed = call && calledAt !== undefined && calledAt >= mine.issuedAt && other.id !== mine.id && overtakes(other, { ...call, counter }, mine, counters)
    return hasPassed ? [{ number: other.number, call }] : []
  })
  return told(passed.sort((a, b) => a.call.rev - b.call.rev).map(({ number, call }) => ({ number, why: call.why.text })))
}
