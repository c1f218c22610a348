import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { io } from 'socket.io-client'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { verifySqlite } from '../../server/storage/sqlite/verify.ts'
import { keyFor, program, signIn, startServer, type RunningServer } from '../support/server.ts'

let data: string
let server: RunningServer | undefined
beforeEach(async () => { data = await mkdtemp(join(tmpdir(), 'moiso-stop-')) })
afterEach(async () => {
  await server?.kill()
  await rm(data, { recursive: true, force: true })
})

const portOf = (url: string) => Number(new URL(url).port)

/** Asks for numbers until the line is gone; returns the answers. */
async function askUntilGone (url: string, headers: Readonly<Record<string, string>>): Promise<{ status: number, number?: string }[]> {
  const answers: { status: number, number?: string }[] = []
  try {
    for (;;) {
      const { status, body } = await program(url, headers).post('/tickets', { field: 'CT' })
      answers.push({ status, number: body.ticket?.number })
    }
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
  }
  return answers
}

it('SIGTERM under load (R13): every request is answered or refused, what was answered is kept, and the end is 0 within five seconds', async () => {
  server = await startServer(data, { MOISO_PRINTER: `file:${join(data, 'paper')}` })
  const key = await keyFor(server.url, 'officer')
  const screen = io(`${server.url}/live`, { extraHeaders: { ...key.headers }, transports: ['websocket'], reconnection: false })
  await once(screen as never, 'connect')
  // Two that never finish what they began must not hold up the stop.
  const slow = ['POST /api/v1/tickets HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"fie', 'GET / HT'].map(begun => {
    const line = connect(portOf(server?.url ?? ''), '127.0.0.1')
    line.on('error', () => undefined).write(begun)
    return line
  })
  const asking = Array.from({ length: 20 }, () => askUntilGone(server?.url ?? '', key.headers))
  await sleep(300)
  const ended = await Promise.race([server.kill('SIGTERM'), sleep(5_000, 'too late' as const)])
  const answers = (await Promise.all(asking)).flat()
  expect(ended).toBe(0)
  expect(answers.filter(({ status }) => status !== 201 && status !== 503)).toEqual([])
  const acknowledged = answers.flatMap(({ number }) => number === undefined ? [] : [number])
  expect(acknowledged.length).toBeGreaterThan(20)
  expect(new Set(acknowledged).size).toBe(acknowledged.length)
  for (const line of slow) line.destroy()
  screen.close()

  expect(await verifySqlite(join(data, 'moiso.db'))).toEqual([])
  server = await startServer(data)
  const stored = (await (await signIn(server.url, 'giamsat')).get('/tickets')).body.items.map(({ number }: { number: string }) => number)
  expect(stored).toEqual(expect.arrayContaining(acknowledged))
}, 30_000)

it('what nobody caught is logged, and garbage and broken lines are survived', async () => {
  server = await startServer(data, { NODE_OPTIONS: '--import=data:text/javascript,process.on(`SIGUSR2`,()=>{Promise.reject(new(Error)(`nobody-caught-me`))})' })
  server.process.kill('SIGUSR2')
  await expect.poll(() => server?.errors.join('')).toContain('nobody-caught-me')
  const upgrade = 'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n'
  for (const garbage of ['\u0000\u0001\u0002', 'GET / HTTP/9.9\r\n\r\n', 'POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n', `GET / HTTP/1.1\r\nX: ${'x'.repeat(100_000)}\r\n\r\n`, upgrade, `${upgrade}\u00ff\u00ff\u00ff\u00ff`]) {
    const line = connect(portOf(server.url), '127.0.0.1')
    line.on('error', () => undefined).write(Buffer.from(garbage, 'latin1'))
    await sleep(30)
    line.resetAndDestroy()
  }
  expect((await fetch(`${server.url}/health`)).status).toBe(200)
  expect(await server.kill('SIGTERM')).toBe(0)
}, 30_000)
