import Fastify, { type FastifyInstance, type FastifyPluginAsync } from 'fastify'

/** The package's own would upgrade a plain-http LAN page to an https that is not there; its drawings need inline styles. */
const policy = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'"
const path = '/api/v1/docs'

/** The readable API page. A small server of its own, made when somebody first opens it: its package is heavy and seldom wanted. */
export const apiDocs: FastifyPluginAsync = async app => {
  let docs: Promise<FastifyInstance> | undefined
  for (const route of [path, `${path}/*`]) {
    app.get(route, { schema: { hide: true }, onRequest: app.may('read-api') }, async (request, reply) => {
      const { routing } = await (docs ??= makeDocs(app.swagger()))
      reply.hijack()
      routing(request.raw, reply.raw)
    })
  }
  app.addHook('onClose', async () => { await (await docs)?.close() })
}

async function makeDocs (specification: object): Promise<FastifyInstance> {
  const [{ default: swagger }, { default: swaggerUi }] = await Promise.all([import('@fastify/swagger'), import('@fastify/swagger-ui')])
  const docs = Fastify()
  await docs.register(swagger, { mode: 'static', specification: { document: specification as never } })
  await docs.register(swaggerUi, {
    routePrefix: path, staticCSP: true, transformStaticCSP: () => policy,
    theme: { title: 'Mời Số API' }, uiConfig: { docExpansion: 'list', deepLinking: false, layout: 'BaseLayout' }
  })
  await docs.ready()
  return docs
}
