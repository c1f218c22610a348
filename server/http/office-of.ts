import type { IncomingMessage } from 'node:http'
import plugin from 'fastify-plugin'
import type { Office } from '../domain/office.ts'
import type { Store } from '../ports/store.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** The office this request is about; undefined where none is meant (health, assets). */
    office: Office | undefined
  }
}

const prefixed = new WeakMap<IncomingMessage, string>()
const prefix = /^\/o\/([A-Za-z0-9_-]{1,64})(?=\/|\?|$)/

/** The office that a request's own path named. */
export function prefixOf (raw: IncomingMessage): string | undefined {
  return prefixed.get(raw)
}

/** Takes `/o/OFFICE` off a path and remembers it: any path may carry it. */
export function withoutOfficePrefix (raw: IncomingMessage): string {
  const url = raw.url ?? '/'
  const office = prefix.exec(url)?.[1]
  if (office === undefined) return url
  prefixed.set(raw, office)
  return url.slice(`/o/${office}`.length).replace(/^(?!\/)/, '/')
}

/** The office that a program or page names, else the only one there is; undefined when that leaves none. */
export async function officeNamed (store: Store, name: unknown): Promise<string | undefined> {
  const offices = await store.offices()
  if (name === undefined || name === null) return offices.length === 1 ? offices[0] : undefined
  return offices.find(office => office === name)
}

/** Decides the office of each request: the prefix, else the only office there is. */
export const officeOf = plugin<{ store: Store }>(async (app, { store }) => {
  app.decorateRequest('office', undefined)
  app.addHook('onRequest', async (request, reply) => {
    const named = prefixOf(request.raw)
    const office = await officeNamed(store, named)
    if (office === undefined) return named === undefined ? undefined : reply.refuse({ code: 'NOT_FOUND' })
    request.office = (await store.day(office)).office
  })
})
