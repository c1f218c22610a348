import type { CallOutOfOrder, OfficerCalls } from '../../../common/contract/report.ts'
import { orderReportTexts } from '../../../common/i18n/order-report.ts'
import { speaker, type Language } from '../../../common/i18n/texts.ts'
import { csv } from '../csv.ts'

export function callsCsv (calls: readonly CallOutOfOrder[], language: Language): string {
  const say = speaker(orderReportTexts, language)
  return csv([
    (['at', 'number', 'counter', 'officer', 'why', 'chosen', 'overtook', 'undone'] as const).map(key => say(key)),
    ...calls.map(({ at, number, counter, officer, why, chosen = '', overtook, undone }) => [at, number, counter, officer, say(`why.${why}`), chosen, overtook, undone ? say('yes') : ''])
  ])
}

const reasons = ['order', 'priority', 'returned', 'appointment', 'helper', 'chosen'] as const satisfies readonly (keyof OfficerCalls['byWhy'])[]

export function officersCsv (officers: readonly OfficerCalls[], language: Language): string {
  const say = speaker(orderReportTexts, language)
  return csv([
    [say('officer'), say('sums.calls'), ...reasons.map(why => say(`why.${why}`)), say('sums.overtook')],
    ...officers.map(({ officer, calls, byWhy, overtook }) => [officer, calls, ...reasons.map(why => byWhy[why]), overtook])
  ])
}
