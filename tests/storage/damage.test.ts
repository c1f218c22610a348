import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Store } from '../../server/ports/store.ts'
import { readTestimony, startWitness, witnessFile } from '../../server/storage/number-witness.ts'
import { backupSqlite } from '../../server/storage/sqlite/backup.ts'
import { openOrRecover, type OpenedOffice } from '../../server/storage/sqlite/recover.ts'
import { openSqliteStore } from '../../server/storage/sqlite/store.ts'
import { verifySqlite } from '../../server/storage/sqlite/verify.ts'
import { chanceFrom, damages, type Damage } from './support/damage.ts'
import { anOffice, mondayDate, monday9 } from './support/office.ts'
import { aFolder, settings } from './support/sqlite.ts'
import { issue, office } from './support/turns.ts'

const backupName = 'moiso-2026-11-23T07-01-00.db'
const files = ['office.db', 'office.db-wal', 'office.db.numbers']
let folder: Awaited<ReturnType<typeof aFolder>>
let lived: string
let acknowledged: string[]

/** An office that gave out 60 numbers, a backup after 20 of them, and was killed: its log not yet in its file. */
beforeAll(async () => {
  folder = await aFolder()
  const data = join(folder.path, 'living')
  await mkdir(join(data, 'backups'), { recursive: true })
  const file = join(data, 'office.db')
  const store = await openSqliteStore({ file, ...settings })
  await store.seed(anOffice())
  const witness = await startWitness(store, witnessFile(file), settings.log)
  const take = async (from: Store, count: number) => {
    const numbers: string[] = []
    for (let given = 0; given < count; given++) {
      const taken = await issue(from)
      if (taken.ok) numbers.push(taken.value.answer.number ?? '')
    }
    return numbers
  }
  const early = await take(store, 20)
  await backupSqlite(file, join(data, 'backups', backupName))
  await store.close()
  const again = await openSqliteStore({ file, ...settings })
  const going = await startWitness(again, witnessFile(file), settings.log)
  acknowledged = [...early, ...await take(again, 40)]
  while ((await readTestimony(witnessFile(file)))?.offices[office]?.last[1] !== 60) await sleep(20)
  lived = join(folder.path, 'lived')
  await mkdir(lived)
  for (const name of files) await copyFile(join(data, name), join(lived, name))
  await copyFile(join(data, 'backups', backupName), join(lived, backupName))
  await going.close()
  await again.close()
  await witness.close()
})
afterAll(() => folder.done())

/** The killed office's files, one of them as `damage` left it. */
async function opened (name: string, damage: (bytes: Buffer) => Buffer, { backup = true } = {}): Promise<{ file: string, open: () => Promise<OpenedOffice> }> {
  const data = await mkdtemp(join(folder.path, 'case-'))
  await mkdir(join(data, 'backups'))
  for (const part of files) await copyFile(join(lived, part), join(data, part))
  if (backup) await copyFile(join(lived, backupName), join(data, 'backups', backupName))
  await writeFile(join(data, name), damage(await readFile(join(data, name))))
  const file = join(data, 'office.db')
  return { file, open: () => openOrRecover({ file, ...settings }, { backups: join(data, 'backups'), at: monday9, alone: true, seed: store => store.seed(anOffice()) }) }
}

type Outcome = 'refused to open' | 'restored' | 'passed over what is missing' | 'whole' | 'found by verify'

/** What became of a damaged office. Whatever it is: no number that a citizen holds is given out again. */
async function outcomeOf (file: string, open: () => Promise<OpenedOffice>): Promise<Outcome> {
  const office = await open().catch(() => undefined)
  if (!office) return 'refused to open'
  const { store, recovery } = office
  try {
    const numbers = (await store.ticketsOn(anOffice().id, mondayDate, {})).map(({ number }) => number)
    const next = await issue(store)
    expect(acknowledged).not.toContain(next.ok && next.value.answer.number)
    if (recovery?.aside) expect(await verifySqlite(file)).toEqual([])
    else if ((await verifySqlite(file)).length > 0) return 'found by verify'
    expect(numbers).toEqual(acknowledged.slice(0, numbers.length))
    return recovery?.aside ? 'restored' : recovery ? 'passed over what is missing' : 'whole'
  } catch (error) {
    // A page that nobody had looked at yet: SQLite itself says so.
    if (/SQLITE_CORRUPT|malformed/.test(String(error))) return 'found by verify'
    throw error
  } finally {
    await closed(store)
  }
}

const noise = (bytes: Buffer) => damages['all noise'](bytes, chanceFrom(1))
const closed = (store: Store) => store.close().catch(() => undefined)

const cases = (Object.keys(damages) as Damage[]).flatMap(damage => ['office.db', 'office.db-wal'].map(name => [damage, name] as const))

it.each(cases)('%s in %s: noticed, or opened with the first of the acknowledged tickets; never a number twice', async (damage, name) => {
  const outcomes: Outcome[] = []
  for (let seed = 1; seed <= 8; seed++) {
    const { file, open } = await opened(name, bytes => damages[damage](bytes, chanceFrom(seed * 7919)))
    outcomes.push(await outcomeOf(file, open))
    await rm(join(file, '..'), { recursive: true, force: true })
  }
  expect(outcomes).not.toContain('refused to open')
  if (damage === 'all noise') expect(new Set(outcomes)).toEqual(new Set([name === 'office.db' ? 'restored' : 'passed over what is missing']))
})

it('opens what was killed as it was, and whole', async () => {
  const { file, open } = await opened('office.db', bytes => bytes)
  expect(await outcomeOf(file, open)).toBe('whole')
})

it('restores the newest backup where the file is noise, keeps the damaged one, and goes on above every number given today', async () => {
  const { file, open } = await opened('office.db', noise)
  const { store, recovery } = await open()
  expect(recovery).toMatchObject({ reason: expect.stringMatching(/CORRUPT|NOTADB/), aside: expect.stringMatching(/office\.\d{4}-\d{2}-\d{2}T[\d-]+\.db$/), from: expect.stringContaining(backupName) })
  expect(await store.ticketsOn(office, mondayDate, {})).toHaveLength(20)
  expect(await issue(store)).toMatchObject({ value: { answer: { number: '1161' } } })
  expect(await verifySqlite(recovery?.aside ?? '')).not.toEqual([])
  await store.close()
  expect(await verifySqlite(file)).toEqual([])
})

it('begins anew where there is no backup, above every number given today', async () => {
  const { file, open } = await opened('office.db', bytes => bytes.subarray(0, 0), { backup: false })
  const { store, recovery } = await open()
  expect(recovery).toEqual({ reason: 'the file is empty', aside: expect.any(String) })
  expect(await issue(store)).toMatchObject({ value: { answer: { number: '1161' } } })
  await store.close()
  expect(await verifySqlite(file)).toEqual([])
})

it('moves nothing while another server works on the data', async () => {
  const { file } = await opened('office.db', noise)
  const opening = openOrRecover({ file, ...settings }, { backups: join(file, '..', 'backups'), at: monday9, alone: false, seed: async () => undefined })
  await expect(opening).rejects.toThrow(/CORRUPT|NOTADB/)
})

it('begins at 001 where somebody took the database away', async () => {
  const { file, open } = await opened('office.db', bytes => bytes)
  for (const name of ['', '-wal']) await rm(file + name)
  const { store, recovery } = await open()
  expect(recovery).toBeUndefined()
  expect(await issue(store)).toMatchObject({ value: { answer: { number: '1001' } } })
  await store.close()
})
