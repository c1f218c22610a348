import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { openConnection } from '../../server/storage/sqlite/dialect.ts'
import { openScreen } from '../support/screen.ts'
import { keyFor, program, staffPassword, startServer, type Program, type RunningServer } from '../support/server.ts'

const root = resolve(import.meta.dirname, '../..')
let folder: string
/** The data of an office that was stopped cleanly after three numbers. */
let rested: string
let server: RunningServer | undefined
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'moiso-recovery-'))
  rested = join(folder, 'rested')
  const first = await startServer(rested)
  await take(await keyFor(first.url, 'admin'), 3)
  await first.kill('SIGTERM')
})
afterEach(async () => { await server?.kill() })
afterAll(() => rm(folder, { recursive: true, force: true }))

async function someData (): Promise<string> {
  const data = await mkdtemp(join(folder, 'data-'))
  await cp(rested, data, { recursive: true })
  return data
}

async function started (data: string, environment: Record<string, string> = {}): Promise<RunningServer> {
  server = await startServer(data, environment)
  return server
}

/** A command of package.json as npm would run it. */
async function command (data: string, name: 'verify' | 'backup' | 'restore' | 'admin', ...args: string[]): Promise<{ code: number | null, said: string }> {
  const { scripts } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> }
  const [, script = ''] = /^node (\S+)$/.exec(scripts[name] ?? '') ?? []
  const child = spawn(resolve(root, 'node_modules/.bin/node'), [script, ...args], { cwd: root, env: { ...process.env, MOISO_DATA: data } })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => { said += text })
  const [code] = await once(child, 'close') as [number | null]
  return { code, said }
}

async function take (key: Program, count: number): Promise<string[]> {
  const numbers: string[] = []
  for (let given = 0; given < count; given++) numbers.push((await key.post('/tickets', { field: 'CT' })).body.ticket.number)
  return numbers
}

async function health (url: string): Promise<{ status: number, ok: boolean, checks: Record<string, string> }> {
  const answer = await fetch(`${url}/health`)
  return { status: answer.status, ...await answer.json() as { ok: boolean, checks: Record<string, string> } }
}

async function checked (url: string): Promise<Awaited<ReturnType<typeof health>>> {
  for (;;) {
    const now = await health(url)
    if (now.checks['database'] !== 'checking') return now
    await sleep(50)
  }
}

it('backs up and verifies while it runs, restores only when stopped; screens ask anew and no number comes twice', async () => {
  const data = await someData()
  const copy = join(data, 'bản sao.db')
  const { url, kill } = await started(data)
  const key = await keyFor(url, 'admin')
  const given = await take(key, 5)
  expect(await command(data, 'backup', copy)).toEqual({ code: 0, said: expect.stringContaining('8 phiếu') })
  expect(await command(data, 'backup', copy)).toEqual({ code: 1, said: expect.stringContaining('is there already') })
  expect(await command(data, 'verify')).toEqual({ code: 0, said: expect.stringContaining('sound') })
  given.push(...await take(key, 4))
  const board = await lookAtBoard(url)
  expect(await command(data, 'restore', copy)).toEqual({ code: 1, said: expect.stringContaining('stop it first') })
  await kill('SIGTERM')
  expect(await command(data, 'restore', copy)).toEqual({ code: 0, said: expect.stringMatching(/8 phiếu[^]*1009–1012/) })
  expect((await readdir(data)).filter(name => /^moiso\.\d{4}-.*\.db$/.test(name))).toHaveLength(1)

  const again = await started(data)
  const answer = await lookAtBoard(again.url, { epoch: board.epoch, rev: board.rev - 2 })
  expect(answer.epoch).not.toBe(board.epoch)
  given.push(...await take(await keyFor(again.url, 'admin'), 2))
  expect(new Set(given).size).toBe(given.length)
  expect(given.slice(-2)).toEqual(['1013', '1014'])
  expect(await command(data, 'verify')).toMatchObject({ code: 0 })
})

/** What a board is answered: always a snapshot, or this fails. */
async function lookAtBoard (url: string, after?: { epoch: string, rev: number }): Promise<{ epoch: string, rev: number }> {
  const { cookie } = await staff(url, 'giamsat')
  const screen = openScreen(Number(new URL(url).port), undefined, { cookie })
  const answer = await screen.watch({ view: 'board', ...after && { after } })
  screen.close()
  if (!answer.ok || !('snapshot' in answer)) throw new Error(JSON.stringify(answer))
  return answer.snapshot
}

async function staff (url: string, username: string, password = staffPassword): Promise<{ status: number, cookie: string }> {
  const answer = await fetch(`${url}/api/v1/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ username, password }) })
  return { status: answer.status, cookie: answer.headers.getSetCookie()[0]?.split(';')[0] ?? '' }
}

it('checks the database after an unclean stop, beside the work, and says so; not after a clean one', async () => {
  const data = await someData()
  const { url, kill } = await started(data)
  expect((await health(url)).checks['database']).toBe('ok')
  await take(await keyFor(url, 'admin'), 1)
  await kill('SIGKILL')
  const again = await started(data)
  expect(await health(again.url)).toMatchObject({ status: 200, ok: true, checks: { database: 'checking' } })
  expect(await take(await keyFor(again.url, 'admin'), 1)).toEqual(['1005'])
  expect(await checked(again.url)).toMatchObject({ status: 200, ok: true, checks: { database: 'ok' } })
  expect(await again.kill('SIGTERM')).toBe(0)
})

it('finds an edited fact: verify ends with 1, and so does the check after an unclean stop, again and again', async () => {
  const data = await someData()
  const sql = await openConnection(join(data, 'moiso.db'))
  await sql.exec('DROP TRIGGER fact_is_never_changed; UPDATE fact SET done_by = \'staff:p_quay1\' WHERE rev = 2')
  await sql.close()
  expect(await command(data, 'verify')).toEqual({ code: 1, said: expect.stringMatching(/Sự kiện 2 .*bị sửa \/ Fact 2 /) })
  await writeFile(join(data, 'moiso.pid'), '999999999\n')
  for (let time = 1; time <= 2; time++) {
    const { url, kill } = await started(data)
    expect(await checked(url)).toMatchObject({ status: 503, ok: false, checks: { database: expect.stringContaining('Fact 2') } })
    await kill('SIGTERM')
  }
})

it('opens in spite of a destroyed database: from the newest backup, above every number given, and /health says so', async () => {
  const data = await someData()
  await mkdir(join(data, 'backups'))
  await command(data, 'backup', join(data, 'backups', 'moiso-2026-11-20T07-01-00.db'))
  const { url, kill } = await started(data)
  const given = await take(await keyFor(url, 'admin'), 4)
  await kill('SIGTERM')
  await writeFile(join(data, 'moiso.db'), Buffer.alloc(40_960, 'Mời Số'))
  const again = await started(data)
  expect(await health(again.url)).toMatchObject({ status: 200, checks: { recovery: expect.stringMatching(/damaged.*restored from .*moiso-2026-11-20/) } })
  expect(await take(await keyFor(again.url, 'admin'), 1)).toEqual([`10${String(Number(given.at(-1)?.slice(1)) + 1).padStart(2, '0')}`])
  expect(await command(data, 'verify')).toMatchObject({ code: 0 })
})

it('gives a new password on the machine itself: the old one, its sessions and its open screens end within seconds', async () => {
  const data = await someData()
  const { url } = await started(data)
  const [before, other] = [await staff(url, 'quay1'), await staff(url, 'quay2')]
  const screens = [before, other].map(({ cookie }) => openScreen(Number(new URL(url).port), undefined, { cookie, 'moiso-as': 'staff' }))
  await Promise.all(screens.map(screen => screen.watch({ view: 'console', counter: 1 })))
  await sleep(2_500)
  const { code, said } = await command(data, 'admin', 'reset-password', 'quay1')
  const password = /quay1: (\S+)/.exec(said)?.[1] ?? ''
  expect({ code, length: password.length }).toEqual({ code: 0, length: 14 })
  expect([(await staff(url, 'quay1')).status, (await staff(url, 'quay1', password)).status]).toEqual([401, 200])
  await screens[0]?.heard(({ socket }) => !socket.connected)
  expect(screens[1]?.socket.connected).toBe(true)
  await sleep(2_500)
  expect((await program(url, { cookie: before.cookie }).get('/session')).status).toBe(401)
  expect(await command(data, 'admin', 'reset-password', 'nobody')).toMatchObject({ code: 1, said: expect.stringContaining('no such user') })
  screens[1]?.close()
})
