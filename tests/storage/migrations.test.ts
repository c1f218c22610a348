import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { defaultRules } from '../../server/settings/office-defaults.ts'
import { openConnection, type Connection } from '../../server/storage/sqlite/dialect.ts'
import { migrate } from '../../server/storage/sqlite/migrate.ts'
import { openSqliteStore } from '../../server/storage/sqlite/store.ts'
import { verifySqlite } from '../../server/storage/sqlite/verify.ts'
import { anEarlierDatabase } from './support/earlier.ts'
import { mondayDate, monday9 } from './support/office.ts'
import { aFolder, settings } from './support/sqlite.ts'
import { begin, end, gone, issue, next, office, takeBack } from './support/turns.ts'

const migrations = new URL('../../server/storage/sqlite/migrations/', import.meta.url)

let folder: Awaited<ReturnType<typeof aFolder>>
let sql: Connection
let file: string
beforeEach(async () => {
  folder = await aFolder()
  file = join(folder.path, 'office.db')
  sql = await openConnection(file)
})
afterEach(async () => {
  await sql.close()
  await folder.done()
})

async function schemaOf (connection: Connection): Promise<string> {
  const parts = await connection.all<{ sql: string }>(`
    SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'
    ORDER BY CASE type WHEN 'table' THEN 0 WHEN 'index' THEN 1 ELSE 2 END, name`)
  return `-- What the migrations produce, for reading. A test holds it equal: vitest run tests/storage -u\n\n${parts.map(part => `${part.sql};\n`).join('\n')}`
}

it('produces the schema that is written down', async () => {
  await migrate(sql)
  await expect(await schemaOf(sql)).toMatchFileSnapshot('../../server/storage/sqlite/schema.sql')
})

it('takes up where an interrupted start left off', async () => {
  await migrate(sql)
  const whole = await schemaOf(sql)
  for (const step of [1, 2, 3, 9, 10, 11]) {
    const other = await openConnection(join(folder.path, `${step}.db`))
    await migrate(other, step)
    await migrate(other)
    expect(await schemaOf(other)).toBe(whole)
    await other.close()
  }
})

it.each([4, 7])('brings a morning that a program of version %i left up to this code: everybody keeps place and right', async version => {
  const early = join(folder.path, 'early.db')
  await anEarlierDatabase(early, version)
  expect(await verifySqlite(early)).toEqual([])
  const store = await openSqliteStore({ file: early, ...settings })
  const day = await store.day(office)
  expect(day.office.rules).toEqual({ policy: { kind: 'ratio', priority: 2, ordinary: 3 }, reentry: { kind: 'end' }, holdMinutes: 60, undoSeconds: 60, outcomes: defaultRules.outcomes })
  expect(day.tickets.list.map(({ number, state, place, movedRev, procedure }) => ({ number, state, place, movedRev, procedure }))).toEqual(
    [['1002', 'called', 1], ['1003', 'missed', 2], ['1004', 'waiting', 3]].map(([number, state, minute]) => ({
      number, state, place: { at: monday9 + Number(minute) * 60_000, rev: Number(minute) + 1 }, movedRev: Number(minute) + 1, procedure: 'ct-sao'
    })))
  expect(await takeBack(store, 1)).toMatchObject({ error: { code: 'UNDO_TOO_LATE' } })
  await Promise.all([begin(store, 1), end(store, 1), takeBack(store, 1), end(store, 1), issue(store), next(store, 1), gone(store, 1)])
  expect((await store.ticketsOn(office, mondayDate, {})).map(({ number, state, procedure }) => [number, state, procedure])).toEqual([
    ['1001', 'done', 'ct-sao'], ['1002', 'done', 'ct-sao'], ['1003', 'missed', 'ct-sao'], ['1004', 'missed', 'ct-sao'], ['1005', 'waiting', undefined]
  ])
  const after = await store.day(office)
  await store.close()
  const again = await openSqliteStore({ file: early, ...settings })
  expect(await again.day(office)).toEqual(after)
  expect((await again.calls(office, mondayDate, mondayDate, { after: 0, limit: 9 })).map(({ number, overtook }) => [number, overtook])).toEqual([['1001', 0], ['1003', 0], ['1002', 0], ['1004', 0]])
  await again.close()
  expect(await verifySqlite(early)).toEqual([])
})

it('keeps print jobs and their order when slips without a ticket come', async () => {
  await migrate(sql, 7)
  const jobs = (columns = '*') => sql.all(`SELECT ${columns} FROM print_job ORDER BY place`)
  await sql.exec(`INSERT INTO print_job (place, office_id, id, printer, ticket_id, number, service_date, slip, at, asked_by, state, tries, error, confirmed_by) VALUES
    (3, 'o', 'j2', 'kiosk', 't1', '1001', '2026-11-23', '{}', 1, 'kiosk:k', 'unknown', 2, 'broken', NULL),
    (9, 'o', 'j1', 'desk', 't1', '1001', '2026-11-23', '{"a":1}', 2, 'kiosk:k', 'printed', 1, NULL, 'process-id')`)
  const before = await jobs()
  await migrate(sql, 8)
  expect(await jobs()).toEqual(before)
  await sql.exec(`INSERT INTO print_job (office_id, id, printer, number, service_date, slip, at, asked_by, state) VALUES ('o', 'j3', 'kiosk', '', '2026-11-23', '{}', 3, 'staff:p', 'queued')`)
  expect(await jobs('place, ticket_id')).toEqual([{ place: 3, ticket_id: 't1' }, { place: 9, ticket_id: 't1' }, { place: 10, ticket_id: null }])
})

it('leaves the database as it was when a step fails', async () => {
  await migrate(sql, 1)
  await sql.exec('CREATE TABLE leg (in_the_way TEXT)')
  const before = await schemaOf(sql)
  await expect(migrate(sql)).rejects.toThrow('0002-tickets-and-facts.sql failed')
  expect(await schemaOf(sql)).toBe(before)
  expect(await sql.all('PRAGMA user_version')).toEqual([{ user_version: 1 }])
})

it('lets two processes start at once', async () => {
  await sql.exec('PRAGMA busy_timeout = 5000')
  const other = await openConnection(file)
  await other.exec('PRAGMA busy_timeout = 5000')
  await Promise.all([migrate(sql), migrate(other)])
  await other.close()
})

it('refuses a database newer than the code', async () => {
  await migrate(sql)
  await sql.exec('PRAGMA user_version = 99')
  await expect(openSqliteStore({ file, ...settings })).rejects.toThrow('The database is at version 99')
})

it('leaves the database of another program alone', async () => {
  await sql.exec('CREATE TABLE theirs (id)')
  await expect(openSqliteStore({ file, ...settings })).rejects.toThrow('another program')
})

it('numbers migrations without a gap, each saying why it is there', async () => {
  const files = (await readdir(migrations)).sort()
  expect(files.map(name => Number(name.slice(0, 4)))).toEqual(files.map((_, place) => place + 1))
})
