import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { MyTicket } from '../../../common/contract/ticket.ts'
import { emptyBody, tokenParams } from '../../http/params.ts'
import { problemResponses } from '../../http/problems.ts'
import type { CancelMyTicket, ReadMyTicket } from './use-case.ts'

export const myTicketRoutes: FastifyPluginAsyncTypebox<{ readMyTicket: ReadMyTicket, cancelMyTicket: CancelMyTicket }> = async (app, { readMyTicket, cancelMyTicket }) => {
  const tags = ['my ticket']

  app.get('/my/:token', { schema: { tags, summary: 'The ticket of whoever holds this token', params: tokenParams, response: { 200: MyTicket, ...problemResponses } }, onRequest: app.may('see-own') }, async (request, reply) => {
    const mine = request.office && await readMyTicket(request.office.id, request.params.token)
    return mine ? reply.send(mine) : reply.refuse({ code: 'NOT_FOUND' })
  })

  app.post('/my/:token/cancel', {
    schema: { tags, summary: 'Give the number up; doing so again changes nothing', params: tokenParams, body: emptyBody, response: { 200: MyTicket, ...problemResponses } },
    onRequest: app.may('cancel-own')
  }, async (request, reply) => {
    if (!request.office) return reply.refuse({ code: 'NOT_FOUND' })
    const cancelled = await cancelMyTicket(request.office.id, request.params.token)
    return cancelled.ok ? reply.send(cancelled.value) : reply.refuse(cancelled.error)
  })
}
