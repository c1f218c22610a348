import { randomUUID } from 'node:crypto'
import { Agent, request, type IncomingMessage } from 'node:http'
import { Agent as TlsAgent, request as tlsRequest } from 'node:https'
import { setTimeout as sleep } from 'node:timers/promises'
import { countRefusal, type Counts } from './tally.ts'

/** Where the server is now; a function where it may come back elsewhere. */
export type ServerAddress = string | (() => string)
export type Pass = Readonly<Record<string, string>>

export interface Answer {
  readonly status: number
  /** As the contract has it for the route asked; the player reads a field or two of each and is no judge of shapes. */
  readonly body: any // eslint-disable-line @typescript-eslint/no-explicit-any
  readonly headers: IncomingMessage['headers']
  /** 1 where the first try was answered. */
  readonly tries: number
}

/** Somebody who asks the server and does not lose heart when the connection breaks. */
export interface Asker {
  readonly get: (path: string) => Promise<Answer>
  /** `expected`: codes of refusals that are part of the day and not counted. */
  readonly post: (path: string, body?: unknown, expected?: readonly string[]) => Promise<Answer>
}

/** The server did not come back while there was patience. */
export class ServerGone extends Error {}

export interface LineNeeds {
  readonly url: ServerAddress
  readonly counts: Counts
  readonly patienceMs: number
  readonly stopped: AbortSignal
}

export interface Line {
  readonly as: (pass: Pass) => Asker
  readonly close: () => void
}

const answerMs = 10_000
const patienceWhenStoppedMs = 3_000
const triesOnFault = 5
const firstBackoffMs = 50
const lastBackoffMs = 500

/**
 * The players' connections. A request whose answer was lost is sent again with the same
 * Idempotency-Key, so that a deed is done once however often its connection breaks.
 */
export function openLine ({ url, counts, patienceMs, stopped }: LineNeeds): Line {
  const plain = new Agent({ keepAlive: true })
  const tls = new TlsAgent({ keepAlive: true })

  async function ask (method: string, path: string, headers: Pass, body?: unknown): Promise<Answer> {
    const begun = performance.now()
    for (let tries = 1; ; tries++) {
      const answer = await send(method, path, headers, body).catch(() => undefined)
      if (answer && !mayPass(answer, tries)) return { ...answer, tries }
      const patience = stopped.aborted ? Math.min(patienceMs, patienceWhenStoppedMs) : patienceMs
      if (performance.now() - begun > patience) throw new ServerGone(`no answer to ${method} ${path.replace(/^\/my\/.*/, '/my/…')} within ${Math.round(patience / 1000)} s`)
      counts.retried++
      await sleep(Math.min(lastBackoffMs, Math.max(Number(answer?.headers['retry-after'] ?? 0) * 1000, firstBackoffMs * 2 ** (tries - 1))))
    }
  }

  function send (method: string, path: string, headers: Pass, body?: unknown): Promise<Omit<Answer, 'tries'>> {
    return new Promise((answered, failed) => {
      const address = new URL(`/api/v1${path}`, typeof url === 'string' ? url : url())
      const isTls = address.protocol === 'https:'
      const asked = (isTls ? tlsRequest : request)(address, { method, headers, agent: isTls ? tls : plain, timeout: answerMs }, answer => {
        read(answer).then(text => answered({ status: answer.statusCode ?? 0, headers: answer.headers, body: text === '' ? undefined : JSON.parse(text) }), failed)
      })
      asked.on('timeout', () => asked.destroy(new Error('no answer in time')))
      asked.on('error', failed)
      asked.end(body === undefined ? undefined : JSON.stringify(body))
    })
  }

  return {
    as: pass => ({
      get: async path => judged(await ask('GET', path, pass)),
      post: async (path, body = {}, expected = []) => judged(await ask('POST', path, { ...pass, 'content-type': 'application/json', 'idempotency-key': randomUUID() }, body), expected)
    }),
    close: () => { plain.destroy(); tls.destroy() }
  }

  function judged (answer: Answer, expected: readonly string[] = []): Answer {
    if (answer.status >= 500) counts.errors++
    else if (answer.status >= 400 && !expected.includes(codeOf(answer))) countRefusal(counts, codeOf(answer))
    return answer
  }
}

export function codeOf ({ status, body }: Answer): string {
  return (body as { code?: string } | undefined)?.code ?? String(status)
}

/** Trouble that may be over soon: too busy, starting, a full disk. A plain fault is asked a few times only. */
function mayPass ({ status }: Omit<Answer, 'tries'>, tries: number): boolean {
  return [429, 502, 503, 504, 507].includes(status) || (status >= 500 && tries < triesOnFault)
}

async function read (answer: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of answer) parts.push(part as Buffer)
  return Buffer.concat(parts).toString('utf8')
}
