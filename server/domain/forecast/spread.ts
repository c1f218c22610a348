import { normalAt } from './chance.ts'

/** Lengths in ms, ascending, each as likely as the others: the middles of equal shares. */
export type Spread = Float64Array

const points = 64

/** A length that is always the same. */
export function constantSpread (ms: number): Spread {
  return new Float64Array(points).fill(ms)
}

/** @param cv standard deviation ÷ mean */
export function lognormalSpread (meanMs: number, cv: number): Spread {
  const sigma = Math.sqrt(Math.log(1 + cv * cv))
  const spread = Float64Array.from({ length: points }, (_, place) => meanMs * Math.exp(sigma * normalAt((place + 0.5) / points) - sigma * sigma / 2))
  // The outermost sixty-fourth has no middle that does it justice: the mean is kept.
  return scaledSpread(spread, meanMs / Math.max(1e-9, meanOf(spread)))
}

export function scaledSpread (spread: Spread, by: number): Spread {
  return spread.map(ms => ms * by)
}

export function meanOf (spread: Spread): number {
  let sum = 0
  for (const ms of spread) sum += ms
  return sum / spread.length
}

/** What was measured, filled up with what was expected before: as if that had been measured `weight` times. */
export function blendedSpread (expected: Spread, measured: readonly number[], weight: number): Spread {
  if (measured.length === 0) return expected
  const all = [...measured.map(ms => ({ ms, share: 1 })), ...Array.from(expected, ms => ({ ms, share: weight / points }))].sort((a, b) => a.ms - b.ms)
  const step = (measured.length + weight) / points
  const spread = new Float64Array(points)
  let [place, passed] = [0, 0]
  for (const { ms, share } of all) {
    passed += share
    while (place < points && passed >= (place + 0.5) * step - 1e-9) spread[place++] = ms
  }
  return spread.fill(all.at(-1)?.ms ?? 0, place)
}

/** The length below which a share of `p` lies. */
export function lengthAt (spread: Spread, p: number): number {
  const place = p * points - 0.5
  const below = Math.floor(place)
  const low = spread[Math.max(0, below)] as number
  const high = spread[Math.min(points - 1, below + 1)] as number
  return below < 0 || below >= points - 1 ? beyond(spread, low, high, place) : low + (high - low) * (place - below)
}

/** Outside the outermost middles by as much again as one lies from the next. */
function beyond (spread: Spread, low: number, high: number, place: number): number {
  if (place < 0) return Math.max(0, high + place * ((spread[1] as number) - high))
  return low + (place - points + 1) * 2 * (low - (spread[points - 2] as number))
}

/** The share of lengths that are over by then. */
export function shareWithin (spread: Spread, ms: number): number {
  let [from, to] = [0, points]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((spread[middle] as number) <= ms) from = middle + 1
    else to = middle
  }
  if (from === 0) return ms <= 0 ? 0 : 0.5 / points * ms / Math.max(1, spread[0] as number)
  if (from === points) return 1
  const [low, high] = [spread[from - 1] as number, spread[from] as number]
  return (from - 0.5 + (ms - low) / (high - low)) / points
}

/** What is longer than all that was measured goes on for about so much of what it has lasted. */
const goesOn = 0.3
const farOut = 1 - 1 / points

/** The rest of a length of which `passedMs` have passed. */
export function restAt (spread: Spread, passedMs: number, p: number): number {
  if (passedMs <= 0) return lengthAt(spread, p)
  const passed = shareWithin(spread, passedMs)
  if (passed >= farOut) return -Math.log(1 - p) * goesOn * passedMs
  return Math.max(0, lengthAt(spread, passed + (1 - passed) * p) - passedMs)
}
