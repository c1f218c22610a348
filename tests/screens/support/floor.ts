import type { ForecastAccuracy, ForecastReport, FieldForecast } from '../../../common/contract/forecast.ts'
import type { FloorShot, PromiseAtRisk, PromiseBroken } from '../../../common/contract/live.ts'
import { ago } from '../gallery/states.ts'
import { aCall, aCounter, aPromise, expected, fields, office } from './office.ts'

/** A number that has waited so many minutes beyond thirty. */
export const late = (number: string, over: number): PromiseBroken => ({ ...aCall(number, 0).ticket, since: ago((30 + over) * 60), promisedBy: ago(over * 60) })

/** A number promised a call in so many minutes, and expected later by so many more. */
export const atRisk = (number: string, inMinutes: number, later: number): PromiseAtRisk => ({ ...aCall(number, 0).ticket, promisedBy: ago(-inMinutes * 60), likely: ago(-(inMinutes + later) * 60) })

/** Whoever takes a number in a field now. */
export const newcomer = (field: string, from: number, to: number, change: Partial<FieldForecast> = {}): FieldForecast => {
  const prospect = { forecast: expected(from, to), hardlyToday: false }
  return { field, ordinary: prospect, priority: prospect, ...change }
}

/** Four counters: one serves, one calls, one is free, one is paused; the promise is kept. */
export const aFloor = (change: Partial<FloorShot> = {}): FloorShot => {
  const [serving, calling] = [aCall('2014', 2, { state: 'serving', seconds: 250 }), aCall('3007', 3, { seconds: 42 })]
  return {
    epoch: 'e1', rev: 1, at: ago(0), office, fields,
    counters: [
      aCounter(1), aCounter(2, { main: ['HT'], helper: ['CT'], ticket: { ...serving.ticket, state: 'serving' } }),
      aCounter(3, { main: ['DD', 'XD'], ticket: { ...calling.ticket, state: 'called' } }), aCounter(4, { main: ['TQ', 'BT', 'KD', 'CA'], helper: ['HT'], state: 'paused', reason: 'Họp', since: ago(900) })
    ],
    calls: [calling, serving], waiting: { HT: 6, DD: 3, TQ: 2 }, printers: [{ printer: 'kiosk', state: 'ready' }], promise: aPromise(), ...change
  }
}

/** So many calls, and so many per cent of them within the range. */
export const accuracy = (called: number, percent: number, change: Partial<ForecastAccuracy> = {}): ForecastAccuracy => ({
  called, covered: percent / 100, early: (100 - percent) / 300, late: (100 - percent) / 150, meanErrorMinutes: 6.4, biasMinutes: 2.6, meanWidthMinutes: 24, ...change
})

export const aReport = (change: Partial<ForecastReport> = {}): ForecastReport => ({
  from: '2026-10-14', to: '2026-11-23', made: 1240, all: accuracy(1180, 82),
  byHour: [], byField: [], promise: { minutes: 30, kept: 1101, broken: 79, apologies: 12 }, ...change
})

const nothing: ForecastAccuracy = { called: 0, covered: null, early: null, late: null, meanErrorMinutes: null, biasMinutes: null, meanWidthMinutes: null }
/** Before the first call. */
export const noReport = (made = 0): ForecastReport => aReport({ made, all: nothing, promise: { minutes: 30, kept: 0, broken: 0, apologies: 0 } })
