import type { Counter, Panic, Undoable } from '../../domain/counter.ts'
import { quotaKey, type Day } from '../../domain/day.ts'
import { elsewhereKey } from '../../domain/sequence.ts'
import type { ByLanguage, CounterDuty, Field, Hours, Letter, Office, Procedure, Purpose, Rules } from '../../domain/office.ts'
import { OpenTickets } from '../../domain/open-tickets.ts'
import { isAtCounter, type Ticket } from '../../domain/ticket.ts'
import type { AlwaysOpen, Standing } from '../turning.ts'
import { openTicketRows, ticketOf } from './ticket-rows.ts'
import type { Access } from './writer.ts'

type Catalogue = Pick<Office, 'fields' | 'procedures' | 'duties'>

/**
 * Where an office stands, from its rows: what it has settled and what is open today, nothing of its history.
 * Call it inside a transaction, or the parts may be of different moments.
 * Undefined where there is no such office.
 */
export async function loadStanding (access: Access, id: string, alwaysOpen: AlwaysOpen): Promise<Standing | undefined> {
  const { db } = access
  const row = await db.selectFrom('office').innerJoin('standing', 'standing.office_id', 'office.id').selectAll().where('office.id', '=', id).executeTakeFirst()
  if (!row) return undefined
  const duties = await loadDuties(access, id)
  const catalogue = { fields: await loadFields(access, id), procedures: await loadProcedures(access, id), duties }
  const tickets = OpenTickets.of((await openTicketRows(db, id)).map(ticketOf))
  const day: Day = {
    office: officeOf(row, catalogue, alwaysOpen),
    rev: row.rev, lastAt: row.last_at, serviceDate: row.service_date,
    sequences: await loadSequences(access, id, row.service_date),
    onPaper: await loadOnPaper(access, id, row.service_date),
    givenInSession: await loadGivenInSession(access, id, row.service_date),
    ...await loadGivenElsewhere(access, id, row.service_date),
    tickets,
    counters: await loadCounters(access, id, [...tickets.list])
  }
  return { day, tip: row.tip }
}

interface OfficeRow {
  readonly id: string, readonly name: string, readonly phone: string | null, readonly time_zone: string, readonly hours: string, readonly holidays: string
  readonly promise_minutes: number, readonly rules: string, readonly recall_limit: number, readonly rating_minutes: number, readonly confirmed: number
}

function officeOf (row: OfficeRow, catalogue: Catalogue, alwaysOpen: AlwaysOpen): Office {
  const confirmed = row.confirmed === 1
  return {
    id: row.id, name: parsed<ByLanguage>(row.name), ...row.phone !== null && { phone: row.phone }, timeZone: row.time_zone,
    hours: parsed<Hours>(row.hours), holidays: parsed<string[]>(row.holidays), promiseMinutes: row.promise_minutes,
    rules: parsed<Rules>(row.rules), recallLimit: row.recall_limit, ratingMinutes: row.rating_minutes,
    confirmed, alwaysOpen: alwaysOpen(confirmed), ...catalogue
  }
}

/** The newest version of each; older ones stay for the tickets that name them. */
async function loadFields ({ db }: Access, office: string): Promise<ReadonlyMap<string, Field>> {
  const rows = await db.selectFrom('field as f').innerJoin('field_version as v', join => join.onRef('v.office_id', '=', 'f.office_id').onRef('v.field_id', '=', 'f.id'))
    .select(['f.id', 'f.digit', 'v.version', 'v.name', 'v.kiosk_label', 'v.purpose', 'v.windows', 'v.quota', 'v.asks_dossiers', 'v.notice'])
    .where('f.office_id', '=', office).where('f.removed_at', 'is', null).orderBy('f.position').orderBy('v.version').execute()
  return new Map(rows.map(row => [row.id, {
    id: row.id, version: row.version, digit: row.digit, name: parsed<ByLanguage>(row.name), kioskLabel: parsed<ByLanguage>(row.kiosk_label),
    purpose: row.purpose as Purpose, ...row.windows !== null && { windows: parsed<NonNullable<Field['windows']>>(row.windows) },
    ...row.quota !== null && { quota: row.quota }, ...row.asks_dossiers === 1 && { asksDossiers: true },
    ...row.notice !== null && { notice: parsed<NonNullable<Field['notice']>>(row.notice) }
  }]))
}

async function loadProcedures ({ db }: Access, office: string): Promise<ReadonlyMap<string, Procedure>> {
  const rows = await db.selectFrom('procedure as p').innerJoin('procedure_version as v', join => join.onRef('v.office_id', '=', 'p.office_id').onRef('v.procedure_id', '=', 'p.id'))
    .selectAll('v').where('p.office_id', '=', office).where('p.removed_at', 'is', null).orderBy('p.position').orderBy('v.version').execute()
  return new Map(rows.map(row => [row.procedure_id, {
    id: row.procedure_id, version: row.version, field: row.field_id, name: parsed<ByLanguage>(row.name), kioskLabel: parsed<ByLanguage>(row.kiosk_label),
    purpose: row.purpose as Purpose, papers: parsed<string[]>(row.papers), ...row.fee !== null && { fee: row.fee },
    ...row.result_time !== null && { resultTime: row.result_time }, meanMinutes: row.mean_minutes, solemn: row.solemn === 1, ...row.letter !== null && { letter: row.letter as Letter }, needsReview: row.needs_review === 1
  }]))
}

async function loadDuties ({ db }: Access, office: string): Promise<ReadonlyMap<number, CounterDuty>> {
  const counters = await db.selectFrom('counter').select('number').where('office_id', '=', office).where('removed_at', 'is', null).orderBy('number').execute()
  const duties = await db.selectFrom('counter_duty').selectAll().where('office_id', '=', office).orderBy('position').execute()
  const fieldsOf = (number: number, kind: string) => duties.filter(duty => duty.counter === number && duty.kind === kind).map(duty => duty.field_id)
  return new Map(counters.map(({ number }) => [number, { number, main: fieldsOf(number, 'main'), helper: fieldsOf(number, 'helper') }]))
}

async function loadSequences ({ db }: Access, office: string, date: string): Promise<ReadonlyMap<string, number>> {
  const rows = await db.selectFrom('ticket').select(({ fn }) => ['issued_field', fn.max('sequence').as('last')])
    .where('office_id', '=', office).where('service_date', '=', date).where('paper', '=', 0).groupBy('issued_field').execute()
  return new Map(rows.map(row => [row.issued_field, row.last]))
}

async function loadOnPaper ({ db }: Access, office: string, date: string): Promise<ReadonlyMap<string, readonly number[]>> {
  const rows = await db.selectFrom('ticket').select(['issued_field', 'sequence'])
    .where('office_id', '=', office).where('service_date', '=', date).where('paper', '=', 1).orderBy('issued_rev').execute()
  const byField = new Map<string, number[]>()
  for (const { issued_field: field, sequence } of rows) byField.set(field, [...byField.get(field) ?? [], sequence])
  return byField
}

async function loadGivenInSession ({ db }: Access, office: string, date: string): Promise<ReadonlyMap<string, number>> {
  const rows = await db.selectFrom('ticket').select(({ fn }) => ['issued_field', 'session', fn.countAll<number>().as('given')])
    .where('office_id', '=', office).where('service_date', '=', date).groupBy(['issued_field', 'session']).execute()
  return new Map(rows.flatMap(({ issued_field: field, session, given }) => session === null ? [] : [[quotaKey(field, session), given]]))
}

/** Earlier days give out nothing any more; what concerns later ones waits for its morning. */
async function loadGivenElsewhere ({ db }: Access, office: string, from: string): Promise<Pick<Day, 'givenElsewhere'>> {
  const rows = await db.selectFrom('given_elsewhere').selectAll().where('office_id', '=', office).where('service_date', '>=', from).orderBy('first').execute()
  return rows.length === 0 ? {} : { givenElsewhere: new Map(rows.map(row => [elsewhereKey(row.service_date, row.digit), row.last])) }
}

async function loadCounters ({ db }: Access, office: string, open: readonly Ticket[]): Promise<ReadonlyMap<number, Counter>> {
  const rows = await db.selectFrom('counter as c')
    .leftJoin('officer as o', join => join.onRef('o.office_id', '=', 'c.office_id').onRef('o.id', '=', 'c.officer_id').onRef('o.version', '=', 'c.officer_version'))
    .select(['c.number', 'c.state', 'c.holder', 'c.reason', 'c.since', 'c.contested', 'c.undoable', 'c.taken_from', 'c.panic', 'o.id', 'o.version', 'o.name', 'o.title'])
    .where('c.office_id', '=', office).where('c.removed_at', 'is', null).orderBy('c.number').execute()
  const present = new Map(open.filter(isAtCounter).map(ticket => [ticket.counter, ticket.id]))
  return new Map(rows.map(({ number, state, holder, reason, since, contested, undoable, taken_from, panic, id, version, name, title }) => {
    const ticket = present.get(number)
    const counter: Counter = {
      number, state: state as Counter['state'], since, contested,
      ...id !== null && version !== null && name !== null && title !== null && { officer: { id, version, name, title } },
      ...holder !== null && { holder }, ...reason !== null && { reason }, ...ticket !== undefined && { ticket },
      ...undoable !== null && { undoable: parsed<Undoable[]>(undoable) },
      ...taken_from !== null && { takenFrom: parsed<NonNullable<Counter['takenFrom']>>(taken_from) }, ...panic !== null && { panic: parsed<Panic>(panic) }
    }
    return [number, counter]
  }))
}

/** JSON that only this program writes. */
export function parsed<Value> (json: string): Value {
  return JSON.parse(json) as Value
}

