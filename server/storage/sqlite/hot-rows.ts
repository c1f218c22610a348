import type { Row, Rows } from '../rows.ts'
import { Refused } from '../trouble.ts'
import type { Connection } from './dialect.ts'
import { unask } from './unasking.ts'

/*
 * The rows of a whole group go in as JSON, one parameter: a handful of statements, compiled once, whatever the
 * size of the group. STRICT tables check the types that JSON brings along.
 */

const source = (columns: readonly string[]) => columns.map((column, place) => `value ->> ${place} AS ${column}`).join(', ')

function insert (table: string, columns: readonly string[], conflict = '', where = 'true'): Statement {
  return { sql: `INSERT INTO ${table} (${columns.join(', ')}) SELECT ${source(columns)} FROM json_each(?) WHERE ${where} ${conflict}`, columns }
}

/** Keys first, then what changes; columns in `special` are set by the expression that stands there. */
function update (table: string, keys: readonly string[], changes: readonly string[], special: Readonly<Record<string, string>> = {}, beside: readonly string[] = []): Statement {
  const columns = [...keys, ...changes, ...Object.keys(special), ...beside]
  const set = [...changes.map(column => `${column} = it.${column}`), ...Object.entries(special).map(([column, value]) => `${column} = ${value}`)]
  const match = keys.map(key => `${table}.${key} = it.${key}`).join(' AND ')
  return { sql: `UPDATE ${table} SET ${set.join(', ')} FROM (SELECT ${source(columns)} FROM json_each(?)) AS it WHERE ${match}`, columns }
}

interface Statement { readonly sql: string, readonly columns: readonly string[] }

const ticketKeys = ['office_id', 'id']
const ticketState = ['state', 'leg', 'counter', 'place_at', 'place_rev', 'moved_rev', 'appointment', 'bound', 'hold', 'more', 'back']
const legKeys = ['office_id', 'ticket_id', 'leg']
const legState = ['field_id', 'field_version', 'procedure_id', 'procedure_version', 'counter', 'called_at', 'started_at', 'ended_at', 'recalls', 'call']
const legCredit = ['officer_id', 'officer_version', 'outcome', 'dossier_code']
/** Only overwritten by something, unless a deed was taken back: then nothing is something too. */
const credited = Object.fromEntries(legCredit.map(column => [column, `iif(it.recredited, it.${column}, coalesce(it.${column}, leg.${column}))`]))

const statements = {
  standings: update('standing', ['office_id'], ['rev', 'tip', 'last_at', 'service_date']),
  facts: insert('fact', ['office_id', 'rev', 'type', 'at', 'done_by', 'payload', 'salt', 'payload_hash', 'hash']),
  officers: insert('officer', ['office_id', 'id', 'version', 'name', 'title'], 'ON CONFLICT DO NOTHING'),
  ticketsMoved: update('ticket', ticketKeys, ticketState),
  ticketsIssued: insert('ticket', [...ticketKeys, ...ticketState, 'number', 'service_date', 'issued_at', 'issued_rev', 'issued_by', 'issued_field', 'sequence',
    'session', 'purpose', 'priority', 'dossiers', 'overruled_by', 'paper']),
  legsRemoved: {
    sql: 'DELETE FROM leg WHERE (office_id, ticket_id, leg) IN (SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?))', columns: legKeys
  },
  legsMoved: update('leg', legKeys, legState, { ...credited, returned_at: 'coalesce(it.returned_at, leg.returned_at)' }, ['recredited']),
  legsBegun: insert('leg', [...legKeys, ...legState, ...legCredit, 'waiting_since', 'returned_at']),
  counters: update('counter', ['office_id', 'number'], ['state', 'officer_id', 'officer_version', 'holder', 'reason', 'since', 'contested', 'undoable', 'taken_from', 'panic']),
  tokens: insert('ticket_token', ['office_id', 'ticket_id', 'token', 'language']),
  printJobs: insert('print_job', ['office_id', 'id', 'printer', 'ticket_id', 'number', 'service_date', 'slip', 'at', 'asked_by', 'state']),
  questions: insert('rating_question', ['office_id', 'token', 'ticket_id', 'counter', 'officer_id', 'officer_version', 'field_id', 'purpose',
    'service_date', 'solemn', 'asked_at', 'until'], '',
    'NOT EXISTS (SELECT 1 FROM rating_settled AS settled WHERE settled.office_id = value ->> 0 AND settled.ticket_id = value ->> 2)'),
  checkIns: {
    sql: `UPDATE booking SET state = 'checked-in', ticket_id = it.ticket_id FROM (SELECT ${source(['office_id', 'token', 'ticket_id'])} FROM json_each(?)) AS it
      WHERE booking.office_id = it.office_id AND booking.token = it.token AND booking.state = 'booked'`,
    columns: ['office_id', 'token', 'ticket_id']
  },
  forecasts: insert('forecast', ['office_id', 'ticket_id', 'made_at', 'earliest', 'likely', 'latest', 'promised_by']),
  answers: insert('kept_answer', ['office_id', 'principal', 'key', 'fingerprint', 'answer', 'at'],
    'ON CONFLICT DO UPDATE SET fingerprint = excluded.fingerprint, answer = excluded.answer, at = excluded.at'),
  confirmed: {
    sql: 'UPDATE office SET confirmed = 1 WHERE id IN (SELECT value ->> 0 FROM json_each(?))', columns: ['office_id']
  },
  priorityCounts: {
    sql: `INSERT INTO priority_count (office_id, service_date, class, tickets)
      SELECT value ->> 0, value ->> 1, value ->> 2, count(*) FROM json_each(?) WHERE true GROUP BY 1, 2, 3
      ON CONFLICT DO UPDATE SET tickets = tickets + excluded.tickets`,
    columns: ['office_id', 'service_date', 'class']
  }
} as const satisfies Record<Exclude<keyof Rows, 'unasked'>, Statement>

/** The compiled statements, for tests of their plans. */
export const hotStatements: readonly string[] = Object.values(statements).map(({ sql }) => sql)

/**
 * Writes rows inside the transaction that is open.
 *
 * @throws when a constraint refuses, or when a row that ought to be there is not: {@link Refused} for a booking that is not open any more
 */
export async function writeRows (sql: Connection, rows: Rows): Promise<void> {
  const write = async (kind: keyof typeof statements, what: readonly Row[] = rows[kind] as readonly Row[]) => {
    if (what.length === 0) return
    const { sql: text, columns } = statements[kind]
    const changes = await sql.run(text, [JSON.stringify(what.map(row => columns.map(column => row[column] ?? null)))])
    if (kind === 'checkIns' && changes !== what.length) throw new Refused({ code: 'NOT_FOUND' })
    if (mustMatch.includes(kind) && changes !== what.length) throw new Error(`${kind}: ${what.length} rows to change, ${changes} found`)
  }
  await write('officers')
  await write('facts')
  await write('standings')
  // A counter is left before it is taken: at most one ticket may be there at any moment.
  await write('ticketsMoved', rows.ticketsMoved.filter(row => !isAtCounter(row)))
  await write('ticketsMoved', rows.ticketsMoved.filter(isAtCounter))
  await write('ticketsIssued')
  await write('legsRemoved')
  await write('legsMoved')
  await write('legsBegun')
  await unask(sql, rows.unasked)
  for (const kind of ['counters', 'tokens', 'printJobs', 'questions', 'checkIns', 'forecasts', 'priorityCounts', 'confirmed', 'answers'] as const) await write(kind)
}

const mustMatch: readonly (keyof Rows)[] = ['standings', 'ticketsMoved', 'legsRemoved', 'legsMoved', 'counters']

function isAtCounter ({ state }: Row): boolean {
  return state === 'called' || state === 'serving'
}
