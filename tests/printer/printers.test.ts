import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, it, onTestFinished } from 'vitest'
import { parsePrinterUrl, PrinterUrlError } from '../../printer/address.ts'
import { openPrinter } from '../../printer/printers.ts'
import { fileNameOf } from '../../printer/transports/file.ts'
import { aFinishedSlip, eventually } from './support.ts'

const aFolder = () => mkdtempSync(join(tmpdir(), 'moiso-slips-'))

it('reads printer addresses', () => {
  expect(parsePrinterUrl('tcp://192.168.1.50').place).toEqual({ type: 'tcp', host: '192.168.1.50', port: 9100 })
  expect(parsePrinterUrl('tcp://may-in.local:9101/?profile=generic-58')).toMatchObject({ place: { host: 'may-in.local', port: 9101 }, profile: { name: 'generic-58' } })
  expect(parsePrinterUrl('tcp://[fe80::1]:9100').place).toEqual({ type: 'tcp', host: 'fe80::1', port: 9100 })
  expect(parsePrinterUrl('usb:/dev/usb/lp0?profile=epson-tm-t82')).toMatchObject({ place: { type: 'device', device: { path: '/dev/usb/lp0' } }, profile: { name: 'epson-tm-t82' } })
  expect(parsePrinterUrl('serial:/dev/ttyUSB0').place).toEqual({ type: 'device', device: { path: '/dev/ttyUSB0', serial: { baud: 115200, flow: 'rtscts' } } })
  expect(parsePrinterUrl('serial:/dev/ttyS0?baud=19200&flow=xonxoff&profile=zjiang-58')).toMatchObject({ place: { device: { serial: { baud: 19200, flow: 'xonxoff' } } }, profile: { name: 'zjiang-58' } })
  expect(parsePrinterUrl('file:/var/slips?profile=generic-58')).toMatchObject({ place: { type: 'file', folder: '/var/slips' }, profile: { name: 'generic-58' } })
  expect(parsePrinterUrl(pathToFileURL('/var/phiếu số').href).place).toEqual({ type: 'file', folder: '/var/phiếu số' })
  expect(parsePrinterUrl('virtual:')).toMatchObject({ place: { type: 'virtual' }, profile: { name: 'generic-80' } })
})

const nowhere = [
  '', 'printer', 'http://a', 'tcp:', 'tcp://', 'tcp://a:99999', 'tcp://a/path', 'tcp://u@a', 'file:', 'virtual:x', 'virtual:?wide=1',
  'usb:', 'usb:lp0', 'usb:/dev/usb/lp0?baud=9600', 'serial:', 'serial:ttyUSB0', 'serial:/dev/ttyUSB0?baud=1', 'serial:/dev/ttyUSB0?flow=maybe', 'serial:/dev/ttyUSB0?parity=even'
]

it('refuses an address nothing can be printed at, in Vietnamese and in English', () => {
  for (const url of nowhere) expect(() => openPrinter('kiosk', url), url).toThrow(PrinterUrlError)
  expect(() => openPrinter('kiosk', 'tcp:')).toThrow(/Địa chỉ máy in "tcp:" không đúng[^]*usb:[^]*The printer address "tcp:" is not right[^]*serial:/)
  expect(() => openPrinter('kiosk', 'virtual:?profile=star')).toThrow(`generic-80`)
})

it.each([
  ['serial:/dev/ttyS0?baud=1200', /"1200"[^]*9600, 19200[^]*no speed/], ['serial:/dev/ttyS0?flow=maybe', /"maybe"[^]*rtscts[^]*no flow control/],
  ['tcp://a:99999', /"99999"[^]*9100[^]*port "99999" is not right/], ['tcp://a:0', /port "0"/], ['tcp://a:usb', /port "usb"/], ['tcp://[::1]:x/', /port "x"/],
  ['file:', /thiếu tên thư mục[^]*names no folder/], ['file://', /names no folder/]
])('says what of an address is wrong: %s', (url, words) => {
  expect(() => openPrinter('kiosk', url)).toThrow(PrinterUrlError)
  expect(() => openPrinter('kiosk', url)).toThrow(words)
})

it('prints into a folder: two whole files with the names of the contract', async () => {
  const folder = join(aFolder(), 'new', 'slips')
  const slip = aFinishedSlip()
  expect(await openPrinter('kiosk', `file:${folder}`).print(slip)).toEqual({ state: 'printed', confirmedBy: 'file' })
  expect(readdirSync(folder).sort()).toEqual(['2026-11-23-1042-j1.bin', '2026-11-23-1042-j1.png'])
  expect([...readFileSync(join(folder, '2026-11-23-1042-j1.bin'))]).toEqual([...slip.bytes])
  expect([...readFileSync(join(folder, '2026-11-23-1042-j1.png'))]).toEqual([...slip.png])
})

it('replaces the same two files when a job is printed again', async () => {
  const folder = aFolder()
  const printer = openPrinter('kiosk', `file:${folder}`)
  await printer.print(aFinishedSlip())
  await printer.print(aFinishedSlip({ bytes: Uint8Array.of(9) }))
  expect(readdirSync(folder)).toHaveLength(2)
  expect([...readFileSync(join(folder, '2026-11-23-1042-j1.bin'))]).toEqual([9])
})

it('says that nothing was printed when the folder cannot be written to', async () => {
  const file = join(aFolder(), 'a-file')
  writeFileSync(file, '')
  const printer = openPrinter('kiosk', `file:${file}`)
  expect(printer.condition().reachable).toBe(true)
  expect(await printer.print(aFinishedSlip())).toMatchObject({ state: 'unsent', fault: 'not-written' })
  expect(printer.condition().reachable).toBe(false)
})

/** A folder whose parent is a file; where there is such a thing, also one of a file system that takes none. */
const hopeless = () => {
  const file = join(aFolder(), 'a-file')
  writeFileSync(file, '')
  return [file, join(file, 'slips'), ...process.platform === 'linux' ? ['/proc/nope', '/proc/nope/slips', '/proc'] : []]
}

it('says of a folder that cannot be made, before anything is to be printed, that it is out of reach and why', async () => {
  for (const folder of hopeless()) {
    const printer = openPrinter('kiosk', `file:${folder}`)
    onTestFinished(() => printer.stop())
    printer.watch()
    await eventually(() => !printer.condition().reachable)
    expect(printer.trouble(), folder).toMatch(/^(ENOTDIR|ENOENT|EACCES|EPERM)/)
    expect(await printer.print(aFinishedSlip())).toMatchObject({ state: 'unsent', fault: 'not-written' })
  }
})

it('notices by itself that a folder was mended, and leaves nothing in it', async () => {
  const file = join(aFolder(), 'slips')
  writeFileSync(file, '')
  const printer = openPrinter('kiosk', `file:${file}`, { times: { backoffMs: [5] } })
  onTestFinished(() => printer.stop())
  printer.watch()
  await eventually(() => !printer.condition().reachable)
  rmSync(file)
  await eventually(() => printer.condition().reachable)
  expect([printer.trouble(), readdirSync(file)]).toEqual([undefined, []])
})

it.each([['fails', async () => { throw new Error('disk full') }], ['says no', async () => false]])('writes nothing when the store %s before printing begins', async (_, beforeFirstByte) => {
  const folder = aFolder()
  const outcome = await openPrinter('kiosk', `file:${folder}`).print(aFinishedSlip(), { beforeFirstByte })
  expect(outcome).toMatchObject({ state: 'unsent', fault: 'not-recorded' })
  expect(readdirSync(folder)).toEqual([])
})

it('lets no number lead out of the folder', () => {
  expect(fileNameOf({ serviceDate: '2026-11-23', number: '../../etc\0', job: 'a/b\\c' })).toBe('2026-11-23-______etc_-a_b_c')
})
