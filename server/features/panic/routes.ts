import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { CounterAnswer } from '../../../common/contract/counter.ts'
import { idempotencyHeaders, onceOf } from '../../http/idempotency.ts'
import { counterParams, emptyBody } from '../../http/params.ts'
import { signedIn } from '../../http/principals.ts'
import { problemResponses } from '../../http/problems.ts'
import type { Clock } from '../../ports/clock.ts'
import type { PanicCall } from './use-case.ts'

const paths = {
  raise: ['/counters/:n/panic', 'Call colleagues for help; nobody in the hall is told', 'raise-panic'],
  accept: ['/counters/:n/panic/accept', 'A colleague comes', 'accept-panic'],
  end: ['/counters/:n/panic/end', 'It is over', 'end-panic']
} as const

export const panicRoutes: FastifyPluginAsyncTypebox<{ panic: PanicCall, clock: Clock }> = async (app, { panic, clock }) => {
  const schema = { tags: ['counters'], headers: idempotencyHeaders, params: counterParams, body: emptyBody, response: { 200: CounterAnswer, ...problemResponses } }

  for (const deed of Object.keys(paths) as (keyof typeof paths)[]) {
    const [path, summary, allowed] = paths[deed]
    app.post(path, { schema: { ...schema, summary }, onRequest: app.may(allowed) }, async (request, reply) => {
      const called = await panic[deed](signedIn(request), Number(request.params.n), onceOf(request, clock.now()))
      return called.ok ? reply.replayed(called.value.replayed).send(called.value.answer) : reply.refuse(called.error)
    })
  }
}
