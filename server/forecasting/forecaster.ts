import type { Outlook } from '../domain/forecast/range.ts'
import type { Clock } from '../ports/clock.ts'
import type { Forecaster, ForecastWork } from '../ports/forecaster.ts'
import type { Store } from '../ports/store.ts'
import type { Desk } from './desk.ts'
import { createOfficeWatch, type OfficeWatch } from './office-watch.ts'
import { deskApart, type ForecastLog } from './thread.ts'

export interface ForecasterNeeds {
  readonly store: Pick<Store, 'offices' | 'day' | 'onCommitted' | 'history'>
  readonly clock: Clock
  readonly log: ForecastLog
  /** Where it is reckoned; a thread of its own unless a test says otherwise. */
  readonly desk?: Desk
  /** So often the clock alone is worth a look. */
  readonly beatMs?: number
}

export interface RunningForecaster extends Forecaster {
  readonly work: () => ForecastWork
  /** From now on every office is watched. */
  readonly start: () => void
  /** The outlook that knows the present day and was made now or later. Rejects when it cannot be reckoned, or is stopped before. */
  readonly refresh: (office: string) => Promise<Outlook>
  readonly stop: () => Promise<void>
}

/** An outlook older than this, or from the future, says nothing about the present: nobody has renewed it, or the clock was moved. */
const freshMs = 2 * 60_000

/** Keeps an outlook of every office, beside the requests: nobody who takes or calls a number waits for it. */
export function createForecaster ({ store, clock, log, desk = deskApart(log), beatMs = 30_000 }: ForecasterNeeds): RunningForecaster {
  const watches = new Map<string, OfficeWatch>()
  const listeners = new Set<(office: string, outlook: Outlook) => void>()
  const stops: (() => void)[] = []
  let work: ForecastWork = { outlooks: 0, failures: 0, totalMs: 0, lastMs: 0 }

  const tell = (office: string, outlook: Outlook, tookMs: number) => {
    work = { ...work, outlooks: work.outlooks + 1, totalMs: work.totalMs + tookMs, lastMs: tookMs }
    for (const listener of listeners) {
      try { listener(office, outlook) } catch (error) { log.error(error, 'a listener to forecasts failed') }
    }
  }
  const failed = (error: unknown) => {
    work = { ...work, failures: work.failures + 1 }
    log.error(error, 'no forecast')
  }
  const watch = (office: string): OfficeWatch => {
    const known = watches.get(office) ?? createOfficeWatch(office, { store, clock, desk, beatMs, tell, failed })
    watches.set(office, known)
    return known
  }

  return {
    outlook: office => {
      const newest = watches.get(office)?.outlook()
      const ageMs = newest ? clock.now() - newest.at : NaN
      return ageMs >= 0 && ageMs <= freshMs ? newest : undefined
    },
    onOutlook: listener => {
      listeners.add(listener)
      return () => { listeners.delete(listener) }
    },
    work: () => work,
    start: () => {
      stops.push(store.onCommitted(({ office, after }) => watch(office).moved(after)))
      store.offices().then(offices => { for (const office of offices) watch(office).begin() }, failed)
    },
    refresh: office => watch(office).refresh(),
    stop: async () => {
      for (const stop of [...stops, ...[...watches.values()].map(({ stop }) => stop)]) stop()
      await desk.stop()
    }
  }
}
