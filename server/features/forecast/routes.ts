import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Forecasts } from '../../../common/contract/forecast.ts'
import { isoAt } from '../../domain/time.ts'
import { problemResponses } from '../../http/problems.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Forecaster } from '../../ports/forecaster.ts'
import type { Store } from '../../ports/store.ts'
import { fieldForecasts } from '../../wire/forecast.ts'

export interface ForecastNeeds { readonly store: Pick<Store, 'day'>, readonly clock: Clock, readonly forecaster?: Pick<Forecaster, 'outlook'> }

/** How long it would take: known before anybody takes a number. */
export const forecastRoutes: FastifyPluginAsyncTypebox<ForecastNeeds> = async (app, { store, clock, forecaster }) => {
  app.get('/forecast', {
    schema: {
      tags: ['catalogue'], summary: 'When whoever takes a number now may expect to be called, by field and class',
      description: 'An estimate, never a promise: `earliest`, `likely` and `latest` are the times before which one call in ten, half and nine in ten are expected. `forecast` is null where nothing is known yet, or no counter is expected to serve the field today.',
      response: { 200: Forecasts, ...problemResponses }
    },
    onRequest: app.may('read-catalogue')
  }, async (request, reply) => {
    if (!request.office) return reply.refuse({ code: 'NOT_FOUND' })
    const [day, now] = [await store.day(request.office.id), clock.now()]
    return reply.send({ at: isoAt(now, day.office.timeZone), items: fieldForecasts(day, forecaster?.outlook(day.office.id), now) })
  })
}
