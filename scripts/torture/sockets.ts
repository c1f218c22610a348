import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { io, type Socket } from 'socket.io-client'
import { verifySqlite } from '../../server/storage/sqlite/verify.ts'
import { keyFor, startServer } from '../../tests/support/server.ts'
import { percentile, withFolder } from '../bench/measure.ts'
import { inProportion, type Extent, type Outcome } from './part.ts'

const attackSeconds = 60
const bystanders = 4

interface Counts { readonly committed: number, readonly cut: number, readonly wrong: readonly string[] }

/** Hostile sockets beside honest ones: the hostile are cut or ignored, the honest go on being answered. */
export async function sockets (extent: Extent): Promise<Outcome> {
  return await withFolder(async data => {
    const failures: string[] = []
    const server = await startServer(data, { MOISO_ALWAYS_OPEN: '1' })
    const key = await keyFor(server.url, 'officer')
    const honest = Array.from({ length: bystanders }, () => io(`${server.url}/live`, { extraHeaders: { ...key.headers }, transports: ['websocket'], reconnection: false, forceNew: true }))
    const quiet = await latencies(honest, sleep(5_000))
    extent.say(`in peace an answer takes ${quiet.p50.toFixed(1)} ms (p99 ${quiet.p99.toFixed(1)} ms)`)
    const seconds = inProportion(attackSeconds, extent)
    const attack = attackFor(server.url, seconds)
    const attacked = await latencies(honest, attack)
    const counts = await attack
    extent.say(`under attack ${attacked.p50.toFixed(1)} ms (p99 ${attacked.p99.toFixed(1)} ms); ${counts.committed} offences, ${counts.cut} cut`)
    for (const name of new Set(counts.wrong)) failures.push(`not cut, or cut for nothing: ${name}`)
    if (honest.some(({ connected }) => !connected)) failures.push('an honest screen was cut')
    for (const socket of honest) socket.close()
    if ((await fetch(`${server.url}/health`)).status !== 200) failures.push('not healthy afterwards')
    for (const { text } of await verifySqlite(join(data, 'moiso.db'))) failures.push(`verify: ${text}`)
    if (await server.kill('SIGTERM') !== 0) failures.push('the stop was not clean')
    return {
      figures: {
        'offences': counts.committed, 'lines cut': counts.cut, 'answer in peace, p50 ms': quiet.p50.toFixed(1), 'answer under attack, p50 ms': attacked.p50.toFixed(1),
        'times as long under attack, p50': (attacked.p50 / quiet.p50).toFixed(2), 'answer in peace, p99 ms': quiet.p99.toFixed(1), 'answer under attack, p99 ms': attacked.p99.toFixed(1)
      },
      failures
    }
  })
}

function attackFor (url: string, seconds: number): Promise<Counts> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./attacker.ts', import.meta.url), { workerData: { url, seconds } })
    worker.once('message', (counts: Counts) => { void worker.terminate().then(() => resolve(counts)) })
    worker.once('error', reject)
  })
}

/** How long honest questions take until something has ended. */
async function latencies (honest: readonly Socket[], ending: Promise<unknown>): Promise<{ p50: number, p99: number }> {
  const took: number[] = []
  let isOver = false
  const over = ending.finally(() => { isOver = true })
  await Promise.all(honest.map(async socket => {
    while (!isOver) {
      const begun = performance.now()
      await socket.timeout(10_000).emitWithAck('watch', { view: 'board' })
      took.push(performance.now() - begun)
      await sleep(50)
    }
  }))
  await over
  return { p50: percentile(took, 50), p99: percentile(took, 99) }
}
