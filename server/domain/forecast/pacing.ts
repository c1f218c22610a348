import { chance, normalAt } from './chance.ts'
import type { Experience } from './experience.ts'
import type { RunCounter } from './hall.ts'
import type { Likely } from './today.ts'

/** How far the hours to come may differ from those seen: standard deviation of the logarithm. */
const changes = 0.11

/** How quick each counter is in a run: the day as a whole, and each beside it, as far as today has told. */
export function drawnPaces (counters: readonly RunCounter[], { turns, today, variation }: Experience, run: number): void {
  const day = drawn(today?.pace ?? { log: 0, sd: variation.day }, run, 1) + changes * scaleOf(variation.day) * normalAt(chance(run, 2, 70))
  for (const counter of counters) {
    const own = drawn(today?.paces.get(counter.number) ?? { log: 0, sd: variation.counter }, run, counter.key)
    counter.pace = (turns.paces.get(counter.number) ?? 1) * Math.exp(day + own)
  }
}

function drawn ({ log, sd }: Likely, run: number, key: number): number {
  return log + sd * normalAt(chance(run, key, 71))
}

/** Where days never differ, hours do not. */
function scaleOf (sd: number): number {
  return sd > 0 ? 1 : 0
}
