import { moveJob, type JobChange, type JobEvent, type JobState, type PrintJob, type PrintJobs } from './job.ts'

/** As pino has it: facts first, then the sentence. */
export interface SpoolerLog {
  info (facts: object, message: string): void
  warn (facts: object, message: string): void
  error (facts: object, message: string): void
}

/** A job's new state, after it was stored. */
export interface JobChanged extends JobChange { readonly id: string, readonly printer: string }

/** What a lane writes of its jobs, and tells when it is on disk. Everything rejects when the store fails. */
export interface Ledger {
  /** Stores where an event leads. False: the job is no longer at this printer in that state, and is left alone. */
  mark (job: PrintJob, from: JobState, event: JobEvent, change: Omit<JobChange, 'state'>): Promise<boolean>
  /** Notes a job that may be on paper, in case its printer says so after all. */
  doubt (job: PrintJob, state: 'unconfirmed' | 'unknown'): void
  /** The printer has said that a job is on paper; stored by the next `confirmLate`. */
  late (id: string): void
  confirmLate (): Promise<void>
  tell (change: JobChanged): void
}

/** Late word comes on the connection that carried the job: of older ones nothing more is heard. */
const mostDoubts = 100

export function createLedger (jobs: Pick<PrintJobs, 'mark'>, onChange: (change: JobChanged) => void, log: SpoolerLog): Ledger {
  const doubts = new Map<string, { readonly job: PrintJob, readonly state: JobState }>()
  const confirmed = new Set<string>()

  function tell (change: JobChanged): void {
    try {
      onChange(change)
    } catch (error) {
      log.error({ job: change.id, err: error }, 'a listener of the print queue failed')
    }
  }

  async function mark (job: PrintJob, from: JobState, event: JobEvent, change: Omit<JobChange, 'state'>): Promise<boolean> {
    const state = moveJob(from, event)
    if (!state) throw new Error(`A print job that is ${from} cannot ${event}`)
    const isStored = await jobs.mark(job, from, { state, ...change })
    if (isStored) tell({ id: job.id, printer: job.printer, state, ...change })
    return isStored
  }

  return {
    mark,
    tell,
    doubt (job, state) {
      doubts.set(job.id, { job, state })
      const [oldest] = doubts.keys()
      if (doubts.size > mostDoubts && oldest !== undefined) doubts.delete(oldest)
    },
    late (id) { confirmed.add(id) },
    async confirmLate () {
      for (const id of confirmed) {
        const doubt = doubts.get(id)
        if (doubt) await mark(doubt.job, doubt.state, 'confirm', { tries: doubt.job.tries, confirmedBy: 'process-id' })
        confirmed.delete(id)
        doubts.delete(id)
      }
    }
  }
}
