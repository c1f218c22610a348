import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import type { Registry } from 'prom-client'
import { Type } from 'typebox'
import { problemResponses } from '../../http/problems.ts'
import { openMeters, type MetricsNeeds } from './meters.ts'

/** For Prometheus, which scrapes from the machine itself without signing in; from elsewhere with a key. */
export const metricsRoutes: FastifyPluginAsyncTypebox<MetricsNeeds> = async (app, needs) => {
  const signedIn = app.may('read-metrics')
  let meters: Promise<Registry> | undefined
  app.get('/metrics', {
    schema: { tags: ['health'], summary: 'Figures for Prometheus', response: { 200: { description: 'Prometheus text', content: { 'text/plain': { schema: Type.String() } } }, ...problemResponses } },
    preHandler: async function (request, reply) { if (!isFromThisMachine(request)) return signedIn.call(this, request, reply) }
  }, async (_request, reply) => {
    const register = await (meters ??= openMeters(needs))
    return reply.type(register.contentType).send(await register.metrics())
  })
}

/** A proxy on this machine is not who asks: what it forwards says so. */
function isFromThisMachine ({ raw, headers }: FastifyRequest): boolean {
  const isForwarded = headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined
  return !isForwarded && ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(raw.socket.remoteAddress ?? '')
}
