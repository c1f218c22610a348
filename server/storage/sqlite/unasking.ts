import { addDays } from '../../domain/time.ts'
import { digest } from '../chain.ts'
import type { Row } from '../rows.ts'
import type { Connection } from './dialect.ts'

/** For how long a token that is over is told apart from one that never was. */
export const rememberTokensDays = 7

const asked = 'SELECT value ->> 0, value ->> 1 FROM json_each(?)'
const withdraw = `DELETE FROM rating_question WHERE (office_id, ticket_id) IN (${asked}) RETURNING office_id, ticket_id, token, service_date`
const spend = 'INSERT INTO spent_token (office_id, token_hash, ended, forget_on) VALUES (?, ?, \'expired\', ?)'
const settle = `INSERT INTO rating_settled (office_id, ticket_id, service_date)
  SELECT t.office_id, t.id, t.service_date FROM json_each(?) AS it JOIN ticket AS t ON t.office_id = it.value ->> 0 AND t.id = it.value ->> 1
  WHERE true ON CONFLICT DO NOTHING`

/**
 * Takes back the questions of finishes that were taken back. The writer runs one thing at a time, an answer too: either
 * it finds the question gone, or its ticket is settled here.
 */
export async function unask (sql: Connection, tickets: readonly Row[]): Promise<void> {
  if (tickets.length === 0) return
  const keys = tickets.map(({ office_id: office, ticket_id: ticket }) => [office, ticket])
  const open = await sql.all<{ office_id: string, ticket_id: string, token: string, service_date: string }>(withdraw, [JSON.stringify(keys)])
  for (const { office_id: office, token, service_date: date } of open) await sql.run(spend, [office, digest(token), addDays(date, rememberTokensDays)])
  const answered = keys.filter(([office, ticket]) => !open.some(row => row.office_id === office && row.ticket_id === ticket))
  if (answered.length > 0) await sql.run(settle, [JSON.stringify(answered)])
}
