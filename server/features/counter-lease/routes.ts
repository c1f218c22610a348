import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply } from 'fastify'
import { CounterAnswer, PauseRequest, type Counter } from '../../../common/contract/counter.ts'
import type { Refusal } from '../../domain/refusal.ts'
import type { Result } from '../../domain/result.ts'
import { idempotencyHeaders, onceOf } from '../../http/idempotency.ts'
import { counterParams, emptyBody } from '../../http/params.ts'
import { signedIn } from '../../http/principals.ts'
import { problemResponses } from '../../http/problems.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Turned } from '../../ports/store.ts'
import type { CounterLease } from './use-case.ts'

const paths = {
  open: ['open', 'Open a counter: its lease is yours', 'hold-counter'],
  takeOver: ['take-over', 'Take the lease over, explicitly; the ticket stays', 'hold-counter'],
  resume: ['resume', 'End the pause', 'work-counter'],
  close: ['close', 'Close the counter', 'work-counter']
} as const

export const counterLeaseRoutes: FastifyPluginAsyncTypebox<{ lease: CounterLease, clock: Clock }> = async (app, { lease, clock }) => {
  const schema = { tags: ['counters'], headers: idempotencyHeaders, params: counterParams, response: { 200: CounterAnswer, ...problemResponses } }

  for (const deed of Object.keys(paths) as (keyof typeof paths)[]) {
    const [path, summary, permitted] = paths[deed]
    app.post(`/counters/:n/${path}`, { schema: { ...schema, summary, body: emptyBody }, onRequest: app.may(permitted) }, async (request, reply) =>
      answer(reply, await lease[deed](signedIn(request), Number(request.params.n), onceOf(request, clock.now()))))
  }
  app.post('/counters/:n/pause', { schema: { ...schema, summary: 'Pause the counter, with a reason', body: PauseRequest }, onRequest: app.may('work-counter') }, async (request, reply) =>
    answer(reply, await lease.pause(signedIn(request), Number(request.params.n), request.body.reason, onceOf(request, clock.now()))))
}

function answer (reply: FastifyReply, leased: Result<Turned<{ readonly counter: Counter }>, Refusal>): FastifyReply {
  return leased.ok ? reply.replayed(leased.value.replayed).send(leased.value.answer) : reply.refuse(leased.error)
}
