import fc from 'fast-check'
import { expect, it } from 'vitest'
import { pressSheet } from '../../printer/encode/sheet.ts'
import { ticketSlip } from '../../printer/slip/ticket.ts'
import { createVirtualPrinter, type VirtualSheet } from '../../printer/virtual/printer.ts'
import { aTicketSlip, dotsOfPng, profile } from './support.ts'

const at = new Date('2026-11-23T02:40:00Z')
const slip = (name: string) => pressSheet(ticketSlip(aTicketSlip({ priority: true })), profile(name), 7)

function aConnection (widthDots = 576) {
  const printer = createVirtualPrinter({ widthDots, now: () => at })
  const replies: number[] = []
  return { printer, replies, connection: printer.connect(bytes => replies.push(...bytes)) }
}

const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex')

for (const [name, width, tail] of [['generic-80', 576, 16], ['generic-58', 384, 120]] as const) {
  it(`${name}: shows the same dots as the preview, and the paper fed after it`, () => {
    const { printer, connection, replies } = aConnection(width)
    const { bytes, png } = slip(name)
    connection.receive(bytes)
    const shown = dotsOfPng(printer.png(1)!)
    const preview = dotsOfPng(png)
    expect(shown.height).toBe(preview.height + tail)
    expect(shown.dots.slice(0, preview.dots.length) === preview.dots).toBe(true)
    expect(Buffer.from(replies).toString('latin1')).toBe('7"0007\0')
  })
}

it('understands a job however it is cut into pieces', () => {
  const { bytes } = slip('generic-58')
  const whole = aConnection(384)
  whole.connection.receive(bytes)
  const expected = Buffer.from(whole.printer.png(1)!).toString('base64')
  fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 9000 }), { minLength: 1, maxLength: 30 }), sizes => {
    const { printer, connection } = aConnection(384)
    let from = 0
    for (const size of [...sizes, bytes.length]) { connection.receive(bytes.subarray(from, from + size)); from += size }
    expect(Buffer.from(printer.png(1)!).toString('base64') === expected).toBe(true)
  }), { numRuns: 25 })
})

it('answers what a healthy printer answers, real-time questions even inside a picture', () => {
  const { connection, replies } = aConnection()
  connection.receive(hex('10 04 01'))
  connection.receive(hex('1d 72 01'))
  connection.receive(hex('1d 49 43'))
  connection.receive(hex('1d 76 30 00 01 00 05 00 10 04'))
  connection.receive(hex('02 00 00'))
  expect(replies).toEqual([0x12, 0x00, ...Buffer.from('_VIRTUAL\0'), 0x12])
})

it('halves feeds until it is told that a unit is a dot, as an Epson does', () => {
  const height = (units: string) => {
    const { printer, connection } = aConnection()
    connection.receive(hex(`1b 40 ${units} 1d 76 30 00 01 00 01 00 ff 1b 4a 64 1d 56 00`))
    return printer.sheets()[0]!.heightDots
  }
  expect(height('')).toBe(51)
  expect(height('1d 50 cb cb')).toBe(101)
})

it('tears off at a cut, or where a job or a connection ends; blank paper is no sheet', () => {
  const { printer, connection } = aConnection()
  connection.receive(hex('1d 76 30 00 01 00 01 00 ff 1d 56 42 00 1b 64 04 1d 56 00'))
  expect(printer.sheets()).toHaveLength(1)
  connection.receive(hex('1d 76 30 00 01 00 01 00 ff'))
  connection.end()
  expect(printer.sheets()).toHaveLength(2)
})

it('keeps the last twenty sheets and tells listeners of each', () => {
  const { printer, connection } = aConnection()
  const told: VirtualSheet[] = []
  const leave = printer.onSheet(sheet => told.push(sheet))
  for (let i = 0; i < 25; i++) connection.receive(hex('1d 76 30 00 01 00 01 00 ff 1d 56 00'))
  leave()
  connection.receive(hex('1d 76 30 00 01 00 01 00 ff 1d 56 00'))
  expect(told).toHaveLength(25)
  expect(told[0]).toEqual({ id: 1, at, widthDots: 576, heightDots: 1 })
  expect(printer.sheets().map(sheet => sheet.id)).toEqual(Array.from({ length: 20 }, (_, i) => i + 7))
  expect(printer.png(6)).toBeUndefined()
  expect(dotsOfPng(printer.png(26)!).dots.startsWith('111111110')).toBe(true)
})

it('takes any bytes without throwing or growing without end', () => {
  fc.assert(fc.property(fc.array(fc.uint8Array({ maxLength: 400 }), { maxLength: 10 }), pieces => {
    const { printer, connection } = aConnection()
    for (const piece of pieces) connection.receive(piece)
    connection.end()
    for (const sheet of printer.sheets()) expect(sheet.heightDots).toBeLessThanOrEqual(20_000)
  }))
})
