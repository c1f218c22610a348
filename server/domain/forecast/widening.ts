import { calibrationOf, type Calibration, type Correction, type Foretold } from './calibration.ts'
import type { PastForecast } from './past.ts'
import type { Range } from './range.ts'
import type { Instant } from '../time.ts'

const minuteMs = 60_000
/** Days err as a whole, and many numbers are of one day. */
const rule = { grain: 1, trust: 200 }

/**
 * What earlier forecasts of this office teach about its ranges, by how long a wait they foretold. Those on record had been
 * widened already by what was known then, so that only about half of what is missing is learnt.
 */
export function wideningOf (forecasts: readonly PastForecast[]): Calibration {
  const outcomes = forecasts.flatMap(({ issuedAt, range, calledAt }) => {
    if (calledAt === undefined) return []
    const foretold = minutesFrom(issuedAt, range)
    return [{ foretold, actual: (calledAt - issuedAt) / minuteMs, group: groupOf(foretold) }]
  })
  const { all, groups, grain } = calibrationOf(outcomes, rule)
  return { all: onlyWider(all), groups: new Map([...groups].map(([group, correction]) => [group, onlyWider(correction)])), grain }
}

/** The range, wider where earlier ones were too narrow; never before `now`. */
export function widened (range: Range, calibration: Calibration, now: Instant): Range {
  const { earliest, latest } = calibration.groups.get(groupOf(minutesFrom(now, range))) ?? calibration.all
  return {
    earliest: Math.max(now, Math.round(range.likely + earliest * (range.likely - range.earliest))),
    likely: range.likely,
    latest: Math.round(range.likely + latest * (range.latest - range.likely))
  }
}

/** On record are the forecasts made when numbers were taken. Those told later, in a hall that has come off its course, are harder: nothing is made narrower. */
function onlyWider ({ earliest, latest }: Correction): Correction {
  return { earliest: Math.min(-1, earliest), likely: 0, latest: Math.max(1, latest) }
}

function minutesFrom (at: Instant, { earliest, likely, latest }: Range): Foretold {
  return { earliest: (earliest - at) / minuteMs, likely: (likely - at) / minuteMs, latest: (latest - at) / minuteMs }
}

function groupOf ({ likely }: Foretold): string {
  return likely < 5 ? 'soon' : likely < 20 ? 'short' : likely < 60 ? 'long' : 'hours'
}
