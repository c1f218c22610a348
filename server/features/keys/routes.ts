import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { List } from '../../../common/contract/basics.ts'
import { Key, KeyMade, KeyRequest } from '../../../common/contract/access.ts'
import { isoAt } from '../../domain/time.ts'
import { emptyBody, idParams } from '../../http/params.ts'
import { digest, signedIn } from '../../http/principals.ts'
import { problemResponses } from '../../http/problems.ts'
import type { Chance, Clock } from '../../ports/clock.ts'
import type { Live } from '../../ports/live.ts'
import type { Store } from '../../ports/store.ts'

/** Keys let other programs act; each is shown once and kept as a digest. */
export const keyRoutes: FastifyPluginAsyncTypebox<{ store: Store, clock: Clock, chance: Chance, live: Live }> = async (app, { store, clock, chance, live }) => {
  const tags = ['keys']
  const onRequest = app.may('keep-keys')

  app.post('/keys', { schema: { tags, summary: 'Make a key for a program', body: KeyRequest, response: { 201: KeyMade, ...problemResponses } }, onRequest }, async (request, reply) => {
    const key = `mk_${chance.token()}`
    const id = chance.id('key')
    await store.directory.addKey(signedIn(request).office, { id, ...request.body, createdAt: clock.now(), tokenHash: digest(key) })
    return reply.code(201).send({ id, key })
  })

  app.get('/keys', { schema: { tags, summary: 'Keys in use', response: { 200: List(Key), ...problemResponses } }, onRequest }, async request => {
    const { office } = signedIn(request)
    const { timeZone } = (await store.day(office)).office
    return { items: (await store.directory.keys(office)).map(key => ({ id: key.id, name: key.name, role: key.role, createdAt: isoAt(key.createdAt, timeZone) })) }
  })

  app.delete('/keys/:id', { schema: { tags, summary: 'End a key', params: idParams, body: emptyBody, response: { 204: Type.Null(), ...problemResponses } }, onRequest }, async (request, reply) => {
    if (!await store.directory.removeKey(signedIn(request).office, request.params.id, clock.now())) return reply.refuse({ code: 'NOT_FOUND' })
    live.cut(`key:${request.params.id}`)
    return reply.code(204).send(null)
  })
}
