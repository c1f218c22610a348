import { expect, it } from 'vitest'
import { bitmapOf, harmless, mostBandRows, stripsOf } from '../../printer/encode/bands.ts'
import { blankBitmap, inkOf, thresholded } from '../../printer/encode/bitmap.ts'
import { composeJob, processId } from '../../printer/encode/compose.ts'
import { aBitmap, profile } from './support.ts'

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex').replace(/(..)(?=.)/g, '$1 ')

it('composes a job of two dots for 80 mm paper, byte for byte', () => {
  const bitmap = aBitmap('', '', '', '', '        #      #', ' '.repeat(24))
  expect(hex(composeJob(stripsOf(bitmap), profile('generic-80'), 42))).toBe([
    '1b 40', '1d 50 cb cb', '1b 61 01',
    '1b 4a 04',
    '1d 76 30 00 01 00 02 00 81 00',
    '1d 56 42 10',
    '1d 28 48 06 00 30 30 30 30 34 32'
  ].join(' '))
})

it('composes the same dots for 58 mm paper without motion units and without a cutter', () => {
  const bitmap = aBitmap('', '', '', '', '        #      #', ' '.repeat(24))
  expect(hex(composeJob(stripsOf(bitmap), profile('generic-58'), 9999))).toBe([
    '1b 40', '1b 61 01',
    '1d 76 30 00 01 00 04 00 00 00 00 00',
    '1d 76 30 00 01 00 02 00 81 00',
    '1b 64 04',
    '1d 28 48 06 00 30 30 39 39 39 39'
  ].join(' '))
})

it('asks for no confirmation where the profile says the printer has none', () => {
  const bytes = composeJob([], { ...profile('generic-80'), confirms: false }, 1)
  expect(hex(bytes).endsWith('1d 56 42 10')).toBe(true)
})

it('feeds more white than one command can', () => {
  const bytes = composeJob([{ type: 'blank', rows: 600 }], profile('generic-80'), 1)
  expect(hex(bytes)).toContain('1b 4a ff 1b 4a ff 1b 4a 5a')
  expect(hex(composeJob([{ type: 'blank', rows: 300 }], profile('generic-58'), 1))).toContain('1d 76 30 00 01 00 2c 00')
})

it('cuts tall ink into bands of 256 rows at most', () => {
  const tall = blankBitmap(8, 600)
  tall.rows.fill(0xff)
  const rows = stripsOf(tall).map(strip => strip.rows)
  expect(rows).toEqual([mostBandRows, mostBandRows, 88])
})

it('crops a band by the same bytes on both sides', () => {
  const bitmap = aBitmap(`${' '.repeat(16)}#${' '.repeat(31)}`)
  expect(stripsOf(bitmap)).toEqual([{ type: 'band', top: 0, rows: 1, marginBytes: 2, widthBytes: 2, dots: Uint8Array.of(0x80, 0) }])
})

it('takes three white rows into a band and leaves out four', () => {
  const ink = '#'
  expect(stripsOf(aBitmap(ink, '', '', '', ink)).map(strip => strip.type)).toEqual(['band'])
  expect(stripsOf(aBitmap(ink, '', '', '', '', ink)).map(strip => strip.type)).toEqual(['band', 'blank', 'band'])
})

it('makes every real-time command in a picture harmless and changes nothing else', () => {
  expect([...harmless(Uint8Array.of(0x10, 0x04, 0x10, 0x05, 0x10, 0x14, 0x10, 0x10, 0x04, 0x10, 0x06, 0x10))])
    .toEqual([0x18, 0x04, 0x18, 0x05, 0x18, 0x14, 0x10, 0x18, 0x04, 0x10, 0x06, 0x10])
})

it('finds a real-time command across the end of a row, and the preview shows the thickened dot', () => {
  const bitmap = { widthDots: 8, widthBytes: 1, heightDots: 2, rows: Uint8Array.of(0x10, 0x04) }
  expect([...bitmapOf(stripsOf(bitmap), 8).rows]).toEqual([0x18, 0x04])
})

it('puts strips back together to the same picture', () => {
  const bitmap = aBitmap('  #', '', '', '', '', '', '#         #', ' #')
  expect(bitmapOf(stripsOf(bitmap), bitmap.widthDots)).toEqual(bitmap)
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
