import Network from 'escpos-network'
import { adapterTimes, type AdapterTimes, type PrinterAdapter } from './adapter.ts'

const keepAliveMs = 5000

/**
 * One connection to a printer's port 9100. Of the package's adapter `write` and `read` are used as they are; its `open` has
 * no time-out and calls back again for every later error, its `close` destroys the socket and with it the tail of the job.
 */
export class TcpAdapter extends Network implements PrinterAdapter {
  private readonly times: AdapterTimes
  private readonly ended: Promise<Error | undefined>

  constructor (host: string, port: number, times: AdapterTimes = adapterTimes) {
    super(host, port)
    this.times = times
    const socket = this.socket()
    let fault: Error | undefined
    socket.on('error', error => { fault = error })
    // Reading must go on while we write: status bytes left unread turn our close into a reset.
    socket.resume()
    this.ended = new Promise(resolve => { socket.once('close', () => { resolve(fault) }) })
  }

  override open (callback: (error?: Error | null) => void): this {
    const socket = this.socket()
    const timer = setTimeout(() => { socket.destroy(new Error('connect time-out')) }, this.times.connectMs)
    let isSettled = false
    const settle = (error?: Error) => {
      clearTimeout(timer)
      if (isSettled) return
      isSettled = true
      callback(error)
    }
    void this.ended.then(fault => { settle(fault ?? new Error('closed while connecting')) })
    socket.setNoDelay(true).setKeepAlive(true, keepAliveMs)
    socket.connect({ host: this.address, port: this.port }, () => { settle() })
    return this
  }

  onEnd (callback: (error?: Error) => void): void {
    void this.ended.then(callback)
  }

  override close (callback?: (error?: Error | null) => void): this {
    const socket = this.socket()
    const timer = setTimeout(() => { socket.destroy() }, this.times.closeMs)
    void this.ended.then(() => { clearTimeout(timer); callback?.() })
    if (socket.connecting) socket.destroy()
    else socket.end()
    return this
  }

  private socket () {
    if (!this.device) throw new Error('The printer connection is closed')
    return this.device
  }
}
