import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { SignedIn, SignIn as SignInRequest, type Principal as WirePrincipal } from '../../../common/contract/access.ts'
import { emptyBody } from '../../http/params.ts'
import { dropCookie, placeIn, setCookie, setPlace, signedIn } from '../../http/principals.ts'
import { problemResponses } from '../../http/problems.ts'
import type { Live } from '../../ports/live.ts'
import { type Principal } from '../../ports/principal.ts'
import type { Store } from '../../ports/store.ts'
import type { SignIn } from './use-case.ts'

export const signInRoutes: FastifyPluginAsyncTypebox<{ signIn: SignIn, store: Store, live: Live }> = async (app, { signIn, store, live }) => {
  const tags = ['session']

  app.post('/session', { schema: { tags, summary: 'Sign in; the session cookie comes along', body: SignInRequest, response: { 200: SignedIn, ...problemResponses } }, onRequest: app.may('sign-in') }, async (request, reply) => {
    if (!request.office) return reply.refuse({ code: 'NOT_FOUND' })
    const signed = await signIn({ office: request.office.id, ...request.body, ...placeIn(request) })
    if (!signed.ok) return reply.refuse(signed.error)
    const { person, token, place } = signed.value
    setCookie(reply, 'staff', token)
    setPlace(reply, place)
    return reply.send({ principal: { kind: 'staff', id: person.id, name: person.name, role: person.role, ...person.counter !== undefined && { counter: person.counter } } })
  })

  app.get('/session', { schema: { tags, summary: 'Who this request acts as', response: { 200: SignedIn, ...problemResponses } }, onRequest: app.may('see-session') }, async request => ({ principal: shown(signedIn(request)) }))

  app.delete('/session', { schema: { tags, summary: 'Sign out', body: emptyBody, response: { 204: Type.Null(), ...problemResponses } }, onRequest: app.may('sign-out') }, async (request, reply) => {
    const { principal } = request
    if (principal?.kind === 'staff') {
      await store.directory.closeSession(principal.session)
      live.cut(`session:${principal.session}`)
      dropCookie(reply, 'staff')
    }
    return reply.code(204).send(null)
  })
}

function shown (principal: Principal): WirePrincipal {
  const { kind, id, name } = principal
  return { kind, id, name, ...'role' in principal && { role: principal.role }, ...'counter' in principal && principal.counter !== undefined && { counter: principal.counter } }
}
