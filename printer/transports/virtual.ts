import { type VirtualPrinter } from '../virtual/printer.ts'
import { type AdapterTimes } from './adapter.ts'
import { TcpAdapter } from './tcp.ts'

const here = '127.0.0.1'

/** The printer made of software, reached as any other: over a port of this machine, taken with the first connection. */
export function serveVirtual (virtual: Pick<VirtualPrinter, 'listen'>, times: AdapterTimes) {
  let served: ReturnType<VirtualPrinter['listen']> | undefined
  return {
    async adapter () {
      served ??= virtual.listen(0).catch((error: unknown) => { served = undefined; throw error })
      return new TcpAdapter(here, (await served).port, times)
    },
    async stop () { await (await served?.catch(() => undefined))?.close() }
  }
}
