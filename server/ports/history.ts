import type { PastForecast, PastLeg } from '../domain/forecast/past.ts'
import type { ServiceDate } from '../domain/time.ts'

/**
 * What service days have left behind, by date, both ends included. What is asked costs as much as the days asked for,
 * however long the office has worked: ask for a few days at a time where others wait for the answer of the same process.
 */
export interface History {
  /** In order of day, then of when each wait began. */
  readonly legs: (office: string, from: ServiceDate, to: ServiceDate) => Promise<readonly PastLeg[]>
  /** In order of issue. Called: for the first time, whatever came after. Numbers without a forecast are not among them. */
  readonly forecasts: (office: string, from: ServiceDate, to: ServiceDate) => Promise<readonly PastForecast[]>
  /** Apology slips asked for. */
  readonly apologies: (office: string, from: ServiceDate, to: ServiceDate) => Promise<number>
}
