import plugin from 'fastify-plugin'

/** JSON only; an absent body equals `{}` (CONTRACT.md). A form or text/plain from another site is no request of ours. */
export const bodies = plugin(async app => {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') return done(null, {})
    void parse(request, body as string, done)
  })
  app.addHook('preValidation', async request => {
    if (request.body === undefined && request.method !== 'GET' && request.method !== 'HEAD') request.body = {}
  })
})
