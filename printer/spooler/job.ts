import { type Outcome } from '../outcome.ts'
import { type TicketSlipFacts } from '../slip/facts.ts'

/** The states of a print job, as the contract names them. */
export type JobState = 'queued' | 'printing' | 'printed' | 'unconfirmed' | 'blocked' | 'unknown' | 'failed'

/** What can happen to a job. */
export type JobEvent =
  | 'start' // the first byte is about to go
  | 'withhold' // no byte went: the job keeps its place
  | 'confirm' // the printer says it is on paper
  | 'hush' // everything was taken, nothing confirmed
  | 'lose' // some bytes went; what became of them is not known
  | 'block' // the printer said beforehand that it cannot print
  | 'unblock'
  | 'giveUp' // the slip itself cannot be drawn

/**
 * Which state an event leads to. Nothing leads from a state in which bytes have gone back to one that sends bytes:
 * a second slip with the same number is a decision of a person (IN LẠI), never of a machine.
 */
const moves: Readonly<Record<JobState, Partial<Readonly<Record<JobEvent, JobState>>>>> = {
  queued: { start: 'printing', withhold: 'queued', block: 'blocked', giveUp: 'failed' },
  printing: { withhold: 'queued', confirm: 'printed', hush: 'unconfirmed', lose: 'unknown' },
  blocked: { unblock: 'queued', giveUp: 'failed' },
  unconfirmed: { confirm: 'printed' },
  unknown: { confirm: 'printed' },
  printed: {},
  failed: {}
}

/** The state after an event, or undefined when the event cannot happen to a job in that state. */
export function moveJob (state: JobState, event: JobEvent): JobState | undefined {
  return moves[state][event]
}

const eventOf = { printed: 'confirm', unconfirmed: 'hush', unsent: 'withhold', unknown: 'lose' } as const satisfies Record<Outcome['state'], JobEvent>

/** The event an outcome of sending is. */
export function outcomeEvent (outcome: Outcome): JobEvent {
  return eventOf[outcome.state]
}

/** A job as the store hands it to the spooler. */
export interface PrintJob {
  readonly id: string
  /** Name of the printer it waits for. */
  readonly printer: string
  /** `YYYY-MM-DD` */
  readonly serviceDate: string
  readonly number: string
  readonly slip: TicketSlipFacts
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

/** The queue on disk. Each call is durable when it resolves; each may reject, and is then tried again later. */
export interface PrintJobs {
  /** The oldest `queued` job of a printer. */
  next (printer: string): Promise<PrintJob | undefined>
  mark (id: string, change: JobChange): Promise<void>
  /** Jobs a stopped server left in `printing`: their bytes may have gone. */
  leftPrinting (printer: string): Promise<readonly PrintJob[]>
}
