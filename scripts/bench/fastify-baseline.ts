// Plain Fastify: a checked JSON body in, a JSON answer of a ticket's size out. No database, no rules.
import Fastify from 'fastify'

const app = Fastify()
const text = { type: 'string' } as const
app.post('/tickets', {
  schema: {
    body: { type: 'object', additionalProperties: false, required: ['field'], properties: { field: text, slip: { type: 'boolean' } } },
    response: { 201: { type: 'object', properties: { number: text, field: text, state: text, issuedAt: text, token: text, url: text, ahead: { type: 'integer' } } } }
  }
}, async (request, reply) => {
  const { field } = request.body as { field: string }
  return reply.code(201).send({ number: '1001', field, state: 'waiting', issuedAt: new Date().toISOString(), token: 'a'.repeat(24), url: `http://hall/t/${'a'.repeat(24)}`, ahead: 3 })
})
await app.listen({ host: '127.0.0.1', port: 0 })
const address = app.server.address()
console.log(`listening on http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`)
process.once('SIGTERM', () => process.exit(0))
