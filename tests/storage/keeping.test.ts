import { readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { pino } from 'pino'
import { afterEach, expect, it } from 'vitest'
import { backupFolder, createKeeping, type Keeping } from '../../server/keeping.ts'
import { backupsIn } from '../../server/storage/backups.ts'
import { readTestimony, witnessFile } from '../../server/storage/number-witness.ts'
import { verifySqlite } from '../../server/storage/sqlite/verify.ts'
import { monday9 } from './support/office.ts'
import { openSqlite, type OpenedSqlite } from './support/sqlite.ts'
import { issue, office } from './support/turns.ts'

const hours = 3_600_000
let opened: OpenedSqlite
let keeping: Keeping
afterEach(async () => {
  await keeping.stop()
  await opened.done()
})

async function kept () {
  opened = await openSqlite()
  const data = dirname(opened.file)
  const clock = { at: monday9, now: () => clock.at }
  keeping = createKeeping({ store: opened.store, file: opened.file, data, clock, log: pino({ level: 'silent' }) })
  return { ...opened, data, clock, backups: async () => (await backupsIn(backupFolder(data))).map(file => basename(file)) }
}

it('makes one backup a day by the office\'s wall, and none of an office that has done nothing', async () => {
  const { store, clock, data, backups } = await kept()
  await keeping.round()
  expect(await backups()).toEqual([])
  await issue(store)
  for (const later of [0, 1, 14, 15, 16]) {
    clock.at = monday9 + later * hours
    await keeping.round()
  }
  expect(await backups()).toEqual(['moiso-2026-11-23T09-00-00.db', 'moiso-2026-11-24T00-00-00.db'])
  expect(await verifySqlite(join(backupFolder(data), 'moiso-2026-11-24T00-00-00.db'))).toEqual([])
  expect(keeping.soundness.notes()).toEqual({ backup: 'ok' })
})

it('says when a backup failed', async () => {
  const { store, forge } = await kept()
  await issue(store)
  await issue(store)
  await forge(1, 'at', '0')
  await keeping.round()
  expect(keeping.soundness.notes()['backup']).toBe('failed, see the log')
})

it('notes the last numbers beside the database: soon, and exactly at a clean stop', async () => {
  const { store, file } = await kept()
  await keeping.begin(false)
  await Promise.all(Array.from({ length: 30 }, () => issue(store)))
  await expect.poll(async () => (await readTestimony(witnessFile(file)))?.offices[office]?.last['1']).toBe(30)
  expect((await readTestimony(witnessFile(file)))?.complete).toBe(false)
  await issue(store, { field: 'HT' })
  await keeping.stop()
  expect(await readTestimony(witnessFile(file))).toEqual({ complete: true, offices: { [office]: { date: '2026-11-23', last: { 1: 30, 2: 1, 3: 0 } } } })
  expect(await readFile(witnessFile(file), 'utf8')).not.toContain('\n')
})
