/** Only what is used of escpos 3 alpha: the adapter contract, the TCP adapter, the status decoders. The packages ship no types. */
declare module 'escpos-network' {
  import { EventEmitter } from 'node:events'
  import { type Socket } from 'node:net'

  export default class Network extends EventEmitter {
    constructor (address: string, port?: number)
    readonly address: string
    readonly port: number
    device: Socket | null
    open (callback: (error?: Error | null) => void): this
    write (bytes: Uint8Array, callback: (error?: Error | null) => void): this
    read (callback: (bytes: Uint8Array) => void): this
    close (callback?: (error?: Error | null) => void): this
  }
}

declare module 'escpos-adapter' {
  import { EventEmitter } from 'node:events'

  export default class Adapter extends EventEmitter {
    open (callback: (error?: Error | null) => void): unknown
    write (bytes: Uint8Array, callback: (error?: Error | null) => void): unknown
    read (callback: (bytes: Uint8Array) => void): unknown
    close (callback?: (error?: Error | null) => void): unknown
  }
}

declare module 'escpos/statuses.js' {
  type DeviceStatus = new (byte: number) => { toJSON (): { statuses: { bit: number | string, status: 'ok' | 'warning' | 'error', label: string }[] } }
  const statuses: Readonly<Record<'PrinterStatus' | 'OfflineCauseStatus' | 'ErrorCauseStatus' | 'RollPaperSensorStatus', DeviceStatus>>
  export default statuses
}
