import { type Press } from '../encode/press.ts'
import { type Printer } from '../printers.ts'
import { startLane, type JobChanged, type LaneStatus, type SpoolerLog } from './lane.ts'
import { type PrintJobs } from './job.ts'

export interface SpoolerParts {
  readonly jobs: PrintJobs
  readonly printers: readonly Printer[]
  readonly press: Pick<Press, 'print'>
  readonly log: SpoolerLog
  /** Told after a job's new state was stored. */
  readonly onChange?: (change: JobChanged) => void
  /** Pauses after failures in a row (1, 2, 5, 10, 30 s). */
  readonly backoffMs?: readonly number[]
  /** How long stopping waits for the printer's answer to the job under way. */
  readonly stopGraceMs?: number
}

/** Works off the stored print queue, one job at a time for each printer. A dead printer costs nothing: its jobs wait. */
export interface Spooler {
  /** Something may have been queued. */
  wake (): void
  /** Takes no further job and resolves when the ones under way are settled. What was not begun stays queued on disk. */
  stop (): Promise<void>
  status (): readonly LaneStatus[]
}

const usualBackoffMs = [1000, 2000, 5000, 10_000, 30_000]
const usualGraceMs = 3000

/** Starts at once, with what an earlier server left behind. */
export function createSpooler (parts: SpoolerParts): Spooler {
  const { jobs, press, log, onChange = () => {}, backoffMs = usualBackoffMs, stopGraceMs = usualGraceMs } = parts
  const patience = new AbortController()
  const lanes = parts.printers.map(printer => startLane({ jobs, printer, press, log, onChange, backoffMs, signal: patience.signal }))
  return {
    wake () { for (const lane of lanes) lane.wake() },
    async stop () {
      const timer = setTimeout(() => { patience.abort() }, stopGraceMs)
      await Promise.all(lanes.map(lane => lane.stop()))
      clearTimeout(timer)
    },
    status: () => lanes.map(lane => lane.status())
  }
}
