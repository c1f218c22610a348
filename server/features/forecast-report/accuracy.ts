import type { ForecastAccuracy, ForecastReport } from '../../../common/contract/forecast.ts'
import { accuracyOf } from '../../domain/forecast/accuracy.ts'
import type { PastForecast } from '../../domain/forecast/past.ts'
import type { Office } from '../../domain/office.ts'
import { wallClock } from '../../domain/time.ts'

/** How right the forecasts were: all of them, those of each field, and those given in each hour of the day. */
export function shownAccuracy ({ fields, timeZone }: Office, forecasts: readonly PastForecast[]): Pick<ForecastReport, 'all' | 'byField' | 'byHour'> {
  const byField = grouped(forecasts, ({ field }) => field)
  const byHour = grouped(forecasts, ({ issuedAt }) => Math.floor(wallClock(issuedAt, timeZone).minutes / 60))
  const known = [...fields.keys()].filter(field => byField.has(field))
  const gone = [...byField.keys()].filter(field => !fields.has(field))
  return {
    all: accuracy(forecasts),
    byField: [...known, ...gone].map(field => ({ field, ...accuracy(byField.get(field) ?? []) })),
    byHour: [...byHour.keys()].sort((a, b) => a - b).map(hour => ({ hour, ...accuracy(byHour.get(hour) ?? []) }))
  }
}

function accuracy (forecasts: readonly PastForecast[]): ForecastAccuracy {
  const { called, covered, early, late, meanErrorMinutes, biasMinutes, meanWidthMinutes } = accuracyOf(forecasts)
  return {
    called, covered: rounded(covered, 4), early: rounded(early, 4), late: rounded(late, 4),
    meanErrorMinutes: rounded(meanErrorMinutes, 2), biasMinutes: rounded(biasMinutes, 2), meanWidthMinutes: rounded(meanWidthMinutes, 2)
  }
}

function rounded (figure: number | undefined, places: number): number | null {
  return figure === undefined ? null : Number(figure.toFixed(places))
}

function grouped<Key> (forecasts: readonly PastForecast[], keyOf: (forecast: PastForecast) => Key): ReadonlyMap<Key, readonly PastForecast[]> {
  const groups = new Map<Key, PastForecast[]>()
  for (const forecast of forecasts) {
    const group = groups.get(keyOf(forecast))
    if (group) group.push(forecast)
    else groups.set(keyOf(forecast), [forecast])
  }
  return groups
}
