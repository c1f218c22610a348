import type { Row, Rows } from '../rows.ts'
import type { Connection } from './dialect.ts'

/*
 * The rows of a whole group go in as JSON, one parameter: a handful of statements, compiled once, whatever the
 * size of the group. STRICT tables check the types that JSON brings along.
 */

const source = (columns: readonly string[]) => columns.map((column, place) => `value ->> ${place} AS ${column}`).join(', ')

function insert (table: string, columns: readonly string[], conflict = ''): Statement {
  return { sql: `INSERT INTO ${table} (${columns.join(', ')}) SELECT ${source(columns)} FROM json_each(?) WHERE true ${conflict}`, columns }
}

/** Keys first, then what changes; a column listed in `keep` is only overwritten by something. */
function update (table: string, keys: readonly string[], changes: readonly string[], keep: readonly string[] = []): Statement {
  const columns = [...keys, ...changes, ...keep]
  const set = [...changes.map(column => `${column} = it.${column}`), ...keep.map(column => `${column} = coalesce(it.${column}, ${table}.${column})`)]
  const match = keys.map(key => `${table}.${key} = it.${key}`).join(' AND ')
  return { sql: `UPDATE ${table} SET ${set.join(', ')} FROM (SELECT ${source(columns)} FROM json_each(?)) AS it WHERE ${match}`, columns }
}

interface Statement { readonly sql: string, readonly columns: readonly string[] }

const ticketKeys = ['office_id', 'id']
const ticketState = ['state', 'leg', 'counter']
const legKeys = ['office_id', 'ticket_id', 'leg']
const legState = ['field_id', 'field_version', 'counter', 'called_at', 'started_at', 'ended_at', 'recalls', 'call']
const legCredit = ['officer_id', 'officer_version', 'outcome']

const statements = {
  standings: update('standing', ['office_id'], ['rev', 'tip', 'last_at', 'service_date']),
  facts: insert('fact', ['office_id', 'rev', 'type', 'at', 'done_by', 'payload', 'salt', 'payload_hash', 'hash']),
  officers: insert('officer', ['office_id', 'id', 'version', 'name', 'title'], 'ON CONFLICT DO NOTHING'),
  ticketsMoved: update('ticket', ticketKeys, ticketState),
  ticketsIssued: insert('ticket', [...ticketKeys, ...ticketState, 'number', 'service_date', 'issued_at', 'issued_rev', 'issued_by', 'issued_field', 'sequence',
    'procedure_id', 'procedure_version', 'purpose', 'priority', 'dossiers']),
  legsMoved: update('leg', legKeys, legState, legCredit),
  legsBegun: insert('leg', [...legKeys, ...legState, ...legCredit, 'waiting_since']),
  counters: update('counter', ['office_id', 'number'], ['state', 'officer_id', 'officer_version', 'holder', 'reason', 'since', 'contested']),
  tokens: insert('ticket_token', ['office_id', 'ticket_id', 'token', 'language']),
  printJobs: insert('print_job', ['office_id', 'id', 'printer', 'ticket_id', 'number', 'service_date', 'slip', 'at', 'asked_by', 'state']),
  questions: insert('rating_question', ['office_id', 'token', 'ticket_id', 'counter', 'officer_id', 'officer_version', 'field_id', 'purpose',
    'service_date', 'solemn', 'asked_at', 'until']),
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
} as const satisfies Record<keyof Rows, Statement>

/** The compiled statements, for tests of their plans. */
export const hotStatements: readonly string[] = Object.values(statements).map(({ sql }) => sql)

/**
 * Writes rows inside the transaction that is open.
 *
 * @throws when a constraint refuses, or when a row that ought to be there is not
 */
export async function writeRows (sql: Connection, rows: Rows): Promise<void> {
  const write = async (kind: keyof Rows, what: readonly Row[] = rows[kind] as readonly Row[]) => {
    if (what.length === 0) return
    const { sql: text, columns } = statements[kind]
    const changes = await sql.run(text, [JSON.stringify(what.map(row => columns.map(column => row[column] ?? null)))])
    if (mustMatch.includes(kind) && changes !== what.length) throw new Error(`${kind}: ${what.length} rows to change, ${changes} found`)
  }
  await write('officers')
  await write('facts')
  await write('standings')
  // A counter is left before it is taken: at most one ticket may be there at any moment.
  await write('ticketsMoved', rows.ticketsMoved.filter(row => !isAtCounter(row)))
  await write('ticketsMoved', rows.ticketsMoved.filter(isAtCounter))
  await write('ticketsIssued')
  await write('legsMoved')
  await write('legsBegun')
  for (const kind of ['counters', 'tokens', 'printJobs', 'questions', 'priorityCounts', 'confirmed', 'answers'] as const) await write(kind)
}

const mustMatch: readonly (keyof Rows)[] = ['standings', 'ticketsMoved', 'legsMoved', 'counters']

function isAtCounter ({ state }: Row): boolean {
  return state === 'called' || state === 'serving'
}
