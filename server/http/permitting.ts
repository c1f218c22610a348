import type { FastifyReply, FastifyRequest, RouteOptions } from 'fastify'
import plugin from 'fastify-plugin'
import { may, type Circumstances, type Deed } from '../../common/contract/permissions.ts'
import { isForwarded } from './nearby.ts'

declare module 'fastify' {
  interface FastifyInstance {
    /** Declares the deed of a route (or several, of which what was sent chooses one), and lets only requests pass that may do it: others get 401 or 403, before what they sent is looked at. */
    may: (...deeds: [Deed, ...Deed[]]) => Guard
    /** Every route there is, with what it declares. */
    declaredRoutes: () => readonly DeclaredRoute[]
  }
}

type Guard = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>
export interface DeclaredRoute { readonly method: string, readonly url: string, readonly deeds: readonly Deed[] }

/** Each route asks the one table (common/contract/permissions.ts) by what it declares. Routes registered before this are not known to it. */
export const permitting = plugin(async app => {
  const declared = new WeakMap<object, readonly Deed[]>()
  const routes: RouteOptions[] = []
  app.addHook('onRoute', route => { routes.push(route) })
  app.decorate('may', (...deeds: [Deed, ...Deed[]]) => {
    const guard: Guard = async (request, reply) => {
      const circumstances = circumstancesOf(request)
      if (deeds.some(deed => may(request.principal, deed, circumstances))) return
      return reply.refuse({ code: request.principal ? 'NOT_ALLOWED' : 'SIGN_IN_REQUIRED' })
    }
    declared.set(guard, deeds)
    return guard
  })
  app.decorate('declaredRoutes', () => routes.flatMap(({ method, url, onRequest, preHandler }) => {
    const deeds = [onRequest, preHandler].flat().flatMap(hook => hook && declared.get(hook) || [])
    return [method].flat().map(method => ({ method, url, deeds }))
  }))
})

function circumstancesOf (request: FastifyRequest): Circumstances {
  return { trial: request.office?.confirmed === false, machine: isFromThisMachine(request) }
}

/** A proxy on this machine is not who asks: what it forwards says so. */
function isFromThisMachine ({ raw, headers }: FastifyRequest): boolean {
  return !isForwarded(headers) && ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(raw.socket.remoteAddress ?? '')
}
