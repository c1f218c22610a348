import { simulatedDays } from './forecast/simulated-days.ts'
import type { Figures } from './measure.ts'
import { replay } from './replay/replay.ts'

/** Whether forecasts come true: on simulated days, or on the tickets of real offices. */
export interface ForecastWish {
  /** Tickets to replay, a file like data/warsaw-tickets.csv.gz. */
  readonly replay?: string
  /** Tickets of earlier days. */
  readonly train?: string
}

export async function forecast ({ replay: file, ...options }: ForecastWish): Promise<Figures> {
  return file === undefined ? simulatedDays() : replay(file, options)
}
