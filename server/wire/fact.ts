import type { LiveFact } from '../../common/contract/live.ts'
import type { TicketNamed } from '../../common/contract/ticket.ts'
import type { Recorded } from '../domain/fact.ts'
import { isoAt } from '../domain/time.ts'
import { wireAcceptedBy, wireCall, wireOfficer } from './shapes.ts'

/** A fact as one kind of view may see it: staff also learn who did it, what was asked for, and the reasons given. */
export function wireFact (fact: Recorded, place: { epoch: string, prev: number }, timeZone: string, forStaff: boolean): LiveFact {
  const numbered = { epoch: place.epoch, rev: fact.rev, prev: place.prev, at: isoAt(fact.at, timeZone), ...forStaff && { by: fact.by } }
  switch (fact.type) {
    case 'ticket:issued': {
      const { procedure, purpose, dossiers, overruledBy, paper } = fact.ticket
      return { ...numbered, type: fact.type, ticket: { ...bare(fact.ticket), ...forStaff && { purpose, dossiers, ...procedure && { procedure }, ...overruledBy !== undefined && { overruledBy }, ...paper && { paper } } } }
    }
    case 'ticket:called': {
      const { call, chosen } = fact
      return { ...numbered, ...atCounter(fact), type: fact.type, call: wireCall({ ...call, rev: fact.rev, at: fact.at }, timeZone), ...forStaff && chosen !== undefined && { chosen } }
    }
    case 'ticket:recalled': return { ...numbered, ...atCounter(fact), type: fact.type, call: wireCall({ ...fact.call, rev: fact.rev, at: fact.at }, timeZone) }
    case 'ticket:started':
    case 'ticket:finished':
    case 'ticket:missed': return { ...numbered, ...atCounter(fact), type: fact.type }
    case 'ticket:held': return { ...numbered, ...atCounter(fact), type: fact.type, until: isoAt(fact.until, timeZone), ...forStaff && { reason: fact.reason } }
    case 'ticket:transferred': {
      const { field, bound } = fact.to
      return { ...numbered, ...atCounter(fact), type: fact.type, deed: fact.deed, to: { field, ...bound && { counters: bound.counters } } }
    }
    case 'ticket:returned':
    case 'ticket:expired': return { ...numbered, type: fact.type, ticket: bare(fact.ticket), from: fact.from }
    case 'ticket:settled': return { ...numbered, type: fact.type, ticket: bare(fact.ticket), as: fact.as }
    case 'ticket:cancelled': return { ...numbered, type: fact.type, ticket: bare(fact.ticket), from: fact.from, ...fact.counter !== undefined && { counter: fact.counter } }
    case 'ticket:undone': return { ...numbered, ...atCounter(fact), type: fact.type, deed: fact.deed, to: fact.to }
    case 'counter:changed': {
      const { counter, state, officer, reason } = fact
      return { ...numbered, type: fact.type, counter, state, ...officer && { officer: wireOfficer(officer) }, ...reason !== undefined && { reason } }
    }
    case 'panic:raised':
    case 'panic:ended': return { ...numbered, type: fact.type, counter: fact.counter }
    case 'panic:accepted': return { ...numbered, type: fact.type, counter: fact.counter, acceptedBy: wireAcceptedBy({ officer: fact.officer, ...fact.from !== undefined && { counter: fact.from } }) }
    case 'setting:changed': return { ...numbered, type: fact.type, settings: fact.settings }
  }
}

function atCounter ({ ticket, counter }: { readonly ticket: TicketNamed, readonly counter: number }): { ticket: TicketNamed, counter: number } {
  return { ticket: bare(ticket), counter }
}

function bare ({ id, number, field, priority }: TicketNamed): TicketNamed {
  return { id, number, field, priority }
}
