import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { SignedIn, SignIn as SignInRequest, StaffName, type Principal as WirePrincipal } from '../../../common/contract/access.ts'
import { List } from '../../../common/contract/basics.ts'
import { asksFromNearby } from '../../http/nearby.ts'
import { emptyBody } from '../../http/params.ts'
import { dropCookie, placesIn, principalOf, setCookie, setPlaces, signedIn } from '../../http/principals.ts'
import { problemResponses } from '../../http/problems.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Live } from '../../ports/live.ts'
import { type Principal } from '../../ports/principal.ts'
import type { Person } from '../../ports/directory.ts'
import type { Store } from '../../ports/store.ts'
import { rolesWithPin, type SignIn } from './use-case.ts'

export const signInRoutes: FastifyPluginAsyncTypebox<{ signIn: SignIn, store: Store, clock: Clock, live: Live }> = async (app, { signIn, store, clock, live }) => {
  const tags = ['session']

  app.post('/session', { schema: { tags, summary: 'Sign in by password, or on a shared PC by PIN; the session cookie comes along, and whoever was signed in here before is so no more', body: SignInRequest, response: { 200: SignedIn, ...problemResponses } }, onRequest: app.may('sign-in') }, async (request, reply) => {
    if (!request.office) return reply.refuse({ code: 'NOT_FOUND' })
    const signed = await signIn({ office: request.office.id, ...request.body, address: request.ip, ...placesIn(request) })
    if (!signed.ok) return reply.refuse(signed.error)
    const { person, token, places } = signed.value
    const before = await principalOf(store, clock, request.headers, 'staff')
    if (before?.kind === 'staff') await end(before.session)
    setCookie(reply, 'staff', token)
    setPlaces(reply, places)
    return reply.send({ principal: { kind: 'staff', id: person.id, name: person.name, role: person.role, ...person.counter !== undefined && { counter: person.counter } } })
  })

  app.get('/session', { schema: { tags, summary: 'Who this request acts as', response: { 200: SignedIn, ...problemResponses } }, onRequest: app.may('see-session') }, async request => ({ principal: shown(signedIn(request)) }))

  app.delete('/session', { schema: { tags, summary: 'Sign out', body: emptyBody, response: { 204: Type.Null(), ...problemResponses } }, onRequest: app.may('sign-out') }, async (request, reply) => {
    const { principal } = request
    if (principal?.kind === 'staff') {
      await end(principal.session)
      dropCookie(reply, 'staff')
    }
    return reply.code(204).send(null)
  })

  app.get('/session/names', { schema: { tags, summary: 'Who may sign in by PIN, for a shared PC to choose from; only within the office\'s network', response: { 200: List(StaffName), ...problemResponses } }, onRequest: app.may('see-names') }, async (request, reply) => {
    if (!request.office) return reply.refuse({ code: 'NOT_FOUND' })
    if (!asksFromNearby(request)) return reply.refuse({ code: 'NOT_ALLOWED' })
    const people = await store.directory.people(request.office.id)
    return reply.send({ items: people.filter(({ role }) => rolesWithPin.includes(role)).map(named) })
  })

  async function end (session: string): Promise<void> {
    await store.directory.closeSession(session)
    live.cut(`session:${session}`)
  }
}

function named ({ username, name, title, role, counter, pinHash }: Person): StaffName {
  return { username, name, title, role, ...counter !== undefined && { counter }, hasPin: pinHash !== undefined }
}

function shown (principal: Principal): WirePrincipal {
  const { kind, id, name } = principal
  return { kind, id, name, ...'role' in principal && { role: principal.role }, ...'counter' in principal && principal.counter !== undefined && { counter: principal.counter } }
}
