import { sql, type Kysely } from 'kysely'
import type { CallMade } from '../../domain/call.ts'
import type { Purpose } from '../../domain/office.ts'
import type { Bound, Hold, Service, Ticket, TicketState } from '../../domain/ticket.ts'
import type { Schema } from './schema.ts'

/** A ticket beside its current leg; named apart where both have a counter. */
type TicketRow = Schema['ticket'] & Pick<Schema['leg'],
  'field_id' | 'field_version' | 'procedure_id' | 'procedure_version' | 'waiting_since' | 'returned_at' | 'called_at' | 'started_at' | 'ended_at' | 'recalls' | 'call'>

/** Every ticket of every office, joined to its current leg: narrow it down. */
export function ticketsWithLeg (db: Kysely<Schema>) {
  return db.selectFrom('ticket')
    .innerJoin('leg', join => join.onRef('leg.office_id', '=', 'ticket.office_id').onRef('leg.ticket_id', '=', 'ticket.id').onRef('leg.leg', '=', 'ticket.leg'))
    .selectAll('ticket')
    .select(['leg.field_id', 'leg.field_version', 'leg.procedure_id', 'leg.procedure_version', 'leg.waiting_since', 'leg.returned_at', 'leg.called_at', 'leg.started_at', 'leg.ended_at', 'leg.recalls', 'leg.call'])
}

/** In order of issue. Its condition is that of the partial index, in the same words, or SQLite walks through history. */
export async function openTicketRows (db: Kysely<Schema>, office: string): Promise<TicketRow[]> {
  return ticketsWithLeg(db).where('ticket.office_id', '=', office)
    .where('ticket.state', 'in', openStates.map(state => sql.lit(state)))
    .orderBy('ticket.issued_rev').execute()
}

export const openStates: readonly TicketState[] = ['waiting', 'called', 'serving', 'held', 'missed']

export function ticketOf (row: TicketRow): Ticket {
  return {
    id: row.id, number: row.number, field: row.field_id, fieldVersion: row.field_version,
    ...row.procedure_id !== null && row.procedure_version !== null && { procedure: row.procedure_id, procedureVersion: row.procedure_version },
    purpose: row.purpose as Purpose, priority: row.priority === 1, dossiers: row.dossiers,
    serviceDate: row.service_date, issuedAt: row.issued_at, ...waitingSinceOf(row), issuedBy: row.issued_by, ...row.overruled_by !== null && { overruledBy: row.overruled_by }, ...row.paper === 1 && { paper: true as const }, place: { at: row.place_at, rev: row.place_rev }, movedRev: row.moved_rev,
    ...rightsOf(row), state: row.state as TicketState, leg: row.leg, recalls: row.recalls,
    ...row.counter !== null && { counter: row.counter }, ...row.called_at !== null && { calledAt: row.called_at },
    ...row.started_at !== null && { startedAt: row.started_at }, ...row.ended_at !== null && { endedAt: row.ended_at },
    ...row.call !== null && { call: JSON.parse(row.call) as CallMade }
  }
}

function waitingSinceOf (row: TicketRow): Pick<Ticket, 'waitingSince'> {
  return row.leg > 1 || row.returned_at !== null ? { waitingSince: row.returned_at ?? row.waiting_since } : {}
}

function rightsOf ({ session, appointment, bound, hold, more, back }: TicketRow): Pick<Ticket, 'session' | 'appointment' | 'bound' | 'hold' | 'more' | 'back'> {
  return {
    ...session !== null && { session }, ...appointment !== null && { appointment }, ...bound !== null && { bound: JSON.parse(bound) as Bound },
    ...hold !== null && { hold: JSON.parse(hold) as Hold }, ...more !== null && { more: JSON.parse(more) as Service[] }, ...back !== null && { back }
  }
}
