import { type Place } from '../address.ts'
import { type VirtualPrinter } from '../virtual/printer.ts'
import { type AdapterTimes, type PrinterAdapter } from './adapter.ts'
import { DeviceAdapter } from './device.ts'
import { TcpAdapter } from './tcp.ts'
import { serveVirtual } from './virtual.ts'

/** The way to a printer that is talked to: a fresh adapter, not yet open, for every connection. */
export interface Transport {
  readonly adapter: () => Promise<PrinterAdapter>
  /** The printer made of software behind a `virtual:` address. */
  readonly virtual?: VirtualPrinter
  stop (): Promise<void>
}

export function transportTo (place: Exclude<Place, { type: 'file' }>, times: AdapterTimes, makeVirtual: () => VirtualPrinter): Transport {
  switch (place.type) {
    case 'tcp': return { adapter: async () => new TcpAdapter(place.host, place.port, times), stop: async () => {} }
    case 'device': return { adapter: async () => new DeviceAdapter(place.device, times), stop: async () => {} }
    case 'virtual': {
      const virtual = makeVirtual()
      return { ...serveVirtual(virtual, times), virtual }
    }
  }
}
