import swagger from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'
import plugin from 'fastify-plugin'

/** Collects the routes registered after it into OpenAPI 3.1 at /api/v1/openapi.json. */
export const openapi = plugin(async app => {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Mời Số', version: '1.0.0', description: 'Queue tickets and counter display of a public-service office. A "no" is application/problem+json with a code.' },
      components: {
        securitySchemes: {
          staff: { type: 'apiKey', in: 'cookie', name: 'moiso_staff' },
          key: { type: 'http', scheme: 'bearer' }
        }
      }
    }
  })
  app.get('/api/v1/openapi.json', { schema: { hide: true }, onRequest: app.may('read-api') }, async () => openapiOf(app))
})

function openapiOf (app: FastifyInstance): unknown {
  return app.swagger()
}
