import type { Office } from '../office.ts'
import type { Instant } from '../time.ts'
import { serviceDate } from '../time.ts'
import type { Calibration } from './calibration.ts'
import { demandOf, type Demand } from './demand.ts'
import { flowOf, type Flow } from './flow.ts'
import type { PastForecast, PastLeg } from './past.ts'
import { blendedSpread, lognormalSpread, type Spread } from './spread.ts'
import { todayOf, variationOf, type Today, type Variation } from './today.ts'
import { measuredIn, turnsOf, type Turns } from './turns.ts'
import { wideningOf } from './widening.ts'
import { sessionsByDate } from './working-days.ts'

const minuteMs = 60_000

/** What an office has measured of itself, filled up with what may be expected where it measured little. Plain data. */
export interface Experience {
  readonly timeZone: string
  readonly turns: Turns
  /** From a call in vain until the counter is free again. */
  readonly missed: Spread
  readonly flow: Flow
  readonly demand: Demand
  readonly variation: Variation
  /** How much wider ranges must be than they are reckoned. */
  readonly widening: Calibration
  readonly today?: Today
}

const priorMissed = lognormalSpread(1.5 * minuteMs, 0.6)
const longestMissedMs = 20 * minuteMs

/**
 * What this office measured, on whatever days `legs` are of: best without the running one, which {@link withToday} adds.
 *
 * @param forecasts what was foretold on those days and what came of it
 */
export function experienceOf (office: Office, legs: readonly PastLeg[], forecasts: readonly PastForecast[] = []): Experience {
  const measured = measuredIn(legs)
  const turns = turnsOf(office, measured, measuredIn(legs, true))
  const missed = legs.flatMap(({ end, calledAt, endedAt }) => end === 'missed' && calledAt !== undefined && endedAt !== undefined && endedAt - calledAt <= longestMissedMs ? [endedAt - calledAt] : [])
  return {
    timeZone: office.timeZone, turns, missed: blendedSpread(priorMissed, missed, 10),
    flow: flowOf(office.duties, legs, sessionsByDate(office)), demand: demandOf(office, legs), variation: variationOf(turns, measured), widening: wideningOf(forecasts)
  }
}

/** The same with what today has shown so far: cheap, to be asked at every reckoning. Of `legs` only today's count. */
export function withToday (experience: Experience, legs: readonly PastLeg[], now: Instant): Experience {
  const date = serviceDate(now, experience.timeZone)
  return { ...experience, today: todayOf(experience, date, legs.filter(leg => leg.serviceDate === date), now) }
}
