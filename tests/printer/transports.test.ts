import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { LinkedJobs } from '../../printer/link/jobs.ts'
import { linkTimes, type LinkTimes } from '../../printer/link/times.ts'
import { openPrinter } from '../../printer/printers.ts'
import { DeviceAdapter } from '../../printer/transports/device.ts'
import { anInkSlip, eventually, profile } from './support.ts'

const times: LinkTimes = { ...linkTimes, connectMs: 5000, closeMs: 40, confirmMs: 100, settleMs: 40, statusMs: 1000, backoffMs: [5] }
const aFolder = () => mkdtempSync(join(tmpdir(), 'moiso-device-'))

/** A pipe in a device's place whose other end nobody reads: it takes as much as a pipe holds, then nothing. */
function aStalledDevice () {
  const path = join(aFolder(), 'lp0')
  execFileSync('mkfifo', [path])
  return path
}

/** Jobs over a device that cannot answer. */
function jobsOver (path: string, confirmMs = times.confirmMs) {
  const jobs = new LinkedJobs({ profile: { ...profile('generic-58'), confirmation: 'none' }, times: { ...times, confirmMs }, adapter: async () => new DeviceAdapter({ path }, times) })
  onTestFinished(() => jobs.link.stop())
  return jobs
}

/** What a printer behind a serial line does, in a language that has pseudo-terminals: answers DLE EOT, names jobs, keeps every byte. */
const printerBehindATerminal = `
import os, pty, re, sys
master, slave = pty.openpty()
print(os.ttyname(slave), flush=True)
log = open(sys.argv[1], 'wb', buffering=0)
unread = b''
while True:
    heard = os.read(master, 4096)
    log.write(heard)
    unread += heard
    while True:
        found = re.search(rb'\\x10\\x04(.)|\\x1d\\x28H\\x06\\x0000(....)', unread, re.S)
        if not found: break
        os.write(master, b'\\x12' if found.group(1) else b'7"' + found.group(2) + b'\\0')
        unread = unread[found.end():]
    unread = unread[-16:]
`

async function aTerminalPrinter () {
  const log = join(aFolder(), 'heard')
  const printer = spawn('python3', ['-u', '-c', printerBehindATerminal, log], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => { printer.kill('SIGKILL') })
  const path = await new Promise<string>((resolve, reject) => {
    printer.stdout.once('data', line => { resolve(String(line).trim()) })
    printer.once('error', reject)
    printer.once('exit', code => { reject(new Error(`python3 ended with ${code}: the printer behind a terminal needs it`)) })
  })
  return { path, heard: () => readFileSync(log) }
}

it('says what is in the way of a device that is not there or not allowed', async () => {
  for (const [path, words] of [[join(aFolder(), 'lp0'), 'ENOENT'], [aFolder(), 'EISDIR']] as const) {
    const printer = openPrinter('kiosk', `usb:${path}`, { times })
    onTestFinished(() => printer.stop())
    expect(await printer.print(anInkSlip())).toMatchObject({ state: 'unsent', fault: 'unreachable', detail: expect.stringContaining(words) })
  }
})

it('a device that stops taking: the job is unknown, its process is ended, and another begins with the next', async () => {
  const jobs = jobsOver(aStalledDevice())
  expect(await jobs.print(anInkSlip(1, 200_000))).toMatchObject({ state: 'unknown', fault: 'stalled' })
  expect(await jobs.print(anInkSlip(2, 200_000))).toMatchObject({ state: 'unknown', fault: 'stalled' })
})

it('a signal to the whole group leaves the slip under way to the server, which waits for it', async () => {
  const path = aStalledDevice()
  const outcome = await jobsOver(path, 5000).print(anInkSlip(1, 200_000), {
    async beforeFirstByte () {
      for (const signal of ['-INT', '-TERM', '-HUP']) execFileSync('pkill', [signal, '-P', String(process.pid), '-f', 'device-process'])
      const reader = spawn('cat', [path], { stdio: 'ignore' })
      onTestFinished(() => { reader.kill('SIGKILL') })
      return true
    }
  })
  expect(outcome).toEqual({ state: 'unconfirmed', confirmedBy: 'sent' })
})

it('stalled devices hold up neither the files nor the loop of this process', async () => {
  // One more than the threads that serve files: written to from here, each would hold one for good.
  const stalled = Array.from({ length: 5 }, () => jobsOver(aStalledDevice()).print(anInkSlip(1, 200_000)))
  let outcomes = 0
  for (const outcome of stalled) void outcome.then(() => { outcomes++ })
  let reads = 0
  while (outcomes < stalled.length) {
    await readFile(import.meta.filename)
    await new Promise(resolve => setImmediate(resolve))
    reads++
  }
  expect(reads).toBeGreaterThan(20)
  expect((await Promise.all(stalled)).map(({ state }) => state)).toEqual(stalled.map(() => 'unknown'))
})

it('prints through a serial line, byte for byte, and hears the printer name the job', async () => {
  const terminal = await aTerminalPrinter()
  const printer = openPrinter('kiosk', `serial:${terminal.path}?baud=115200&flow=rtscts`, { times: { ...times, confirmMs: 5000 } })
  onTestFinished(() => printer.stop())
  const everyByte = Buffer.from(Array.from({ length: 20 * 256 }, (_, i) => i === 0x10 ? 0x18 : i & 0xff).filter(byte => byte !== 0x10))
  const slip = anInkSlip(7, 0)
  const bytes = Buffer.concat([everyByte, slip.bytes])
  expect(await printer.print({ ...slip, bytes })).toEqual({ state: 'printed', confirmedBy: 'process-id' })
  await eventually(() => terminal.heard().includes(bytes))
})

it('lets a device go when it stops: the next to open it gets it', async () => {
  const terminal = await aTerminalPrinter()
  for (const number of [1, 2]) {
    const printer = openPrinter('kiosk', `serial:${terminal.path}`, { times: { ...times, confirmMs: 5000 } })
    expect((await printer.print(anInkSlip(number))).state).toBe('printed')
    await printer.stop()
  }
})

it('claims no more than that every byte went to a device that cannot answer', async () => {
  const path = aStalledDevice()
  const reader = spawn('cat', [path], { stdio: 'ignore' })
  onTestFinished(() => { reader.kill('SIGKILL') })
  expect(await jobsOver(path, 5000).print(anInkSlip(1, 200_000))).toEqual({ state: 'unconfirmed', confirmedBy: 'sent' })
})
