import { calibrated, calibrationOf, moved, type Foretold } from '../../../server/domain/forecast/calibration.ts'
import type { Memory } from './memory.ts'

/** On minutes of waiting. Tickets of one day err alike: two hundred of them weigh as much as the forecasts as made. */
const rule = { grain: 2, trust: 200 }

/** Forecasts made on earlier days, as they should have been. */
export interface Lessons {
  /** With the width that forecasts of like length needed. */
  readonly widened: (foretold: Foretold, ahead: number) => Foretold
  /** And moved as this queue was wrong. */
  readonly moved: (foretold: Foretold, queue: string) => Foretold
}

export function lessonsOf ({ made, widened }: Memory): Lessons {
  const byLength = calibrationOf(made, rule)
  const byQueue = calibrationOf(widened, rule)
  return {
    widened: (foretold, ahead) => notBeforeNow(calibrated(foretold, byLength, groupOf(ahead))),
    moved: (foretold, queue) => notBeforeNow(moved(foretold, byQueue, queue))
  }
}

/** Forecasts of like length err alike. */
export function groupOf (ahead: number): string {
  const band = [2, 4, 7, 12, 20, 40].find(most => ahead <= most)
  return band === undefined ? 'above 40' : `up to ${band}`
}

function notBeforeNow ({ earliest, likely, latest }: Foretold): Foretold {
  return { earliest: Math.max(0, earliest), likely: Math.max(0, likely), latest: Math.max(0, latest) }
}
