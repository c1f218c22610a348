import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import plugin from 'fastify-plugin'
import { Type } from 'typebox'
import type { Instant } from '../domain/time.ts'
import { actorOf } from '../ports/principal.ts'
import type { Once } from '../ports/store.ts'

export const idempotencyHeaders = Type.Object({
  'idempotency-key': Type.Optional(Type.String({ minLength: 8, maxLength: 64, description: 'The same key and body gives the first success again' }))
})

declare module 'fastify' {
  interface FastifyReply {
    /** Marks an answer that an earlier identical request already got. */
    replayed: (replayed: boolean) => FastifyReply
  }
}

export const idempotency = plugin(async app => {
  app.decorateReply('replayed', function (this: FastifyReply, replayed: boolean) {
    return replayed ? this.header('idempotent-replayed', 'true') : this
  })
})

/**
 * The promise that this request, sent again, is the same deed; undefined without a key.
 * A stranger is known by the address that asks.
 */
export function onceOf (request: FastifyRequest, at: Instant): Once | undefined {
  const key = request.headers['idempotency-key']
  if (typeof key !== 'string') return undefined
  return { principal: request.principal ? actorOf(request.principal) : `stranger:${request.ip}`, key, at, fingerprint: fingerprint(request) }
}

function fingerprint (request: FastifyRequest): string {
  // A PIN only says who is asking; and a digest of so few digits, kept with the answer, would give them away.
  const { overrule: _, ...body } = (request.body ?? {}) as { readonly overrule?: unknown }
  const asked = JSON.stringify([request.method, request.url, canonical(body)])
  return createHash('sha256').update(asked).digest('base64url')
}

/** Key order does not make another request. */
function canonical (value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical)
  if (value === null || typeof value !== 'object') return value
  return Object.entries(value).sort(([a], [b]) => a < b ? -1 : 1).map(([key, inner]) => [key, canonical(inner)])
}
