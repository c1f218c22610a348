import type { Counter, Officer } from '../domain/counter.ts'
import type { Fact } from '../domain/fact.ts'
import { sequenceOf } from '../domain/numbering.ts'
import type { Ticket } from '../domain/ticket.ts'
import type { Alongside } from '../ports/store.ts'
import type { SealedFact } from './chain.ts'
import { keptAnswer, type Deed } from './turning.ts'

/** A row as a database takes it: column → text, number or null. */
export type Row = Readonly<Record<string, string | number | null>>

/** Everything one or many deeds leave behind; a row that several of them touched stands here once, as the last left it. */
export interface Rows {
  readonly standings: readonly Row[]
  readonly facts: readonly SealedFact[]
  readonly officers: readonly Row[]
  readonly ticketsIssued: readonly Row[]
  readonly ticketsMoved: readonly Row[]
  readonly legsBegun: readonly Row[]
  readonly legsMoved: readonly Row[]
  readonly counters: readonly Row[]
  readonly tokens: readonly Row[]
  readonly printJobs: readonly Row[]
  readonly questions: readonly Row[]
  readonly priorityCounts: readonly Row[]
  readonly confirmed: readonly Row[]
  readonly answers: readonly Row[]
}

export function rowsOf (deeds: readonly Deed[]): Rows {
  const tickets = ticketRows(deeds)
  return {
    standings: latest(deeds, deed => deed.office, standingRow),
    facts: deeds.flatMap(deed => deed.steps.map(step => step.sealed)),
    officers: officerRows(deeds),
    ...tickets,
    counters: counterRows(deeds),
    tokens: alongside(deeds, 'token', (office, { ticket, token, language }) => ({ office_id: office, ticket_id: ticket, token, language })),
    printJobs: alongside(deeds, 'print-job', printJobRow),
    questions: alongside(deeds, 'question', questionRow),
    priorityCounts: alongside(deeds, 'priority-class', (office, { date, class: id }) => ({ office_id: office, service_date: date, class: id })),
    confirmed: alongside(deeds, 'confirmed', office => ({ office_id: office })),
    answers: latest(deeds.filter(deed => deed.once), ({ office, once }) => JSON.stringify([office, once?.principal, once?.key]), answerRow)
  }
}

function latest (deeds: readonly Deed[], keyOf: (deed: Deed) => string, row: (deed: Deed) => Row): Row[] {
  return [...new Map(deeds.map(deed => [keyOf(deed), row(deed)])).values()]
}

function standingRow ({ office, after: { day, tip } }: Deed): Row {
  return { office_id: office, rev: day.rev, tip, last_at: day.lastAt, service_date: day.serviceDate }
}

function answerRow (deed: Deed): Row {
  const { fingerprint = '', answer = '', at = 0 } = keptAnswer(deed) ?? {}
  return { office_id: deed.office, principal: deed.once?.principal ?? '', key: deed.once?.key ?? '', fingerprint, answer, at }
}

type TicketRows = Pick<Rows, 'ticketsIssued' | 'ticketsMoved' | 'legsBegun' | 'legsMoved'>

function ticketRows (deeds: readonly Deed[]): TicketRows {
  const issued = new Map<string, Row>()
  const moved = new Map<string, Row>()
  const begun = new Map<string, Row>()
  const continued = new Map<string, Row>()
  for (const { office, steps } of deeds) {
    for (const { fact, ticket } of steps) {
      if (!ticket) continue
      const { before, after } = ticket
      const standsIn = (before ? issued.has(after.id) : true) ? issued : moved
      standsIn.set(after.id, { ...standsIn.get(after.id), ...ticketState(office, after), ...!before && ticketBirth(after, fact.rev) })
      const leg = `${after.id} ${after.leg}`
      const isNew = before?.leg !== after.leg
      const legs = isNew || begun.has(leg) ? begun : continued
      legs.set(leg, { ...creditBefore(legs.get(leg)), ...isNew && { waiting_since: fact.at }, ...legRow(office, after), ...credit(fact) })
    }
  }
  return { ticketsIssued: [...issued.values()], ticketsMoved: [...moved.values()], legsBegun: [...begun.values()], legsMoved: [...continued.values()] }
}

function ticketState (office: string, { id, state, leg, counter }: Ticket): Row {
  return { office_id: office, id, state, leg, counter: counter ?? null }
}

function ticketBirth (ticket: Ticket, rev: number): Row {
  return {
    number: ticket.number, service_date: ticket.serviceDate, issued_at: ticket.issuedAt, issued_rev: rev, issued_by: ticket.issuedBy,
    issued_field: ticket.field, sequence: sequenceOf(ticket.number),
    procedure_id: ticket.procedure ?? null, procedure_version: ticket.procedureVersion ?? null,
    purpose: ticket.purpose, priority: Number(ticket.priority), dossiers: ticket.dossiers
  }
}

function legRow (office: string, ticket: Ticket): Row {
  return {
    office_id: office, ticket_id: ticket.id, leg: ticket.leg, field_id: ticket.field, field_version: ticket.fieldVersion,
    counter: ticket.counter ?? null, called_at: ticket.calledAt ?? null, started_at: ticket.startedAt ?? null,
    ended_at: ticket.endedAt ?? null, recalls: ticket.recalls, call: ticket.call ? JSON.stringify(ticket.call) : null
  }
}

/** The caller is credited until someone finishes; null leaves what the row says. */
function credit (fact: Fact): Row {
  const officer = 'officer' in fact ? fact.officer : undefined
  return {
    ...officer && { officer_id: officer.id, officer_version: officer.version },
    ...'outcome' in fact && fact.outcome !== undefined && { outcome: fact.outcome }
  }
}

function creditBefore (row: Row | undefined): Row {
  return { officer_id: null, officer_version: null, outcome: null, ...row }
}

function officerRows (deeds: readonly Deed[]): Row[] {
  const seen = new Map<string, Row>()
  const note = (office: string, officer: Officer | undefined) => {
    if (officer) seen.set(`${office} ${officer.id} ${officer.version}`, { office_id: office, ...officer })
  }
  for (const { office, steps, alongside } of deeds) {
    for (const { fact } of steps) if ('officer' in fact) note(office, fact.officer)
    for (const row of alongside) if (row.kind === 'question') note(office, row.question.officer)
  }
  return [...seen.values()]
}

/** Counters whose lease changed. The ticket at a counter is not kept twice: it is the one called or served there. */
function counterRows (deeds: readonly Deed[]): Row[] {
  const changed = new Map<string, Row>()
  for (const { office, before, after } of deeds) {
    for (const counter of after.day.counters.values()) {
      const earlier = before.day.counters.get(counter.number)
      if (earlier !== counter && !(earlier && sameLease(earlier, counter))) changed.set(`${office} ${counter.number}`, counterRow(office, counter))
    }
  }
  return [...changed.values()]
}

function sameLease (a: Counter, b: Counter): boolean {
  return a.state === b.state && a.officer === b.officer && a.holder === b.holder && a.reason === b.reason && a.since === b.since && a.contested === b.contested
}

function counterRow (office: string, { number, state, officer, holder, reason, since, contested }: Counter): Row {
  return {
    office_id: office, number, state, officer_id: officer?.id ?? null, officer_version: officer?.version ?? null,
    holder: holder ?? null, reason: reason ?? null, since, contested
  }
}

function alongside<Kind extends Alongside['kind']> (deeds: readonly Deed[], kind: Kind, row: (office: string, what: Extract<Alongside, { kind: Kind }>) => Row): Row[] {
  return deeds.flatMap(deed => deed.alongside
    .filter((what): what is Extract<Alongside, { kind: Kind }> => what.kind === kind)
    .map(what => row(deed.office, what)))
}

function printJobRow (office: string, { job }: Extract<Alongside, { kind: 'print-job' }>): Row {
  return {
    office_id: office, id: job.id, printer: job.printer, ticket_id: job.ticket ?? null, number: job.number, service_date: job.serviceDate,
    slip: JSON.stringify(job.slip), at: job.at, asked_by: job.by, state: 'queued'
  }
}

function questionRow (office: string, { question }: Extract<Alongside, { kind: 'question' }>): Row {
  return {
    office_id: office, token: question.token, ticket_id: question.ticket, counter: question.counter,
    officer_id: question.officer.id, officer_version: question.officer.version, field_id: question.field, purpose: question.purpose,
    service_date: question.serviceDate, solemn: Number(question.solemn), asked_at: question.askedAt, until: question.until
  }
}

