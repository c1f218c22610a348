import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { closed, List, Time } from '../../../common/contract/basics.ts'
import { isoAt } from '../../domain/time.ts'
import { signedIn } from '../../http/principals.ts'
import { problemResponses } from '../../http/problems.ts'
import type { Store } from '../../ports/store.ts'

const pageSize = 500
const LoggedFact = Type.Object({
  rev: Type.Integer(), type: Type.String(), at: Time, by: Type.String(),
  payload: Type.Union([Type.Record(Type.String(), Type.Unknown()), Type.Null()], { description: 'null where it was deleted by law; the chain still verifies' }),
  payloadHash: Type.String(), hash: Type.String()
}, closed)
const After = Type.Object({ after: Type.Optional(Type.String({ pattern: '^[0-9]{1,15}$' })) }, closed)

/** The office's log as it happened, hash-chained. */
export const factRoutes: FastifyPluginAsyncTypebox<{ store: Store }> = async (app, { store }) => {
  app.get('/facts', { schema: { tags: ['facts'], summary: 'The hash-chained log, oldest first', querystring: After, response: { 200: List(LoggedFact), ...problemResponses } }, onRequest: app.may('read-facts') }, async request => {
    const { office } = signedIn(request)
    const { timeZone } = (await store.day(office)).office
    const facts = await store.factsAfter(office, Number(request.query.after ?? 0), pageSize)
    const last = facts.at(-1)
    return {
      items: facts.map(fact => ({ ...fact, at: isoAt(fact.at, timeZone), payload: fact.payload && { ...fact.payload } })),
      ...last && facts.length === pageSize && { next: String(last.rev) }
    }
  })
}
