import type { PastLeg } from '../../../server/domain/forecast/past.ts'
import type { Office } from '../../../server/domain/office.ts'
import { minuteMs } from './work-day.ts'

/** What the simple estimators know of earlier days: as much as they can use. */
export interface Measured {
  /** How long a counter is taken by one number, from call to call's end, by field. */
  readonly minutesIn: (field: string) => number
  /** How long each person ahead has cost a waiting one, over the whole office. */
  readonly minutesEachAhead: number
}

/** Fewer than this say less than what the office file says. */
const few = 20

export function measuredOf (office: Office, legs: readonly PastLeg[], waits: { readonly ahead: number, readonly minutes: number }): Measured {
  const fields = new Map([...office.fields.keys()].map(field => [field, meanIn(office, field, legs)]))
  const whole = mean([...fields.values()])
  return {
    minutesIn: field => fields.get(field) ?? whole,
    minutesEachAhead: waits.ahead >= few ? waits.minutes / waits.ahead : whole / office.duties.size
  }
}

function meanIn (office: Office, field: string, legs: readonly PastLeg[]): number {
  const seen = legs.flatMap(leg => leg.field === field && leg.calledAt !== undefined && leg.endedAt !== undefined && leg.end !== 'away' ? [(leg.endedAt - leg.calledAt) / minuteMs] : [])
  const told = [...office.procedures.values()].filter(procedure => procedure.field === field).map(({ meanMinutes }) => meanMinutes)
  return mean(seen.length >= few || told.length === 0 ? seen : told) || 10
}

export function mean (values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
