import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { SlipAsked, SlipRequest } from '../../../common/contract/printer.ts'
import { idempotencyHeaders, onceOf } from '../../http/idempotency.ts'
import { signedIn } from '../../http/principals.ts'
import { problemResponses } from '../../http/problems.ts'
import { slipLimit } from '../../http/slip-limit.ts'
import type { Clock } from '../../ports/clock.ts'
import type { AskSlip } from './use-case.ts'

export const slipRoutes: FastifyPluginAsyncTypebox<{ askSlip: AskSlip, clock: Clock }> = async (app, { askSlip, clock }) => {
  const limit = slipLimit()

  app.post('/slips', {
    schema: { tags: ['printer'], summary: 'Print the papers of a procedure, numbers for an outage, or a test page', headers: idempotencyHeaders, body: SlipRequest, response: { 201: SlipAsked, ...problemResponses } },
    onRequest: app.may('print-checklist', 'print-paper-numbers', 'print-test-page')
  }, async (request, reply) => {
    const principal = signedIn(request)
    const wait = await limit(principal)
    if (wait !== undefined) return reply.refuse({ code: 'TOO_MANY_REQUESTS', retryAfterSeconds: wait })
    const asked = await askSlip(request.body, principal, onceOf(request, clock.now()))
    if (!asked.ok) return reply.refuse(asked.error)
    return reply.replayed(asked.value.replayed).code(201).send(asked.value.answer)
  })
}
