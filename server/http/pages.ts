import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyPluginAsync, FastifyReply } from 'fastify'

/** Where each page's built file lies under dist/. */
const pages = {
  '/': 'display/launcher',
  '/kiosk': 'display/kiosk',
  '/board': 'display/board',
  '/book': 'display/book',
  '/rating/:n': 'display/rating',
  '/counter': 'counter/console',
  '/desk': 'counter/desk',
  '/supervisor': 'counter/supervisor',
  '/printer': 'display/paper'
} as const
const phone = 'display/phone'

/** Serves the built screens, each answer with a fresh nonce in its policy and its only inline script. */
export const pageRoutes: FastifyPluginAsync<{ dist: string }> = async (app, { dist }) => {
  await app.register(async assets => {
    const onRequest = assets.may('fetch-asset')
    assets.addHook('onRoute', route => { route.onRequest = onRequest })
    await assets.register(fastifyStatic, { root: resolve(dist, 'assets'), prefix: '/assets/', immutable: true, maxAge: '365d', preCompressed: true })
  })
  const onRequest = app.may('open-page')
  const page = pageReader(dist)

  for (const [path, folder] of Object.entries(pages)) {
    app.get(path, { schema: { hide: true }, onRequest }, async (_request, reply) => sendPage(reply, await page(folder)))
  }
  // The token in this address must not travel to wherever a link leads.
  app.get('/t/:token', { schema: { hide: true }, onRequest }, async (_request, reply) => sendPage(reply.header('referrer-policy', 'no-referrer'), await page(phone)))
}

function pageReader (dist: string): (folder: string) => Promise<string> {
  const read = new Map<string, string>()
  return async folder => {
    const html = read.get(folder) ?? await readFile(resolve(dist, folder, 'index.html'), 'utf8')
    read.set(folder, html)
    return html
  }
}

function sendPage (reply: FastifyReply, html: string): FastifyReply {
  const nonce = randomBytes(16).toString('base64')
  return reply
    .header('content-security-policy', policy(nonce))
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(html.replaceAll('%NONCE%', nonce))
}

/** Nothing from outside the hall. ws: and wss: stand apart because old browsers do not count them as 'self'. */
function policy (nonce: string): string {
  return [
    "default-src 'self'", `script-src 'self' 'nonce-${nonce}'`, `style-src 'self' 'nonce-${nonce}'`, "img-src 'self' data:",
    "connect-src 'self' ws: wss:", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'"
  ].join('; ')
}
