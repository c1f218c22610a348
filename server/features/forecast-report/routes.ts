import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { ForecastPeriod, ForecastReport } from '../../../common/contract/forecast.ts'
import { signedIn } from '../../http/principals.ts'
import { languageOf, problemResponses } from '../../http/problems.ts'
import type { Store } from '../../ports/store.ts'
import { unreadablePeriod } from '../report-period.ts'
import { forecastCsv } from './csv.ts'
import type { ReadForecastReport } from './use-case.ts'

/** How right the office's forecasts were, and how it kept its promise: sums only, for the observer too. */
export const forecastReportRoutes: FastifyPluginAsyncTypebox<{ store: Pick<Store, 'day'>, forecastReport: ReadForecastReport }> = async (app, { store, forecastReport }) => {
  const schema = { tags: ['reports'], querystring: ForecastPeriod }
  const onRequest = app.may('see-forecast-report')

  app.get('/reports/forecast', { schema: { ...schema, summary: 'How forecasts given with numbers compare with the calls that came, by field and by hour of taking; and the promise, kept and broken', response: { 200: ForecastReport, ...problemResponses } }, onRequest }, async (request, reply) => {
    const report = await forecastReport(signedIn(request).office, request.query)
    return report ? reply.send(report) : reply.fault('INVALID_REQUEST', [unreadablePeriod])
  })

  app.get('/reports/forecast.csv', {
    schema: { ...schema, summary: 'The same as a table, in Vietnamese, or in English where Accept-Language says so', response: { 200: { description: 'RFC 4180', content: { 'text/csv': { schema: Type.String() } } }, ...problemResponses } }, onRequest
  }, async (request, reply) => {
    const { office: id } = signedIn(request)
    const report = await forecastReport(id, request.query)
    if (!report) return reply.fault('INVALID_REQUEST', [unreadablePeriod])
    const [{ office }, language] = [await store.day(id), languageOf(request)]
    return reply.header('content-language', language).type('text/csv; charset=utf-8').header('content-disposition', 'attachment; filename="forecast.csv"')
      .send(forecastCsv(report, field => office.fields.get(field)?.name[language] ?? field, language))
  })
}
