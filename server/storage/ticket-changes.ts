import type { Officer } from '../domain/counter.ts'
import type { Fact, FactOf } from '../domain/fact.ts'
import { sequenceOf } from '../domain/numbering.ts'
import { isAtCounter, type Ticket } from '../domain/ticket.ts'
import type { Row } from './rows.ts'
import type { Deed, Step } from './turning.ts'

/** What a group of deeds leaves of tickets and their legs. */
export interface TicketRows {
  readonly ticketsIssued: readonly Row[]
  readonly ticketsMoved: readonly Row[]
  /** Begun by a transfer that was taken back. */
  readonly legsRemoved: readonly Row[]
  readonly legsBegun: readonly Row[]
  readonly legsMoved: readonly Row[]
}

/** Rows by their key, as the group has changed them so far. */
interface Changes {
  readonly issued: Map<string, Row>
  readonly moved: Map<string, Row>
  readonly removed: Map<string, Row>
  readonly begun: Map<string, Row>
  readonly continued: Map<string, Row>
}

export function ticketRows (deeds: readonly Deed[]): TicketRows {
  const changes: Changes = { issued: new Map(), moved: new Map(), removed: new Map(), begun: new Map(), continued: new Map() }
  for (const deed of deeds) {
    for (const step of deed.steps) if (step.ticket) note(deed, step, step.ticket, changes)
  }
  return {
    ticketsIssued: [...changes.issued.values()], ticketsMoved: [...changes.moved.values()],
    legsRemoved: [...changes.removed.values()], legsBegun: [...changes.begun.values()], legsMoved: [...changes.continued.values()]
  }
}

function note (deed: Deed, { fact }: Step, { before, after }: NonNullable<Step['ticket']>, changes: Changes): void {
  const { office } = deed
  const isNew = fact.type === 'ticket:issued'
  const tickets = isNew || changes.issued.has(after.id) ? changes.issued : changes.moved
  tickets.set(after.id, { ...tickets.get(after.id), ...ticketState(office, after), ...isNew && ticketBirth(after, fact.rev) })
  if (isNew) return begin(office, after, after.issuedAt, changes)
  if (fact.type === 'ticket:transferred') {
    if (before) continueLeg(office, endedLeg(before, fact), changes, credit(fact))
    return begin(office, after, fact.at, changes)
  }
  if (fact.type === 'ticket:undone') {
    if (before && before.leg > after.leg) removeLeg(office, before, changes)
    return continueLeg(office, after, changes, creditUndone(after, deed.after.day.counters.get(fact.counter)?.officer))
  }
  continueLeg(office, after, changes, fact.type === 'ticket:returned' ? { returned_at: fact.at } : credit(fact))
}

function begin (office: string, ticket: Ticket, at: number, { begun }: Changes): void {
  begun.set(legKey(ticket), { ...legRow(office, ticket), waiting_since: at })
}

function continueLeg (office: string, ticket: Ticket, { begun, continued }: Changes, change: Row): void {
  const key = legKey(ticket)
  const legs = begun.has(key) ? begun : continued
  legs.set(key, { ...legs.get(key), ...legRow(office, ticket), ...change })
}

function removeLeg (office: string, ticket: Ticket, { removed, begun, continued }: Changes): void {
  const key = legKey(ticket)
  // Begun in this very group, it is not in the database yet.
  if (!begun.delete(key)) removed.set(key, { office_id: office, ticket_id: ticket.id, leg: ticket.leg })
  continued.delete(key)
}

function legKey ({ id, leg }: Ticket): string {
  return `${id} ${leg}`
}

/** The leg that a transfer ends, as a finish would have left it. */
function endedLeg (before: Ticket, { at, deed }: FactOf<'ticket:transferred'>): Ticket {
  const startedAt = deed === 'finish' ? before.startedAt ?? before.calledAt : before.startedAt
  return { ...before, endedAt: at, ...startedAt !== undefined && { startedAt } }
}

function ticketState (office: string, { id, state, leg, counter, place, movedRev, appointment, bound, hold, more, back }: Ticket): Row {
  return {
    office_id: office, id, state, leg, counter: counter ?? null, place_at: place.at, place_rev: place.rev, moved_rev: movedRev,
    appointment: appointment ?? null, bound: jsonOrNull(bound), hold: jsonOrNull(hold), more: jsonOrNull(more), back: back ?? null
  }
}

function ticketBirth (ticket: Ticket, rev: number): Row {
  return {
    number: ticket.number, service_date: ticket.serviceDate, issued_at: ticket.issuedAt, issued_rev: rev, issued_by: ticket.issuedBy,
    issued_field: ticket.field, sequence: sequenceOf(ticket.number), session: ticket.session ?? null,
    purpose: ticket.purpose, priority: Number(ticket.priority), dossiers: ticket.dossiers, overruled_by: ticket.overruledBy ?? null, paper: Number(ticket.paper ?? false)
  }
}

function legRow (office: string, ticket: Ticket): Row {
  return {
    office_id: office, ticket_id: ticket.id, leg: ticket.leg, field_id: ticket.field, field_version: ticket.fieldVersion,
    procedure_id: ticket.procedure ?? null, procedure_version: ticket.procedureVersion ?? null,
    counter: ticket.counter ?? null, called_at: ticket.calledAt ?? null, started_at: ticket.startedAt ?? null,
    ended_at: ticket.endedAt ?? null, recalls: ticket.recalls, call: jsonOrNull(ticket.call)
  }
}

/** The caller is credited until someone finishes; what is not here leaves what the row says. */
function credit (fact: Fact): Row {
  const officer = 'officer' in fact ? fact.officer : undefined
  return {
    ...officer && { officer_id: officer.id, officer_version: officer.version },
    ...'outcome' in fact && fact.outcome !== undefined && { outcome: fact.outcome },
    ...'dossierCode' in fact && fact.dossierCode !== undefined && { dossier_code: fact.dossierCode }
  }
}

/** After a call was taken back nobody is credited; after another deed, whoever has the counter. What was concluded is void. */
function creditUndone (after: Ticket, officer: Officer | undefined): Row {
  const credited = isAtCounter(after) ? officer : undefined
  return { officer_id: credited?.id ?? null, officer_version: credited?.version ?? null, outcome: null, dossier_code: null, recredited: 1 }
}

export function jsonOrNull (value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value)
}
