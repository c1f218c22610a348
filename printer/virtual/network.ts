import { createServer, type Server, type Socket } from 'node:net'
import { type Line, type Machine } from './machine.ts'
import { type Timers } from './mechanism.ts'

/** Little is read ahead of what the printer has room for; the rest waits in the connection. */
const readAheadBytes = 1024
/** A slow line brings bytes in so many portions a second at most. */
const portionsASecond = 50

/** A connection, from the moment it was made. */
interface Plug {
  readonly socket: Socket
  /** Absent while it waits for its turn, or its printer has lost power. */
  line?: Line
  /** Answers that wait for the network to come back. */
  unsaid: Uint8Array[]
  isReading: boolean
  /** When a slow line brings its next portion. */
  nextPortionAt: number
  callOff?: () => void
  /** The printer knows nothing of it any more. */
  isStale: boolean
}

/** The printer's network socket: who is served, how fast bytes come, and what a client sees when the power goes. */
export class Network {
  private readonly machine: Machine
  private readonly timers: Timers
  private readonly plugs = new Set<Plug>()
  private readonly server: Server

  constructor (machine: Machine, timers: Timers) {
    this.machine = machine
    this.timers = timers
    this.server = createServer({ highWaterMark: readAheadBytes }, socket => { this.plugIn(socket) })
  }

  listen (port: number, host: string): Promise<number> {
    return new Promise((resolve, reject) => {
      this.server.once('error', reject).listen(port, host, () => {
        const address = this.server.address()
        resolve(typeof address === 'object' && address ? address.port : port)
      })
    })
  }

  close (): Promise<void> {
    return new Promise(resolve => {
      this.server.close(() => { resolve() })
      for (const { socket } of this.plugs) socket.destroy()
    })
  }

  /** Call it whenever the machine may have changed. */
  look (): void {
    const { power, whenOff, network } = this.machine.knobs()
    for (const plug of this.plugs) {
      if (power === 'off') plug.isStale = true
      if (plug.isStale && (power === 'on' || whenOff === 'reset')) plug.socket.resetAndDestroy()
      if (network === 'ok') this.sayWhatWaits(plug)
      this.read(plug)
    }
    this.serveNext()
  }

  private plugIn (socket: Socket): void {
    const plug: Plug = { socket, unsaid: [], isReading: false, nextPortionAt: 0, isStale: false }
    this.plugs.add(plug)
    socket.on('error', () => {}) // a client that breaks off is its own affair; `close` follows
    socket.on('close', () => { this.unplug(plug) })
    socket.on('readable', () => { this.read(plug) })
    if (this.machine.knobs().others === 'refused' && this.served() > 0) socket.resetAndDestroy()
    else this.look()
  }

  private unplug (plug: Plug): void {
    this.plugs.delete(plug)
    plug.callOff?.()
    plug.line?.end()
    this.look()
  }

  private served (): number {
    return [...this.plugs].filter(({ line, isStale }) => line && !isStale).length
  }

  /** Takes up connections in the order they came, as many at a time as the printer serves. */
  private serveNext (): void {
    const { power, others } = this.machine.knobs()
    for (const plug of this.plugs) {
      if (power === 'off' || (others !== 'served' && this.served() > 0)) return
      if (plug.line || plug.isStale || plug.socket.destroyed) continue
      plug.line = this.machine.connect(bytes => { this.say(plug, bytes) })
      this.read(plug)
    }
  }

  private say (plug: Plug, bytes: Uint8Array): void {
    plug.unsaid.push(bytes)
    if (this.machine.knobs().network === 'ok') this.sayWhatWaits(plug)
  }

  private sayWhatWaits ({ socket, unsaid }: Plug): void {
    for (const bytes of unsaid.splice(0)) if (socket.writable && bytes.length > 0) socket.write(bytes)
  }

  /** Gives the printer what it has room for; the rest stays in the connection and holds its sender back. */
  private read (plug: Plug): void {
    if (plug.isReading) return
    plug.isReading = true
    for (let portion = this.portion(plug); portion; portion = this.portion(plug)) plug.line?.receive(portion)
    plug.isReading = false
  }

  private portion (plug: Plug): Buffer | null {
    const { socket, line, isStale } = plug
    if (!line || isStale || this.machine.knobs().network === 'silent') return null
    // Asking an empty connection lets it notice that its other side has closed.
    if (socket.readableLength === 0) return socket.read(0) as null
    const length = Math.min(socket.readableLength, this.machine.room(), this.pace(plug))
    return length > 0 ? socket.read(length) as Buffer | null : null
  }

  /** How many bytes the line has brought by now. */
  private pace (plug: Plug): number {
    const { bytesPerSecond } = this.machine.knobs()
    if (bytesPerSecond <= 0) return Infinity
    const waitMs = plug.nextPortionAt - this.timers.now()
    if (waitMs > 0) {
      plug.callOff?.()
      plug.callOff = this.timers.after(waitMs, () => { this.read(plug) })
      return 0
    }
    const bytes = Math.max(1, Math.floor(bytesPerSecond / portionsASecond))
    plug.nextPortionAt = this.timers.now() + bytes * 1000 / bytesPerSecond
    return bytes
  }
}
