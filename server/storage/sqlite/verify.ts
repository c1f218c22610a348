import { chainHash, chainStart, payloadHash, type SealedFact } from '../chain.ts'
import { openConnection, type Connection } from './dialect.ts'

/** Something that ought to be otherwise. An empty list of them is a sound database. */
export interface Finding {
  readonly kind: 'database' | 'reference' | 'chain' | 'numbering' | 'tickets'
  readonly office?: string
  /** One line for whoever keeps the machine. */
  readonly text: string
}

/** Facts read at a time: a log of years must not stand in memory. */
const pageOfFacts = 5000

/**
 * Walks through a database file, also while the server writes to it: the file itself, references, the chain of facts,
 * the numbering of each field and day, and that tickets and facts tell the same story.
 *
 * @throws when the file cannot be opened at all
 */
export async function verifySqlite (file: string): Promise<readonly Finding[]> {
  const sql = await openConnection(file, { readOnly: true })
  try {
    await sql.exec('PRAGMA busy_timeout = 5000; BEGIN')
    const broken = await checkDatabase(sql)
    if (broken.length > 0) return broken
    const offices = await sql.all<{ id: string }>('SELECT id FROM office ORDER BY id')
    const findings: Finding[] = []
    for (const { id } of offices) findings.push(...await checkChain(sql, id), ...await checkNumbering(sql, id), ...await checkTickets(sql, id))
    return findings
  } finally {
    await sql.close()
  }
}

/** What the file itself says; when it is torn, nothing read from it could be trusted further. */
async function checkDatabase (sql: Connection): Promise<Finding[]> {
  try {
    const damage = await sql.all<{ integrity_check: string }>('PRAGMA integrity_check')
    const orphans = await sql.all<{ table: string, parent: string }>('PRAGMA foreign_key_check')
    return [
      ...damage.filter(row => row.integrity_check !== 'ok').map(row => ({ kind: 'database' as const, text: row.integrity_check })),
      ...orphans.map(({ table, parent }) => ({ kind: 'reference' as const, text: `A row of ${table} points to a row of ${parent} that is not there` }))
    ]
  } catch (error) {
    return [{ kind: 'database', text: error instanceof Error ? error.message : String(error) }]
  }
}

async function checkChain (sql: Connection, office: string): Promise<Finding[]> {
  const findings: Finding[] = []
  let previous: Pick<SealedFact, 'rev' | 'hash'> = { rev: 0, hash: chainStart }
  for (;;) {
    const facts = await sql.all<SealedFact>('SELECT * FROM fact WHERE office_id = ? AND rev > ? ORDER BY rev LIMIT ?', [office, previous.rev, pageOfFacts])
    for (const fact of facts) {
      findings.push(...brokenLinks(previous, fact).map(text => ({ kind: 'chain' as const, office, text })))
      previous = fact
    }
    if (facts.length < pageOfFacts) break
  }
  const [standing] = await sql.all<{ rev: number, tip: string }>('SELECT rev, tip FROM standing WHERE office_id = ?', [office])
  if (standing?.rev !== previous.rev || standing.tip !== previous.hash) {
    findings.push({ kind: 'chain', office, text: `The log ends at fact ${previous.rev}, the office stands at ${standing?.rev}, or at another hash` })
  }
  return findings
}

function brokenLinks (previous: Pick<SealedFact, 'rev' | 'hash'>, fact: SealedFact): string[] {
  const broken: string[] = []
  if (fact.rev !== previous.rev + 1) broken.push(`Fact ${fact.rev} follows fact ${previous.rev}`)
  if (fact.payload !== null && payloadHash(fact.salt ?? '', fact.payload) !== fact.payload_hash) broken.push(`The payload of fact ${fact.rev} is not the one that was stored`)
  if (chainHash(previous.hash, fact) !== fact.hash) broken.push(`Fact ${fact.rev} or the one before it is not the one that was stored`)
  return broken
}

async function checkNumbering (sql: Connection, office: string): Promise<Finding[]> {
  const gaps = await sql.all<{ service_date: string, issued_field: string, given: number, last: number }>(`
    SELECT service_date, issued_field, count(*) AS given, max(sequence) AS last FROM ticket WHERE office_id = ?
    GROUP BY service_date, issued_field HAVING count(*) <> max(sequence)`, [office])
  const misnamed = await sql.all<{ number: string, service_date: string }>(`
    SELECT number, service_date FROM ticket WHERE office_id = ? AND substr(number, 2) <> printf('%03d', sequence)`, [office])
  return [
    ...gaps.map(({ service_date: date, issued_field: field, given, last }) => ({
      kind: 'numbering' as const, office, text: `${date}, field ${field}: ${given} tickets, but the last sequence is ${last}`
    })),
    ...misnamed.map(({ number, service_date: date }) => ({ kind: 'numbering' as const, office, text: `${date}: ticket ${number} does not carry its own sequence` }))
  ]
}

/** Every ticket was issued by a fact, and every such fact has left a ticket with a current leg. */
async function checkTickets (sql: Connection, office: string): Promise<Finding[]> {
  const strange = await sql.all<{ number: string, service_date: string }>(`
    SELECT t.number, t.service_date FROM ticket AS t
    LEFT JOIN fact AS f ON f.office_id = t.office_id AND f.rev = t.issued_rev AND f.type = 'ticket:issued'
      AND coalesce(f.payload ->> '$.ticket.id', t.id) = t.id AND coalesce(f.payload ->> '$.ticket.number', t.number) = t.number
    LEFT JOIN leg AS l ON l.office_id = t.office_id AND l.ticket_id = t.id AND l.leg = t.leg
    WHERE t.office_id = ? AND (f.rev IS NULL OR l.leg IS NULL)`, [office])
  const [counts] = await sql.all<{ facts: number, tickets: number }>(`
    SELECT (SELECT count(*) FROM fact WHERE office_id = it.id AND type = 'ticket:issued') AS facts,
      (SELECT count(*) FROM ticket WHERE office_id = it.id) AS tickets FROM office AS it WHERE it.id = ?`, [office])
  const findings = strange.map(({ number, service_date: date }): Finding => ({
    kind: 'tickets', office, text: `${date}: ticket ${number} has no fact that issued it, or no leg`
  }))
  if (counts && counts.facts !== counts.tickets) findings.push({ kind: 'tickets', office, text: `${counts.facts} tickets were issued, ${counts.tickets} are there` })
  return findings
}
