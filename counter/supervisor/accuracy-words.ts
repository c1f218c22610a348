import type { ForecastAccuracy, ForecastReport } from '../../common/contract/forecast.ts'
import { accuracyTexts } from '../../common/i18n/accuracy.ts'
import { speaker, type Blanks, type Language } from '../../common/i18n/texts.ts'

/** With fewer numbers than this a share says little. */
export const enough = 30
export const aim = 0.8
const tolerated = 0.05

/** Shares and minutes of a report as a leader reads them. */
export interface Sentence { readonly key: keyof typeof accuracyTexts.vi, readonly blanks?: Blanks }

export function saidIn (language: Language, { key, blanks }: Sentence): string {
  return speaker(accuracyTexts, language)(key, blanks)
}

/** "Trong 10 số, 8 số được gọi trong khoảng đã dự kiến." Ten of ten or none of ten would claim more than was measured. */
export function coveredSaid (covered: number): Sentence {
  const count = Math.round(covered * 10)
  if (count === 10) return { key: 'covered.all' }
  return count === 0 ? { key: 'covered.hardly' } : { key: 'covered.n', blanks: { count } }
}

/** How the share compares with the aim; of too few numbers only the aim itself is said. */
export function aimSaid ({ called, covered }: Pick<ForecastAccuracy, 'called' | 'covered'>): Sentence {
  if (covered === null || called < enough) return { key: 'aim' }
  if (Math.abs(covered - aim) <= tolerated + 1e-9) return { key: 'aim.met' }
  return { key: covered < aim ? 'aim.narrow' : 'aim.wide' }
}

/** `said` as a sentence, else as a word for a table; whole minutes, for nobody feels less. */
export function biasSaid (biasMinutes: number, form: 'word' | 'said'): Sentence {
  const minutes = Math.round(Math.abs(biasMinutes))
  const key = minutes === 0 ? 'bias.none' : biasMinutes > 0 ? 'bias.late' : 'bias.early'
  return { key: form === 'said' ? `${key}.said` : key, blanks: { minutes } }
}

export function promiseSaid ({ kept, broken }: Pick<ForecastReport['promise'], 'kept' | 'broken'>, language: Language): Sentence {
  if (kept + broken === 0) return { key: 'promise.none' }
  const blanks = { kept: countText(kept, language), broken: countText(broken, language) }
  return broken === 0 ? { key: 'promise.all', blanks } : { key: 'promise.said', blanks }
}

/** 1.240, or 1,240 in English. */
export function countText (count: number, language: Language): string {
  return count.toLocaleString(language === 'vi' ? 'vi-VN' : 'en-GB')
}

/** Whole per cent, and never 100 or 0 where it is not quite so. */
export function percent (share: number): number {
  const whole = Math.round(share * 100)
  if (whole === 100 && share < 1) return 99
  return whole === 0 && share > 0 ? 1 : whole
}

/** Calendar days, both ends included, that end on `to`. */
export function periodOf (days: number, to: string): { readonly from: string, readonly to: string } {
  const first = new Date(Date.parse(`${to}T00:00:00Z`) - (days - 1) * 86_400_000)
  return { from: first.toISOString().slice(0, 10), to }
}

/** 23/11/2026 */
export function dayText (date: string): string {
  return date.split('-').reverse().join('/')
}

/** 08:00–09:00 */
export function hourText (hour: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(hour)}:00–${two(hour + 1)}:00`
}
