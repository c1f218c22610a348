import type { Outlook } from '../domain/forecast/range.ts'

/** Foretells when numbers will be called. It reckons beside the requests, never within one. */
export interface Forecaster {
  /** The newest expectation, from memory; undefined before the first, and while there is none newer than two minutes. */
  readonly outlook: (office: string) => Outlook | undefined
  /** Told of every new expectation. A listener that throws is logged. */
  readonly onOutlook: (listener: (office: string, outlook: Outlook) => void) => () => void
  /** What reckoning costs, since the start. Absent where nobody counts. */
  readonly work?: () => ForecastWork
}

export interface ForecastWork {
  readonly outlooks: number
  readonly failures: number
  /** Spent on all outlooks, and on the newest. */
  readonly totalMs: number
  readonly lastMs: number
}
