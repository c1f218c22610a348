import { io, type Socket } from 'socket.io-client'
import { keyFor, signIn, startServer } from '../../tests/support/server.ts'
import { percentile, residentMb, startBaseline, withFolder, type Figures } from './measure.ts'

const crowds = [1, 100, 1000]
const turns = 60

/** From the request for a ticket to the last screen told, beside a bare Socket.IO broadcast to as many, and one that has a row on disk first. */
export async function board (): Promise<Figures> {
  const figures: Record<string, number> = {}
  const bare = await startBaseline('socket-baseline.ts')
  await withFolder(async folder => {
    const server = await startServer(folder)
    try {
      const key = await keyFor(server.url, 'officer')
      const cookie = (await signIn(server.url, 'quay1')).headers
      figures['residentMb'] = await residentMb(server.process.pid ?? 0)
      for (const screens of crowds) {
        const ours = await told(server.url, screens, cookie, () => key.post('/tickets', { field: 'CT', slip: false }))
        const theirs = await told(bare.url, screens, {}, () => fetch(bare.url, { method: 'POST', body: '{}' }))
        const durable = await told(bare.url, screens, {}, () => fetch(`${bare.url}/durable`, { method: 'POST', body: '{}' }))
        figures[`screens${screens}P50Ms`] = percentile(ours, 50)
        figures[`screens${screens}P99Ms`] = percentile(ours, 99)
        figures[`bare${screens}P50Ms`] = percentile(theirs, 50)
        figures[`bare${screens}P99Ms`] = percentile(theirs, 99)
        figures[`bareDurable${screens}P50Ms`] = percentile(durable, 50)
        figures[`ratio${screens}P50`] = percentile(ours, 50) / percentile(theirs, 50)
        figures[`ratioToDurable${screens}P50`] = percentile(ours, 50) / percentile(durable, 50)
      }
      const crowd = await join(server.url, 1000, cookie)
      figures['residentWith1000ScreensMb'] = await residentMb(server.process.pid ?? 0)
      crowd.forEach(socket => socket.close())
    } finally {
      await server.kill()
      await bare.stop()
    }
  })
  return figures
}

async function told (url: string, screens: number, headers: Readonly<Record<string, string>>, act: () => Promise<unknown>): Promise<number[]> {
  const crowd = await join(url, screens, headers)
  const took: number[] = []
  for (let turn = -10; turn < turns; turn++) {
    const begun = performance.now()
    const all = Promise.all(crowd.map(socket => new Promise<void>(resolve => { socket.once('fact', () => resolve()) })))
    await act()
    await all
    // The first turns warm up.
    if (turn >= 0) took.push(performance.now() - begun)
  }
  crowd.forEach(socket => socket.close())
  return took
}

async function join (url: string, screens: number, headers: Readonly<Record<string, string>>): Promise<Socket[]> {
  const crowd: Socket[] = []
  for (let place = 0; place < screens; place += 50) {
    crowd.push(...await Promise.all(Array.from({ length: Math.min(50, screens - place) }, () => watching(url, headers))))
  }
  return crowd
}

/** A screen that has asked for the board. */
export async function watching (url: string, headers: Readonly<Record<string, string>>): Promise<Socket> {
  const socket = io(`${url}/live`, { transports: ['websocket'], forceNew: true, reconnection: false, extraHeaders: headers, auth: { as: 'staff' } })
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', () => resolve())
    socket.once('connect_error', reject)
  })
  await socket.timeout(10_000).emitWithAck('watch', { view: 'board' })
  return socket
}
