import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { CallRequest, DeedRequest, FinishRequest, HoldRequest, Served, TransferRequest } from '../../../common/contract/counter.ts'
import type { Refusal } from '../../domain/refusal.ts'
import type { Result } from '../../domain/result.ts'
import { idempotencyHeaders, onceOf } from '../../http/idempotency.ts'
import { counterParams, emptyBody } from '../../http/params.ts'
import { signedIn } from '../../http/principals.ts'
import { problemResponses } from '../../http/problems.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Turned } from '../../ports/store.ts'
import type { FastifyReply } from 'fastify'
import type { Serve } from './use-case.ts'

const bare = {
  next: 'Call the next ticket; the office chooses which',
  undo: 'Take the latest deed at this counter back, within its minute'
} as const
const toPresent = {
  recall: 'Call the present number again',
  start: 'The citizen is here: called → serving',
  miss: 'Nobody came: called → missed'
} as const

export const serveRoutes: FastifyPluginAsyncTypebox<{ serve: Serve, clock: Clock }> = async (app, { serve, clock }) => {
  const schema = { tags: ['counters'], headers: idempotencyHeaders, params: counterParams, response: { 200: Served, ...problemResponses } }
  const onRequest = app.may('work-counter')

  for (const deed of Object.keys(bare) as (keyof typeof bare)[]) {
    app.post(`/counters/:n/${deed}`, { schema: { ...schema, summary: bare[deed], body: emptyBody }, onRequest }, async (request, reply) =>
      answer(reply, await serve[deed](signedIn(request), Number(request.params.n), onceOf(request, clock.now()))))
  }
  for (const deed of Object.keys(toPresent) as (keyof typeof toPresent)[]) {
    app.post(`/counters/:n/${deed}`, { schema: { ...schema, summary: toPresent[deed], body: DeedRequest }, onRequest }, async (request, reply) =>
      answer(reply, await serve[deed](signedIn(request), Number(request.params.n), request.body, onceOf(request, clock.now()))))
  }
  app.post('/counters/:n/finish', { schema: { ...schema, summary: 'The transaction ends: the citizen is asked to rate it, or waits for the next service on the same number', body: FinishRequest }, onRequest }, async (request, reply) =>
    answer(reply, await serve.finish(signedIn(request), Number(request.params.n), request.body, onceOf(request, clock.now()))))
  app.post('/counters/:n/hold', { schema: { ...schema, summary: 'Send the citizen for a paper; back in time, the same number comes next at this counter', body: HoldRequest }, onRequest }, async (request, reply) =>
    answer(reply, await serve.hold(signedIn(request), Number(request.params.n), request.body, onceOf(request, clock.now()))))
  app.post('/counters/:n/transfer', { schema: { ...schema, summary: 'Send the citizen on to a field or a counter; the first arrival is kept', body: TransferRequest }, onRequest }, async (request, reply) =>
    answer(reply, await serve.transfer(signedIn(request), Number(request.params.n), request.body, onceOf(request, clock.now()))))
  app.post('/counters/:n/call', { schema: { ...schema, summary: 'Call a chosen ticket, with a reason that goes into the log', body: CallRequest }, onRequest }, async (request, reply) =>
    answer(reply, await serve.call(signedIn(request), Number(request.params.n), request.body, onceOf(request, clock.now()))))
}

function answer (reply: FastifyReply, served: Result<Turned<Served>, Refusal>): FastifyReply {
  return served.ok ? reply.replayed(served.value.replayed).send(served.value.answer) : reply.refuse(served.error)
}
