import { afterEach, beforeEach, expect, it } from 'vitest'
import { openConnections, storeOver, type SqliteSettings } from '../../server/storage/sqlite/store.ts'
import { verifySqlite } from '../../server/storage/sqlite/verify.ts'
import { openOffice, type Answer, type Asking, type TestOffice } from '../support/office.ts'
import { listen, openScreen } from '../support/screen.ts'

let office: TestOffice
let program: Asking
let officer: Asking
/** The disk is as full as the database now is, or has all the room it wants. */
let room: (pages: 'none' | 'little' | 'plenty') => Promise<void>

async function onSmallDisk (settings: SqliteSettings) {
  const connections = await openConnections(settings)
  room = async pages => {
    const { writing } = connections
    const [used] = await writing.all<{ page_count: number }>('PRAGMA page_count')
    await writing.exec(`PRAGMA max_page_count = ${{ none: used?.page_count ?? 0, little: (used?.page_count ?? 0) + 200, plenty: 1_000_000 }[pages]}`)
  }
  return storeOver(connections, settings)
}

beforeEach(async () => {
  office = await openOffice({ alwaysOpen: true, open: onSmallDisk })
  const { body } = await (await office.signIn('admin')).post('/keys', { name: 'máy', role: 'officer' })
  program = office.as({ authorization: `Bearer ${body.key}` })
  officer = await office.signIn('quay1')
  await officer.post('/counters/1/open')
})
afterEach(async () => {
  expect(await verifySqlite(office.file)).toEqual([])
  await office.close()
})

const issue = (headers?: Record<string, string>) => program.post('/tickets', { field: 'CT' }, headers)
const stored = async () => ((await program.get('/tickets')).body.items as { number: string }[]).map(({ number }) => number)

async function untilFull (): Promise<Answer[]> {
  const answers: Answer[] = []
  while (answers.at(-1)?.status !== 507) {
    answers.push(...await Promise.all(Array.from({ length: 10 }, () => issue())))
    if (answers.length > 5_000) throw new Error('the disk never gets full')
  }
  // Where ten have no room together, one may.
  do { answers.push(await issue()) } while (answers.at(-1)?.status !== 507)
  return answers
}

it('a disk that is filling up: no new numbers, but everyone who waits is still called, served and rated', async () => {
  for (let turn = 0; turn < 20; turn++) await issue()
  await room('little')
  await expect.poll(async () => (await issue()).status, { timeout: 10_000 }).toBe(507)
  const waiting = (await stored()).length
  for (let turn = 0; turn < waiting; turn++) {
    expect((await officer.post('/counters/1/next')).status).toBe(200)
    expect((await officer.post('/counters/1/finish')).status).toBe(200)
  }
  expect((await officer.post('/counters/1/next')).body.code).toBe('NOBODY_WAITING')
  expect((await program.get('/health')).status).toBe(503)
  await room('plenty')
  await expect.poll(async () => (await issue()).status, { timeout: 10_000 }).toBe(201)
})

it('a full disk (R3): the number is refused in Vietnamese, none is acknowledged that is not stored, reading works, and it recovers by itself', async () => {
  const port = await listen(office)
  await room('none')
  const answers = await untilFull()
  const refused = answers.filter(({ status }) => status !== 201)
  for (const { status, body, headers } of refused) {
    expect([status, body.code, headers['content-type']]).toEqual([507, 'STORAGE_FULL', 'application/problem+json; charset=utf-8'])
    expect(body.detail).toMatch(/không ghi được.*Số chưa được cấp/)
  }
  const acknowledged = answers.flatMap(({ status, body }) => status === 201 ? [body.ticket.number as string] : [])
  expect((await stored()).sort()).toEqual(acknowledged.sort())

  const health = () => program.get('/health')
  await expect.poll(async () => (await health()).status, { timeout: 10_000 }).toBe(503)
  expect((await health()).body).toMatchObject({ ok: false, checks: { database: expect.stringMatching(/full/i) } })
  for (const path of ['/office', '/fields', '/counters', '/session', '/facts']) expect((await program.get(path)).status, path).toBe(200)
  const screen = openScreen(port, officer)
  expect(await screen.watch({ view: 'board' })).toMatchObject({ ok: true })
  screen.close()

  await room('plenty')
  await expect.poll(async () => (await health()).status, { timeout: 10_000 }).toBe(200)
  const again = await issue()
  expect([again.status, again.body.ticket.number]).toEqual([201, `1${String(acknowledged.length + 1).padStart(3, '0')}`])
  expect((await officer.post('/counters/1/next')).body.ticket.number).toBe('1001')
})

it('a refusal for want of room is not what the key is remembered by: the same key gives the number later', async () => {
  await room('none')
  await untilFull()
  expect((await issue({ 'idempotency-key': 'when-there-is-room' })).status).toBe(507)
  await room('plenty')
  await expect.poll(async () => (await issue({ 'idempotency-key': 'when-there-is-room' })).status, { timeout: 10_000 }).toBe(201)
  const first = await issue({ 'idempotency-key': 'when-there-is-room' })
  const second = await issue({ 'idempotency-key': 'when-there-is-room' })
  expect([first.status, second.status, second.body.ticket.id]).toEqual([201, 201, first.body.ticket.id])
})

it('nobody is told a secret by a full disk: signing in and pairing are refused, not faulty', async () => {
  const { body } = await (await office.signIn('admin')).post('/devices', { kind: 'board', name: 'Sảnh' })
  await issue()
  await room('none')
  await untilFull()
  expect((await office.as({}).post('/devices/pair', { code: body.pairingCode })).status).toBeOneOf([200, 507])
  expect((await officer.post('/counters/1/next')).status).toBeOneOf([200, 507])
  await room('plenty')
  expect((await office.as({}).post('/devices/pair', { code: body.pairingCode })).status).toBeOneOf([200, 404])
})
