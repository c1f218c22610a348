import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { afterEach, expect, it } from 'vitest'
import { openSqliteStore, type Connections } from '../../server/storage/sqlite/store.ts'
import { ask } from './contract/rating.ts'
import { mondayDate, monday9 } from './support/office.ts'
import { openSqlite, settings, type OpenedSqlite } from './support/sqlite.ts'
import { issue, office } from './support/turns.ts'

let opened: OpenedSqlite | undefined
afterEach(async () => { await opened?.done() })

/** Fails a statement as the disk would, as long as `when` says so. */
function failing (statement: string, code: string, when: () => boolean): (connections: Connections) => Connections {
  return ({ writing, reading }) => ({
    reading,
    writing: {
      ...writing,
      run: async (sql, values) => {
        if (when() && sql.startsWith(statement)) throw Object.assign(new Error(`${code}: disk`), { code })
        return writing.run(sql, values)
      }
    }
  })
}

it.each([['COMMIT', 'SQLITE_IOERR'], ['COMMIT', 'SQLITE_FULL'], ['INSERT INTO leg', 'SQLITE_FULL'], ['BEGIN', 'SQLITE_READONLY']])(
  'acknowledges no turn of a group whose %s fails with %s, and goes on from the disk', async (statement, code) => {
    let broken = false
    opened = await openSqlite(failing(statement, code, () => broken))
    const { store, findings } = opened
    const heard: number[] = []
    store.onCommitted(({ facts }) => heard.push(...facts.map(({ rev }) => rev)))
    await issue(store)
    broken = true
    const group = await Promise.allSettled([issue(store), issue(store), issue(store)])
    expect(group).toMatchObject(Array(3).fill({ status: 'rejected', reason: { name: 'StorageTrouble', code: 'STORAGE_FULL' } }))
    expect((await store.day(office)).rev).toBe(1)
    broken = false
    expect(await issue(store)).toMatchObject({ value: { answer: { number: '1002' } } })
    expect(heard).toEqual([1, 2])
    expect(await findings()).toEqual([])
  })

it('goes on from what is on the disk where a commit that seemed to fail did not', async () => {
  let broken = false
  opened = await openSqlite(({ writing, reading }) => ({
    reading,
    writing: {
      ...writing,
      run: async (sql, values) => {
        const changes = await writing.run(sql, values)
        if (broken && sql === 'COMMIT') throw Object.assign(new Error('SQLITE_IOERR: fsync'), { code: 'SQLITE_IOERR' })
        return changes
      }
    }
  }))
  const { store, findings } = opened
  await issue(store)
  broken = true
  await expect(issue(store)).rejects.toMatchObject({ code: 'STORAGE_FULL' })
  broken = false
  expect(await issue(store)).toMatchObject({ value: { answer: { number: '1003' } } })
  expect((await store.day(office)).tickets.size).toBe(3)
  expect(await findings()).toEqual([])
})

it('loses no acknowledged ticket to kill -9', async () => {
  opened = await openSqlite()
  await opened.store.close()
  const child = spawn(process.execPath, [fileURLToPath(new URL('./support/issuing-child.ts', import.meta.url)), opened.file], { stdio: ['ignore', 'pipe', 'inherit'] })
  let told = ''
  child.stdout.on('data', chunk => {
    told += String(chunk)
    if (told.length > 1500) child.kill('SIGKILL')
  })
  await once(child, 'close')
  const acknowledged = told.split('\n').slice(0, -1)
  expect(acknowledged.length).toBeGreaterThan(200)
  const store = await opened.reopen()
  const stored = (await store.ticketsOn(office, mondayDate, {})).map(({ number }) => number)
  expect(stored).toEqual(expect.arrayContaining(acknowledged))
  expect(new Set(acknowledged).size).toBe(acknowledged.length)
  expect(await opened.findings()).toEqual([])
  expect(await issue(store)).toMatchObject({ value: { answer: { number: `1${String(stored.length + 1).padStart(3, '0')}` } } })
})

it('leaves nothing in the file that leads from a rating back to a ticket', async () => {
  opened = await openSqlite()
  const { store, file, connections } = opened
  const { token } = await ask(store)
  await store.ratings.answer(office, token, { level: 1, reasons: ['Chờ lâu'], comment: 'Lời góp ý kín' }, monday9)
  expect(await connections.reading.all('SELECT * FROM rating')).toEqual([
    { office_id: office, service_date: mondayDate, key: expect.stringMatching(/^[0-9a-f]{32}$/), officer_id: 'p1', level: 1, handling: null, reasons: '["Chờ lâu"]' }
  ])
  expect(await connections.reading.all('SELECT * FROM rating_comment')).toEqual([{ office_id: office, month: '2026-11', key: expect.any(String), text: 'Lời góp ý kín' }])
  expect(await connections.reading.all('SELECT * FROM rating_tally')).toEqual([{ office_id: office, month: '2026-11', field_id: 'CT', purpose: 'submit', level: 1, ratings: 1 }])
  expect(await connections.reading.all('SELECT * FROM spent_token')).toEqual([{ office_id: office, token_hash: expect.stringMatching(/^[0-9a-f]{64}$/), ended: 'used', forget_on: '2026-11-30' }])
  await store.close()
  expect((await readFile(file)).includes(token)).toBe(false)
})

it('forgets used tokens after a week', async () => {
  opened = await openSqlite()
  const { store, connections } = opened
  const { token } = await ask(store)
  await store.ratings.answer(office, token, { skipped: true }, monday9)
  await store.ratings.lapse(office, Date.parse('2026-11-30T12:00:00+07:00'))
  expect(await connections.reading.all('SELECT ended FROM spent_token')).toHaveLength(1)
  await store.ratings.lapse(office, Date.parse('2026-12-01T12:00:00+07:00'))
  expect(await connections.reading.all('SELECT ended FROM spent_token')).toEqual([])
})

it('looks at a database that another process writes, and writes nothing itself', async () => {
  opened = await openSqlite()
  await issue(opened.store)
  const looking = await openSqliteStore({ ...settings, file: opened.file, readOnly: true })
  expect(await looking.day(office)).toStrictEqual(await opened.store.day(office))
  await expect(issue(looking)).rejects.toMatchObject({ code: 'STORAGE_FULL' })
  await issue(opened.store)
  expect(await looking.ticketsOn(office, mondayDate, {})).toHaveLength(2)
  expect((await looking.day(office)).rev).toBe(2)
  await looking.close()
})

it.each([[1n], [undefined], [{}], [NaN], [new Date()], [() => 1]])('refuses to bind %s, which the driver would store as NULL', async value => {
  opened = await openSqlite()
  const { writing } = opened.connections
  await expect(writing.run('UPDATE office SET phone = ?', [value])).rejects.toThrow('cannot be stored')
  expect(await writing.all('SELECT phone FROM office')).toEqual([{ phone: '0000 000 000' }])
})
