import type * as wire from '../../common/contract/counter.ts'
import type { FieldShown, LiveFact, OfficeShown } from '../../common/contract/live.ts'
import type { Ticket as WireTicket, TicketNamed } from '../../common/contract/ticket.ts'
import type { CallMade } from '../domain/call.ts'
import type { Counter, Officer } from '../domain/counter.ts'
import type { Day } from '../domain/day.ts'
import type { Recorded } from '../domain/fact.ts'
import type { Office } from '../domain/office.ts'
import { named, ticketAt } from '../domain/serving.ts'
import type { Ticket } from '../domain/ticket.ts'
import { isoAt, type Instant } from '../domain/time.ts'

/** How domain values look on the wire: ISO times with the office's offset, null for what is not yet. */
export function wireTicket (ticket: Ticket, timeZone: string): WireTicket {
  const time = (at: Instant | undefined) => at === undefined ? null : isoAt(at, timeZone)
  return {
    id: ticket.id, number: ticket.number, field: ticket.field, procedure: ticket.procedure ?? null,
    purpose: ticket.purpose, priority: ticket.priority, dossiers: ticket.dossiers, state: ticket.state,
    serviceDate: ticket.serviceDate, issuedAt: isoAt(ticket.issuedAt, timeZone),
    calledAt: time(ticket.calledAt), startedAt: time(ticket.startedAt), endedAt: time(ticket.endedAt),
    counter: ticket.counter ?? null, leg: ticket.leg
  }
}

export function wireCall (call: CallMade, timeZone: string): wire.Call {
  return { ...call, at: isoAt(call.at, timeZone) }
}

/** A holder's name never leaves the server; an officer's version is ours. */
export function wireOfficer ({ id, name, title }: Officer): wire.Officer {
  return { id, name, title }
}

export function wireCounter (counter: Counter, day: Day): wire.Counter {
  const ticket = ticketAt(day, counter)
  const duty = day.office.duties.get(counter.number)
  return {
    number: counter.number, state: counter.state,
    ...counter.officer && { officer: wireOfficer(counter.officer) },
    ...counter.reason !== undefined && { reason: counter.reason },
    ...ticket && { ticket: { ...named(ticket), state: ticket.state } },
    main: [...duty?.main ?? []], helper: [...duty?.helper ?? []], since: isoAt(counter.since, day.office.timeZone)
  }
}

export function wireOffice (office: Office): OfficeShown {
  return { name: office.name, timeZone: office.timeZone, trial: !office.confirmed, promiseMinutes: office.promiseMinutes }
}

export function wireFields (office: Office): FieldShown[] {
  return [...office.fields.values()].map(({ id, digit, name }) => ({ id, digit, name }))
}

/** A fact as one kind of view may see it: staff also learn who did it and what was asked for. */
export function wireFact (fact: Recorded, place: { epoch: string, prev: number }, timeZone: string, forStaff: boolean): LiveFact {
  const numbered = { epoch: place.epoch, rev: fact.rev, prev: place.prev, at: isoAt(fact.at, timeZone), ...forStaff && { by: fact.by } }
  switch (fact.type) {
    case 'ticket:issued': {
      const { procedure, purpose, dossiers } = fact.ticket
      return { ...numbered, type: fact.type, ticket: { ...bare(fact.ticket), ...forStaff && { purpose, dossiers, ...procedure && { procedure } } } }
    }
    case 'ticket:called':
    case 'ticket:recalled':
      return { ...numbered, type: fact.type, ticket: bare(fact.ticket), counter: fact.counter, call: wireCall({ ...fact.call, rev: fact.rev, at: fact.at }, timeZone) }
    case 'ticket:started':
    case 'ticket:finished':
    case 'ticket:missed':
      return { ...numbered, type: fact.type, ticket: bare(fact.ticket), counter: fact.counter }
    case 'ticket:returned':
    case 'ticket:expired':
      return { ...numbered, type: fact.type, ticket: bare(fact.ticket), from: fact.from }
    case 'counter:changed': {
      const { counter, state, officer, reason } = fact
      return { ...numbered, type: fact.type, counter, state, ...officer && { officer: wireOfficer(officer) }, ...reason !== undefined && { reason } }
    }
    case 'setting:changed':
      return { ...numbered, type: fact.type, settings: fact.settings }
  }
}

function bare ({ id, number, field, priority }: TicketNamed): TicketNamed {
  return { id, number, field, priority }
}
