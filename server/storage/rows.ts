import type { Counter, Officer } from '../domain/counter.ts'
import type { Alongside } from '../ports/store.ts'
import type { SealedFact } from './chain.ts'
import { jsonOrNull, ticketRows, type TicketRows } from './ticket-changes.ts'
import { keptAnswer, type Deed } from './turning.ts'

/** A row as a database takes it: column → text, number or null. */
export type Row = Readonly<Record<string, string | number | null>>

/** Everything one or many deeds leave behind; a row that several of them touched stands here once, as the last left it. */
export interface Rows extends TicketRows {
  readonly standings: readonly Row[]
  readonly facts: readonly SealedFact[]
  readonly officers: readonly Row[]
  readonly counters: readonly Row[]
  readonly tokens: readonly Row[]
  readonly printJobs: readonly Row[]
  /** Tickets whose question goes, or that are noted as settled. */
  readonly unasked: readonly Row[]
  readonly questions: readonly Row[]
  readonly checkIns: readonly Row[]
  readonly forecasts: readonly Row[]
  readonly priorityCounts: readonly Row[]
  readonly confirmed: readonly Row[]
  readonly answers: readonly Row[]
}

export function rowsOf (deeds: readonly Deed[]): Rows {
  return {
    standings: latest(deeds, deed => deed.office, standingRow),
    facts: deeds.flatMap(deed => deed.steps.map(step => step.sealed)),
    officers: officerRows(deeds),
    ...ticketRows(deeds),
    counters: counterRows(deeds),
    tokens: alongside(deeds, 'token', (office, { ticket, token, language }) => ({ office_id: office, ticket_id: ticket, token, language })),
    printJobs: alongside(deeds, 'print-job', printJobRow),
    ...questionRows(deeds),
    checkIns: alongside(deeds, 'check-in', (office, { token, ticket }) => ({ office_id: office, token, ticket_id: ticket })),
    forecasts: alongside(deeds, 'forecast', forecastRow),
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

/** Counters whose lease changed, or what can be taken back there. The ticket at a counter is not kept twice: it is the one called or served there. */
function counterRows (deeds: readonly Deed[]): Row[] {
  const changed = new Map<string, Row>()
  for (const { office, before, after } of deeds) {
    for (const counter of after.day.counters.values()) {
      const earlier = before.day.counters.get(counter.number)
      if (earlier !== counter && !(earlier && isSame(earlier, counter))) changed.set(`${office} ${counter.number}`, counterRow(office, counter))
    }
  }
  return [...changed.values()]
}

function isSame (a: Counter, b: Counter): boolean {
  return a.state === b.state && a.officer === b.officer && a.holder === b.holder && a.reason === b.reason && a.since === b.since && a.contested === b.contested && a.undoable === b.undoable && a.takenFrom === b.takenFrom && a.panic === b.panic
}

function counterRow (office: string, { number, state, officer, holder, reason, since, contested, undoable, takenFrom, panic }: Counter): Row {
  return {
    office_id: office, number, state, officer_id: officer?.id ?? null, officer_version: officer?.version ?? null,
    holder: holder ?? null, reason: reason ?? null, since, contested, undoable: jsonOrNull(undoable),
    taken_from: jsonOrNull(takenFrom), panic: jsonOrNull(panic)
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

function forecastRow (office: string, { ticket, at, range, promisedBy }: Extract<Alongside, { kind: 'forecast' }>): Row {
  return { office_id: office, ticket_id: ticket, made_at: at, ...range, promised_by: promisedBy }
}

/**
 * A question asked and taken back in one group is never stored. Only a finish that ended its ticket has asked: one that
 * led to a next leg leaves nothing to take back.
 */
function questionRows (deeds: readonly Deed[]): Pick<Rows, 'questions' | 'unasked'> {
  const unasked = new Map<string, Row>()
  let questions: Row[] = []
  for (const { office, steps, alongside } of deeds) {
    const isReopened = (id: string) => steps.some(({ fact, ticket }) => fact.type === 'ticket:undone' && ticket?.after.id === id && !ticket.before)
    for (const what of alongside) {
      if (what.kind === 'question') questions.push(questionRow(office, what))
      if (what.kind !== 'unask' || !isReopened(what.ticket)) continue
      const others = questions.filter(row => row['office_id'] !== office || row['ticket_id'] !== what.ticket)
      if (others.length === questions.length) unasked.set(`${office} ${what.ticket}`, { office_id: office, ticket_id: what.ticket })
      questions = others
    }
  }
  return { questions, unasked: [...unasked.values()] }
}

function questionRow (office: string, { question }: Extract<Alongside, { kind: 'question' }>): Row {
  return {
    office_id: office, token: question.token, ticket_id: question.ticket, counter: question.counter,
    officer_id: question.officer.id, officer_version: question.officer.version, field_id: question.field, purpose: question.purpose,
    service_date: question.serviceDate, solemn: Number(question.solemn), asked_at: question.askedAt, until: question.until
  }
}

