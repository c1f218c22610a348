import { execFileSync, spawn } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { keyFor, startServer, type Program } from '../../tests/support/server.ts'
import { percentile, withFolder, type Figures } from './measure.ts'

/** Enough to fill the device and keep slips waiting for it all the time. */
const slips = 12
/** Longer than a stalled job is waited for, twice: its process is ended and another begun meanwhile. */
const measuredMs = 35_000
const paceMs = 20
/** Measured by a timer of so many milliseconds, which are no delay. */
const timerMs = 10

/** What a hall notices of a USB printer that hangs in the middle of a slip, beside one that takes everything: loop, numbers (the database), files. */
export async function usb (): Promise<Figures> {
  return withFolder(async folder => {
    const halls = [await openHall(join(folder, 'idle'), true), await openHall(join(folder, 'stalled'), false)] as const
    try {
      // At the same time, in turns: whatever else the machine does, it does to both.
      await load(halls)
      return { ...named('idle', await figuresOf(halls[0])), ...named('stalled', await figuresOf(halls[1])) }
    } finally {
      for (const hall of halls) await hall.close()
    }
  })
}

interface Hall {
  readonly key: Program
  /** Address of a file that is read from the disk each time. */
  readonly file: string
  readonly numbers: number[]
  readonly files: number[]
  readonly close: () => Promise<void>
}

/** A running office with a device for its printer; `isRead`: whether anything takes what is written to it. */
async function openHall (folder: string, isRead: boolean): Promise<Hall> {
  await mkdir(folder)
  const device = join(folder, 'lp0')
  execFileSync('mkfifo', [device])
  const reader = isRead ? spawn('cat', [device], { stdio: ['ignore', 'ignore', 'inherit'] }) : undefined
  const server = await startServer(join(folder, 'data'), { MOISO_PRINTER: `usb:${device}?profile=generic-80-mute` })
  const close = async () => {
    reader?.kill()
    await server.kill()
  }
  try {
    const key = await keyFor(server.url, 'officer')
    const jobs: string[] = []
    for (let slip = 0; slip < slips; slip++) jobs.push((await key.post('/tickets', { field: 'HT', slip: true })).body.print.job)
    await settled(key, jobs, isRead)
    return { key, file: await fileOf(server.url), numbers: [], files: [], close }
  } catch (error) {
    await close()
    throw error
  }
}

/** Until every slip is through or, where nobody reads, until one is under way that will not get through. */
async function settled (key: Program, jobs: readonly string[], isRead: boolean): Promise<void> {
  for (const job of jobs) {
    for (;;) {
      const { state } = (await key.get(`/print-jobs/${job}`)).body
      if (state === 'unconfirmed') break
      if (state === 'printing' && !isRead) return pause(1000)
      await pause(100)
    }
  }
}

async function load (halls: readonly Hall[]): Promise<void> {
  for (const { key } of halls) await loopDelay(key.url) // from here on it is measured
  const end = performance.now() + measuredMs
  while (performance.now() < end) {
    for (const { key, file, numbers, files } of halls) {
      numbers.push(await timed(async () => (await key.post('/tickets', { field: 'CT', slip: false })).status))
      files.push(await timed(() => got(file)))
    }
    await pause(paceMs)
  }
}

async function figuresOf ({ key, numbers, files }: Hall): Promise<Figures> {
  return {
    ...await loopDelay(key.url), tickets: numbers.length,
    ticketP50Ms: percentile(numbers, 50), ticketP99Ms: percentile(numbers, 99), ticketWorstMs: Math.max(...numbers),
    fileP50Ms: percentile(files, 50), fileP99Ms: percentile(files, 99), fileWorstMs: Math.max(...files)
  }
}

async function fileOf (url: string): Promise<string> {
  const [path] = /\/assets\/[^"]+\.js/.exec(await (await fetch(`${url}/board`)).text()) ?? []
  if (!path) throw new Error('the board names no file')
  return url + path
}

async function got (url: string): Promise<number> {
  const answer = await fetch(url)
  await answer.arrayBuffer()
  return answer.status
}

async function timed (act: () => Promise<number>): Promise<number> {
  const begun = performance.now()
  const status = await act()
  if (status >= 300) throw new Error(`refused with ${status}`)
  return performance.now() - begun
}

/** Of the server's event loop, since the last time this was asked. */
async function loopDelay (url: string): Promise<Figures> {
  const figures = await (await fetch(`${url}/metrics`)).text()
  const ms = (which: string) => Math.max(0, Number(new RegExp(`^nodejs_eventloop_lag_${which}_seconds (\\S+)`, 'm').exec(figures)?.[1]) * 1000 - timerMs)
  return { loopDelayP50Ms: ms('p50'), loopDelayP99Ms: ms('p99'), loopDelayWorstMs: ms('max') }
}

function named (arm: string, figures: Figures): Figures {
  return Object.fromEntries(Object.entries(figures).map(([name, value]) => [`${arm}${name.charAt(0).toUpperCase()}${name.slice(1)}`, value]))
}

function pause (ms: number): Promise<void> {
  return new Promise(resolve => { setTimeout(resolve, ms) })
}
