import { randomInt } from 'node:crypto'
import { isBlocking, stateOf } from '../condition.ts'
import { processNumbers } from '../encode/compose.ts'
import { PressFailed, type Press } from '../encode/press.ts'
import { wordsOf, type FinishedSlip, type Outcome } from '../outcome.ts'
import { type Printer } from '../printers.ts'
import { type SlipDocument } from '../slip/document.ts'
import { type SlipFacts } from '../slip/facts.ts'
import { createAbility, type Ability } from './ability.ts'
import { attempt, columnsOf, faultOf, isOfPrinter } from './attempt.ts'
import { createBell } from './bell.ts'
import { outcomeEvent, type JobChange, type JobEvent, type JobState, type PrintJob, type PrintJobs } from './job.ts'
import { createLedger, type JobChanged, type Ledger, type SpoolerLog } from './ledger.ts'

/** What all lanes have in common. */
export interface LaneParts {
  readonly jobs: PrintJobs
  readonly press: Pick<Press, 'print'>
  readonly documentOf: (slip: SlipFacts) => SlipDocument
  /** A slip whose day is over is given up: a number of yesterday in somebody's hand does harm. */
  readonly isOutdated: (job: PrintJob) => boolean
  readonly log: SpoolerLog
  readonly onChange: (change: JobChanged) => void
  /** A lane's status has changed. */
  readonly onStatus: () => void
  /** Pauses after the first, second … failure in a row; the last one repeats. A printer that comes back cuts them short. */
  readonly backoffMs: readonly number[]
  /** How often a printer that says it cannot print is asked again, should its word that it can have been lost. */
  readonly slowLookMs: number
  readonly relieveAfterMs: number
  /** Ends waiting for a printer's answer when the server stops. */
  readonly signal: AbortSignal
}

export interface LaneStatus {
  readonly printer: string
  /**
   * `waiting`: it cannot print and tries again; `error` says what is wrong. `relieved`: it has not been able to for long,
   * and `reliefBy` prints what is asked for here.
   */
  readonly state: 'idle' | 'printing' | 'waiting' | 'relieved' | 'stopped'
  readonly job?: string
  readonly error?: string
  readonly reliefBy?: string
}

/** One printer's queue being worked off, one job at a time, oldest first. */
export interface Lane {
  readonly ability: Pick<Ability, 'isAble' | 'isMissed'>
  wake (): void
  /** Resolves when the job under way has its outcome and that is stored (or the store has failed once more). */
  stop (): Promise<void>
  status (): LaneStatus
}

/** A slip that cannot be drawn this often never will be: it must not hold up the queue. */
const mostDrawings = 3

/** How a lane and the others help each other. */
export interface Neighbours {
  /** A job of a printer that this one prints for while that one cannot. */
  readonly takeOver: () => Promise<PrintJob | undefined>
  /** Called when this lane has not been able for long, or is again. */
  readonly onMissed: () => void
}

export function startLane (printer: Printer, parts: LaneParts, neighbours: Neighbours): Lane {
  const lane = new LaneWork(printer, parts, neighbours)
  const work = lane.run()
  return {
    ability: lane.ability,
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
  readonly ability: Ability
  status: LaneStatus
  private readonly printer: Printer
  private readonly parts: LaneParts
  private readonly neighbours: Neighbours
  private readonly ledger: Ledger
  private readonly deaf: readonly (() => void)[]
  private isStopping = false
  private failures = 0
  private undrawable = { job: '', times: 0 }
  /** Begins anywhere: a printer may still be printing, and naming, what the server before this one sent it. */
  private processNumber = randomInt(processNumbers)

  constructor (printer: Printer, parts: LaneParts, neighbours: Neighbours) {
    this.printer = printer
    this.parts = parts
    this.neighbours = neighbours
    this.status = { printer: printer.name, state: 'idle' }
    this.ability = createAbility(parts.relieveAfterMs, neighbours.onMissed)
    this.ledger = createLedger(parts.jobs, parts.onChange, parts.log)
    this.deaf = [
      printer.onCondition(() => { if (this.look()) this.bell.hurry() }),
      printer.onLate(job => { this.ledger.late(job); this.bell.hurry() })
    ]
    this.look()
  }

  /** Notes whether the printer says that it can print. */
  private look (): boolean {
    const isAble = !isBlocking(stateOf(this.printer.condition()))
    this.ability.note(isAble)
    return isAble
  }

  stop (): void {
    this.isStopping = true
    for (const deafen of this.deaf) deafen()
    this.ability.stop()
    this.bell.close()
  }

  async run (): Promise<void> {
    await this.untilStored(() => this.giveUpLeftovers(), 'unfinished print jobs could not be settled')
    while (!this.isStopping) {
      const job = await this.untilStored(() => this.nextJob(), 'the print queue could not be read')
      if (job) await this.handle(job)
      else if (!this.isStopping) { this.show('idle'); await this.bell.heard() }
      await this.untilStored(() => this.ledger.confirmLate(), 'a late confirmation could not be stored')
    }
    this.show('stopped')
  }

  /** Jobs a dead server left half sent: nobody knows whether they are on paper, so nobody prints them again. */
  private async giveUpLeftovers (): Promise<void> {
    for (const job of await this.parts.jobs.leftPrinting(this.printer.name)) {
      await this.ledger.mark(job, 'printing', 'lose', { tries: job.tries, error: 'stopping: the server ended while this was printing' })
    }
  }

  private async nextJob (): Promise<PrintJob | undefined> {
    const own = await this.parts.jobs.next(this.printer.name)
    if (own || !this.ability.isAble()) return own
    const taken = await this.neighbours.takeOver()
    if (taken) this.ledger.tell({ id: taken.id, printer: taken.printer, state: taken.state, tries: taken.tries })
    return taken
  }

  private async handle (job: PrintJob): Promise<void> {
    if (this.parts.isOutdated(job)) return this.giveUp(job, { tries: job.tries, error: 'outdated' })
    this.show('printing', job)
    const slip = await this.draw(job)
    if (!slip || this.isStopping) return
    const tries = job.tries + 1
    const { outcome, from } = await attempt(job, slip, tries, { ...this.parts, printer: this.printer, ledger: this.ledger })
    // What was heard of the printer before this is older than the outcome.
    this.bell.forgetHurry()
    if (from.length === 0) return
    await this.settle(job, from, outcomeEvent(outcome), { tries, ...columnsOf(outcome) })
    if (outcome.state === 'unconfirmed' || outcome.state === 'unknown') this.ledger.doubt({ ...job, tries }, outcome.state)
    if (isOfPrinter(outcome)) this.ability.note(outcome.state === 'printed' || outcome.state === 'unconfirmed')
    await this.goOn(job, outcome)
  }

  private async goOn (job: PrintJob, outcome: Outcome): Promise<void> {
    if (this.isStopping) return
    if (outcome.state === 'blocked') return this.waitAfter(job, outcome.fault, this.parts.slowLookMs)
    if (outcome.state === 'unsent') return this.waitAfter(job, faultOf(outcome), this.backoff(this.failures++))
    this.failures = 0
  }

  private async draw (job: PrintJob): Promise<FinishedSlip | undefined> {
    const processNumber = this.processNumber = this.processNumber % processNumbers + 1
    try {
      const { bytes, png } = await this.parts.press.print(this.parts.documentOf(job.slip), this.printer.profile, processNumber)
      return { job: job.id, serviceDate: job.serviceDate, number: job.number || job.slip.kind, processNumber, bytes, png }
    } catch (error) {
      if (!this.isStopping) await this.undrawn(job, error)
      return undefined
    }
  }

  private async undrawn (job: PrintJob, why: unknown): Promise<void> {
    const change = { tries: job.tries + 1, error: `undrawable: ${wordsOf(why)}` }
    this.parts.log.error({ job: job.id, tries: change.tries, err: why }, 'a slip could not be drawn')
    // A press that failed says nothing about the slip: it waits until there is a press again.
    if (!(why instanceof PressFailed) && this.isHopeless(job)) return this.giveUp(job, change)
    await this.settle(job, [job.state], 'withhold', change)
    await this.waitAfter(job, change.error, this.backoff(this.failures++))
  }

  /** Whether a slip was undrawable too often, this time counted. */
  private isHopeless ({ id }: PrintJob): boolean {
    this.undrawable = { job: id, times: this.undrawable.job === id ? this.undrawable.times + 1 : 1 }
    return this.undrawable.times >= mostDrawings
  }

  private async giveUp (job: PrintJob, change: Omit<JobChange, 'state'>): Promise<void> {
    await this.settle(job, [job.state], 'giveUp', change)
  }

  /** Stores an event from the first of these states that the job is in; from none when another printer has it. */
  private async settle (job: PrintJob, from: readonly JobState[], event: JobEvent, change: Omit<JobChange, 'state'>): Promise<void> {
    await this.untilStored(async () => {
      for (const state of from) if (await this.ledger.mark(job, state, event, change)) return
    }, 'what became of a print job could not be stored')
  }

  /** Tries a call of the store until it succeeds or the server stops (then undefined): nothing is forgotten because a disk was busy. */
  private async untilStored<T> (call: () => Promise<T>, complaint: string): Promise<T | undefined> {
    for (let failures = 0; ; failures++) {
      try {
        return await call()
      } catch (error) {
        this.parts.log.error({ printer: this.printer.name, err: error }, complaint)
        if (this.isStopping) return undefined
        this.show('waiting', undefined, `store: ${wordsOf(error)}`)
        await this.bell.pause(this.backoff(failures))
      }
    }
  }

  private async waitAfter (job: PrintJob, error: string, pauseMs: number): Promise<void> {
    this.parts.log.warn({ printer: this.printer.name, job: job.id, error, pauseMs }, 'a slip waits for its printer')
    this.show('waiting', job, error)
    await this.bell.pause(pauseMs)
  }

  private backoff (failures: number): number {
    const { backoffMs } = this.parts
    return backoffMs[Math.min(failures, backoffMs.length - 1)] ?? 0
  }

  private show (state: LaneStatus['state'], job?: PrintJob, error?: string): void {
    const before = this.status
    this.status = { printer: this.printer.name, state, ...(job ? { job: job.id } : {}), ...(error ? { error } : {}) }
    if (before.state !== state || before.job !== job?.id || before.error !== error) this.parts.onStatus()
  }
}
