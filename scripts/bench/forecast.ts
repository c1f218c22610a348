import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { simulatedDays } from './forecast/simulated-days.ts'
import type { Figures } from './measure.ts'

/** Whether forecasts come true: on simulated days, or on the tickets of real offices. */
export interface ForecastWish {
  /** Tickets to replay, as data/warsaw-tickets.csv.gz. */
  readonly replay?: string
  /** Tickets of earlier days. */
  readonly train?: string
}

interface Replaying { readonly replay: (file: string, options: { readonly train?: string }) => Promise<Figures> }

const replaying = resolve(import.meta.dirname, 'replay/replay.ts')

export async function forecast ({ replay: file, ...options }: ForecastWish): Promise<Figures> {
  if (file === undefined) return simulatedDays()
  if (!existsSync(replaying)) throw new Error('Replaying the tickets of real offices is not built yet; without --replay the simulated days are scored.')
  const { replay } = await import(replaying) as Replaying
  return replay(file, options)
}
