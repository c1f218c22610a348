import { onTestFinished } from 'vitest'
import { unheard, type Condition } from '../../printer/condition.ts'
import { type FinishedSlip, type Outcome, type PrintOptions } from '../../printer/outcome.ts'
import { type Printer } from '../../printer/printers.ts'
import { type SlipDocument } from '../../printer/slip/document.ts'
import { moveJob, type JobChange, type JobState, type PrintJob, type PrintJobs } from '../../printer/spooler/job.ts'
import { createSpooler, type Spooler, type SpoolerParts } from '../../printer/spooler/spooler.ts'
import { aTicketSlip, profile, silentLog } from './support.ts'

export interface Row extends PrintJob { printer: string, state: JobState, tries: number, error?: string, confirmedBy?: string, readonly history: JobState[] }

export function aJob (id: string, changes: Partial<Row> = {}): Row {
  return { id, printer: 'kiosk', serviceDate: '2026-11-23', number: '1042', slip: aTicketSlip(), tries: 0, state: 'queued', history: [], ...changes }
}

/** A print queue in memory; `failing` makes every call reject while it is true, `ready` holds every call up until it resolves. */
export function aQueue (...rows: Row[]) {
  const unbegun = (printer: string) => rows.find(row => row.printer === printer && moveJob(row.state, 'start'))
  const queue = {
    rows,
    failing: false,
    ready: (): Promise<unknown> => Promise.resolve(),
    row: (id: string) => rows.find(row => row.id === id)!,
    async next (printer: string) {
      await turn()
      const row = unbegun(printer)
      return row && { ...row }
    },
    async mark ({ id, printer }: Pick<PrintJob, 'id' | 'printer'>, from: JobState, change: JobChange) {
      await turn()
      const row = queue.row(id)
      if (row.printer !== printer || row.state !== from) return false
      delete row.error
      delete row.confirmedBy
      Object.assign(row, change)
      row.history.push(change.state)
      return true
    },
    async handOver (from: string, to: string) {
      await turn()
      const row = unbegun(from)
      if (row) Object.assign(row, { printer: to, state: moveJob(row.state, 'handOver') })
      return row && { ...row }
    },
    async leftPrinting (printer: string) {
      await turn()
      return rows.filter(row => row.printer === printer && row.state === 'printing')
    }
  } satisfies PrintJobs & Record<string, unknown>
  const turn = async () => {
    await queue.ready()
    if (queue.failing) throw new Error('disk full')
  }
  return queue
}

/** A printer that does as it is told: an outcome for each job in turn (then all are printed), and a note of everything it was sent. */
export interface FakePrinter extends Printer {
  readonly sent: string[]
  /** Attempts, bytes or none. */
  readonly attempts: string[]
  /** It says this of itself from now on. */
  says (condition: Partial<Condition>): void
  /** It says that a job is on paper after all. */
  confirms (job: string): void
}

export function aPrinter (outcomes: (Outcome | Promise<Outcome>)[], name = 'kiosk'): FakePrinter {
  const sent: string[] = []
  const attempts: string[] = []
  const listeners = { condition: new Set<(condition: Condition) => void>(), late: new Set<(job: string) => void>() }
  const adding = <Listener>(set: Set<Listener>) => (listener: Listener) => {
    set.add(listener)
    return () => { set.delete(listener) }
  }
  let condition: Condition = { ...unheard, reachable: true }
  return {
    name, url: 'test:', profile: profile('generic-80'), sent, attempts,
    watch () {},
    condition: () => condition,
    trouble: () => undefined,
    onCondition: adding(listeners.condition),
    onLate: adding(listeners.late),
    says (change) {
      condition = { ...condition, ...change }
      for (const tell of listeners.condition) tell(condition)
    },
    confirms (job) { for (const tell of listeners.late) tell(job) },
    async print (slip: FinishedSlip, options: PrintOptions = {}) {
      attempts.push(slip.job)
      const next = outcomes.shift() ?? { state: 'printed', confirmedBy: 'process-id' }
      if (!(next instanceof Promise) && (next.state === 'blocked' || next.state === 'unsent' && next.fault === 'unreachable')) return next
      try {
        if (await options.beforeFirstByte?.() === false) return { state: 'unsent', fault: 'not-recorded' }
      } catch { return { state: 'unsent', fault: 'not-recorded' } }
      if (next instanceof Promise || next.state !== 'unsent') sent.push(slip.job)
      return Promise.race([next, stopped(options.signal)])
    },
    async stop () {}
  }
}

function stopped (signal: AbortSignal | undefined): Promise<Outcome> {
  return new Promise(resolve => { signal?.addEventListener('abort', () => { resolve({ state: 'unknown', fault: 'stopping' }) }) })
}

/** A press that costs nothing. */
export const aPress = { print: async () => ({ bytes: Uint8Array.of(1), png: Uint8Array.of(2) }) }

/** Parts of a spooler in a hurry. */
export const spoolerParts = {
  press: aPress,
  documentOf: () => ({} as SlipDocument), isOutdated: () => false, log: silentLog, backoffMs: [1, 2], slowLookMs: 60_000, stopGraceMs: 20
} satisfies Partial<SpoolerParts>

/** A spooler that ends with its test. */
export function aSpooler (parts: Pick<SpoolerParts, 'jobs' | 'printers'> & Partial<SpoolerParts>): Spooler {
  const spooler = createSpooler({ ...spoolerParts, ...parts })
  onTestFinished(() => spooler.stop())
  return spooler
}
