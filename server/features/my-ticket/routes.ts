import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { MyTicket } from '../../../common/contract/ticket.ts'
import { tokenParams } from '../../http/params.ts'
import { problemResponses } from '../../http/problems.ts'
import type { ReadMyTicket } from './use-case.ts'

export const myTicketRoutes: FastifyPluginAsyncTypebox<{ readMyTicket: ReadMyTicket }> = async (app, { readMyTicket }) => {
  app.get('/my/:token', { schema: { tags: ['my ticket'], summary: 'The ticket of whoever holds this token', params: tokenParams, response: { 200: MyTicket, ...problemResponses } } }, async (request, reply) => {
    const mine = request.office && await readMyTicket(request.office.id, request.params.token)
    return mine ? reply.send(mine) : reply.refuse({ code: 'NOT_FOUND' })
  })
}
