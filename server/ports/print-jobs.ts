import type { Instant, ServiceDate } from '../domain/time.ts'

export type PrintState = 'queued' | 'printing' | 'printed' | 'unconfirmed' | 'blocked' | 'unknown' | 'failed'

export interface NewPrintJob {
  readonly id: string
  readonly printer: string
  /** Absent where the slip belongs to no ticket: a papers checklist, a test page. */
  readonly ticket?: string
  /** The one on the slip; empty where it bears none. */
  readonly number: string
  readonly serviceDate: ServiceDate
  /** What the slip says, as the printing room defines it. */
  readonly slip: unknown
  readonly at: Instant
  /** The principal that asked, who may see how it goes. */
  readonly by: string
}

export interface PrintJobRow extends NewPrintJob {
  readonly state: PrintState
  readonly tries: number
  readonly error?: string
  readonly confirmedBy?: string
}

export interface PrintJobChange {
  readonly state: PrintState
  readonly tries: number
  readonly error?: string
  readonly confirmedBy?: string
}

/** Jobs that have not begun are those `queued` and `blocked`. */
export interface PrintJobRows {
  readonly find: (office: string, id: string) => Promise<PrintJobRow | undefined>
  /** The job of a printer that was asked for first among those that have not begun. */
  readonly nextUnbegun: (office: string, printer: string) => Promise<PrintJobRow | undefined>
  readonly countUnbegun: (office: string, printer: string) => Promise<number>
  /** In the order in which they were asked for. */
  readonly inState: (office: string, printer: string, state: PrintState) => Promise<readonly PrintJobRow[]>
  /** Slips of a service day, newest first. */
  readonly ofDay: (office: string, date: ServiceDate, asked: { readonly state?: PrintState, readonly limit: number }) => Promise<readonly PrintJobRow[]>
  /** Of that day's open tickets those whose newest slip may never have come out (`unknown`, `failed`): that slip, newest first. */
  readonly inDoubt: (office: string, date: ServiceDate, limit: number) => Promise<readonly PrintJobRow[]>
  /** Stores a change if the job is still at that printer and in state `from`; false when it is not. Absent texts are emptied. */
  readonly mark: (office: string, job: Pick<PrintJobRow, 'id' | 'printer'>, from: PrintState, change: PrintJobChange) => Promise<boolean>
  /** Gives a printer's next job that has not begun to another printer, as `queued`; it keeps its place among the others. */
  readonly handOver: (office: string, from: string, to: string) => Promise<PrintJobRow | undefined>
}
