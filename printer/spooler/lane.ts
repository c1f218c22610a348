import { type Press } from '../encode/press.ts'
import { processNumbers } from '../encode/compose.ts'
import { wordsOf, type FinishedSlip, type Outcome } from '../outcome.ts'
import { type Printer } from '../printers.ts'
import { ticketSlip } from '../slip/ticket.ts'
import { createBell } from './bell.ts'
import { moveJob, outcomeEvent, type JobChange, type JobEvent, type JobState, type PrintJob, type PrintJobs } from './job.ts'

/** As pino has it: facts first, then the sentence. */
export interface SpoolerLog {
  info (facts: object, message: string): void
  warn (facts: object, message: string): void
  error (facts: object, message: string): void
}

/** A job's new state, after it was stored. */
export interface JobChanged extends JobChange { readonly id: string, readonly printer: string }

export interface LaneParts {
  readonly jobs: PrintJobs
  readonly printer: Printer
  readonly press: Pick<Press, 'print'>
  readonly log: SpoolerLog
  readonly onChange: (change: JobChanged) => void
  /** Pauses after the first, second … failure in a row; the last one repeats. */
  readonly backoffMs: readonly number[]
  /** Ends waiting for a printer's answer when the server stops. */
  readonly signal: AbortSignal
}

export interface LaneStatus {
  readonly printer: string
  /** `waiting`: something failed and is tried again after a pause; `error` says what. */
  readonly state: 'idle' | 'printing' | 'waiting' | 'stopped'
  readonly job?: string
  readonly error?: string
}

/** One printer's queue being worked off, one job at a time, oldest first. */
export interface Lane {
  wake (): void
  /** Resolves when the job under way has its outcome and that is stored (or the store has failed once more). */
  stop (): Promise<void>
  status (): LaneStatus
}

/** A slip that cannot be drawn this often never will be: it must not hold up the queue. */
const mostDrawings = 3

export function startLane (parts: LaneParts): Lane {
  const lane = new LaneWork(parts)
  const work = lane.run()
  return {
    wake: () => { lane.bell.ring() },
    async stop () {
      lane.stop()
      await work
    },
    status: () => lane.status
  }
}

/** The loop's own state; a class only to keep it in one place. */
class LaneWork {
  readonly bell = createBell()
  status: LaneStatus
  private readonly parts: LaneParts
  private isStopping = false
  private failures = 0
  private processNumber = 0

  constructor (parts: LaneParts) {
    this.parts = parts
    this.status = { printer: parts.printer.name, state: 'idle' }
  }

  stop (): void {
    this.isStopping = true
    this.bell.close()
  }

  async run (): Promise<void> {
    await this.untilStored(() => this.giveUpLeftovers(), 'unfinished print jobs could not be settled')
    while (!this.isStopping) {
      const job = await this.untilStored(() => this.parts.jobs.next(this.parts.printer.name), 'the print queue could not be read')
      if (job) await this.handle(job)
      else if (!this.isStopping) { this.show('idle'); await this.bell.heard() }
    }
    this.show('stopped')
  }

  /** Jobs a dead server left half sent: nobody knows whether they are on paper, so nobody prints them again. */
  private async giveUpLeftovers (): Promise<void> {
    for (const job of await this.parts.jobs.leftPrinting(this.parts.printer.name)) {
      await this.mark(job, 'printing', 'lose', { tries: job.tries, error: 'stopping: the server ended while this was printing' })
    }
  }

  private async handle (job: PrintJob): Promise<void> {
    this.show('printing', job)
    const slip = await this.draw(job)
    if (!slip || this.isStopping) return
    let state: JobState = 'queued'
    const tries = job.tries + 1
    const outcome = await this.print(slip, async () => { state = await this.mark(job, 'queued', 'start', { tries }) })
    await this.untilStored(() => this.mark(job, state, outcomeEvent(outcome), { tries, ...facts(outcome) }), 'the outcome of a print job could not be stored')
    if (outcome.state === 'unsent' && !this.isStopping) await this.waitAfter(facts(outcome).error ?? '', job)
    else this.failures = 0
  }

  private async draw (job: PrintJob): Promise<FinishedSlip | undefined> {
    const processNumber = this.processNumber = this.processNumber % processNumbers + 1
    try {
      const { bytes, png } = await this.parts.press.print(ticketSlip(job.slip), this.parts.printer.profile, processNumber)
      return { job: job.id, serviceDate: job.serviceDate, number: job.number, processNumber, bytes, png }
    } catch (error) {
      if (!this.isStopping) await this.undrawn(job, error)
      return undefined
    }
  }

  private async undrawn (job: PrintJob, why: unknown): Promise<void> {
    const tries = job.tries + 1
    const error = `undrawable: ${wordsOf(why)}`
    this.parts.log.error({ job: job.id, tries, err: why }, 'a slip could not be drawn')
    await this.untilStored(() => this.mark(job, 'queued', tries < mostDrawings ? 'withhold' : 'giveUp', { tries, error }), 'the failure of a print job could not be stored')
    if (tries < mostDrawings) await this.waitAfter(error, job)
  }

  /** A printer never rejects; if one does after all, bytes may have gone. */
  private async print (slip: FinishedSlip, beforeFirstByte: () => Promise<void>): Promise<Outcome> {
    try {
      return await this.parts.printer.print(slip, { beforeFirstByte, signal: this.parts.signal })
    } catch (error) {
      this.parts.log.error({ job: slip.job, err: error }, 'a printer failed unexpectedly')
      return { state: 'unknown', fault: 'broken', detail: wordsOf(error) }
    }
  }

  /** Stores where an event leads; resolves with the new state. Rejects when the store fails. */
  private async mark (job: PrintJob, from: JobState, event: JobEvent, change: Omit<JobChange, 'state'>): Promise<JobState> {
    const state = moveJob(from, event)
    if (!state) throw new Error(`A print job that is ${from} cannot ${event}`)
    await this.parts.jobs.mark(job.id, { state, ...change })
    this.tell({ id: job.id, printer: job.printer, state, ...change })
    return state
  }

  private tell (change: JobChanged): void {
    try {
      this.parts.onChange(change)
    } catch (error) {
      this.parts.log.error({ job: change.id, err: error }, 'a listener of the print queue failed')
    }
  }

  /** Tries a call of the store until it succeeds or the server stops (then undefined): nothing is forgotten because a disk was busy. */
  private async untilStored<T> (call: () => Promise<T>, complaint: string): Promise<T | undefined> {
    for (let failures = 0; ; failures++) {
      try {
        return await call()
      } catch (error) {
        this.parts.log.error({ printer: this.parts.printer.name, err: error }, complaint)
        if (this.isStopping) return undefined
        this.show('waiting', undefined, `store: ${wordsOf(error)}`)
        await this.bell.pause(this.backoff(failures))
      }
    }
  }

  private async waitAfter (error: string, job: PrintJob): Promise<void> {
    const pauseMs = this.backoff(this.failures++)
    this.parts.log.warn({ printer: this.parts.printer.name, job: job.id, error, pauseMs }, 'a slip waits for its printer')
    this.show('waiting', job, error)
    await this.bell.pause(pauseMs)
  }

  private backoff (failures: number): number {
    const { backoffMs } = this.parts
    return backoffMs[Math.min(failures, backoffMs.length - 1)] ?? 0
  }

  private show (state: LaneStatus['state'], job?: PrintJob, error?: string): void {
    this.status = { printer: this.parts.printer.name, state, ...(job ? { job: job.id } : {}), ...(error ? { error } : {}) }
  }
}

/** An outcome as columns of the job's row. */
function facts (outcome: Outcome): Pick<JobChange, 'error' | 'confirmedBy'> {
  if (outcome.state === 'printed') return { confirmedBy: outcome.confirmedBy }
  return { error: outcome.detail ? `${outcome.fault}: ${outcome.detail}` : outcome.fault }
}
