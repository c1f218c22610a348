import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { PinRequest } from '../../../common/contract/access.ts'
import { signedIn } from '../../http/principals.ts'
import { problemResponses } from '../../http/problems.ts'
import type { Pins } from '../pins.ts'

export const pinRoutes: FastifyPluginAsyncTypebox<{ pins: Pins }> = async (app, { pins }) => {
  app.put('/session/pin', {
    schema: { tags: ['session'], summary: 'Set the PIN of whoever is signed in, for a kiosk or a shared screen', body: PinRequest, response: { 204: Type.Null(), ...problemResponses } },
    onRequest: app.may('set-pin')
  }, async (request, reply) => {
    const set = await pins.set(signedIn(request), request.body)
    return set.ok ? reply.code(204).send(null) : reply.refuse(set.error)
  })
}
