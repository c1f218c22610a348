import http from 'node:http'
import { join } from 'node:path'
import fc from 'fast-check'
import { verifySqlite } from '../../server/storage/sqlite/verify.ts'
import { aRequest, routesOf, type Route, type Sent } from '../../tests/support/requests.ts'
import { keyFor, program, startServer } from '../../tests/support/server.ts'
import { withFolder } from '../bench/measure.ts'
import { inProportion, type Extent, type Outcome } from './part.ts'

const casesPerRoute = 2_000
const chunk = 500
const atOnce = 8
const hangMs = 1_000
/** Not a status: the line was closed without one. */
const cut = 0
/** No room and no health are answers, not faults. */
const documented = new Set([503, 507])

interface Answered { readonly status: number, readonly ms: number }
/** `alone`: over a line of its own, which nobody before can have spoilt. */
type Ask = (request: Sent, who: number, alone?: boolean) => Promise<Answered>

/** Every route of the served description × what no honest program would send, over the network to the real process. */
export async function requests (extent: Extent): Promise<Outcome> {
  const failures: string[] = []
  const statuses: Record<string, number> = {}
  let slowest = 0
  const cases = inProportion(casesPerRoute, extent)
  let amount = 0
  await withFolder(async data => {
    const server = await startServer(data, { MOISO_ALWAYS_OPEN: '1', MOISO_TRUST_PROXY: '1' })
    const { ask, known, close } = await askers(server.url)
    const routes = routesOf((await program(server.url).get('/openapi.json')).body)
    let seed = Math.floor(Math.random() * 2 ** 31)
    extent.say(`${routes.length} routes × ${cases}, seed ${seed}`)
    for (const [place, route] of routes.entries()) {
      for await (const [request, answer] of answers(route, known, cases, seed, ask)) {
        amount++
        const kind = answer.status === cut ? 'cut' : `${String(answer.status).charAt(0)}xx`
        statuses[kind] = (statuses[kind] ?? 0) + 1
        slowest = Math.max(slowest, answer.ms)
        if (answer.status >= 500 && !documented.has(answer.status)) failures.push(`${answer.status}: ${shown(request)}`)
        if (answer.status === cut && (request.payload?.length ?? 0) < 65_000) failures.push(`no answer: ${shown(request)}`)
        if (answer.ms > hangMs) failures.push(`${Math.round(answer.ms)} ms: ${shown(request)}`)
      }
      seed = (seed + 1) | 0
      if (server.process.exitCode !== null) throw new Error(`the server died at ${route.method} ${route.path}`)
      if (place % 10 === 9 || place === routes.length - 1) extent.say(`${place + 1}/${routes.length} routes, ${amount} requests, ${failures.length} faults`)
    }
    close()
    if ((await fetch(`${server.url}/health`)).status !== 200) failures.push('not healthy afterwards')
    for (const { text } of await verifySqlite(join(data, 'moiso.db'))) failures.push(`verify: ${text}`)
    if (await server.kill('SIGTERM') !== 0) failures.push('the stop was not clean')
  })
  return { figures: { 'requests': amount, 'slowest answer, ms': Math.round(slowest), ...statuses }, failures }
}

async function* answers (route: Route, known: readonly string[], cases: number, seed: number, ask: Ask): AsyncGenerator<readonly [Sent, Answered]> {
  for (let done = 0; done < cases; done += chunk) {
    const batch = fc.sample(aRequest(route, known), { numRuns: Math.min(chunk, cases - done), seed: seed + done })
    for (let from = 0; from < batch.length; from += atOnce) {
      const together = batch.slice(from, from + atOnce)
      const heard = await Promise.all(together.map((request, place) => ask(request, done + from + place)))
      for (const [place, request] of together.entries()) {
        const answer = heard[place] as Answered
        // On a busy machine all eight may have waited for a core, and a line may have been closed over the one before: judged is who fails alone, too.
        yield [request, answer.ms > hangMs || answer.status === cut ? await ask(request, place, true) : answer]
      }
    }
  }
}

async function askers (url: string) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 16 })
  const keys = await Promise.all(['officer', 'admin', 'guide', 'supervisor'].map(role => keyFor(url, role)))
  const key = keys[0] as typeof keys[number]
  await key.post('/counters/1/open')
  const { body } = await key.post('/tickets', { field: 'CT' })
  const who = [{}, ...keys.map(({ headers }) => headers)]
  const known = ['CT', 'HT', 'CT01', 'vi', 'quay1', '1', '2', '1001-1-0.wav', body.ticket.id, body.token, body.print.job]
  // Another address each time, or the limits on guesses would answer for all the rest.
  const ask: Ask = (request, turn, alone) => send(url, alone === true ? false : agent, { ...request, headers: { 'x-forwarded-for': `10.${turn >> 16 & 255}.${turn >> 8 & 255}.${turn & 255}`, ...who[turn % who.length], ...request.headers } })
  return { ask, known, close: () => agent.destroy() }
}

function send (url: string, agent: http.Agent | false, { method, url: path, headers, payload }: Sent): Promise<Answered> {
  const begun = performance.now()
  return new Promise((resolve, reject) => {
    const asked = http.request(url + path, { method, agent, headers: { ...headers, ...payload !== undefined && { 'content-length': Buffer.byteLength(payload) } }, path }, answer => {
      answer.resume().once('close', () => resolve({ status: answer.statusCode ?? 0, ms: performance.now() - begun }))
    })
    asked.setTimeout(30_000, () => asked.destroy(new Error(`no answer: ${method} ${path}`)))
    // A body refused before it was all sent may end in a reset: an answer of its own kind.
    asked.on('error', (error: NodeJS.ErrnoException) => error.code === 'ECONNRESET' || error.code === 'EPIPE' ? resolve({ status: cut, ms: performance.now() - begun }) : reject(error))
    asked.end(payload)
  })
}

function shown ({ method, url, headers, payload }: Sent): string {
  return `${method} ${url} ${JSON.stringify(headers)} ${payload?.slice(0, 200) ?? ''}`
}
