import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { PaperNumbers, PaperNumbersNoted, PaperNumbersQuery, PaperNumbersRequest } from '../../../common/contract/paper-numbers.ts'
import { idempotencyHeaders, onceOf } from '../../http/idempotency.ts'
import { signedIn } from '../../http/principals.ts'
import { problemResponses } from '../../http/problems.ts'
import type { Clock } from '../../ports/clock.ts'
import type { KeepPaperNumbers } from './use-case.ts'

/** Numbers printed ahead of time: which there are, and what was handed out during an outage. */
export const paperNumberRoutes: FastifyPluginAsyncTypebox<{ paperNumbers: KeepPaperNumbers, clock: Clock }> = async (app, { paperNumbers, clock }) => {
  const tags = ['tickets']

  app.get('/paper-numbers', {
    schema: { tags, summary: 'The numbers of a field that are printed ahead of time, and those handed out today', querystring: PaperNumbersQuery, response: { 200: PaperNumbers, ...problemResponses } },
    onRequest: app.may('see-paper-numbers')
  }, async (request, reply) => {
    const read = await paperNumbers.read(signedIn(request).office, request.query.field)
    return read.ok ? reply.send(read.value) : reply.refuse(read.error)
  })

  app.post('/paper-numbers', {
    schema: { tags, summary: 'Write down which of them were handed out during an outage, all or none', headers: idempotencyHeaders, body: PaperNumbersRequest, response: { 200: PaperNumbersNoted, 201: PaperNumbersNoted, ...problemResponses } },
    onRequest: app.may('note-paper-numbers')
  }, async (request, reply) => {
    const noted = await paperNumbers.note(request.body, signedIn(request), onceOf(request, clock.now()))
    if (!noted.ok) return reply.refuse(noted.error)
    return reply.replayed(noted.value.replayed).code(noted.value.answer.registered ? 201 : 200).send(noted.value.answer)
  })
}
