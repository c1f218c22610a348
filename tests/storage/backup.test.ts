import { readFile, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { backupName, backupsIn, newestBackupDate, thinOut } from '../../server/storage/backups.ts'
import { ok } from '../../server/domain/result.ts'
import { backupBeside, checkBeside } from '../../server/storage/attending.ts'
import { backupSqlite } from '../../server/storage/sqlite/backup.ts'
import { openConnection } from '../../server/storage/sqlite/dialect.ts'
import { restoreSqlite } from '../../server/storage/sqlite/restore.ts'
import { openSqliteStore } from '../../server/storage/sqlite/store.ts'
import { verifySqlite } from '../../server/storage/sqlite/verify.ts'
import type { Store } from '../../server/ports/store.ts'
import { anEarlierDatabase } from './support/earlier.ts'
import { anOffice, mondayDate, monday9 } from './support/office.ts'
import { aFolder, openSqlite, settings, type OpenedSqlite } from './support/sqlite.ts'
import { issue, office } from './support/turns.ts'

const tuesday = monday9 + 24 * 60 * 60_000
let opened: OpenedSqlite
const folders: Awaited<ReturnType<typeof aFolder>>[] = []
afterEach(async () => {
  await opened?.done()
  await Promise.all(folders.splice(0).map(folder => folder.done()))
})

async function anEmptyFolder (): Promise<string> {
  const folder = await aFolder()
  folders.push(folder)
  return folder.path
}

async function take (store: Store, count: number, at = monday9, field = 'CT'): Promise<string[]> {
  const taken = await Promise.all(Array.from({ length: count }, () => issue(store, { at, field })))
  return taken.map(result => result.ok ? result.value.answer.number ?? '' : '')
}

const numbersIn = async (store: Store, date = mondayDate) => (await store.ticketsOn(office, date, {})).map(({ number }) => number)

/** An office with 5 numbers in the copy and 7 more after it, closed. */
async function aCopyAndMore (after = monday9): Promise<{ copy: string, file: string, given: string[] }> {
  opened = await openSqlite()
  const copy = join(await anEmptyFolder(), 'copy.db')
  const given = await take(opened.store, 5)
  await backupSqlite(opened.file, copy)
  given.push(...await take(opened.store, 7, after))
  await opened.store.close()
  return { copy, file: opened.file, given }
}

async function reopened (file: string): Promise<Store> {
  return openSqliteStore({ file, ...settings })
}

it('copies while twenty clients take numbers: the copy is sound and a prefix, nobody waits for it', async () => {
  opened = await openSqlite()
  const { store, file } = opened
  const copy = join(await anEmptyFolder(), 'copy.db')
  await take(store, 200)
  let going = true
  const clients = Array.from({ length: 20 }, async () => { while (going) await take(store, 1) })
  const made = await backupBeside(file, copy).done
  going = false
  await Promise.all(clients)
  expect(await verifySqlite(copy)).toEqual([])
  expect(made).toEqual({ bytes: (await stat(copy)).size, tickets: expect.any(Number) })
  const all = await numbersIn(store)
  expect(all.length).toBeGreaterThan(made.tickets)
  const looking = await openSqliteStore({ ...settings, file: copy, readOnly: true })
  expect(await numbersIn(looking)).toEqual(all.slice(0, made.tickets))
  await looking.close()
})

it('writes over no file, and leaves nothing behind where it fails', async () => {
  opened = await openSqlite()
  const folder = await anEmptyFolder()
  await writeFile(join(folder, 'there.db'), 'precious')
  await expect(backupSqlite(opened.file, join(folder, 'there.db'))).rejects.toMatchObject({ code: 'EEXIST' })
  expect(await readFile(join(folder, 'there.db'), 'utf8')).toBe('precious')
  await take(opened.store, 2)
  await opened.forge(1, 'type', '\'ticket:called\'')
  await expect(backupSqlite(opened.file, join(folder, 'unsound.db'))).rejects.toMatchObject({ name: 'Unsound', findings: expect.arrayContaining([expect.objectContaining({ kind: 'chain' })]) })
  await expect(stat(join(folder, 'unsound.db'))).rejects.toThrow()
  await expect(stat(join(folder, 'unsound.db.part'))).rejects.toThrow()
  expect((await checkBeside(opened.file).done).map(({ kind }) => kind)).toContain('chain')
})

it('keeps the newest fourteen daily backups and touches nobody else\'s files', async () => {
  const folder = await anEmptyFolder()
  for (let day = 1; day <= 20; day++) await writeFile(backupName(folder, `2026-11-${String(day).padStart(2, '0')}T07:01:00.000+07:00`), '')
  await writeFile(join(folder, 'trước khi nâng cấp.db'), '')
  await writeFile(join(folder, 'moiso-2026-11-20T07-01-00.db.part'), '')
  await thinOut(folder)
  expect((await backupsIn(folder)).map(file => file.slice(-22, -12))).toEqual(Array.from({ length: 14 }, (_, place) => `2026-11-${String(place + 7).padStart(2, '0')}`))
  expect(await newestBackupDate(folder)).toBe('2026-11-20')
  await stat(join(folder, 'trước khi nâng cấp.db'))
  await expect(stat(join(folder, 'moiso-2026-11-20T07-01-00.db.part'))).rejects.toThrow()
})

it('restores into an empty folder: the same office, another epoch, everybody signs in again', async () => {
  const { copy, file } = await aCopyAndMore()
  const elsewhere = join(await anEmptyFolder(), 'not', 'yet', 'moiso.db')
  expect(await restoreSqlite({ from: copy, file: elsewhere, at: monday9 })).toEqual({ tickets: 5, passedOver: [], certain: false })
  const [old, restored] = [await reopened(file), await reopened(elsewhere)]
  expect(await numbersIn(restored)).toEqual(['1001', '1002', '1003', '1004', '1005'])
  expect(await restored.epoch(office)).not.toBe(await old.epoch(office))
  expect(await restored.directory.openSessions(office, 0)).toEqual([])
  await Promise.all([old.close(), restored.close()])
  expect(await verifySqlite(elsewhere)).toEqual([])
})

it('gives no number of the day again after a restore, nor after a second one, and verify knows why there are gaps', async () => {
  const { copy, file, given } = await aCopyAndMore()
  const first = await restoreSqlite({ from: copy, file, at: monday9 })
  expect(first).toMatchObject({ tickets: 5, certain: true, passedOver: [{ office, date: mondayDate, digit: 1, first: 6, last: 12 }] })
  expect(await verifySqlite(first.aside ?? '')).toEqual([])
  const store = await reopened(file)
  given.push(...await take(store, 2))
  const second = join(await anEmptyFolder(), 'second.db')
  await backupSqlite(file, second)
  given.push(...await take(store, 3), ...await take(store, 1, monday9, 'HT'))
  await store.close()
  const { aside, passedOver } = await restoreSqlite({ from: second, file, at: monday9 })
  expect(aside).not.toBe(first.aside)
  expect(passedOver).toEqual([{ office, date: mondayDate, digit: 1, first: 15, last: 17 }, { office, date: mondayDate, digit: 2, first: 1, last: 1 }])
  const again = await reopened(file)
  given.push(...await take(again, 1), ...await take(again, 1, monday9, 'HT'))
  await again.close()
  expect(given.slice(12)).toEqual(['1013', '1014', '1015', '1016', '1017', '2001', '1018', '2002'])
  expect(await verifySqlite(file)).toEqual([])
})

it('passes over the numbers of today where the copy is of yesterday, and starts tomorrow at 001', async () => {
  const { copy, file } = await aCopyAndMore(tuesday)
  await restoreSqlite({ from: copy, file, at: tuesday })
  const store = await reopened(file)
  expect(await take(store, 2, tuesday)).toEqual(['1008', '1009'])
  expect(await take(store, 1, tuesday, 'HT')).toEqual(['2001'])
  expect(await take(store, 1, tuesday + 24 * 60 * 60_000)).toEqual(['1001'])
  await store.close()
  expect(await verifySqlite(file)).toEqual([])
})

it('passes over as many more as the keeper of the machine asks for', async () => {
  const { copy } = await aCopyAndMore()
  const elsewhere = join(await anEmptyFolder(), 'moiso.db')
  await restoreSqlite({ from: copy, file: elsewhere, at: monday9, skip: 100 })
  const store = await reopened(elsewhere)
  expect([...await take(store, 1), ...await take(store, 1, monday9, 'HT')]).toEqual(['1106', '2101'])
  await store.close()
  expect(await verifySqlite(elsewhere)).toEqual([])
})

it('finds a gap that nothing explains, and a stretch passed over in which a number was given all the same', async () => {
  const { copy, file } = await aCopyAndMore()
  await restoreSqlite({ from: copy, file, at: monday9 })
  const store = await reopened(file)
  await take(store, 1)
  await store.close()
  const sql = await openConnection(file)
  await sql.exec('UPDATE given_elsewhere SET last = 11')
  expect((await verifySqlite(file)).map(({ kind }) => kind)).toEqual(['numbering'])
  await sql.exec('UPDATE given_elsewhere SET first = 5, last = 12')
  expect((await verifySqlite(file)).map(({ kind }) => kind)).toEqual(['numbering'])
  await sql.close()
})

it('refuses a database in use, a copy that is not there, is not sound, or is another program\'s; and then changes nothing', async () => {
  const { copy, file } = await aCopyAndMore()
  const store = await reopened(file)
  await expect(restoreSqlite({ from: copy, file, at: monday9 })).rejects.toThrow('is in use')
  expect(await store.ticketsOn(office, mondayDate, {})).toHaveLength(12)
  await store.close()
  const theirs = join(dirname(copy), 'theirs.db')
  const sql = await openConnection(theirs)
  await sql.exec('CREATE TABLE theirs (id)')
  await sql.close()
  await writeFile(join(dirname(copy), 'noise.db'), Buffer.alloc(50_000, 7))
  for (const from of ['none.db', 'noise.db', 'theirs.db']) await expect(restoreSqlite({ from: join(dirname(copy), from), file, at: monday9 })).rejects.toThrow(/no such file|cannot be read|not a database of Mời Số/)
  const again = await reopened(file)
  expect(await again.ticketsOn(office, mondayDate, {})).toHaveLength(12)
  await again.close()
})

it('restores a copy that an earlier version made', async () => {
  opened = await openSqlite()
  const folder = await anEmptyFolder()
  const early = join(folder, 'early.db')
  await anEarlierDatabase(early, 4)
  await restoreSqlite({ from: early, file: join(folder, 'moiso.db'), at: monday9 })
  const store = await reopened(join(folder, 'moiso.db'))
  expect(await take(store, 1)).toEqual(['1005'])
  expect((await store.day(anOffice().id)).counters.get(1)).toMatchObject({ state: 'open', ticket: expect.any(String) })
  await store.close()
})

it('keeps in a copy, and after it is put back, what was foretold', async () => {
  opened = await openSqlite()
  const { store, file } = opened
  const folder = await anEmptyFolder()
  await take(store, 1)
  const { id: ticket } = (await store.day(office)).tickets.list[0] ?? { id: '' }
  await store.turn(office, () => ok({ facts: [], alongside: [{ kind: 'forecast', ticket, at: monday9, range: { earliest: monday9, likely: monday9 + 1, latest: monday9 + 2 }, promisedBy: monday9 }], answer: () => null }))
  const told = await store.history.forecasts(office, mondayDate, mondayDate)
  await backupSqlite(file, join(folder, 'copy.db'))
  await restoreSqlite({ from: join(folder, 'copy.db'), file: join(folder, 'moiso.db'), at: monday9 })
  const again = await reopened(join(folder, 'moiso.db'))
  expect(await again.history.forecasts(office, mondayDate, mondayDate)).toEqual(told)
  expect(told).toHaveLength(1)
  await again.close()
})
