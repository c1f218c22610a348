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

export interface FakePrinter { readonly url: string, readonly received: () => Buffer, readonly connections: () => number, close (): Promise<void> }

/** A printer on 127.0.0.1 that does what a test says with every connection. */
export async function aTcpPrinter (onConnection: (socket: Socket, received: () => Buffer) => void, port = 0): Promise<FakePrinter> {
  const chunks: Buffer[] = []
  const sockets = new Set<Socket>()
  let connections = 0
  const server = createServer(socket => {
    connections++
    sockets.add(socket)
    socket.on('error', () => {})
    onConnection(socket, () => Buffer.concat(chunks))
  })
  await new Promise<void>(resolve => { server.listen(port, '127.0.0.1', resolve) })
  return {
    url: `tcp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received: () => Buffer.concat(chunks),
    connections: () => connections,
    close: () => new Promise(resolve => { server.close(() => { resolve() }); for (const socket of sockets) socket.destroy() })
  }
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
