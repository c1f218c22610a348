import { Worker } from 'node:worker_threads'
import { type FontFiles } from '../fonts/faces.ts'
import { type PrinterProfile } from '../profiles/profiles.ts'
import { type SlipDocument } from '../slip/document.ts'
import { type PrintedSheet } from './sheet.ts'

/** Turns slips into bytes and pictures in a thread of its own: rendering takes tens of milliseconds that callers of numbers do not have. */
export interface Press {
  /** Resolves when fonts were checked and the thread can print; rejects with what is wrong with them. */
  ready (): Promise<void>
  /**
   * `jobNumber` (1–9999, cycling) is what the printer will confirm the job by. Rejects with PressFailed when
   * the press could not do its work, with any other error when the slip cannot be drawn.
   */
  print (document: SlipDocument, profile: PrinterProfile, jobNumber: number): Promise<PrintedSheet>
  /** Ends the thread; what was not finished is rejected. */
  stop (): Promise<void>
}

export interface PressRequest { readonly id: number, readonly document: SlipDocument, readonly profile: PrinterProfile, readonly jobNumber: number }
export type PressReply = { readonly id: number, readonly sheet: PrintedSheet } | { readonly id: number, readonly error: string }

/** The press is at fault, not the slip: fonts, a thread that ended, a press that is stopped. */
export class PressFailed extends Error {
  override readonly name = 'PressFailed'
}

/** Drawing takes tens of milliseconds; a thread that is silent for so long hangs, and every slip behind it. */
const longestMs = 20_000

interface Waiting { resolve (sheet: PrintedSheet): void, reject (why: Error): void }

/** A running thread and what is asked of it. */
interface Shift { readonly worker: Worker, readonly ready: Promise<void>, readonly waiting: Map<number, Waiting> }

/** The thread starts with the first call and is started again after it died; `fonts` are the bundled ones unless a test says otherwise. */
export function createPress (options: { fonts?: FontFiles, longestMs?: number } = {}): Press {
  let shift: Shift | undefined
  let lastId = 0
  let stopped = false
  const current = (): Shift => {
    if (stopped) throw new PressFailed('The press is stopped')
    shift ??= startShift(options.fonts, ended => { if (shift === ended) shift = undefined })
    return shift
  }
  return {
    ready: async () => current().ready,
    async print (document, profile, jobNumber) {
      const { worker, ready, waiting } = current()
      await ready
      const id = ++lastId
      const hung = setTimeout(() => { void worker.terminate() }, options.longestMs ?? longestMs)
      return new Promise<PrintedSheet>((resolve, reject) => {
        waiting.set(id, { resolve, reject })
        worker.ref()
        worker.postMessage({ id, document, profile, jobNumber } satisfies PressRequest)
      }).finally(() => { clearTimeout(hung) })
    },
    async stop () {
      stopped = true
      await shift?.worker.terminate()
    }
  }
}

function startShift (fonts: FontFiles | undefined, onEnd: (shift: Shift) => void): Shift {
  const worker = new Worker(new URL('./press-worker.ts', import.meta.url), { workerData: { fonts }, stdout: false, stderr: false })
  const waiting = new Map<number, Waiting>()
  let failure = new PressFailed('The press stopped')
  const ready = new Promise<void>((resolve, reject) => {
    worker.once('message', () => { resolve() })
    worker.on('error', why => { failure = new PressFailed(why instanceof Error ? why.message : String(why), { cause: why }) })
    worker.once('exit', () => { reject(failure) })
  })
  ready.catch(() => {}) // whoever waits for it hears of it; nobody waiting is no crash
  const shift: Shift = { worker, ready, waiting }
  worker.on('message', (reply: PressReply | 'ready') => {
    if (reply !== 'ready') settle(waiting, reply)
    // An idle press must not keep a finished program alive.
    if (waiting.size === 0) worker.unref()
  })
  worker.once('exit', () => {
    onEnd(shift)
    for (const { reject } of waiting.values()) reject(failure)
    waiting.clear()
  })
  return shift
}

function settle (waiting: Map<number, Waiting>, reply: PressReply): void {
  const job = waiting.get(reply.id)
  waiting.delete(reply.id)
  if ('error' in reply) job?.reject(new Error(reply.error))
  else job?.resolve(reply.sheet)
}
