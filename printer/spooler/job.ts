import { type Outcome } from '../outcome.ts'
import { type SlipFacts } from '../slip/facts.ts'

/** The states of a print job, as the contract names them. */
export type JobState = 'queued' | 'printing' | 'printed' | 'unconfirmed' | 'blocked' | 'unknown' | 'failed'

/** What can happen to a job. */
export type JobEvent =
  | 'start' // the first byte is about to go
  | 'withhold' // no byte went: the job keeps its place
  | 'block' // no byte went, since the printer said beforehand that it cannot print
  | 'handOver' // another printer takes it, before a byte went
  | 'confirm' // the printer says it is on paper
  | 'hush' // everything was taken, nothing confirmed
  | 'lose' // some bytes went; what became of them is not known
  | 'giveUp' // the slip cannot be drawn, or its day is over

/**
 * Which state an event leads to. Bytes go in `printing` only, and it is on disk before they do. From there a job goes back
 * only when none went after all; nothing leads from a state in which bytes have gone to one that sends them:
 * a second slip with the same number is a decision of a person (IN LẠI), never of a machine.
 */
const moves: Readonly<Record<JobState, Partial<Readonly<Record<JobEvent, JobState>>>>> = {
  queued: { start: 'printing', withhold: 'queued', block: 'blocked', handOver: 'queued', giveUp: 'failed' },
  blocked: { start: 'printing', withhold: 'queued', block: 'blocked', handOver: 'queued', giveUp: 'failed' },
  printing: { withhold: 'queued', block: 'blocked', confirm: 'printed', hush: 'unconfirmed', lose: 'unknown' },
  unconfirmed: { confirm: 'printed' },
  unknown: { confirm: 'printed' },
  printed: {},
  failed: {}
}

/** The state after an event, or undefined when the event cannot happen to a job in that state. */
export function moveJob (state: JobState, event: JobEvent): JobState | undefined {
  return moves[state][event]
}

const eventOf = { printed: 'confirm', unconfirmed: 'hush', blocked: 'block', unsent: 'withhold', unknown: 'lose' } as const satisfies Record<Outcome['state'], JobEvent>

/** The event an outcome of sending is. */
export function outcomeEvent (outcome: Outcome): JobEvent {
  return eventOf[outcome.state]
}

/** A job as the store hands it to the spooler. */
export interface PrintJob {
  readonly id: string
  /** Name of the printer it waits for. */
  readonly printer: string
  /** `queued` or `blocked` when handed out by `next`. */
  readonly state: JobState
  /** `YYYY-MM-DD` */
  readonly serviceDate: string
  readonly number: string
  readonly slip: SlipFacts
  /** Attempts made so far. */
  readonly tries: number
}

/** What the spooler writes to a job's row; fields that are absent are to be emptied. */
export interface JobChange {
  readonly state: JobState
  readonly tries: number
  /** A fault's code, with details after `: `. */
  readonly error?: string
  readonly confirmedBy?: string
}

/**
 * The queue on disk. Each call is durable when it resolves; each may reject, and is then tried again later.
 * `mark` and `handOver` decide between lanes that want the same job: only one of them gets it.
 */
export interface PrintJobs {
  /** The oldest job of a printer that has not begun (`queued` or `blocked`). */
  next (printer: string): Promise<PrintJob | undefined>
  /** Stores a change if the job is still at that printer and in state `from`; false when it is not. */
  mark (job: Pick<PrintJob, 'id' | 'printer'>, from: JobState, change: JobChange): Promise<boolean>
  /** Gives the oldest job that has not begun from one printer to another, as `queued`. */
  handOver (from: string, to: string): Promise<PrintJob | undefined>
  /** Jobs a stopped server left in `printing`: their bytes may have gone. */
  leftPrinting (printer: string): Promise<readonly PrintJob[]>
}
