import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { closed } from '../../../common/contract/basics.ts'
import type { SlipPrinter } from '../../ports/slip-printer.ts'
import type { Store } from '../../ports/store.ts'

const Health = Type.Object({ ok: Type.Boolean(), checks: Type.Record(Type.String(), Type.String()) }, closed)

/** For a watchdog: 503 when numbers could not be given out. A printer without paper stops no queue: it is told, not fatal. */
export const healthRoutes: FastifyPluginAsyncTypebox<{ store: Store, printer: SlipPrinter }> = async (app, { store, printer }) => {
  app.get('/health', { schema: { tags: ['health'], summary: 'Whether all is well', response: { 200: Health, 503: Health } } }, async (_request, reply) => {
    const trouble = await store.trouble()
    const checks = { database: trouble ?? 'ok', printer: printer.state() }
    return reply.code(trouble === undefined ? 200 : 503).send({ ok: trouble === undefined, checks })
  })
}
