import { type Outcome, type PrintOptions, type FinishedSlip } from '../../printer/outcome.ts'
import { type Printer } from '../../printer/printers.ts'
import { type JobChange, type JobState, type PrintJob, type PrintJobs } from '../../printer/spooler/job.ts'
import { aTicketSlip, profile } from './support.ts'

export interface Row extends PrintJob { state: JobState, tries: number, error?: string, confirmedBy?: string, readonly history: JobState[] }

export function aJob (id: string, changes: Partial<Row> = {}): Row {
  return { id, printer: 'kiosk', serviceDate: '2026-11-23', number: '1042', slip: aTicketSlip(), tries: 0, state: 'queued', history: [], ...changes }
}

/** A print queue in memory; `failing` makes every call reject while it is true. */
export function aQueue (...rows: Row[]) {
  const queue = {
    rows,
    failing: false,
    row: (id: string) => rows.find(row => row.id === id)!,
    async next (printer: string) {
      check()
      return rows.find(row => row.printer === printer && row.state === 'queued')
    },
    async mark (id: string, change: JobChange) {
      check()
      const row = queue.row(id)
      delete row.error
      Object.assign(row, change)
      row.history.push(change.state)
    },
    async leftPrinting (printer: string) {
      check()
      return rows.filter(row => row.printer === printer && row.state === 'printing')
    }
  } satisfies PrintJobs & Record<string, unknown>
  const check = () => { if (queue.failing) throw new Error('disk full') }
  return queue
}

/** A printer that has an outcome for each job in turn, and a note of everything it was sent. */
export function aPrinter (outcomes: Outcome[], name = 'kiosk'): Printer & { readonly sent: string[] } {
  const sent: string[] = []
  return {
    name, url: 'test:', profile: profile('generic-80'), sent,
    async print (slip: FinishedSlip, options: PrintOptions = {}) {
      const outcome = outcomes.shift() ?? { state: 'printed', confirmedBy: 'process-id' }
      if (outcome.state === 'unsent' && outcome.fault === 'unreachable') return outcome
      try { await options.beforeFirstByte?.() } catch { return { state: 'unsent', fault: 'not-recorded' } }
      if (outcome.state !== 'unsent') sent.push(slip.job)
      return outcome
    }
  }
}

/** A press that costs nothing. */
export const aPress = { print: async () => ({ bytes: Uint8Array.of(1), png: Uint8Array.of(2) }) }
