import { defaultReserve } from '../../domain/sequence.ts'
import { chainHash, chainStart, payloadHash, type SealedFact } from '../chain.ts'
import { openConnection, type Connection } from './dialect.ts'

/** Something that ought to be otherwise. An empty list of them is a sound database. */
export interface Finding {
  readonly kind: 'database' | 'reference' | 'chain' | 'numbering' | 'tickets'
  readonly office?: string
  /** One line for whoever keeps the machine. */
  readonly text: string
  /** The same in Vietnamese. */
  readonly vi: string
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
    return broken.length > 0 ? broken : await checkOffices(sql)
  } catch (error) {
    return [unreadable(error)]
  } finally {
    await sql.close()
  }
}

/** The file alone, without what the offices have written into it: whether it is whole, and ours. */
export async function verifySqliteFile (file: string): Promise<readonly Finding[]> {
  const sql = await openConnection(file, { readOnly: true })
  try {
    return await checkDatabase(sql)
  } finally {
    await sql.close()
  }
}

/** What the file itself says; when it is torn, nothing read from it could be trusted further. */
async function checkDatabase (sql: Connection): Promise<Finding[]> {
  try {
    const damage = await sql.all<{ integrity_check: string }>('PRAGMA integrity_check')
    const orphans = await sql.all<{ table: string, parent: string }>('PRAGMA foreign_key_check')
    const ours = await sql.all('SELECT 1 FROM sqlite_schema WHERE name = \'standing\'')
    return [
      ...damage.filter(row => row.integrity_check !== 'ok').map(row => torn(row.integrity_check)),
      ...orphans.map(({ table, parent }): Finding => ({
        kind: 'reference', text: `A row of ${table} points to a row of ${parent} that is not there`, vi: `Một dòng của ${table} trỏ đến một dòng của ${parent} không tồn tại`
      })),
      ...ours.length === 0 ? [{ kind: 'database', text: 'This is not a database of Mời Số', vi: 'Đây không phải cơ sở dữ liệu của Mời Số' } as const] : []
    ]
  } catch (error) {
    return [unreadable(error)]
  }
}

function torn (what: string): Finding {
  return { kind: 'database', text: `The file is damaged: ${what}`, vi: `Tệp bị hỏng: ${what}` }
}

function unreadable (error: unknown): Finding {
  const what = error instanceof Error ? error.message : String(error)
  return { kind: 'database', text: `The file cannot be read: ${what}`, vi: `Không đọc được tệp: ${what}` }
}

async function checkOffices (sql: Connection): Promise<readonly Finding[]> {
  const offices = await sql.all<{ id: string }>('SELECT id FROM office ORDER BY id')
  const findings: Finding[] = []
  for (const { id } of offices) {
    const here = [...await checkChain(sql, id), ...await checkNumbering(sql, id), ...await checkPaper(sql, id), ...await checkTickets(sql, id), ...await checkLegs(sql, id), ...await checkForecasts(sql, id)]
    findings.push(...here.map(finding => ({ ...finding, office: id })))
  }
  return findings
}

async function checkChain (sql: Connection, office: string): Promise<Finding[]> {
  const findings: Finding[] = []
  let previous: Pick<SealedFact, 'rev' | 'hash'> = { rev: 0, hash: chainStart }
  for (;;) {
    const facts = await sql.all<SealedFact>('SELECT * FROM fact WHERE office_id = ? AND rev > ? ORDER BY rev LIMIT ?', [office, previous.rev, pageOfFacts])
    for (const fact of facts) {
      findings.push(...brokenLinks(previous, fact))
      previous = fact
    }
    if (facts.length < pageOfFacts) break
  }
  const [standing] = await sql.all<{ rev: number, tip: string }>('SELECT rev, tip FROM standing WHERE office_id = ?', [office])
  if (standing?.rev !== previous.rev || standing.tip !== previous.hash) {
    findings.push({
      kind: 'chain', text: `The log ends at fact ${previous.rev}, the office stands at ${standing?.rev}, or at another hash`,
      vi: `Nhật ký kết thúc ở sự kiện ${previous.rev}, cơ quan lại đứng ở ${standing?.rev} hoặc ở mã băm khác`
    })
  }
  return findings
}

function brokenLinks (previous: Pick<SealedFact, 'rev' | 'hash'>, fact: SealedFact): Finding[] {
  const broken: Finding[] = []
  const find = (text: string, vi: string) => broken.push({ kind: 'chain', text, vi })
  const { rev } = fact
  if (rev !== previous.rev + 1) find(`Fact ${rev} follows fact ${previous.rev}`, `Sự kiện ${rev} đứng ngay sau sự kiện ${previous.rev}`)
  if (fact.payload !== null && payloadHash(fact.salt ?? '', fact.payload) !== fact.payload_hash) {
    find(`The payload of fact ${rev} is not the one that was stored`, `Nội dung sự kiện ${rev} đã bị sửa`)
  }
  if (chainHash(previous.hash, fact) !== fact.hash) {
    find(`Fact ${rev} or the one before it is not the one that was stored`, `Sự kiện ${rev} hoặc sự kiện ngay trước đã bị sửa`)
  }
  return broken
}

/**
 * Gapless, but for numbers that were given out elsewhere, which explain exactly the gap they make, and for those printed
 * ahead of time, which no kiosk gives out and which are handed out in any order.
 */
async function checkNumbering (sql: Connection, office: string): Promise<Finding[]> {
  const { passed, reserve, isByKiosk } = await explanations(sql)
  const gaps = await sql.all<{ date: string, field: string, given: number, last: number }>(`
    WITH passed AS (${passed}), reserve AS (${reserve}), given AS (
      SELECT t.service_date AS date, t.issued_field AS field, f.digit, count(*) AS given, max(t.sequence) AS last,
        count(*) FILTER (WHERE t.sequence BETWEEN reserve.first AND reserve.last) AS reserved
      FROM reserve, ticket AS t JOIN field AS f ON f.office_id = t.office_id AND f.id = t.issued_field WHERE t.office_id = ?1 AND ${isByKiosk} GROUP BY 1, 2)
    SELECT date, field, given, given.last FROM given, reserve WHERE given.last <> given - reserved + max(0, min(reserve.last, given.last) - reserve.first + 1) + (
      SELECT coalesce(sum(p.last - p.first + 1 - max(0, min(p.last, reserve.last) - max(p.first, reserve.first) + 1)), 0)
      FROM passed AS p WHERE p.service_date = date AND p.digit = given.digit AND p.last < given.last)`, [office])
  const misnamed = await sql.all<{ number: string, date: string }>(`
    SELECT number, service_date AS date FROM ticket WHERE office_id = ? AND substr(number, 2) <> printf('%03d', sequence)`, [office])
  return [
    ...gaps.map(({ date, field, given, last }): Finding => ({
      kind: 'numbering', text: `${date}, field ${field}: ${given} tickets, but the last sequence is ${last}`, vi: `${date}, lĩnh vực ${field}: có ${given} phiếu nhưng số thứ tự cuối là ${last}`
    })),
    ...misnamed.map(({ number, date }): Finding => ({
      kind: 'numbering', text: `${date}: ticket ${number} does not carry its own sequence`, vi: `${date}: phiếu ${number} không mang đúng số thứ tự của nó`
    }))
  ]
}

/** Why numbers may be missing from a field's sequence. A file of an earlier program knows fewer reasons. */
async function explanations (sql: Connection): Promise<{ readonly passed: string, readonly reserve: string, readonly isByKiosk: string }> {
  const [elsewhere] = await sql.all('SELECT 1 FROM sqlite_schema WHERE name = \'given_elsewhere\'')
  const [paper] = await sql.all('SELECT 1 FROM pragma_table_info(\'ticket\') WHERE name = \'paper\'')
  return {
    passed: elsewhere ? 'SELECT service_date, digit, first, last FROM given_elsewhere WHERE office_id = ?1' : 'SELECT NULL AS service_date, 0 AS digit, 0 AS first, 0 AS last',
    reserve: paper
      ? `SELECT coalesce(rules ->> '$.paperNumbers.from', ${defaultReserve.from}) AS first, coalesce(rules ->> '$.paperNumbers.to', ${defaultReserve.to}) AS last FROM office WHERE id = ?1`
      : 'SELECT 1 AS first, 0 AS last',
    isByKiosk: paper ? 't.paper = 0' : 'true'
  }
}

/** Only what its fact says was handed out on paper stands outside a field's sequence. */
async function checkPaper (sql: Connection, office: string): Promise<Finding[]> {
  const [known] = await sql.all('SELECT 1 FROM pragma_table_info(\'ticket\') WHERE name = \'paper\'')
  if (!known) return []
  const strange = await sql.all<{ number: string, date: string }>(`
    SELECT t.number, t.service_date AS date FROM ticket AS t JOIN fact AS f ON f.office_id = t.office_id AND f.rev = t.issued_rev
    WHERE t.office_id = ? AND f.payload IS NOT NULL AND coalesce(f.payload ->> '$.ticket.paper', 0) <> t.paper`, [office])
  return strange.map(({ number, date }): Finding => ({
    kind: 'numbering', text: `${date}: the log does not say of ticket ${number} whether it was handed out on paper as the ticket does`,
    vi: `${date}: nhật ký và phiếu ${number} không khớp nhau về việc đây có phải số dự phòng phát bằng giấy`
  }))
}

/** Every ticket was issued by a fact, and every such fact has left a ticket with a current leg. */
async function checkTickets (sql: Connection, office: string): Promise<Finding[]> {
  const strange = await sql.all<{ number: string, date: string }>(`
    SELECT t.number, t.service_date AS date FROM ticket AS t
    LEFT JOIN fact AS f ON f.office_id = t.office_id AND f.rev = t.issued_rev AND f.type = 'ticket:issued'
      AND coalesce(f.payload ->> '$.ticket.id', t.id) = t.id AND coalesce(f.payload ->> '$.ticket.number', t.number) = t.number
    LEFT JOIN leg AS l ON l.office_id = t.office_id AND l.ticket_id = t.id AND l.leg = t.leg
    WHERE t.office_id = ? AND (f.rev IS NULL OR l.leg IS NULL)`, [office])
  const [counts] = await sql.all<{ facts: number, tickets: number }>(`
    SELECT (SELECT count(*) FROM fact WHERE office_id = it.id AND type = 'ticket:issued') AS facts,
      (SELECT count(*) FROM ticket WHERE office_id = it.id) AS tickets FROM office AS it WHERE it.id = ?`, [office])
  const findings = strange.map(({ number, date }): Finding => ({
    kind: 'tickets', text: `${date}: ticket ${number} has no fact that issued it, or no leg`, vi: `${date}: phiếu ${number} không có sự kiện cấp số, hoặc không có chặng`
  }))
  if (counts && counts.facts !== counts.tickets) {
    findings.push({ kind: 'tickets', text: `${counts.facts} tickets were issued, ${counts.tickets} are there`, vi: `Đã cấp ${counts.facts} phiếu, hiện có ${counts.tickets}` })
  }
  return findings
}

/** The fact that last moved a ticket is about that ticket; its legs are there from the first to the present one, and an ended ticket's has ended. */
async function checkLegs (sql: Connection, office: string): Promise<Finding[]> {
  // A copy from before there was more than one leg is brought up to this code only after it was found sound.
  const [known] = await sql.all('SELECT 1 FROM pragma_table_info(\'ticket\') WHERE name = \'moved_rev\'')
  if (!known) return []
  const strange = await sql.all<{ number: string, date: string }>(`
    SELECT t.number, t.service_date AS date FROM ticket AS t
    LEFT JOIN fact AS f ON f.office_id = t.office_id AND f.rev = t.moved_rev AND f.type LIKE 'ticket:%' AND coalesce(f.payload ->> '$.ticket.id', t.id) = t.id
    JOIN leg AS l ON l.office_id = t.office_id AND l.ticket_id = t.id
    WHERE t.office_id = ? GROUP BY t.id
    HAVING f.rev IS NULL OR count(*) <> t.leg OR max(l.leg) <> t.leg
      OR count(l.ended_at) < t.leg - 1 + (t.state IN ('done', 'cancelled', 'expired'))`, [office])
  return strange.map(({ number, date }): Finding => ({
    kind: 'tickets', text: `${date}: the legs of ticket ${number} are not those that its facts led to`, vi: `${date}: các chặng của phiếu ${number} không khớp với các sự kiện của phiếu`
  }))
}

/** What was foretold for a ticket was foretold as it was issued: later it would be easy. */
async function checkForecasts (sql: Connection, office: string): Promise<Finding[]> {
  const [known] = await sql.all('SELECT 1 FROM sqlite_schema WHERE name = \'forecast\'')
  if (!known) return []
  const late = await sql.all<{ number: string, date: string }>(`
    SELECT t.number, t.service_date AS date FROM forecast AS f JOIN ticket AS t ON t.office_id = f.office_id AND t.id = f.ticket_id
    WHERE f.office_id = ? AND f.made_at <> t.issued_at`, [office])
  return late.map(({ number, date }): Finding => ({
    kind: 'tickets', text: `${date}: the forecast of ticket ${number} was not made when it was issued`, vi: `${date}: dự kiến của phiếu ${number} không được lập lúc cấp số`
  }))
}
