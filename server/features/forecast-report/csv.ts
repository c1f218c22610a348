import type { ForecastAccuracy, ForecastReport } from '../../../common/contract/forecast.ts'
import { forecastReportTexts } from '../../../common/i18n/forecast-report.ts'
import { speaker, type Language } from '../../../common/i18n/texts.ts'
import { csv, type Cell } from '../csv.ts'

/** @param nameOf a field's name, in the table's language */
export function forecastCsv ({ made, all, byField, byHour, promise }: ForecastReport, nameOf: (field: string) => string, language: Language): string {
  const say = speaker(forecastReportTexts, language)
  const { minutes, kept, broken, apologies } = promise
  const blank = Array<Cell>(figures.length).fill('')
  return csv([
    [say('group'), say('which'), say('numbers'), ...figures.map(figure => say(figure))],
    [say('all'), say('called'), all.called, ...figuresOf(all)],
    ...byField.map(one => [say('field'), nameOf(one.field), one.called, ...figuresOf(one)]),
    ...byHour.map(one => [say('hour'), `${hour(one.hour)}–${hour(one.hour + 1)}`, one.called, ...figuresOf(one)]),
    [say('all'), say('made'), made, ...blank],
    [say('promise'), say('kept', { minutes }), kept, ...blank],
    [say('promise'), say('broken', { minutes }), broken, ...blank],
    [say('promise'), say('apologies'), apologies, ...blank]
  ])
}

const figures = ['covered', 'early', 'late', 'meanErrorMinutes', 'biasMinutes', 'meanWidthMinutes'] as const satisfies readonly (keyof ForecastAccuracy)[]

function figuresOf (accuracy: ForecastAccuracy): Cell[] {
  return figures.map(figure => accuracy[figure] ?? '')
}

function hour (hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`
}
