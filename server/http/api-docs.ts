import type { FastifyPluginAsync } from 'fastify'

/** The readable API page; its plugin is loaded when somebody first opens it, for it is heavy and seldom wanted. */
export const apiDocs: FastifyPluginAsync = async app => {
  const { default: swaggerUi } = await import('@fastify/swagger-ui')
  await app.register(swaggerUi, { routePrefix: '/api/v1/docs', staticCSP: true, uiConfig: { docExpansion: 'list', deepLinking: false } })
}
