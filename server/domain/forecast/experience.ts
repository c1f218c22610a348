import type { Office } from '../office.ts'
import type { Instant } from '../time.ts'
import type { PastForecast, PastLeg } from './past.ts'
import type { Work } from './scene.ts'

const minuteMs = 60_000

/** What an office has measured of itself, filled up with what may be expected where it measured little. Plain data. */
export interface Experience {
  /** Procedure → its mean length. */
  readonly meanMs: ReadonlyMap<string, number>
  readonly fieldMs: ReadonlyMap<string, number>
}

/** What this office measured; `legs` may hold today's as well. */
export function experienceOf (office: Office, legs: readonly PastLeg[], _forecasts: readonly PastForecast[] = []): Experience {
  const procedures = [...office.procedures.values()]
  const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const meanMs = new Map(procedures.map(({ id, meanMinutes }) => [id, meanMinutes * minuteMs]))
  return {
    meanMs,
    fieldMs: new Map([...office.fields.keys()].map(id => {
      const seen = legs.flatMap(leg => leg.field === id && leg.calledAt !== undefined && leg.endedAt !== undefined ? [leg.endedAt - leg.calledAt] : [])
      const told = procedures.filter(({ field }) => field === id).map(({ meanMinutes }) => meanMinutes * minuteMs)
      return [id, meanOf(seen.length > 5 ? seen : told.length > 0 ? told : [10 * minuteMs])]
    }))
  }
}

/** The same with what today has shown so far: cheap, to be asked at every reckoning. `legs` are those of today alone. */
export function withToday (experience: Experience, _legs: readonly PastLeg[], _now: Instant): Experience {
  return experience
}

/** How long a service takes on the whole. */
export function expectedMs (experience: Experience, { field, procedure }: Work): number {
  return (procedure === undefined ? undefined : experience.meanMs.get(procedure)) ?? experience.fieldMs.get(field) ?? 10 * minuteMs
}
