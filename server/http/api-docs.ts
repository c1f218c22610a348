import type { FastifyPluginAsync } from 'fastify'

/** The package's own would upgrade a plain-http LAN page to an https that is not there; its drawings need inline styles. */
const policy = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'"

/** The readable API page; its plugin is loaded when somebody first opens it, for it is heavy and seldom wanted. */
export const apiDocs: FastifyPluginAsync = async app => {
  const { default: swaggerUi } = await import('@fastify/swagger-ui')
  await app.register(swaggerUi, {
    routePrefix: '/api/v1/docs', staticCSP: true, transformStaticCSP: () => policy,
    theme: { title: 'Mời Số API' }, uiConfig: { docExpansion: 'list', deepLinking: false, layout: 'BaseLayout' }
  })
}
