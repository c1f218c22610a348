import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { RatingRequest, RatingThanks } from '../../../common/contract/rating.ts'
import { problemResponses } from '../../http/problems.ts'
import type { Rate } from './use-case.ts'

export const rateRoutes: FastifyPluginAsyncTypebox<{ rate: Rate }> = async (app, { rate }) => {
  app.post('/ratings', {
    schema: { tags: ['ratings'], summary: 'Rate a finished transaction, or skip; a token works once', body: RatingRequest, response: { 201: RatingThanks, ...problemResponses } },
    onRequest: app.may('rate')
  }, async (request, reply) => {
    if (!request.office) return reply.refuse({ code: 'NOT_FOUND' })
    const rated = await rate(request.office.id, request.body, request.principal)
    return rated.ok ? reply.code(201).send({ outcome: rated.value as 'rated' | 'skipped' }) : reply.refuse(rated.error)
  })
}
