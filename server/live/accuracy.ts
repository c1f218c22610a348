import type { AccuracyShown } from '../../common/contract/live.ts'
import { accuracyOf } from '../domain/forecast/accuracy.ts'
import { lastServiceDays } from '../domain/forecast/service-days.ts'
import { currentDate } from '../domain/ticketing.ts'
import type { Instant } from '../domain/time.ts'
import type { Clock } from '../ports/clock.ts'
import type { Store } from '../ports/store.ts'

const daysShown = 20
/** Walls of boards that come back together read the database once. */
const keptMs = 5 * 60_000

/** How good the forecasts were, for the board of an office that publishes it; nothing before any number was called. */
export function publishedAccuracy (store: Pick<Store, 'day' | 'history'>, clock: Clock): (office: string) => Promise<AccuracyShown | undefined> {
  const read = new Map<string, { readonly at: Instant, readonly shown: Promise<AccuracyShown | undefined> }>()
  return async office => {
    const day = await store.day(office)
    if (!day.office.rules.publishAccuracy) return undefined
    const now = clock.now()
    const known = read.get(office)
    if (known && Math.abs(now - known.at) < keptMs) return known.shown
    const today = currentDate(day, now)
    const shown = readAccuracy(store, office, lastServiceDays(day.office, today, daysShown), today)
    read.set(office, { at: now, shown })
    shown.catch(() => read.delete(office))
    return shown
  }
}

async function readAccuracy (store: Pick<Store, 'history'>, office: string, from: string, to: string): Promise<AccuracyShown | undefined> {
  const forecasts = (await store.history.forecasts(office, from, to)).filter(({ calledAt }) => calledAt !== undefined)
  const { called, covered } = accuracyOf(forecasts)
  return covered === undefined ? undefined : { days: new Set(forecasts.map(({ serviceDate }) => serviceDate)).size, called, covered }
}
