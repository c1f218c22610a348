import type { Instant, ServiceDate } from '../time.ts'
import { halfHourOf, type Demand } from './demand.ts'
import type { PastLeg } from './past.ts'
import { expectedTurn, grouped, measuredIn, type Measured, type Turns } from './turns.ts'

/** What is known of a quantity that is 1 on average: the logarithm's mean and standard deviation. */
export interface Likely { readonly log: number, readonly sd: number }

/** How much days, and counters within them, differ: standard deviations of logarithms. */
export interface Variation {
  readonly day: number
  readonly counter: number
  /** Variance of one turn ÷ the square of what was expected of it. */
  readonly turn: number
}

/** What the running day has shown so far. */
export interface Today {
  readonly serviceDate: ServiceDate
  /** How much longer everything takes than on other days. */
  readonly pace: Likely
  /** Counter → how much longer it takes there beside that, given what there was to see. */
  readonly paces: ReadonlyMap<number, Likely>
  /** Gamma law of today's number of visitors against an average day's. */
  readonly visitors: { readonly shape: number, readonly rate: number }
  /** Counter → when its last turn ended. */
  readonly freeSince: ReadonlyMap<number, Instant>
}

const usual = { day: 0.12, counter: 0.12 }
const usualWeight = 6
const usualTurn = { variance: 0.25, weight: 20 }

/** How much past days differed. */
export function variationOf (turns: Turns, measured: readonly Measured[]): Variation {
  const turn = measured.reduce((sum, one) => sum + (one.ms / expectedTurn(turns, one) - 1) ** 2, usualTurn.variance * usualTurn.weight) / (measured.length + usualTurn.weight)
  const days = [...grouped(measured, ({ serviceDate }) => serviceDate).values()].map(day => ({ whole: compared(turns, turn, day), counters: countersOf(turns, turn, day) }))
  const sdOf = (seen: readonly Compared[], prior: number) => Math.sqrt(
    Math.max(0.03 ** 2, (seen.reduce((sum, { log, variance }) => sum + log ** 2 - variance, 0) + usualWeight * prior ** 2) / (seen.length + usualWeight)))
  return {
    turn,
    day: sdOf(days.map(({ whole }) => whole), usual.day),
    counter: sdOf(days.flatMap(({ whole, counters }) => [...counters.values()].map(one => ({ ...one, log: one.log - whole.log }))), usual.counter)
  }
}

/** Measured against expected: the logarithm of the ratio, and how much of it may be chance. */
interface Compared { readonly log: number, readonly variance: number }

/** A service of long ago says less of how things go now. */
const fadesMs = 150 * 60_000

function compared (turns: Turns, turn: number, measured: readonly Measured[], now?: Instant): Compared {
  let [took, expected, squares] = [0, 0, 0]
  for (const one of measured) {
    const weight = now === undefined ? 1 : Math.exp((one.calledAt - now) / fadesMs)
    const length = expectedTurn(turns, one)
    took += weight * one.ms
    expected += weight * length
    squares += (weight * length) ** 2
  }
  const variance = turn * squares / expected ** 2
  return { log: Math.log(took / expected) + variance / 2, variance }
}

function countersOf (turns: Turns, turn: number, measured: readonly Measured[], now?: Instant): ReadonlyMap<number, Compared> {
  return new Map([...grouped(measured, ({ counter }) => counter)].map(([counter, own]) => [counter, compared(turns, turn, own, now)]))
}

export interface Habits { readonly turns: Turns, readonly demand: Demand, readonly variation: Variation, readonly timeZone: string }

export function todayOf ({ turns, demand, variation, timeZone }: Habits, date: ServiceDate, legs: readonly PastLeg[], now: Instant): Today {
  const measured = measuredIn(legs)
  const counters = countersOf(turns, variation.turn, measured, now)
  const pace = dayPace(variation, [...counters.values()])
  const freeSince = new Map<number, Instant>()
  for (const { counter, endedAt } of legs) if (counter !== undefined && endedAt !== undefined) freeSince.set(counter, Math.max(endedAt, freeSince.get(counter) ?? 0))
  return {
    serviceDate: date, pace, freeSince, visitors: visitorsToday(demand, legs, now, timeZone),
    paces: new Map([...counters].map(([counter, seen]) => [counter, counterPace(variation, seen, pace)]))
  }
}

/** Each counter is a witness of the day's pace, the less so the fewer it served and the more counters differ. */
function dayPace ({ day, counter }: Variation, seen: readonly Compared[]): Likely {
  let [sum, weight] = [0, 1 / day ** 2]
  for (const { log, variance } of seen) {
    sum += log / (counter ** 2 + variance)
    weight += 1 / (counter ** 2 + variance)
  }
  return { log: sum / weight, sd: Math.sqrt(1 / weight) }
}

function counterPace ({ counter }: Variation, { log, variance }: Compared, pace: Likely): Likely {
  const trust = counter ** 2 / (counter ** 2 + variance)
  return { log: trust * (log - pace.log), sd: counter * Math.sqrt(1 - trust) }
}

function visitorsToday ({ rates, alike }: Demand, legs: readonly PastLeg[], now: Instant, timeZone: string): Today['visitors'] {
  const came = legs.filter(({ leg }) => leg === 1).length
  const slot = halfHourOf(now, timeZone)
  const within = (now / 1_800_000) % 1
  let expected = 0
  for (const rate of rates.values()) for (let past = 0; past <= slot; past++) expected += (rate[past] as number) * (past === slot ? within : 1)
  return { shape: alike + came, rate: alike + expected }
}
