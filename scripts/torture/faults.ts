import { setTimeout as sleep } from 'node:timers/promises'
import type { Knobs } from '../../printer/virtual/printer.ts'
import type { BenchPrinter } from './printer.ts'

/** A whole number from 0 up to, not including, `below`. */
export type Chance = (below: number) => number

/** So fast that a slip takes about as long as drawing it, and something can happen in the middle of one. */
export const benchSpeed = 8000

const well = { paper: 'ok', cover: 'closed', cutter: 'ok', power: 'on', network: 'ok', feedHeld: false, rowsPerSecond: benchSpeed, bytesPerSecond: 0 } as const satisfies Partial<Knobs>

/** What befalls a printer, and what somebody then does about it; `later` passes the time between. */
type Fault = (printer: BenchPrinter, chance: Chance, later: () => Promise<void>) => Promise<void>

const turned = (change: (chance: Chance) => Partial<Knobs>): Fault => async ({ virtual }, chance, later) => {
  virtual.set(change(chance))
  await later()
  virtual.set(well)
}

export const printerFaults = {
  'paper out': turned(() => ({ paper: 'out' })),
  'roll ends in a slip': turned(chance => ({ rowsLeft: 1 + chance(1500) })),
  'cover open': turned(() => ({ cover: 'open' })),
  'cutter jammed': turned(() => ({ cutter: 'jammed' })),
  'feed button': turned(() => ({ feedHeld: true })),
  'power off': turned(chance => ({ power: 'off', whenOff: chance(2) === 0 ? 'reset' : 'silent', brokenOff: chance(2) === 0 ? 'waits' : 'forgets' })),
  'slow': turned(chance => ({ rowsPerSecond: 400 + chance(2000) })),
  'slow line': turned(chance => ({ bytesPerSecond: 20_000 + chance(200_000) })),
  'half-open': turned(() => ({ network: 'silent' })),
  'connection cut': async (printer, _, later) => {
    await printer.cut()
    await later()
  }
} as const satisfies Record<string, Fault>

export function makeWell ({ virtual }: BenchPrinter): void {
  virtual.set(well)
}

export interface Trouble {
  /** Pauses between faults and their lengths, at most; one in twelve lasts `longMs` more, where that is given. */
  readonly restMs: number
  readonly lastsMs: number
  readonly longMs: number
}

/** One fault after the other until `isOver`; leaves the printer well. Counts each by name. */
export async function trouble (printer: BenchPrinter, chance: Chance, { restMs, lastsMs, longMs }: Trouble, isOver: () => boolean, count: (fault: string) => void): Promise<void> {
  const names = Object.keys(printerFaults) as (keyof typeof printerFaults)[]
  while (!isOver()) {
    await sleep(chance(restMs))
    const name = names[chance(names.length)] ?? 'paper out'
    count(name)
    await printerFaults[name](printer, chance, async () => { await sleep(chance(lastsMs) + (chance(12) === 0 ? chance(longMs + 1) : 0)) })
  }
  makeWell(printer)
}
