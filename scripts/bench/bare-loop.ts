import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { openConnection } from '../../server/storage/sqlite/dialect.ts'
import { writeRows } from '../../server/storage/sqlite/hot-rows.ts'
import { rowsOf } from '../../server/storage/rows.ts'

/**
 * The floor under a ticket: its rows through the same driver, in groups of the same size, durable,
 * and nothing else: no rules, no chain, no HTTP.
 * @param file a database that an office was seeded into
 * @returns tickets per second
 */
export async function bareLoop (folder: string, tickets: number, group: number): Promise<number> {
  const connection = await openConnection(join(folder, 'moiso.db'))
  await connection.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON')
  const [last] = await connection.all<{ rev: number }>('SELECT max(rev) AS rev FROM fact')
  const begun = performance.now()
  for (let done = 0; done < tickets; done += group) {
    await connection.exec('BEGIN IMMEDIATE')
    await writeRows(connection, groupRows(done, group, last?.rev ?? 0))
    await connection.exec('COMMIT')
  }
  const perSecond = tickets / ((performance.now() - begun) / 1000)
  await connection.close()
  return perSecond
}

const hex = '0'.repeat(64)
const payload = JSON.stringify({ ticket: { id: 'tk_0123456789abcdef', number: '1001', field: 'CT', priority: false, fieldVersion: 1, purpose: 'submit', dossiers: 1 }, serviceDate: '2026-11-23' })

function groupRows (from: number, group: number, rev: number): Parameters<typeof writeRows>[1] {
  const of = <Row>(make: (sequence: number) => Row): Row[] => Array.from({ length: group }, (_, place) => make(from + place + 1))
  const id = (sequence: number) => `tk_bare_${sequence}`
  const now = Date.now()
  return {
    ...rowsOf([]),
    facts: of(sequence => ({ office_id: 'main', rev: rev + sequence, type: 'ticket:issued', at: now, done_by: 'key:bench', payload, salt: randomBytes(8).toString('hex'), payload_hash: hex, hash: hex })),
    ticketsIssued: of(sequence => ({
      office_id: 'main', id: id(sequence), state: 'waiting', leg: 1, number: `9${String(sequence).padStart(3, '0')}`, service_date: '2030-01-01', issued_at: now, issued_rev: rev + sequence,
      issued_by: 'key:bench', issued_field: 'HD', sequence, purpose: 'submit', priority: 0, dossiers: 1, place_at: now, place_rev: rev + sequence, moved_rev: rev + sequence
    })),
    legsBegun: of(sequence => ({ office_id: 'main', ticket_id: id(sequence), leg: 1, field_id: 'HD', field_version: 1, recalls: 0, waiting_since: now })),
    tokens: of(sequence => ({ office_id: 'main', ticket_id: id(sequence), token: randomBytes(18).toString('base64url'), language: 'vi' }))
  }
}
