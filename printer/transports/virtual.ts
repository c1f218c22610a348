import Adapter from 'escpos-adapter'
import { type VirtualConnection, type VirtualPrinter } from '../virtual/printer.ts'
import { type PrinterAdapter } from './adapter.ts'

/** A connection to the printer made of software, without a network between. */
export class VirtualAdapter extends Adapter implements PrinterAdapter {
  private readonly printer: VirtualPrinter
  private connection: VirtualConnection | undefined

  constructor (printer: VirtualPrinter) {
    super()
    this.printer = printer
  }

  override open (callback: (error?: Error | null) => void): this {
    this.connection = this.printer.connect(bytes => { this.emit('said', bytes) })
    setImmediate(callback)
    return this
  }

  override write (bytes: Uint8Array, callback: (error?: Error | null) => void): this {
    setImmediate(() => {
      this.connection?.receive(bytes)
      callback(this.connection ? undefined : new Error('not open'))
    })
    return this
  }

  override read (callback: (bytes: Uint8Array) => void): this {
    return this.on('said', callback)
  }

  onEnd (callback: (error?: Error) => void): void {
    this.once('ended', callback)
  }

  override close (callback?: (error?: Error | null) => void): this {
    this.connection?.end()
    this.connection = undefined
    setImmediate(() => { this.emit('ended'); callback?.() })
    return this
  }
}
