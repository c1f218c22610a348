import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** The network cable between a computer and the office, to be pulled out. */
export interface Cable {
  readonly port: number
  readonly pull: () => void
  readonly plug: () => void
  readonly close: () => Promise<void>
}

/** Leads to a port of this machine. The caller closes it. */
export async function openCable (to: number): Promise<Cable> {
  const ends = new Set<Socket>()
  let isPlugged = true
  const server = createServer(near => {
    if (!isPlugged) return near.destroy()
    const far = connect(to, '127.0.0.1')
    for (const [end, other] of [[near, far], [far, near]] as const) {
      ends.add(end)
      end.pipe(other)
      end.on('error', () => other.destroy()).on('close', () => { ends.delete(end); other.destroy() })
    }
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const pull = () => {
    isPlugged = false
    for (const end of ends) end.destroy()
  }
  return {
    port: (server.address() as AddressInfo).port, pull,
    plug: () => { isPlugged = true },
    close: async () => {
      pull()
      server.close()
      await once(server, 'close')
    }
  }
}
