import type { Instant } from '../time.ts'
import { castOf, type Cast } from './cast.ts'
import type { Experience } from './experience.ts'
import type { Expectation, Newcomers, Outlook, Range } from './range.ts'
import { Forward } from './run-forward.ts'
import type { Scene } from './scene.ts'
import { widened } from './widening.ts'

export interface OutlookOptions {
  /** How often the day is run forward; the more people, the fewer runs, unless it is said. */
  readonly runs?: number
  readonly seed?: number
}

/** Runs times people, about: what can be reckoned while nobody notices. */
const budget = 12_000
const [fewestRuns, mostRuns] = [40, 120]

/** What everybody who waits, and whoever would take a number now, may expect at this moment. The same moment gives the same answer. */
export function outlookOf (scene: Scene, experience: Experience, { runs: wished, seed = 1 }: OutlookOptions = {}): Outlook {
  const cast = castOf(scene, experience)
  const runs = wished ?? Math.max(fewestRuns, Math.min(mostRuns, Math.round(budget / Math.max(1, scene.waiting.length))))
  const forward = new Forward(scene, cast, experience)
  const times = Array.from({ length: cast.asked }, () => new Float64Array(runs))
  for (let run = 0; run < runs; run++) {
    forward.once(seed * 100_003 + run)
    for (let asked = 0; asked < cast.asked; asked++) (times[asked] as Float64Array)[run] = forward.calledAt[asked] as number
  }
  const expected = times.map(calls => expectationOf(calls, scene, experience))
  return {
    at: scene.at, rev: scene.rev, newcomers: newcomersOf(scene, cast, expected),
    tickets: new Map(scene.waiting.flatMap(({ id }, place) => expected[place] ? [[id, expected[place]] as const] : []))
  }
}

function newcomersOf ({ fields }: Scene, { newcomers }: Cast, expected: readonly (Expectation | undefined)[]): ReadonlyMap<string, Newcomers> {
  return new Map(fields.flatMap(field => {
    const of = (priority: boolean) => expected[newcomers.find(one => one.field === field && one.priority === priority)?.person.asked ?? -1]
    const [ordinary, priority] = [of(false), of(true)]
    return ordinary || priority ? [[field, { ...ordinary && { ordinary }, ...priority && { priority } }] as const] : []
  }))
}

/** Without a range where the call does not come in most runs; undefined where it comes in none. */
function expectationOf (calls: Float64Array, { at, closing }: Scene, { widening }: Experience): Expectation | undefined {
  calls.sort()
  const called = calls.findIndex(call => call === Infinity)
  const known = called < 0 ? calls : calls.subarray(0, called)
  if (known.length === 0) return undefined
  const today = (closing === undefined ? known : known.filter(call => call <= closing)).length / calls.length
  if (known.length < calls.length / 2) return { today }
  const bound = (p: number) => Math.max(at, Math.round(quantile(known, p)))
  return { today, range: notTooSure(widened({ earliest: bound(0.1), likely: bound(0.5), latest: bound(0.9) }, widening, at), at) }
}

/** Hours ahead nobody knows a call to the minute, whoever is first in line: the narrowest range by the wait to its middle. */
const leastShare = 0.1
const leastAtMostMs = 10 * 60_000

function notTooSure (range: Range, at: Instant): Range {
  const least = Math.min(leastAtMostMs, leastShare * (range.likely - at))
  return { ...range, latest: Math.max(range.latest, Math.round(range.earliest + least)) }
}

function quantile (sorted: Float64Array, p: number): Instant {
  const place = p * (sorted.length + 1) - 1
  const below = Math.max(0, Math.min(sorted.length - 1, Math.floor(place)))
  const above = Math.min(sorted.length - 1, below + 1)
  return (sorted[below] as number) + ((sorted[above] as number) - (sorted[below] as number)) * Math.max(0, Math.min(1, place - below))
}
