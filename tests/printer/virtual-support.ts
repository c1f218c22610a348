import { connect } from 'node:net'
import { Machine, type Line, type MachineParts } from '../../printer/virtual/machine.ts'
import { type Knobs } from '../../printer/virtual/knobs.ts'
import { type Timers, type VirtualPrinter } from '../../printer/virtual/printer.ts'
import { eventually } from './support.ts'

export const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex')

/** A band of black rows across `widthBytes`, and its `GS v 0` in front. */
export function aBand (rows: number, widthBytes = 2, dots = 0xff): Buffer {
  return Buffer.concat([hex('1d 76 30 00'), Buffer.from([widthBytes & 255, widthBytes >> 8, rows & 255, rows >> 8]), Buffer.alloc(widthBytes * rows, dots)])
}

export const cut = hex('1d 56 00')
export const initialise = hex('1b 40')
/** GS ( H with a number as its four digits. */
export function aProcess (id: number): Buffer {
  return Buffer.concat([hex('1d 28 48 06 00 30 30'), Buffer.from(String(id).padStart(4, '0'))])
}

/** What is answered to `aProcess(id)`. */
export function confirmation (id: number): string {
  return `7"${String(id).padStart(4, '0')}\0`
}

/** Time that stands still until a test moves it. */
export function aClock () {
  let at = 0
  let due: { readonly at: number, readonly act: () => void }[] = []
  const timers: Timers = {
    now: () => at,
    after (ms, act) {
      const entry = { at: at + ms, act }
      due.push(entry)
      return () => { due = due.filter(other => other !== entry) }
    }
  }
  const forward = (ms: number) => {
    const end = at + ms
    for (;;) {
      const [first] = due.filter(entry => entry.at <= end).sort((a, b) => a.at - b.at)
      if (!first) break
      due = due.filter(entry => entry !== first)
      at = first.at
      first.act()
    }
    at = end
  }
  return { timers, forward }
}

/** The printer without a network, and one connection to it. */
export function aMachine (knobs: Partial<Knobs> = {}, parts: Partial<MachineParts> = {}) {
  const clock = aClock()
  const sheets: { readonly rows: number, readonly complete: boolean }[] = []
  const machine = new Machine({
    widthDots: 64, timers: clock.timers, knobs, onChange: () => {},
    onSheet: ({ heightDots }, complete) => sheets.push({ rows: heightDots, complete }), ...parts
  })
  return { machine, sheets, clock, ...aLine(machine) }
}

/** `send` gives the printer what it has room for and keeps the rest, as a connection does. */
export function aLine (machine: Machine) {
  const said: number[] = []
  const line: Line = machine.connect(bytes => said.push(...bytes))
  let kept: Buffer = Buffer.alloc(0)
  const push = () => {
    for (let room = machine.room(); room > 0 && kept.length > 0; room = machine.room()) {
      const portion = kept.subarray(0, room)
      kept = kept.subarray(room)
      line.receive(portion)
    }
  }
  return {
    line, push,
    send: (...bytes: readonly Uint8Array[]) => { kept = Buffer.concat([kept, ...bytes]); push() },
    kept: () => kept.length,
    /** What it said since the last look, as hexadecimal. */
    heard: () => Buffer.from(said.splice(0)).toString('hex').replace(/..(?=.)/g, '$& '),
    saidText: () => Buffer.from(said).toString('latin1')
  }
}

/** A client of a listening printer: a real connection. */
export async function aClient (port: number, host = '127.0.0.1') {
  const said: Buffer[] = []
  const socket = connect(port, host)
  let isClosed = false
  let error = ''
  socket.on('data', bytes => said.push(bytes))
  socket.on('error', (reason: NodeJS.ErrnoException) => { error = reason.code ?? '' })
  socket.on('close', () => { isClosed = true })
  await eventually(() => socket.readyState === 'open' || isClosed)
  return {
    socket, send: (...bytes: readonly Uint8Array[]) => { socket.write(Buffer.concat(bytes)) },
    said: () => Buffer.concat(said).toString('hex').replace(/..(?=.)/g, '$& '),
    isClosed: () => isClosed, error: () => error,
    close: () => { socket.destroy() }
  }
}

/** Runs with a printer that listens on any free port, and stops it. */
export async function listening<Result> (printer: VirtualPrinter, run: (port: number) => Promise<Result>): Promise<Result> {
  const { port, close } = await printer.listen(0)
  try { return await run(port) } finally { await close() }
}
