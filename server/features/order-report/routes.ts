import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { may } from '../../../common/contract/permissions.ts'
import { OrderReport, Period } from '../../../common/contract/report.ts'
import { signedIn } from '../../http/principals.ts'
import { languageOf, problemResponses } from '../../http/problems.ts'
import { unreadablePeriod } from '../report-period.ts'
import { callsCsv, officersCsv } from './csv.ts'
import type { ReadOrderReport } from './use-case.ts'

/** How the office kept its order: for supervisors every call, for the observer the sums. */
export const orderReportRoutes: FastifyPluginAsyncTypebox<{ orderReport: ReadOrderReport }> = async (app, { orderReport }) => {
  const schema = { tags: ['reports'], querystring: Period }
  const onRequest = app.may('see-order-sums')

  app.get('/reports/order', { schema: { ...schema, summary: 'Calls that passed somebody over, and sums for each officer', response: { 200: OrderReport, ...problemResponses } }, onRequest }, async (request, reply) => {
    const principal = signedIn(request)
    const report = await orderReport(principal.office, request.query)
    if (!report) return reply.fault('INVALID_REQUEST', [unreadablePeriod])
    return reply.send(may(principal, 'see-order-calls') ? report : { ...report, calls: [] })
  })

  app.get('/reports/order.csv', {
    schema: { ...schema, summary: 'The same as a table: the calls, or for the observer the sums; in Vietnamese, or in English where Accept-Language says so', response: { 200: { description: 'RFC 4180', content: { 'text/csv': { schema: Type.String() } } }, ...problemResponses } }, onRequest
  }, async (request, reply) => {
    const principal = signedIn(request)
    const report = await orderReport(principal.office, request.query)
    if (!report) return reply.fault('INVALID_REQUEST', [unreadablePeriod])
    const { calls, officers } = report
    const language = languageOf(request)
    return reply.header('content-language', language).type('text/csv; charset=utf-8').header('content-disposition', 'attachment; filename="order.csv"')
      .send(may(principal, 'see-order-calls') ? callsCsv(calls, language) : officersCsv(officers, language))
  })
}
