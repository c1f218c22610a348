import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { ApologyRequest, SlipAsked } from '../../../common/contract/printer.ts'
import { idempotencyHeaders, onceOf } from '../../http/idempotency.ts'
import { idParams } from '../../http/params.ts'
import { signedIn } from '../../http/principals.ts'
import { problemResponses } from '../../http/problems.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Apologise } from './use-case.ts'

export const apologyRoutes: FastifyPluginAsyncTypebox<{ apologise: Apologise, clock: Clock }> = async (app, { apologise, clock }) => {
  app.post('/tickets/:id/apology', {
    schema: {
      tags: ['tickets'], summary: 'Print an apology for whoever waited longer than promised',
      headers: idempotencyHeaders, params: idParams, body: ApologyRequest, response: { 200: SlipAsked, ...problemResponses }
    },
    onRequest: app.may('apologise')
  }, async (request, reply) => {
    const printed = await apologise(request.params.id, signedIn(request), request.body, onceOf(request, clock.now()))
    return printed.ok ? reply.replayed(printed.value.replayed).send(printed.value.answer) : reply.refuse(printed.error)
  })
}
