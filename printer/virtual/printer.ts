import { createServer, type Socket } from 'node:net'
import { type Bitmap } from '../encode/bitmap.ts'
import { pngOf } from '../encode/png.ts'
import { takeCommand, type Command } from './commands.ts'
import { createVirtualPaper } from './paper.ts'

/** One slip that came out. */
export interface VirtualSheet {
  /** 1, 2, 3 … since the printer was made. */
  readonly id: number
  readonly at: Date
  readonly widthDots: number
  readonly heightDots: number
}

/** One side's end of a connection to the printer. */
export interface VirtualConnection {
  receive (bytes: Uint8Array): void
  end (): void
}

/** A healthy receipt printer made of software: in this process, or on a port of this machine for tests. */
export interface VirtualPrinter {
  /** The last sheets, oldest first. */
  sheets (): readonly VirtualSheet[]
  /** The picture of a sheet still kept. */
  png (id: number): Uint8Array | undefined
  /** Returns what takes the listener away again. */
  onSheet (listener: (sheet: VirtualSheet) => void): () => void
  connect (reply: (bytes: Uint8Array) => void): VirtualConnection
  /** Serves port 9100's protocol on 127.0.0.1; port 0 takes any free one. Resolves with the port. */
  listen (port: number): Promise<{ readonly port: number, close (): Promise<void> }>
}

export interface VirtualPrinterOptions { readonly widthDots?: number, readonly keep?: number, readonly now?: () => Date }

type Kept = VirtualSheet & { readonly bitmap: Bitmap, png?: Uint8Array }

/** `keep`: how many sheets are remembered (20). */
export function createVirtualPrinter ({ widthDots = 576, keep = 20, now = () => new Date() }: VirtualPrinterOptions = {}): VirtualPrinter {
  const kept: Kept[] = []
  const listeners = new Set<(sheet: VirtualSheet) => void>()
  let lastId = 0
  const finish = (bitmap: Bitmap | undefined) => {
    if (!bitmap) return
    const sheet: Kept = { id: ++lastId, at: now(), widthDots, heightDots: bitmap.heightDots, bitmap }
    kept.push(sheet)
    if (kept.length > keep) kept.shift()
    for (const listener of listeners) listener(shown(sheet))
  }
  const connect = (reply: (bytes: Uint8Array) => void) => createConnection(widthDots, reply, finish)
  return {
    sheets: () => kept.map(shown),
    png (id) {
      const sheet = kept.find(candidate => candidate.id === id)
      if (sheet) sheet.png ??= pngOf(sheet.bitmap)
      return sheet?.png
    },
    onSheet (listener) {
      listeners.add(listener)
      return () => { listeners.delete(listener) }
    },
    connect,
    listen: port => listen(port, connect)
  }
}

function shown ({ id, at, widthDots, heightDots }: Kept): VirtualSheet {
  return { id, at, widthDots, heightDots }
}

const healthy = Uint8Array.of(0x12)
const identities: Readonly<Record<number, string>> = { 65: '1.00', 66: 'MOISO', 67: 'VIRTUAL', 68: '0001' }

function createConnection (widthDots: number, reply: (bytes: Uint8Array) => void, finish: (bitmap: Bitmap | undefined) => void): VirtualConnection {
  const paper = createVirtualPaper(widthDots)
  const answerRealTime = createRealTimeEar(() => { reply(healthy) })
  let pending: Uint8Array = new Uint8Array(0)
  const obey = (command: Command) => {
    paper.take(command)
    if (command.type === 'cut') finish(paper.tearOff())
    if (command.type === 'paperQuery') reply(Uint8Array.of(0))
    if (command.type === 'identity') reply(Buffer.from(`_${identities[command.which] ?? ''}\0`, 'latin1'))
    if (command.type === 'process') {
      // A printer without a cutter: the paper is torn where the job ends.
      finish(paper.tearOff())
      reply(Buffer.concat([Uint8Array.of(0x37, 0x22), command.id, Uint8Array.of(0)]))
    }
  }
  return {
    receive (bytes) {
      answerRealTime(bytes)
      pending = Buffer.concat([pending, bytes])
      let at = 0
      for (let taken = takeCommand(pending); taken; taken = takeCommand(pending.subarray(at))) {
        at += taken.length
        obey(taken.command)
      }
      pending = pending.subarray(at)
    },
    end () { finish(paper.tearOff()) }
  }
}

/** Hears DLE EOT n wherever it arrives, even inside a picture, as printers do. */
function createRealTimeEar (onQuery: () => void): (bytes: Uint8Array) => void {
  let last = 0
  let beforeLast = 0
  return bytes => {
    for (const byte of bytes) {
      if (beforeLast === 0x10 && last === 0x04 && byte >= 1 && byte <= 4) onQuery()
      beforeLast = last
      last = byte
    }
  }
}

async function listen (port: number, connect: VirtualPrinter['connect']): Promise<{ readonly port: number, close (): Promise<void> }> {
  const sockets = new Set<Socket>()
  const server = createServer(socket => {
    sockets.add(socket)
    const connection = connect(bytes => { if (socket.writable) socket.write(bytes) })
    socket.on('data', bytes => { connection.receive(bytes) })
    socket.on('error', () => {}) // a client that breaks off is its own affair; `close` follows
    socket.on('close', () => { sockets.delete(socket); connection.end() })
  })
  await new Promise<void>((resolve, reject) => { server.once('error', reject).listen(port, '127.0.0.1', resolve) })
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : port,
    close: () => new Promise(resolve => {
      server.close(() => { resolve() })
      for (const socket of sockets) socket.destroy()
    })
  }
}
