import type * as wire from '../../common/contract/counter.ts'
import type { FieldShown, OfficeShown } from '../../common/contract/live.ts'
import type { Bound as WireBound, Ticket as WireTicket } from '../../common/contract/ticket.ts'
import type { CallMade } from '../domain/call.ts'
import type { Counter, Officer, Panic } from '../domain/counter.ts'
import type { Day } from '../domain/day.ts'
import type { Office } from '../domain/office.ts'
import { named, ticketAt } from '../domain/serving.ts'
import type { Bound, Ticket } from '../domain/ticket.ts'
import { isoAt, type Instant } from '../domain/time.ts'
import { undoableAt } from '../domain/undoing.ts'

/** Staff also learn why a number is held, who let the kiosk give it out, and that it was handed out on paper. */
export type Reader = 'staff' | 'anyone'

/** How domain values look on the wire: ISO times with the office's offset, null for what is not yet. */
export function wireTicket (ticket: Ticket, timeZone: string, reader: Reader = 'anyone'): WireTicket {
  const time = (at: Instant | undefined) => at === undefined ? null : isoAt(at, timeZone)
  return {
    id: ticket.id, number: ticket.number, field: ticket.field, procedure: ticket.procedure ?? null,
    purpose: ticket.purpose, priority: ticket.priority, dossiers: ticket.dossiers, state: ticket.state,
    serviceDate: ticket.serviceDate, issuedAt: isoAt(ticket.issuedAt, timeZone),
    calledAt: time(ticket.calledAt), startedAt: time(ticket.startedAt), endedAt: time(ticket.endedAt),
    counter: ticket.counter ?? null, leg: ticket.leg, ...rightsOf(ticket, timeZone, reader)
  }
}

/** What sets a ticket apart from others of its field; only what there is. */
function rightsOf ({ hold, bound, more, back, appointment, overruledBy, paper }: Ticket, timeZone: string, reader: Reader): Pick<WireTicket, 'hold' | 'bound' | 'more' | 'back' | 'appointment' | 'overruledBy' | 'paper'> {
  return {
    ...hold && { hold: { until: isoAt(hold.until, timeZone), counter: hold.counter, ...reader === 'staff' && { reason: hold.reason } } },
    ...bound && { bound: wireBound(bound) },
    ...more && { more: more.map(service => ({ ...service })) },
    ...back !== undefined && { back },
    ...appointment !== undefined && { appointment: isoAt(appointment, timeZone) },
    ...overruledBy !== undefined && reader === 'staff' && { overruledBy },
    ...paper && reader === 'staff' && { paper }
  }
}

function wireBound ({ counters, next }: Bound): WireBound {
  return { counters: [...counters], next }
}

export function wireCall (call: CallMade, timeZone: string): wire.Call {
  return { ...call, at: isoAt(call.at, timeZone) }
}

/** A holder's name never leaves the server; an officer's version is ours. */
export function wireOfficer ({ id, name, title }: Officer): wire.Officer {
  return { id, name, title }
}

/** As anybody may see it. */
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

/**
 * As staff see it: also whether it calls for help, which is nobody else's business.
 * @param undoAt for whoever works there: the time at which it is told what can still be taken back
 */
export function staffCounter (counter: Counter, day: Day, undoAt?: Instant): wire.Counter {
  const undo = undoAt === undefined ? undefined : wireUndoable(counter, day, undoAt)
  return { ...wireCounter(counter, day), ...undo && { undo }, ...counter.panic && { panic: wirePanic(counter.panic, day.office.timeZone) } }
}

function wirePanic ({ since, acceptedBy }: Panic, timeZone: string): wire.Panic {
  return { since: isoAt(since, timeZone), ...acceptedBy && { acceptedBy: wireAcceptedBy(acceptedBy) } }
}

export function wireAcceptedBy ({ officer, counter }: NonNullable<Panic['acceptedBy']>): NonNullable<wire.Panic['acceptedBy']> {
  return { name: officer.name, ...counter !== undefined && { counter } }
}

/** The latest deed at a counter, as long as it can be taken back. */
export function wireUndoable (counter: Counter, day: Day, now: Instant): wire.Undoable | undefined {
  const last = undoableAt(day, counter, now)
  return last && { deed: last.deed, number: last.ticket.number, until: isoAt(last.at + day.office.rules.undoSeconds * 1000, day.office.timeZone) }
}

export function wireOffice (office: Office): OfficeShown {
  return { name: office.name, timeZone: office.timeZone, trial: !office.confirmed, promiseMinutes: office.promiseMinutes }
}

export function wireFields (office: Office): FieldShown[] {
  return [...office.fields.values()].map(({ id, digit, name }) => ({ id, digit, name }))
}
