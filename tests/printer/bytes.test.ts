import fc from 'fast-check'
import { expect, it } from 'vitest'
import { bitmapOf, harmless, stripsOf as cut, type Strip } from '../../printer/encode/bands.ts'
import { blankBitmap, inkOf, thresholded, type Bitmap } from '../../printer/encode/bitmap.ts'
import { composeJob, processId } from '../../printer/encode/compose.ts'
import { aBitmap, profile } from './support.ts'

/** With feeds for white rows. */
const stripsOf = (bitmap: Bitmap): Strip[] => cut(bitmap, profile('generic-80'))
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex').replace(/(..)(?=.)/g, '$1 ')

it('composes a job of two dots for 80 mm paper, byte for byte', () => {
  const bitmap = aBitmap('', '', '', '', '        #      #', ' '.repeat(24))
  expect(hex(composeJob(stripsOf(bitmap), profile('generic-80'), 42))).toBe([
    '1b 40', '1d 50 cb cb',
    '1b 4a 04',
    '1b 61 01', '1d 76 30 00 01 00 01 00 81',
    '1b 4a 01',
    '1d 56 42 10',
    '1d 28 48 06 00 30 30 30 30 34 32', '1d 72 01'
  ].join(' '))
})

it('composes the same dots for 58 mm paper without motion units and without a cutter', () => {
  const bitmap = aBitmap('', '', '', '', '        #      #', ' '.repeat(24))
  expect(hex(composeJob(cut(bitmap, profile('generic-58')), profile('generic-58'), 9999))).toBe([
    '1b 40',
    '1d 76 30 00 01 00 04 00 00 00 00 00',
    '1b 61 01', '1d 76 30 00 01 00 01 00 81',
    '1d 76 30 00 01 00 01 00 00',
    '1b 64 04',
    '1d 28 48 06 00 30 30 39 39 39 39', '1d 72 01'
  ].join(' '))
})

it('asks after the cut only what the printer can answer', () => {
  const questions = { probe: ' 1d 28 48 06 00 30 30 30 30 30 31 1d 72 01', fence: ' 1d 72 01', status: '', none: '' } as const
  for (const [confirmation, asked] of Object.entries(questions) as ['probe', string][]) {
    expect(hex(composeJob([], { ...profile('generic-80'), confirmation }, 1))).toBe(`1b 40 1d 50 cb cb 1d 56 42 10${asked}`)
  }
})

it('feeds more white than one command can', () => {
  const bytes = composeJob([{ type: 'blank', rows: 600 }], profile('generic-80'), 1)
  expect(hex(bytes)).toContain('1b 4a ff 1b 4a ff 1b 4a 5a')
  expect(hex(composeJob([{ type: 'blank', rows: 300 }], profile('generic-58'), 1))).toContain('1d 76 30 00 01 00 2c 00')
})

it('cuts tall ink into bands of as many rows as the printer takes', () => {
  const tall = blankBitmap(8, 600)
  tall.rows.fill(0xff)
  expect(stripsOf(tall).map(strip => strip.rows)).toEqual([256, 256, 88])
  expect(cut(tall, { ...profile('generic-80'), mostBandRows: 128 }).map(strip => strip.rows)).toEqual([128, 128, 128, 128, 88])
})

it('crops a band on the right when its ink stands on the left, else by the same on both sides', () => {
  const ink = (...bytes: number[]) => stripsOf({ widthDots: 48, widthBytes: 6, heightDots: 1, rows: Uint8Array.from(bytes) })
  expect(ink(0, 0, 0x80, 0, 0, 0)).toEqual([{ type: 'band', top: 0, rows: 1, align: 'centre', widthBytes: 2, dots: Uint8Array.of(0x80, 0) }])
  expect(ink(0x80, 1, 0, 0, 0, 0)).toEqual([{ type: 'band', top: 0, rows: 1, align: 'left', widthBytes: 2, dots: Uint8Array.of(0x80, 1) }])
})

it('leaves white rows out where that saves bytes, and never stops inside a letter', () => {
  const line = '#'.repeat(400)
  const types = (whiteRows: number, ink: string) => stripsOf(aBitmap(ink, ...new Array<string>(whiteRows).fill(''), ink)).map(strip => strip.type)
  expect(types(3, line)).toEqual(['band', 'blank', 'band'])
  expect(types(2, line)).toEqual(['band'])
  expect(types(3, '#')).toEqual(['band'])
  expect(types(30, '#')).toEqual(['band', 'blank', 'band'])
})

it('makes every real-time command in a picture harmless and changes nothing else', () => {
  expect([...harmless(Uint8Array.of(0x10, 0x04, 0x10, 0x05, 0x10, 0x14, 0x10, 0x10, 0x04, 0x10, 0x06, 0x10))])
    .toEqual([0x18, 0x04, 0x18, 0x05, 0x18, 0x14, 0x10, 0x18, 0x04, 0x10, 0x06, 0x10])
})

it('finds a real-time command across the end of a row, and the preview shows the thickened dot', () => {
  const bitmap = { widthDots: 8, widthBytes: 1, heightDots: 2, rows: Uint8Array.of(0x10, 0x04) }
  expect([...bitmapOf(stripsOf(bitmap), 8).rows]).toEqual([0x18, 0x04])
})

const pictures = fc.tuple(fc.integer({ min: 1, max: 9 }), fc.array(fc.array(fc.constantFrom(0, 0, 0, 0x10, 0x04, 0x05, 0x14, 0x18, 0xff), { minLength: 9, maxLength: 9 }), { minLength: 1, maxLength: 60 }))
  .map(([widthBytes, lines]): Bitmap => ({ widthDots: 8 * widthBytes, widthBytes, heightDots: lines.length, rows: Uint8Array.from(lines.flatMap(line => line.slice(0, widthBytes))) }))
const shapes = fc.record({ mostBandRows: fc.integer({ min: 1, max: 64 }), blankRows: fc.constantFrom('feed' as const, 'raster' as const) })

it('puts strips back together to the same picture, but for dots that commands would hide in', () => {
  fc.assert(fc.property(pictures, shapes, (bitmap, shape) => {
    const whole = bitmapOf(cut(bitmap, shape), bitmap.widthDots)
    expect([whole.widthDots, whole.heightDots]).toEqual([bitmap.widthDots, bitmap.heightDots])
    whole.rows.forEach((byte, i) => { if (byte !== bitmap.rows[i]) expect([bitmap.rows[i], byte]).toEqual([0x10, 0x18]) })
  }))
})

it('sends no real-time command with any picture: not in a row, nor across rows, bands and commands', () => {
  fc.assert(fc.property(pictures, shapes, fc.constantFrom('probe' as const, 'fence' as const, 'none' as const), fc.boolean(), (bitmap, shape, confirmation, tears) => {
    const printer = { ...profile(tears ? 'generic-58' : 'generic-80'), ...shape, confirmation }
    const job = Buffer.from(composeJob(cut(bitmap, printer), printer, 7))
    for (const command of [0x04, 0x05, 0x14]) expect(job.includes(Buffer.of(0x10, command))).toBe(false)
  }))
})

it('thresholds without dithering', () => {
  const grey = (light: number) => [light, light, light, 255]
  const bitmap = thresholded(Uint8Array.from([...grey(0), ...grey(159), ...grey(160), ...grey(255)]), 4, 1, 160)
  expect([...bitmap.rows]).toEqual([0b11000000])
  expect(inkOf(bitmap)).toBe(2)
})

it('numbers jobs 0001 to 9999 and over again', () => {
  expect([1, 9999, 10_000].map(processId)).toEqual(['0001', '9999', '0001'])
})
