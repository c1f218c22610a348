import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { BoardShot } from '../../common/contract/live.ts'
import { verifySqlite } from '../../server/storage/sqlite/verify.ts'
import { openHerd, pictureOf } from '../support/herd.ts'
import { keyFor, pairBoard, program, signIn, startServer, type Program } from '../support/server.ts'

const amount = 100

it(`a restart (R1): ${amount} boards watch while the server is killed and comes back; all are true again, no fact missed, none twice`, async () => {
  const data = await mkdtemp(join(tmpdir(), 'moiso-restart-'))
  const first = await startServer(data)
  const port = new URL(first.url).port
  const cookie = await pairBoard(first.url)
  const herd = openHerd(first.url, cookie, amount)
  const [key, officer] = [await keyFor(first.url, 'officer'), await signIn(first.url, 'quay1')]
  await officer.post('/counters/1/open')
  await expect.poll(herd.areLive, { timeout: 15_000 }).toBe(true)

  const load = [visits(key, officer), visits(key, officer)]
  // Until every board has followed enough for a gap to show, however busy the machine is.
  await expect.poll(() => Math.min(...herd.boards.map(({ applied }) => applied.length)), { timeout: 15_000 }).toBeGreaterThan(10)
  await first.kill('SIGKILL')
  await Promise.all(load)
  const second = await startServer(data, { MOISO_PORT: port })
  const last = await key.post('/tickets', { field: 'HD' })
  expect(last.status).toBe(201)

  const truth = pictureOf(await boardNow(second.url, cookie))
  await expect.poll(herd.pictures, { timeout: 15_000 }).toEqual([truth])
  expect(herd.areLive()).toBe(true)
  for (const { applied } of herd.boards) {
    expect(applied).toEqual(applied.map((_, place) => (applied[0] ?? 0) + place))
  }
  expect(new Set(herd.boards.map(({ applied }) => applied.at(-1))).size).toBe(1)
  herd.close()
  expect(await second.kill('SIGTERM')).toBe(0)
  expect(await verifySqlite(join(data, 'moiso.db'))).toEqual([])
  await rm(data, { recursive: true, force: true })
}, 60_000)

/** Numbers taken, called and finished until the line breaks. */
async function visits (key: Program, officer: Program): Promise<void> {
  try {
    for (;;) {
      await key.post('/tickets', { field: 'CT' })
      await officer.post('/counters/1/next')
      await officer.post('/counters/1/finish')
    }
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
  }
}

/** The wall as a board sees it that has just been switched on. */
async function boardNow (url: string, cookie: string): Promise<BoardShot> {
  expect((await program(url).get('/office')).status).toBe(200)
  const herd = openHerd(url, cookie, 1)
  await expect.poll(herd.areLive, { timeout: 5_000 }).toBe(true)
  const shot = herd.boards[0]?.view.state.shot as BoardShot
  herd.close()
  return shot
}
