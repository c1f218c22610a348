import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { TicketRequest, TicketTaken } from '../../../common/contract/ticket.ts'
import { idempotencyHeaders, onceOf } from '../../http/idempotency.ts'
import { problemResponses } from '../../http/problems.ts'
import { signedIn } from '../../http/principals.ts'
import type { Clock } from '../../ports/clock.ts'
import type { TakeTicket } from './use-case.ts'

export const takeTicketRoutes: FastifyPluginAsyncTypebox<{ takeTicket: TakeTicket, clock: Clock }> = async (app, { takeTicket, clock }) => {
  app.post('/tickets', {
    schema: { tags: ['tickets'], summary: 'Take a ticket', headers: idempotencyHeaders, body: TicketRequest, response: { 201: TicketTaken, ...problemResponses } },
    onRequest: app.may('take-ticket')
  }, async (request, reply) => {
    const taken = await takeTicket(request.body, signedIn(request), onceOf(request, clock.now()))
    if (!taken.ok) return reply.refuse(taken.error)
    return reply.replayed(taken.value.replayed).code(201).send(taken.value.answer)
  })
}
