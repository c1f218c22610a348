import { setTimeout as sleep } from 'node:timers/promises'
import type { BoardShot } from '../../common/contract/live.ts'
import { openHerd, pictureOf, type Herd } from '../../tests/support/herd.ts'
import { keyFor, pairBoard, signIn, startServer, type Program } from '../../tests/support/server.ts'
import { percentile, withFolder } from '../bench/measure.ts'
import { inProportion, type Extent, type Outcome } from './part.ts'

const amount = 500
const calls = 20
const backWithinMs = 5_000
/** Share of all reconnects that may fall into one tenth of a second. */
const mostInOneBucket = 0.25

interface Comeback { readonly lastMs: number, readonly bucket: number }

/** Five hundred boards, running the screen's own code: how late the last hears a call, and how all come back after kill -9. */
export async function boards (extent: Extent): Promise<Outcome> {
  const failures: string[] = []
  const lastMs: number[] = []
  const comebacks: Comeback[] = []
  await withFolder(async data => {
    let server = await startServer(data, { MOISO_ALWAYS_OPEN: '1' })
    const port = new URL(server.url).port
    const cookie = await pairBoard(server.url)
    const herd = openHerd(server.url, cookie, amount)
    const [key, officer] = [await keyFor(server.url, 'officer'), await signIn(server.url, 'quay1')]
    await officer.post('/counters/1/open')
    await until(herd.areLive, 60_000)
    for (let call = 0; call < calls; call++) lastMs.push(await lastToHear(herd, key, officer))
    extent.say(`${amount} boards live; a call reaches the last after ${Math.round(percentile(lastMs, 50))} ms (p95 ${Math.round(percentile(lastMs, 95))} ms)`)

    const restarts = inProportion(5, extent)
    for (let round = 1; round <= restarts; round++) {
      await server.kill('SIGKILL')
      server = await startServer(data, { MOISO_ALWAYS_OPEN: '1', MOISO_PORT: port })
      const back = await comeBack(herd, key, server.url, cookie)
      comebacks.push(back)
      if (back.lastMs > backWithinMs) failures.push(`the last board was true again ${Math.round(back.lastMs)} ms after the server listened`)
      if (back.bucket > mostInOneBucket) failures.push(`${Math.round(back.bucket * 100)} % of the boards came back in one tenth of a second`)
      extent.say(`restart ${round}/${restarts}: all true again after ${Math.round(back.lastMs)} ms, at most ${Math.round(back.bucket * 100)} % in 100 ms`)
    }
    for (const [place, { applied }] of herd.boards.entries()) if (applied.some((rev, at) => at > 0 && rev <= (applied[at - 1] ?? 0))) failures.push(`board ${place} put a fact on its wall twice`)
    herd.close()
    if (await server.kill('SIGTERM') !== 0) failures.push('the last stop was not clean')
  })
  return {
    figures: {
      'boards': amount, 'call to last board, p50 ms': Math.round(percentile(lastMs, 50)), 'call to last board, p95 ms': Math.round(percentile(lastMs, 95)), 'restarts': comebacks.length,
      'listening to last board true, slowest ms': Math.round(Math.max(...comebacks.map(back => back.lastMs))), 'most reconnects in 100 ms, %': Math.round(Math.max(...comebacks.map(({ bucket }) => bucket)) * 100)
    },
    failures
  }
}

async function lastToHear (herd: Herd, key: Program, officer: Program): Promise<number> {
  await key.post('/tickets', { field: 'CT', slip: false })
  await sleep(50)
  const heard = herd.boards.map(({ applied }) => applied.length)
  const begun = performance.now()
  await officer.post('/counters/1/next')
  await until(() => herd.boards.every(({ applied }, place) => applied.length > (heard[place] ?? 0)), 10_000)
  const last = Math.max(...herd.boards.map(({ appliedAt }) => appliedAt)) - begun
  await officer.post('/counters/1/finish')
  return last
}

/** From the moment the server listens: a number is taken, and every board's wall must come to say so. */
async function comeBack (herd: Herd, key: Program, url: string, cookie: string): Promise<Comeback> {
  const listening = performance.now()
  await key.post('/tickets', { field: 'HT', slip: false })
  const look = openHerd(url, cookie, 1)
  await until(look.areLive, 10_000)
  const truth = pictureOf(look.boards[0]?.view.state.shot as BoardShot)
  look.close()
  await until(() => herd.areLive() && herd.pictures().every(picture => picture === truth), 20_000)
  const lastMs = performance.now() - listening
  const buckets = new Map<number, number>()
  for (const { connectedAt } of herd.boards) {
    const bucket = Math.floor((connectedAt.at(-1) ?? 0) / 100)
    buckets.set(bucket, (buckets.get(bucket) ?? 0) + 1)
  }
  return { lastMs, bucket: Math.max(...buckets.values()) / amount }
}

async function until (what: () => boolean, withinMs: number): Promise<void> {
  const begun = performance.now()
  while (!what()) {
    if (performance.now() - begun > withinMs) throw new Error(`not within ${withinMs} ms: ${what.toString()}`)
    await sleep(10)
  }
}
