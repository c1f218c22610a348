import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Bitmap } from '../../printer/encode/bitmap.ts'
import { pressSheet } from '../../printer/encode/sheet.ts'
import { documentOf } from '../../printer/slip/slip.ts'
import { slipWords } from '../../printer/slip/words.ts'
import { createVirtualPrinter, type VirtualSheet } from '../../printer/virtual/printer.ts'
import { aTicketSlip, dotsOfPng, eventually, profile } from './support.ts'
import { aBand, aClient, aMachine, aProcess, confirmation, cut, hex, initialise, listening } from './virtual-support.ts'

const at = new Date('2026-11-23T02:40:00Z')
const slip = (name: string) => pressSheet(documentOf(aTicketSlip({ priority: true }), slipWords('vi')), profile(name), 7)

for (const [name, widthDots] of [['generic-80', 576], ['generic-58', 384]] as const) {
  it(`${name}: shows the same dots as the preview, and white paper after it`, async () => {
    const printer = createVirtualPrinter({ widthDots })
    const { bytes, png } = slip(name)
    await listening(printer, async port => {
      const client = await aClient(port)
      client.send(bytes)
      await eventually(() => printer.sheets().length === 1)
      client.close()
    })
    const shown = dotsOfPng(printer.png(1)!)
    const preview = dotsOfPng(png)
    expect(printer.sheets()[0]).toMatchObject({ widthDots, complete: true })
    expect(shown.dots.slice(0, preview.dots.length) === preview.dots).toBe(true)
    expect(shown.dots.slice(preview.dots.length)).not.toContain('1')
  })
}

it('understands a job however it is cut into pieces', () => {
  const { bytes } = slip('generic-58')
  const print = (pieces: readonly Uint8Array[]) => {
    const rows: string[] = []
    const { send, saidText } = aMachine({}, { widthDots: 384, onSheet: bitmap => rows.push(Buffer.from(bitmap.rows).toString('base64')) })
    for (const piece of pieces) send(piece)
    return rows.join() + saidText()
  }
  const whole = print([bytes])
  fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 9000 }), { minLength: 1, maxLength: 30 }), sizes => {
    let from = 0
    const pieces = [...sizes, bytes.length].map(size => bytes.subarray(from, from += size))
    expect(print(pieces) === whole).toBe(true)
  }), { numRuns: 25 })
})

it('halves feeds until it is told that a unit is a dot, as an Epson does', () => {
  const height = (units: string) => {
    const { send, sheets } = aMachine()
    send(initialise, hex(units), aBand(1), hex('1b 4a 64'), cut)
    return sheets[0]!.rows
  }
  expect(height('')).toBe(51)
  expect(height('1d 50 cb cb')).toBe(101)
})

it('tears paper off at a cut, or where a job ends or the next begins; blank paper is no sheet', () => {
  const { send, sheets } = aMachine()
  send(aBand(1), cut, hex('1b 64 04'), cut)
  expect(sheets).toEqual([{ rows: 1, complete: true }])
  send(aBand(2), hex('1b 64 04'), aProcess(1))
  send(aBand(3), hex('1d 72 01'))
  send(aBand(4), hex('1b 64 04'), initialise)
  send(aBand(5), initialise)
  expect(sheets.slice(1)).toEqual([{ rows: 122, complete: true }, { rows: 3, complete: true }, { rows: 124, complete: true }, { rows: 5, complete: false }])
})

it('prints pictures that were stored first, and letters as boxes', () => {
  const rows: string[] = []
  const { send } = aMachine({}, { widthDots: 24, onSheet: bitmap => rows.push(Buffer.from(bitmap.rows).toString('hex')) })
  send(hex('1d 28 4c 0c 00 30 70 30 01 01 31 08 00 02 00 aa 55'), hex('1d 28 4c 02 00 30 32'), cut)
  send(hex('1d 38 4c 0b 00 00 00 30 70 30 01 01 31 08 00 01 00 f0'), hex('1d 28 4c 02 00 30 32'), cut)
  expect(rows).toEqual(['aa0000550000', 'f00000'])
  send(Buffer.from('A\n'), cut)
  expect(rows[2]?.slice(0, 24)).toBe('000000000000' + '7fe000' + '402000')
  expect(rows[2]).toHaveLength(30 * 6)
})

it('keeps the last twenty sheets and tells listeners of each', async () => {
  const printer = createVirtualPrinter({ widthDots: 64, now: () => at })
  const told: VirtualSheet[] = []
  const leave = printer.onSheet(sheet => told.push(sheet))
  await listening(printer, async port => {
    const client = await aClient(port)
    for (let i = 0; i < 25; i++) client.send(aBand(1), cut)
    await eventually(() => told.length === 25)
    leave()
    client.send(aBand(1), cut)
    await eventually(() => printer.sheets().at(-1)?.id === 26)
    client.close()
  })
  expect(told).toHaveLength(25)
  expect(told[0]).toEqual({ id: 1, at, widthDots: 64, heightDots: 1, complete: true })
  expect(printer.sheets().map(sheet => sheet.id)).toEqual(Array.from({ length: 20 }, (_, i) => i + 7))
  expect(printer.png(6)).toBeUndefined()
  expect(dotsOfPng(printer.png(26)!).dots).toBe('1'.repeat(16) + '0'.repeat(48))
})

it('listens on this machine only', async () => {
  for (const host of ['0.0.0.0', '192.168.1.4', 'localhost', '::1', '128.0.0.1']) await expect(createVirtualPrinter().listen(0, host)).rejects.toThrow(RangeError)
})

it('takes any bytes in any pieces without throwing or growing without end', () => {
  const piece = fc.oneof(fc.uint8Array({ maxLength: 400 }), fc.constantFrom(aBand(3), cut, aProcess(1), hex('1d 38 4c ff ff ff ff 30'), hex('1d 76 30 00 ff ff ff ff'), hex('1b 64 ff'), hex('10 05 02'), hex('1d 61 ff'), hex('1d 28')))
  fc.assert(fc.property(fc.array(piece, { maxLength: 12 }), fc.array(fc.boolean()), (pieces, ends) => {
    const { machine, send, line, sheets } = aMachine({ brokenOff: ends[0] ? 'forgets' : 'waits', processId: ends[1] ? 'printed' : 'answered' })
    for (const bytes of pieces) send(bytes)
    if (ends[2]) line.end()
    for (const { rows } of sheets) expect(rows).toBeLessThanOrEqual(20_000)
    expect(machine.state().waitingBytes).toBeLessThanOrEqual(4096)
  }), { numRuns: 300 })
})

/** What may happen to a printer between two pieces of a job; none of it clears what was received. */
const turns = [
  { paper: 'out' }, { paper: 'ok' }, { rowsLeft: 3 }, { rowsLeft: 900 }, { cover: 'open' }, { cover: 'closed' }, { cutter: 'jammed' }, { cutter: 'ok' }, { feedHeld: true }, { feedHeld: false },
  { rowsPerSecond: 0 }, { rowsPerSecond: 100 }, { bufferBytes: 256 }
] as const
const aJob = fc.record({ bands: fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 4 }), cuts: fc.boolean() })
const aHappening = fc.oneof(
  { weight: 3, arbitrary: fc.record({ send: fc.integer({ min: 1, max: 300 }) }) }, fc.record({ turn: fc.constantFrom(...turns) }),
  fc.record({ wait: fc.integer({ min: 1, max: 2000 }) }), fc.record({ power: fc.constant('cycle') }))

/** A band of rows that each carry their own number, so that none can stand for another. */
function someRows (from: number, count: number): Buffer {
  return Buffer.concat([hex('1d 76 30 00 02 00'), Buffer.from([count, 0]), ...Array.from({ length: count }, (_, index) => Buffer.from([from + index >> 8, from + index & 255]))])
}

it('never confirms a process ID whose rows it has not printed', () => {
  let confirmed = 0
  fc.assert(fc.property(fc.array(aJob, { minLength: 1, maxLength: 6 }), fc.array(aHappening, { maxLength: 40 }), (jobs, happenings) => {
    let rows = 0
    const due: number[] = []
    let bytes = Buffer.concat(jobs.flatMap(({ bands, cuts }, index) => {
      const pictures = bands.map(count => someRows((rows += count) - count + 1, count))
      due.push(rows)
      return [...pictures, ...cuts ? [cut] : [], aProcess(index)]
    }))
    const printed = new Set<number>()
    const note = ({ rows, widthBytes }: Bitmap) => { for (let at = 0; at < rows.length; at += widthBytes) printed.add(rows[at]! << 8 | rows[at + 1]!) }
    const { machine, send, push, clock, saidText } = aMachine({}, { onSheet: note })
    for (const happening of happenings) {
      if ('send' in happening) { send(bytes.subarray(0, happening.send)); bytes = bytes.subarray(happening.send) }
      if ('turn' in happening) machine.set(happening.turn)
      if ('wait' in happening) { clock.forward(happening.wait); push() }
      if ('power' in happening) { machine.set({ power: 'off' }); machine.set({ power: 'on' }) }
      const hanging = machine.hanging()
      if (hanging) note(hanging)
      for (const [index, last] of due.entries()) if (saidText().includes(confirmation(index))) { confirmed++; for (let row = 1; row <= last; row++) expect(printed.has(row)).toBe(true) }
    }
  }), { numRuns: 400 })
  expect(confirmed).toBeGreaterThan(100)
})
