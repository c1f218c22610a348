import { type Bitmap } from '../encode/bitmap.ts'
import { pngOf } from '../encode/png.ts'
import { type Knobs } from './knobs.ts'
import { Machine, type VirtualState } from './machine.ts'
import { wallTimers, type Timers } from './mechanism.ts'
import { Network } from './network.ts'

export { type Knobs } from './knobs.ts'
export { type VirtualState } from './machine.ts'
export { type Timers } from './mechanism.ts'

/** One slip that came out. */
export interface VirtualSheet {
  /** 1, 2, 3 … since the printer was made. */
  readonly id: number
  readonly at: Date
  readonly widthDots: number
  readonly heightDots: number
  /** `false`: the power went, or its job broke off, before it was finished. */
  readonly complete: boolean
}

/** A receipt printer made of software: paper to look at, knobs to turn, and port 9100's protocol on this machine. */
export interface VirtualPrinter {
  /** The last sheets, oldest first. */
  sheets (): readonly VirtualSheet[]
  /** The picture of a sheet still kept. */
  png (id: number): Uint8Array | undefined
  /** Returns what takes the listener away again. */
  onSheet (listener: (sheet: VirtualSheet) => void): () => void
  knobs (): Knobs
  set (change: Partial<Knobs>): void
  /** Told after every turn of a knob and every change the printer makes to one. Returns what takes the listener away again. */
  onKnobs (listener: (knobs: Knobs) => void): () => void
  /** What was received and not printed is lost; the sheet under the head is torn. */
  powerOff (): void
  powerOn (): void
  state (): VirtualState
  /** The picture of the sheet that is coming out, as far as it is printed. */
  hangingPng (): Uint8Array | undefined
  /**
   * Serves port 9100's protocol on this machine only: `host` is 127.0.0.1 or another address of 127.0.0.0/8.
   * Port 0 takes any free one. Rejects with a RangeError for another host.
   */
  listen (port: number, host?: string): Promise<{ readonly port: number, close (): Promise<void> }>
}

export interface VirtualPrinterOptions {
  readonly widthDots?: number
  /** How many sheets are remembered (20). */
  readonly keep?: number
  readonly now?: () => Date
  readonly knobs?: Partial<Knobs>
  readonly timers?: Timers
}

export function createVirtualPrinter ({ widthDots = 576, keep = 20, now = () => new Date(), knobs = {}, timers = wallTimers }: VirtualPrinterOptions = {}): VirtualPrinter {
  const tray = createTray(keep, now)
  const networks = new Set<Network>()
  const knobsListeners = new Set<(knobs: Knobs) => void>()
  let told: Knobs | undefined
  const onChange = () => {
    for (const network of networks) network.look()
    const present = machine.knobs()
    if (told && isSame(told, present)) return
    told = present
    for (const listener of knobsListeners) listener(present)
  }
  const machine = new Machine({ widthDots, timers, knobs, onSheet: tray.add, onChange })
  told = machine.knobs()
  const set = (change: Partial<Knobs>) => { machine.set(change) }
  return {
    sheets: tray.sheets,
    png: tray.png,
    onSheet: tray.onSheet,
    knobs: () => machine.knobs(),
    set,
    onKnobs: listener => listening(knobsListeners, listener),
    powerOff: () => { set({ power: 'off' }) },
    powerOn: () => { set({ power: 'on' }) },
    state: () => machine.state(),
    hangingPng () {
      const hanging = machine.hanging()
      return hanging && pngOf(hanging)
    },
    async listen (port, host = '127.0.0.1') {
      if (!/^127(\.\d{1,3}){3}$/.test(host)) throw new RangeError(`A printer made of software listens on this machine only, not on ${host}`)
      const network = new Network(machine, timers)
      networks.add(network)
      return {
        port: await network.listen(port, host),
        async close () {
          networks.delete(network)
          await network.close()
        }
      }
    }
  }
}

function isSame (a: Knobs, b: Knobs): boolean {
  return (Object.keys(a) as (keyof Knobs)[]).every(name => a[name] === b[name])
}

function listening <Listener> (listeners: Set<Listener>, listener: Listener): () => void {
  listeners.add(listener)
  return () => { listeners.delete(listener) }
}

type Kept = VirtualSheet & { readonly bitmap: Bitmap, png?: Uint8Array }

/** Where sheets fall. */
function createTray (keep: number, now: () => Date) {
  const kept: Kept[] = []
  const listeners = new Set<(sheet: VirtualSheet) => void>()
  let lastId = 0
  return {
    sheets: () => kept.map(shown),
    png (id: number) {
      const sheet = kept.find(candidate => candidate.id === id)
      if (sheet) sheet.png ??= pngOf(sheet.bitmap)
      return sheet?.png
    },
    onSheet: (listener: (sheet: VirtualSheet) => void) => listening(listeners, listener),
    add (bitmap: Bitmap, complete: boolean) {
      const sheet: Kept = { id: ++lastId, at: now(), widthDots: bitmap.widthDots, heightDots: bitmap.heightDots, complete, bitmap }
      kept.push(sheet)
      if (kept.length > keep) kept.shift()
      for (const listener of listeners) listener(shown(sheet))
    }
  }
}

function shown ({ id, at, widthDots, heightDots, complete }: Kept): VirtualSheet {
  return { id, at, widthDots, heightDots, complete }
}
