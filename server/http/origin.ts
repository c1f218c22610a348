import plugin from 'fastify-plugin'

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Whether a browser page of another site is asking. A missing Origin is a program or an old browser: allowed.
 * @param host the Host the request came to, port included
 */
export function isForeign (origin: string | undefined, host: string | undefined): boolean {
  if (origin === undefined) return false
  try {
    const page = new URL(origin)
    // Through URL both, so that a default port said or unsaid is the same place.
    return page.host !== new URL(`${page.protocol}//${host ?? ''}`).host
  } catch {
    return true // "null" and other non-URLs: sandboxed frames, files
  }
}

/**
 * Old browsers send `Origin: null` from a page that keeps its address to itself, as the phone page does.
 * Without a cookie nobody's right can be borrowed, so there is nothing to protect.
 */
export function isHarmless (origin: string | undefined, cookie: string | undefined): boolean {
  return origin === 'null' && !cookie?.includes('moiso_')
}

/** Refuses state-changing requests that another site's page sends. */
export const originCheck = plugin(async app => {
  app.addHook('onRequest', async (request, reply) => {
    if (safe.has(request.method)) return
    const { origin, host, cookie } = request.headers
    const foreign = !isHarmless(origin, cookie) && isForeign(origin, request.host || host)
    if (foreign || request.headers['sec-fetch-site'] === 'cross-site') return reply.refuse({ code: 'FOREIGN_ORIGIN' })
  })
})
