import type { ForecastReport } from '../../../common/contract/forecast.ts'
import type { PastForecast } from '../../domain/forecast/past.ts'
import { lastServiceDays } from '../../domain/forecast/service-days.ts'
import type { Office } from '../../domain/office.ts'
import { countBroken } from '../../domain/promise.ts'
import { currentDate } from '../../domain/ticketing.ts'
import { addDays, type Instant, type ServiceDate } from '../../domain/time.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Store } from '../../ports/store.ts'
import { isReadable, type ReportPeriod } from '../report-period.ts'
import { shownAccuracy } from './accuracy.ts'

/** Undefined where the period runs backwards or is too long. */
export type ReadForecastReport = (office: string, period: ReportPeriod) => Promise<ForecastReport | undefined>

/** Service days reported unless said otherwise. */
const usualDays = 28

/** So few days are read at a time that nobody waits long for the same database. */
const daysAtOnce = 7

/** How the forecasts that people were given compare with what came, and how the office kept its promise. */
export function forecastReportUseCase (store: Pick<Store, 'day' | 'history'>, clock: Clock): ReadForecastReport {
  return async (id, period) => {
    const [{ office, ...day }, now] = [await store.day(id), clock.now()]
    const today = currentDate({ office, ...day }, now)
    const to = period.to ?? (period.from !== undefined && period.from > today ? period.from : today)
    const from = period.from ?? lastServiceDays(office, to, usualDays)
    if (!isReadable(from, to)) return undefined
    const forecasts: PastForecast[] = []
    const promise = { minutes: office.promiseMinutes, kept: 0, broken: 0, apologies: await store.history.apologies(id, from, to) }
    for (const [first, last] of weeksOf(from, to)) {
      forecasts.push(...await store.history.forecasts(id, first, last))
      const { kept, broken } = await promiseIn(store, office, first, last, now)
      promise.kept += kept
      promise.broken += broken
    }
    return { from, to, made: forecasts.length, ...shownAccuracy(office, forecasts), promise }
  }
}

/** Every wait counts, also one without a forecast. Whoever left before the time was up was let down by nobody. */
async function promiseIn ({ history }: Pick<Store, 'history'>, office: Office, from: ServiceDate, to: ServiceDate, now: Instant): Promise<{ kept: number, broken: number }> {
  const legs = await history.legs(office.id, from, to)
  const called = legs.filter(({ calledAt }) => calledAt !== undefined)
  return { kept: called.length - countBroken(office, called, now), broken: countBroken(office, legs, now) }
}

function * weeksOf (from: ServiceDate, to: ServiceDate): Generator<readonly [ServiceDate, ServiceDate]> {
  for (let first = from; first <= to; first = addDays(first, daysAtOnce)) {
    const last = addDays(first, daysAtOnce - 1)
    yield [first, last < to ? last : to]
  }
}
