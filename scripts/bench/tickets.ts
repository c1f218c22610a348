import { keyFor, startServer } from '../../tests/support/server.ts'
import { bareLoop } from './bare-loop.ts'
import { load, percentile, startBaseline, withFolder, type Figures } from './measure.ts'

const warmUp = 500
const amount = 3000
const connections = 50

/** Durable tickets over HTTP, beside the rows alone and beside plain Fastify; then one after the other. */
export async function tickets (): Promise<Figures> {
  const plain = await plainFastify()
  return withFolder(async folder => {
    const server = await startServer(folder)
    try {
      const key = await keyFor(server.url, 'officer')
      const post = { url: `${server.url}/api/v1/tickets`, headers: key.headers, body: { field: 'CT', slip: false } }
      await load({ ...post, amount: warmUp, connections })
      const many = await load({ ...post, body: { field: 'HT', slip: false }, amount, connections })
      const one = await sequential(() => key.post('/tickets', { field: 'DD', slip: false }), 300)
      await server.kill('SIGTERM')
      const bare = await bareLoop(folder, amount, connections)
      return {
        ticketsPerSecond: many.perSecond, p50Ms: many.p50Ms, p99Ms: many.p99Ms,
        bareLoopPerSecond: bare, plainFastifyPerSecond: plain.perSecond,
        ofSlowerBaseline: many.perSecond / Math.min(bare, plain.perSecond),
        sequentialP50Ms: percentile(one, 50), sequentialP99Ms: percentile(one, 99)
      }
    } finally {
      await server.kill()
    }
  })
}

async function plainFastify (): Promise<{ perSecond: number }> {
  const baseline = await startBaseline('fastify-baseline.ts')
  const post = { url: `${baseline.url}/tickets`, body: { field: 'CT', slip: false }, connections }
  await load({ ...post, amount: warmUp })
  const measured = await load({ ...post, amount })
  await baseline.stop()
  return measured
}

async function sequential (act: () => Promise<unknown>, times: number): Promise<number[]> {
  const took: number[] = []
  for (let turn = 0; turn < times; turn++) {
    const begun = performance.now()
    await act()
    took.push(performance.now() - begun)
  }
  return took
}
