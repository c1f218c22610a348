import { createServer, type AddressInfo, type Socket } from 'node:net'
import { PNG } from 'pngjs'
import { type FinishedSlip } from '../../printer/outcome.ts'
import { type TicketSlipFacts } from '../../printer/slip/facts.ts'
import { profileNamed, type PrinterProfile } from '../../printer/profiles/profiles.ts'
import { type Bitmap } from '../../printer/encode/bitmap.ts'

export const someUrl = 'http://192.168.1.20:8080/t/Zk3vXq8bPw2LmN5rTy7uHg'

export function aTicketSlip (changes: Partial<TicketSlipFacts> = {}): TicketSlipFacts {
  return {
    kind: 'ticket', reprint: false, language: 'vi', office: { name: 'Trung tâm Phục vụ hành chính công xã Mẫu Sơn Hạ', phone: '0000 000 000' },
    number: '1042', field: 'Chứng thực', procedure: 'Chứng thực bản sao từ bản chính', counters: [1, 3], priority: false, ahead: 7,
    issuedAt: '2026-11-23T09:40:31+07:00', serviceDate: '2026-11-23', papers: ['Bản chính giấy tờ', 'Bản sao (nếu đã có)'], url: someUrl, trial: false, ...changes
  }
}

export function aFinishedSlip (changes: Partial<FinishedSlip> = {}): FinishedSlip {
  return { job: 'j1', serviceDate: '2026-11-23', number: '1042', processNumber: 7, bytes: Uint8Array.of(1, 2, 3), png: Uint8Array.of(4, 5), ...changes }
}

export function profile (name: string): PrinterProfile {
  const found = profileNamed(name)
  if (!found) throw new Error(`no profile ${name}`)
  return found
}

/** `#` is a black dot, anything else white. */
export function aBitmap (...lines: string[]): Bitmap {
  const widthDots = Math.max(...lines.map(line => line.length))
  const widthBytes = Math.ceil(widthDots / 8)
  const rows = new Uint8Array(widthBytes * lines.length)
  lines.forEach((line, y) => [...line].forEach((dot, x) => { if (dot === '#') rows[y * widthBytes + (x >> 3)]! |= 0x80 >> (x & 7) }))
  return { widthDots, widthBytes, heightDots: lines.length, rows }
}

/** Black dots of a PNG as a string of 0 and 1, read by a library that had no part in writing it. */
export function dotsOfPng (png: Uint8Array): { width: number, height: number, dots: string, rgba: Uint8ClampedArray } {
  const { width, height, data } = PNG.sync.read(Buffer.from(png))
  const dots = Array.from({ length: width * height }, (_, i) => data[4 * i] === 0 ? '1' : '0').join('')
  return { width, height, dots, rgba: new Uint8ClampedArray(data) }
}

export interface FakePrinter {
  readonly url: string
  readonly received: () => Buffer
  readonly connections: () => number
  /** Connections that stand. */
  readonly standing: () => number
  /** Says something of itself on every connection. */
  say (bytes: Uint8Array): void
  close (): Promise<void>
}

/** A printer on 127.0.0.1 that does what a test says with every connection. */
export async function aTcpPrinter (onConnection: (socket: Socket, heard: (bytes: Buffer) => void) => void, port = 0): Promise<FakePrinter> {
  const chunks: Buffer[] = []
  const sockets = new Set<Socket>()
  let connections = 0
  const server = createServer(socket => {
    connections++
    sockets.add(socket)
    socket.on('error', () => {})
    socket.on('close', () => { sockets.delete(socket) })
    onConnection(socket, bytes => { chunks.push(bytes) })
  })
  await new Promise<void>(resolve => { server.listen(port, '127.0.0.1', resolve) })
  return {
    url: `tcp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received: () => Buffer.concat(chunks),
    connections: () => connections,
    standing: () => sockets.size,
    say (bytes) { for (const socket of sockets) socket.write(bytes) },
    close: () => new Promise(resolve => { server.close(() => { resolve() }); for (const socket of sockets) socket.destroy() })
  }
}

/** DLE EOT 1–4 of a printer that is well. */
export const allWell: readonly number[] = [0x12, 0x12, 0x12, 0x12]
/** GS ( H's answer. */
export const confirmation = (id = '0007') => Buffer.concat([Buffer.from([0x37, 0x22]), Buffer.from(id), Buffer.from([0])])
/** GS r 1's answer: paper is there. */
export const fence = Buffer.from([0])
/** What a job's bytes are made of in tests: nothing any command begins with. */
export const inkByte = 0x2a

/** A slip of ink with the questions after it, as a `probe` printer is sent it. */
export function anInkSlip (processNumber = 7, inkBytes = 9000, changes: Partial<FinishedSlip> = {}): FinishedSlip {
  const id = String(processNumber).padStart(4, '0')
  const questions = Buffer.concat([Buffer.from('1d284806003030', 'hex'), Buffer.from(id), Buffer.from('1d7201', 'hex')])
  return aFinishedSlip({ job: `j${processNumber}`, processNumber, bytes: Buffer.concat([Buffer.alloc(inkBytes, inkByte), questions]), ...changes })
}

export interface Manners {
  /** Its answers to DLE EOT 1–4 now; an absent one is silence. Well when not given. */
  readonly answers?: () => readonly (number | undefined)[]
  /** When the questions behind a job have come; otherwise it names the job and answers the fence. */
  readonly onJob?: (socket: Socket, id: string) => void
  readonly onConnection?: (socket: Socket) => void
}

/** A printer on 127.0.0.1 that answers what it is asked. */
export async function aSpeakingPrinter ({ answers = () => allWell, onJob = (socket, id) => { socket.write(Buffer.concat([confirmation(id), fence])) }, onConnection }: Manners = {}, port = 0): Promise<FakePrinter> {
  return aTcpPrinter((socket, heard) => {
    onConnection?.(socket)
    let unread = Buffer.alloc(0)
    socket.on('data', bytes => {
      heard(bytes)
      unread = Buffer.concat([unread, bytes])
      for (;;) {
        const asked = unread.indexOf(Buffer.from([0x10, 0x04]))
        const job = unread.indexOf(Buffer.from('1d7201', 'hex'))
        if (asked >= 0 && unread.length > asked + 2 && (job < 0 || asked < job)) {
          const answer = answers()[unread[asked + 2]! - 1]
          if (answer !== undefined) socket.write(Uint8Array.of(answer))
          unread = unread.subarray(asked + 3)
        } else if (job >= 0) {
          onJob(socket, unread.toString('latin1', job - 4, job))
          unread = unread.subarray(job + 3)
        } else { unread = unread.subarray(-16); return }
      }
    })
  }, port)
}

/** Resolves when `isTrue`, asked every few milliseconds; rejects after two seconds. */
export async function eventually (isTrue: () => boolean): Promise<void> {
  for (let i = 0; i < 400; i++) {
    if (isTrue()) return
    await new Promise(resolve => setTimeout(resolve, 5))
  }
  throw new Error('it never became true')
}

export const silentLog = { info: () => {}, warn: () => {}, error: () => {} }
