import type { LiveFact, Signal, TicketShot } from '../../common/contract/live.ts'
import type { Forecast, Ticket } from '../../common/contract/ticket.ts'
import type { Follow } from '../../common/ui/live-state.ts'

/** How a phone follows its ticket: its own facts at once, the rest when the office has counted anew. */
export const followTicket: Follow<TicketShot> = { fact, signal }

function fact (shot: TicketShot, fact: LiveFact): TicketShot | undefined {
  if (fact.type === 'setting:changed') return undefined
  if (!('ticket' in fact) || fact.ticket.id !== shot.mine.ticket.id) return shot
  switch (fact.type) {
    case 'ticket:issued': return shot
    case 'ticket:called':
    case 'ticket:recalled': return atCounter(shot, { state: 'called', counter: fact.counter, calledAt: fact.call.at, startedAt: null, endedAt: null })
    case 'ticket:started': return atCounter(shot, { state: 'serving', counter: fact.counter, startedAt: fact.at })
    case 'ticket:finished': return atCounter(shot, { state: 'done', counter: fact.counter, endedAt: fact.at })
    case 'ticket:missed': return atCounter(shot, { state: 'missed', counter: fact.counter, endedAt: fact.at })
    case 'ticket:held': return atCounter(shot, { state: 'held', counter: fact.counter, endedAt: fact.at, hold: { until: fact.until, counter: fact.counter } })
    case 'ticket:returned': return atCounter(shot, { state: 'waiting', counter: null, calledAt: null, startedAt: null, endedAt: null, hold: undefined })
    case 'ticket:cancelled': return atCounter(shot, { state: 'cancelled', endedAt: fact.at })
    case 'ticket:expired': return atCounter(shot, { state: 'expired', endedAt: fact.at })
    // Another field with another name; or as it was before: only a snapshot knows.
    case 'ticket:transferred':
    case 'ticket:settled':
    case 'ticket:undone': return undefined
  }
}

/** Nobody is ahead of a ticket that no longer waits, and nobody overtakes it. */
function atCounter (shot: TicketShot, change: Partial<Ticket>): TicketShot {
  const { mine } = shot
  const counters = typeof change.counter === 'number' ? [change.counter] : mine.counters
  return { ...shot, mine: { ...mine, ticket: { ...mine.ticket, ...change }, ahead: null, forecast: null, hardlyToday: undefined, overtakenBy: [], counters, advice: undefined } }
}

/** The names of field and procedure come with a snapshot only. */
function signal (shot: TicketShot, signal: Signal): TicketShot | undefined {
  if (signal.type === 'forecast:changed') return withForecast(shot, signal.mine)
  if (signal.type !== 'ticket:changed') return shot
  const { field, procedure } = signal.mine.ticket
  const isElsewhere = field !== shot.field.id || procedure !== shot.mine.ticket.procedure
  return isElsewhere ? undefined : { ...shot, mine: signal.mine }
}

/** One that was on its way while the number was called comes too late. */
function withForecast (shot: TicketShot, forecast: Forecast | null | undefined): TicketShot {
  if (forecast === undefined || shot.mine.ticket.state !== 'waiting') return shot
  return { ...shot, mine: { ...shot.mine, forecast } }
}
