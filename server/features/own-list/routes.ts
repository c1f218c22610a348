import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { List } from '../../../common/contract/basics.ts'
import { ServedHere } from '../../../common/contract/counter.ts'
import { currentDate } from '../../domain/ticketing.ts'
import { isoAt, type Instant } from '../../domain/time.ts'
import { counterParams } from '../../http/params.ts'
import { signedIn } from '../../http/principals.ts'
import { problemResponses } from '../../http/problems.ts'
import type { Clock } from '../../ports/clock.ts'
import type { ServedLeg, Store } from '../../ports/store.ts'

/** What a counter has done with today, for whoever works there and wants to look something up. */
export const ownListRoutes: FastifyPluginAsyncTypebox<{ store: Store, clock: Clock }> = async (app, { store, clock }) => {
  app.get('/counters/:n/tickets', {
    schema: { tags: ['counters'], summary: 'What this counter was done with today, newest first, with outcome and dossier code', params: counterParams, response: { 200: List(ServedHere), ...problemResponses } },
    onRequest: app.may('see-tickets')
  }, async (request, reply) => {
    const { office } = signedIn(request)
    const [day, number] = [await store.day(office), Number(request.params.n)]
    if (!day.counters.has(number)) return reply.refuse({ code: 'NOT_FOUND' })
    const legs = await store.servedOn(office, currentDate(day, clock.now()), number)
    return reply.send({ items: legs.map(leg => shown(leg, day.office.timeZone)) })
  })
}

function shown ({ ticket, number, leg, field, procedure, priority, calledAt, startedAt, endedAt, end, officer, outcome, dossierCode }: ServedLeg, timeZone: string): ServedHere {
  const time = (at: Instant | undefined) => at === undefined ? null : isoAt(at, timeZone)
  return {
    id: ticket, number, leg, field, procedure: procedure ?? null, priority, calledAt: time(calledAt), startedAt: time(startedAt), endedAt: isoAt(endedAt, timeZone), end,
    ...officer !== undefined && { officer }, ...outcome !== undefined && { outcome }, ...dossierCode !== undefined && { dossierCode }
  }
}
