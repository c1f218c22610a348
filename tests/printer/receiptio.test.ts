import jsqr from 'jsqr'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createVirtualPrinter, type Knobs } from '../../printer/virtual/printer.ts'
import { dotsOfPng, eventually } from './support.ts'
import receiptio from 'receiptio'

/** A foreign client of ESC/POS printers, written by people who had no part in ours. It only knows port 9100, so each test has an address of its own. */
const foreign = (host: string, options: string, text = '') => receiptio.print(text, `-d ${host} -l en ${options}`)

let lastHost = 0
let host: string
let close: () => Promise<void>
let printer: ReturnType<typeof createVirtualPrinter>
beforeEach(async () => {
  host = `127.91.0.${++lastHost}`
  printer = createVirtualPrinter()
  close = (await printer.listen(9100, host)).close
})
afterEach(() => close())

it.each<[string, Partial<Knobs>, string]>([
  ['online', {}, '-q'],
  ['online', { paper: 'low' }, '-q'],
  ['coveropen', { cover: 'open' }, '-q'],
  ['paperempty', { paper: 'out' }, '-q'],
  ['coveropen', { cover: 'open' }, ''],
  ['paperempty', { paper: 'out' }, ''],
  ['disconnect', { power: 'off' }, '-q']
])('receiptio says %s of a printer with %j', async (said, knobs, options) => {
  printer.set(knobs)
  expect(await foreign(host, options, 'A line')).toBe(said)
})

it('receiptio says error of a jammed cutter', async () => {
  printer.set({ cutter: 'jammed' })
  expect(await foreign(host, '-p generic', 'A line')).toBe('error')
  expect(await foreign(host, '-q')).toBe('error')
})

const withCode = 'Receipt | 1\n---\n{code:HTTP://HALL/T/1042; option:qrcode,6,M}'

it.each<[string, Partial<Knobs>, string]>([
  ['finds out by itself what it is', {}, ''],
  ['believes that it is an Epson', { maker: 'EPSON', model: 'TM-T88V' }, ''],
  ['prints stored graphics, as on an Epson', {}, '-p epson'],
  ['prints plain raster', {}, '-p generic']
])('receiptio prints with success when it %s, and its QR code can be read from the paper', async (_what, knobs, options) => {
  printer.set(knobs)
  expect(await foreign(host, options, withCode)).toBe('success')
  expect(printer.sheets()).toMatchObject([{ complete: true }])
  const { rgba, width, height } = dotsOfPng(printer.png(1)!)
  expect((jsqr as unknown as typeof jsqr.default)(rgba, width, height)?.data).toBe('HTTP://HALL/T/1042')
})

it('receiptio sees the paper run out and the cover open while it prints', async () => {
  printer.set({ rowsLeft: 50 })
  expect(await foreign(host, '', withCode)).toBe('paperempty')
  await close()
  host = `127.91.1.${lastHost}`
  printer = createVirtualPrinter({ knobs: { rowsPerSecond: 20 } })
  close = (await printer.listen(9100, host)).close
  const said = foreign(host, '', withCode)
  await eventually(() => printer.state().hangingRows > 0)
  printer.set({ cover: 'open' })
  expect(await said).toBe('coveropen')
})
