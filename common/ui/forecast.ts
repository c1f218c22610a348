import type { FieldForecast, Prospect } from '../contract/forecast.ts'
import type { Forecast } from '../contract/ticket.ts'
import { forecastTexts } from '../i18n/forecast.ts'
import { speaker, type Language } from '../i18n/texts.ts'
import { timeText } from './moment.ts'

const stepMs = 5 * 60_000
/** A call that may come so soon may come now: nobody is to go for a walk. */
const soonMs = 2 * 60_000
/** Where it comes so soon in any case, "now" is no more than honest. */
const surelyMs = 10 * 60_000

export interface ShownRange { readonly from: Date, readonly to: Date }
export type Foretold = Pick<Forecast, 'earliest' | 'latest' | 'closes'>
/** Where and when a forecast is read. */
export interface Reading { readonly now: Date, readonly zone: string, readonly language: Language }

/**
 * A range as people are shown it: rounded outwards to five minutes, for a forecast must not look more exact than it is.
 * Never empty, never reversed. Every zone of today is whole quarters of an hour away from UTC, so it is five minutes on any wall.
 */
export function shownRange ({ earliest, latest }: Pick<Forecast, 'earliest' | 'latest'>): ShownRange {
  const [first, last] = [Date.parse(earliest), Date.parse(latest)]
  const from = Math.floor(Math.min(first, last) / stepMs) * stepMs
  const to = Math.ceil(Math.max(first, last) / stepMs) * stepMs
  return { from: new Date(from), to: new Date(Math.max(to, from + stepMs)) }
}

/** 09:20–09:45 */
export function rangeText (range: Pick<Forecast, 'earliest' | 'latest'>, zone: string): string {
  const { from, to } = shownRange(range)
  return `${timeText(from, zone)}–${timeText(to, zone)}`
}

/**
 * How a forecast is to be said at `now`: `now` it comes at any moment, `until` it may come now or later,
 * `after` perhaps only when the office has closed.
 */
export function kindOf ({ earliest, latest, closes }: Foretold, now: Date): 'now' | 'until' | 'range' | 'after' {
  const { from, to } = shownRange({ earliest, latest })
  if (closes !== undefined && to.getTime() > Date.parse(closes)) return 'after'
  const isSoon = Date.parse(earliest) - now.getTime() <= soonMs
  if (isSoon && Date.parse(latest) - now.getTime() <= surelyMs) return 'now'
  return isSoon || from <= now ? 'until' : 'range'
}

/** So long before the call nobody need sit near the counter. */
const farMs = 20 * 60_000

/** Whether the call is still so far away that "you are next" or "nobody waiting" would mislead. */
export function isFar ({ earliest }: Pick<Forecast, 'earliest'>, now: Date): boolean {
  return Date.parse(earliest) - now.getTime() > farMs
}

/** A whole sentence without its full stop: "Dự kiến được gọi khoảng 09:20–09:45". */
export function forecastText (forecast: Foretold, reading: Reading): string {
  return said(forecast, reading, '')
}

/** The same for a narrow place: "dự kiến 09:20–09:45". */
export function shortForecastText (forecast: Foretold, reading: Reading): string {
  return said(forecast, reading, 'short.')
}

function said (forecast: Foretold, { now, zone, language }: Reading, form: '' | 'short.'): string {
  const { from, to } = shownRange(forecast)
  return speaker(forecastTexts, language)(`${form}${kindOf(forecast, now)}`, { range: rangeText(forecast, zone), from: timeText(from < now ? now : from, zone), to: timeText(to, zone) })
}

/** What whoever takes a number of the field now may expect; absent while the office has not said. */
export function prospectOf (forecasts: readonly FieldForecast[] | undefined, field: string, isPriority: boolean): Prospect | undefined {
  const known = forecasts?.find(forecast => forecast.field === field)
  return isPriority ? known?.priority : known?.ordinary
}
