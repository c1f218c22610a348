import type { Foretold } from '../../../server/domain/forecast/calibration.ts'
import type { Figures } from '../measure.ts'
import { simpleNames, type SimpleWaits } from './baselines.ts'

/** A ticket, what was foretold when it was taken, and what came; minutes of waiting. */
export interface Scored {
  readonly date: string
  readonly ahead: number
  readonly waited: number
  readonly foretold: Foretold
  readonly simple: SimpleWaits
}

/** From so many people ahead a case is busy, and from so many minutes after `latest` a call is badly late. */
const busyFrom = 5
const badlyMin = 10

export function figuresOf (scored: readonly Scored[]): Figures {
  const busy = scored.filter(isBusy)
  const coverage = share(scored, isCovered)
  const flat = todaysRanges(scored, coverage, () => 1)
  const growing = todaysRanges(scored, coverage, wait => wait + 5)
  const figures: Record<string, number> = {
    n: scored.length, busyN: busy.length,
    maeMin: errorOf(scored, likely), busyMaeMin: errorOf(busy, likely),
    coverage, busyCoverage: share(busy, isCovered),
    late10Share: share(scored, isBadlyLate), busyLate10Share: share(busy, isBadlyLate),
    widthMin: mean(scored, widthOf), busyWidthMin: mean(busy, widthOf), biasMin: mean(scored, one => one.waited - one.foretold.likely),
    todayFlatWidthMin: mean(flat, widthOf), todayFlatBusyCoverage: share(flat.filter(isBusy), isCovered),
    todayGrowingWidthMin: mean(growing, widthOf), todayGrowingBusyCoverage: share(growing.filter(isBusy), isCovered)
  }
  for (const name of simpleNames) {
    const of = ({ simple }: Scored) => simple[name]
    figures[`${name}MaeMin`] = errorOf(scored, of)
    figures[`${name}BusyMaeMin`] = errorOf(busy, of)
    figures[`${name}BusyLate10Share`] = share(busy, one => one.waited >= of(one) + badlyMin)
  }
  return figures
}

/**
 * The narrowest ranges around today's pace that hold as many calls as ours. They may look at the errors that came out in
 * the end, as no forecast can: cut off equally often on both sides, and none before now. `shape` says in which
 * proportion ranges grow with the wait: flat, they hold nearly all short waits and half of the long ones.
 */
function todaysRanges (scored: readonly Scored[], coverage: number, shape: (wait: number) => number): readonly Scored[] {
  const errors = scored.map(({ waited, simple }) => (waited - simple.today) / shape(simple.today)).sort((a, b) => a - b)
  const rangesAt = (tail: number) => {
    const low = errors[Math.floor(tail * (errors.length - 1))] ?? 0
    const high = errors[Math.ceil((1 - tail) * (errors.length - 1))] ?? 0
    const bound = (today: number, error: number) => Math.max(0, today + error * shape(today))
    return scored.map(one => ({ ...one, foretold: { earliest: bound(one.simple.today, low), likely: one.simple.today, latest: bound(one.simple.today, high) } }))
  }
  let [kept, cut] = [0, 0.5]
  for (let step = 0; step < 20; step++) {
    const tail = (kept + cut) / 2
    if (share(rangesAt(tail), isCovered) >= coverage) kept = tail
    else cut = tail
  }
  return rangesAt(kept)
}

const isBusy = ({ ahead }: Scored) => ahead >= busyFrom
const likely = ({ foretold }: Scored) => foretold.likely
const isCovered = ({ waited, foretold }: Scored) => foretold.earliest <= waited && waited <= foretold.latest
const isBadlyLate = ({ waited, foretold }: Scored) => waited >= foretold.latest + badlyMin
const widthOf = ({ foretold }: Scored) => foretold.latest - foretold.earliest

function errorOf (scored: readonly Scored[], of: (one: Scored) => number): number {
  return mean(scored, one => Math.abs(one.waited - of(one)))
}

function share<Value> (values: readonly Value[], is: (value: Value) => boolean): number {
  return mean(values, value => Number(is(value)))
}

/** NaN where there is nothing to take a mean of: a quiet file has no busy cases. */
function mean<Value> (values: readonly Value[], of: (value: Value) => number): number {
  return values.reduce((sum, value) => sum + of(value), 0) / values.length
}
