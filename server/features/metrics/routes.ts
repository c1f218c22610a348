import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { Registry } from 'prom-client'
import { Type } from 'typebox'
import { problemResponses } from '../../http/problems.ts'
import { openMeters, type MetricsNeeds } from './meters.ts'

/** For Prometheus, which scrapes from the machine itself without signing in; from elsewhere with a key. */
export const metricsRoutes: FastifyPluginAsyncTypebox<MetricsNeeds> = async (app, needs) => {
  let meters: Promise<Registry> | undefined
  app.get('/metrics', {
    schema: { tags: ['health'], summary: 'Figures for Prometheus', response: { 200: { description: 'Prometheus text', content: { 'text/plain': { schema: Type.String() } } }, ...problemResponses } },
    onRequest: app.may('read-metrics')
  }, async (_request, reply) => {
    const register = await (meters ??= openMeters(needs))
    return reply.type(register.contentType).send(await register.metrics())
  })
}
