import { createServer, type AddressInfo } from 'node:net'

const confirmation = Buffer.from([0x1d, 0x28, 0x48, 0x06, 0x00, 0x30, 0x30])
const asked = confirmation.length + 4

export interface CountingPrinter {
  readonly url: string
  /** Slips that came whole and were confirmed. */
  readonly papers: () => number
  readonly close: () => void
}

/** A network printer that confirms each job it has received whole (`GS ( H`), and keeps nothing but the count. */
export async function aCountingPrinter (): Promise<CountingPrinter> {
  let papers = 0
  const server = createServer(socket => {
    let tail = Buffer.alloc(0)
    socket.on('error', () => socket.destroy())
    socket.on('data', chunk => {
      tail = Buffer.concat([tail, chunk]).subarray(-asked)
      if (tail.length < asked || !tail.subarray(0, confirmation.length).equals(confirmation)) return
      papers++
      socket.write(Buffer.concat([Buffer.from([0x37, 0x22]), tail.subarray(confirmation.length), Buffer.from([0x00])]))
    })
  })
  await new Promise<void>(resolve => { server.listen(0, '127.0.0.1', resolve) })
  return { url: `tcp://127.0.0.1:${(server.address() as AddressInfo).port}`, papers: () => papers, close: () => server.close() }
}
