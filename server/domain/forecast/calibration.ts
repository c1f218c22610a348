/** What was foretold, on any one scale (instants, or minutes of waiting). Not decreasing from first to last. */
export interface Foretold {
  readonly earliest: number
  readonly likely: number
  readonly latest: number
}

/** A forecast of the past and what came of it. */
export interface Outcome {
  readonly foretold: Foretold
  readonly actual: number
  /** Kinds of forecast that err differently may be learnt apart, such as short and long waits. */
  readonly group?: string
}

/**
 * Where the 10, 50 and 90 % bounds ought to have been, measured in halves of the range: -1, 0 and 1 when the ranges
 * were right. Half a range is the way from likely to that bound on whose side the outcome fell.
 */
export interface Correction {
  readonly earliest: number
  readonly likely: number
  readonly latest: number
}

/** What past outcomes teach about forecasts made in the same way. Plain data. */
export interface Calibration {
  readonly all: Correction
  readonly groups: ReadonlyMap<string, Correction>
  /** The least half of a range: one without any width could not be widened. */
  readonly grain: number
}

export interface CalibrationRule {
  /** On the forecasts' scale: differences smaller than this are nobody's error. */
  readonly grain: number
  /** How many outcomes it takes to weigh as much as what held before: the forecasts as made, or for a group all groups together. Those of one day err alike, so this is large. */
  readonly trust: number
}

const asMade: Correction = { earliest: -1, likely: 0, latest: 1 }
/** Nothing learnt moves a bound by more than this many halves of a range: beyond, the forecast is broken rather than narrow. */
const farthest = 8

/** Works from none to thousands of outcomes; none leaves forecasts as they are made, but no half narrower than a grain. */
export function calibrationOf (outcomes: readonly Outcome[], { grain, trust }: CalibrationRule): Calibration {
  const everyScore: number[] = []
  const byGroup = new Map<string, number[]>()
  for (const { foretold, actual, group } of outcomes) {
    const score = scoreOf(foretold, actual, grain)
    everyScore.push(score)
    if (group === undefined) continue
    const scores = byGroup.get(group)
    if (scores) scores.push(score)
    else byGroup.set(group, [score])
  }
  const all = corrected(asMade, everyScore, trust)
  return { all, groups: new Map([...byGroup].map(([group, scores]) => [group, corrected(all, scores, trust)])), grain }
}

/** The forecast, moved and widened (or narrowed) as the past teaches; of an unknown group, as all groups together teach. */
export function calibrated (foretold: Foretold, { all, groups, grain }: Calibration, group?: string): Foretold {
  const correction = (group === undefined ? undefined : groups.get(group)) ?? all
  return {
    earliest: timeOf(foretold, correction.earliest, grain),
    likely: timeOf(foretold, correction.likely, grain),
    latest: timeOf(foretold, correction.latest, grain)
  }
}

/** The forecast as wide as it was, moved by what the past of this group alone teaches; of an unknown group, as it is. For groups too small to learn their width from. */
export function moved (foretold: Foretold, { groups, grain }: Calibration, group: string): Foretold {
  const correction = groups.get(group)
  if (!correction) return foretold
  const way = timeOf(foretold, correction.likely, grain) - foretold.likely
  return { earliest: foretold.earliest + way, likely: foretold.likely + way, latest: foretold.latest + way }
}

function scoreOf ({ earliest, likely, latest }: Foretold, actual: number, grain: number): number {
  return actual >= likely ? (actual - likely) / Math.max(grain, latest - likely) : (actual - likely) / Math.max(grain, likely - earliest)
}

/** The way back from a score. */
function timeOf ({ earliest, likely, latest }: Foretold, score: number, grain: number): number {
  return likely + score * Math.max(grain, score >= 0 ? latest - likely : likely - earliest)
}

function corrected (before: Correction, scores: readonly number[], trust: number): Correction {
  const sorted = scores.toSorted((a, b) => a - b)
  const towards = (was: number, share: number) => {
    const found = quantile(sorted, share)
    if (found === undefined) return was
    return Math.max(-farthest, Math.min(farthest, (found * sorted.length + was * trust) / (sorted.length + trust)))
  }
  return { earliest: towards(before.earliest, 0.1), likely: towards(before.likely, 0.5), latest: towards(before.latest, 0.9) }
}

/** Between the two nearest; `share` from 0 to 1. */
function quantile (sorted: readonly number[], share: number): number | undefined {
  const place = share * (sorted.length - 1)
  const below = sorted[Math.floor(place)]
  const above = sorted[Math.ceil(place)]
  return below === undefined || above === undefined ? undefined : below + (above - below) * (place - Math.floor(place))
}
