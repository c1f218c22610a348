import { join } from 'node:path'
import { openConnection } from '../../server/storage/sqlite/dialect.ts'
import { keyFor, startServer, type Program } from '../../tests/support/server.ts'
import { percentile, withFolder, type Figures } from './measure.ts'

const histories = [100, 10_000, 1_000_000]
const turns = 200

/** A ticket and a call with ever more history behind them: neither should notice. */
export async function history (): Promise<Figures> {
  const figures: Record<string, number> = {}
  for (const tickets of histories) {
    await withFolder(async folder => {
      await (await startServer(folder)).kill('SIGTERM')
      await makeHistory(folder, tickets)
      const server = await startServer(folder)
      try {
        const { taken, called } = await work(await keyFor(server.url, 'officer'))
        figures[`ticketAfter${tickets}P50Ms`] = percentile(taken, 50)
        figures[`nextAfter${tickets}P50Ms`] = percentile(called, 50)
      } finally {
        await server.kill()
      }
    })
  }
  figures['ticketGrowth'] = figures['ticketAfter1000000P50Ms']! / figures['ticketAfter100P50Ms']!
  figures['nextGrowth'] = figures['nextAfter1000000P50Ms']! / figures['nextAfter100P50Ms']!
  return figures
}

async function work (key: Program): Promise<{ taken: number[], called: number[] }> {
  await key.post('/counters/1/open')
  const timed = async (act: () => Promise<{ status: number }>) => {
    const begun = performance.now()
    const { status } = await act()
    if (status >= 300) throw new Error(`refused with ${status}`)
    return performance.now() - begun
  }
  const taken: number[] = []
  const called: number[] = []
  for (let turn = -20; turn < turns; turn++) {
    const ticket = await timed(() => key.post('/tickets', { field: 'CT', slip: false }))
    const call = await timed(() => key.post('/counters/1/next'))
    await key.post('/counters/1/finish')
    if (turn < 0) continue
    taken.push(ticket)
    called.push(call)
  }
  return { taken, called }
}

/** Finished tickets of earlier days, three facts each, written by the database itself: made, not lived, so the chain does not verify. */
async function makeHistory (folder: string, tickets: number): Promise<void> {
  const connection = await openConnection(join(folder, 'moiso.db'))
  const perDay = 200
  const count = `WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ${tickets})`
  const day = `date('2000-01-01', '+' || (i / ${perDay}) || ' days')`
  const id = `'tk_' || substr(hex(randomblob(12)), 1, 8) || '_' || i`
  await connection.exec('PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF; BEGIN')
  await connection.exec(`CREATE TEMP TABLE past AS ${count} SELECT i, ${id} AS id, ${day} AS day, i % ${perDay} + 1 AS sequence, 946684800000 + i * 60000 AS at FROM n`)
  await connection.exec(`INSERT INTO ticket (office_id, id, state, leg, counter, number, service_date, issued_at, issued_rev, issued_by, issued_field, sequence, purpose, priority, dossiers)
    SELECT 'main', id, 'done', 1, 1, '1' || printf('%03d', sequence), day, at, i * 3 + 1, 'key:past', 'CT', sequence, 'submit', 0, 1 FROM past`)
  await connection.exec(`INSERT INTO leg (office_id, ticket_id, leg, field_id, field_version, waiting_since, counter, called_at, started_at, ended_at, recalls)
    SELECT 'main', id, 1, 'CT', 1, at, 1, at, at, at, 0 FROM past`)
  await connection.exec(`INSERT INTO ticket_token (office_id, ticket_id, token, language) SELECT 'main', id, lower(hex(randomblob(18))), 'vi' FROM past`)
  await connection.exec(`INSERT INTO fact (office_id, rev, type, at, done_by, payload, salt, payload_hash, hash)
    SELECT 'main', i * 3 + k, 'ticket:issued', at, 'key:past', '{}', 'salt', printf('%064d', 0), printf('%064d', 0) FROM past, (SELECT 1 AS k UNION SELECT 2 UNION SELECT 3) ORDER BY i, k`)
  await connection.exec(`UPDATE standing SET rev = ${tickets * 3}, tip = printf('%064d', 0), last_at = (SELECT max(at) FROM past), service_date = (SELECT max(day) FROM past); COMMIT`)
  await connection.close()
}
