import type { Outlook } from '../domain/forecast/range.ts'

/** Foretells when numbers will be called. It reckons beside the requests, never within one. */
export interface Forecaster {
  /** The newest expectation, from memory; undefined before the first. */
  readonly outlook: (office: string) => Outlook | undefined
  /** Told of every new expectation. A listener that throws is logged. */
  readonly onOutlook: (listener: (office: string, outlook: Outlook) => void) => () => void
}
