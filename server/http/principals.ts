import { createHash } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import cookie from '@fastify/cookie'
import type { FastifyReply, FastifyRequest } from 'fastify'
import plugin from 'fastify-plugin'
import type { Clock } from '../ports/clock.ts'
import type { DeviceKind } from '../ports/directory.ts'
import type { Principal } from '../ports/principal.ts'
import type { Store } from '../ports/store.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Undefined for a stranger. */
    principal: Principal | undefined
  }
}

export const kinds = ['staff', 'kiosk', 'board', 'sign', 'rating'] as const
export type CookieKind = typeof kinds[number]

const cookieName = (kind: CookieKind) => `moiso_${kind}`
const yearSeconds = 365 * 86_400

/** Secrets are compared and stored as digests only. */
export function digest (secret: string): string {
  return createHash('sha256').update(secret).digest('base64url')
}

export function setCookie (reply: FastifyReply, kind: CookieKind, token: string): void {
  void reply.setCookie(cookieName(kind), token, { path: '/', httpOnly: true, sameSite: 'strict', secure: reply.request.protocol === 'https', maxAge: kind === 'staff' ? undefined : yearSeconds })
}

const placeCookie = 'moiso_place'

/** Remembers who has signed in from this browser, over sign-outs. */
export function setPlaces (reply: FastifyReply, places: string): void {
  void reply.setCookie(placeCookie, places, { path: '/', httpOnly: true, sameSite: 'strict', secure: reply.request.protocol === 'https', maxAge: yearSeconds })
}

export function placesIn (request: FastifyRequest): { places?: string } {
  const places = request.cookies[placeCookie]
  return places === undefined ? {} : { places }
}

export function dropCookie (reply: FastifyReply, kind: CookieKind): void {
  void reply.clearCookie(cookieName(kind), { path: '/' })
}

/**
 * Finds who is behind a request or a socket: a program's key, else the cookie of the kind it says it acts as,
 * else staff, else the only cookie sent.
 */
export async function principalOf (store: Store, clock: Clock, headers: IncomingHttpHeaders, actsAs: unknown): Promise<Principal | undefined> {
  const bearer = /^Bearer\s+(\S+)$/i.exec(headers.authorization ?? '')?.[1]
  if (bearer !== undefined) return keyPrincipal(store, bearer)
  const cookies = readCookies(headers.cookie)
  const kind = chosenKind(cookies, actsAs)
  const token = kind && cookies.get(kind)
  if (!kind || !token) return undefined
  return kind === 'staff' ? staffPrincipal(store, token, clock) : devicePrincipal(store, token, kind)
}

/** The principal behind a guarded route, which has one. */
export function signedIn (request: FastifyRequest): Principal {
  if (!request.principal) throw new Error(`${request.routeOptions.url ?? ''} is not guarded`)
  return request.principal
}

/** Decorates requests with their principal. */
export const principals = plugin<{ store: Store, clock: Clock }>(async (app, { store, clock }) => {
  await app.register(cookie)
  app.decorateRequest('principal', undefined)
  app.addHook('onRequest', async request => {
    const found = await principalOf(store, clock, request.headers, request.headers['moiso-as'])
    request.principal = found && request.office && found.office === request.office.id ? found : undefined
  })
})

function readCookies (header: string | undefined): Map<CookieKind, string> {
  const pairs = (header ?? '').split(';').map(pair => pair.trim().split('='))
  return new Map(kinds.flatMap(kind => {
    const value = pairs.find(([name]) => name === cookieName(kind))?.[1]
    return value ? [[kind, value] as const] : []
  }))
}

function chosenKind (cookies: ReadonlyMap<CookieKind, string>, actsAs: unknown): CookieKind | undefined {
  if (actsAs !== undefined) return kinds.find(kind => kind === actsAs)
  if (cookies.has('staff')) return 'staff'
  return cookies.size === 1 ? [...cookies.keys()][0] : undefined
}

async function keyPrincipal (store: Store, token: string): Promise<Principal | undefined> {
  const key = await store.directory.key(digest(token))
  return key && { kind: 'key', office: key.office, id: key.id, name: key.name, role: key.role }
}

async function staffPrincipal (store: Store, token: string, clock: Clock): Promise<Principal | undefined> {
  const session = await store.directory.session(digest(token), clock.now())
  if (!session) return undefined
  const { person } = session
  return { kind: 'staff', office: session.office, id: person.id, name: person.name, role: person.role, session: session.id, expiresAt: session.expiresAt, ...person.counter !== undefined && { counter: person.counter } }
}

async function devicePrincipal (store: Store, token: string, kind: DeviceKind): Promise<Principal | undefined> {
  const device = await store.directory.device(digest(token))
  if (device?.kind !== kind) return undefined
  return { kind, office: device.office, id: device.id, name: device.name, ...device.counter !== undefined && { counter: device.counter } }
}
