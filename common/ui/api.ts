import type { Problem } from '../contract/problem.ts'
import { commonTexts } from '../i18n/common.ts'
import { language } from './language.ts'
import { withOffice, type Seat } from './place.ts'
import { ok, refuse, type Result } from './result.ts'

export type Answer<Value> = Promise<Result<Value, Problem>>

export interface Asking {
  /** Repeating a request with the same key repeats the answer, not the deed. */
  readonly key?: string
}

/** A screen that hears nothing for this long tells its person so. */
const patienceMs = 10_000

/**
 * The office over HTTP. Every "no" comes back as a problem with a text for the person, also when
 * no answer came at all (`NO_CONNECTION`) or none that can be read (`UNREADABLE_ANSWER`).
 */
export class Api {
  private readonly as: Seat | undefined
  constructor (as?: Seat) { this.as = as }

  get <Value> (path: string): Answer<Value> { return this.ask('GET', path) }
  post <Value> (path: string, body?: unknown, asking?: Asking): Answer<Value> { return this.ask('POST', path, body, asking) }
  put <Value> (path: string, body: unknown): Answer<Value> { return this.ask('PUT', path, body) }
  remove <Value> (path: string): Answer<Value> { return this.ask('DELETE', path) }

  private async ask <Value> (method: string, path: string, body?: unknown, asking: Asking = {}): Answer<Value> {
    const stop = new AbortController()
    const timer = setTimeout(() => stop.abort(), patienceMs)
    try {
      const response = await fetch(withOffice(`/api/v1${path}`), {
        method, signal: stop.signal, credentials: 'same-origin',
        headers: this.headers(body, asking), ...(body === undefined ? {} : { body: JSON.stringify(body) })
      })
      return await read<Value>(response)
    } catch {
      return refuse(ownProblem('NO_CONNECTION', 'noConnection'))
    } finally {
      clearTimeout(timer)
    }
  }

  private headers (body: unknown, asking: Asking): Record<string, string> {
    return {
      'Accept': 'application/json, application/problem+json',
      'Accept-Language': language.current,
      ...(this.as ? { 'Moiso-As': this.as } : {}),
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(asking.key ? { 'Idempotency-Key': asking.key } : {})
    }
  }
}

async function read <Value> (response: Response): Answer<Value> {
  if (response.status === 204) return ok(undefined as Value)
  try {
    const body: unknown = await response.json()
    if (response.ok) return ok(body as Value)
    if (isProblem(body)) return refuse(body)
  } catch { /* not JSON: told below */ }
  return refuse(ownProblem('UNREADABLE_ANSWER', 'unreadable', response.status))
}

const isProblem = (body: unknown): body is Problem => typeof body === 'object' && body !== null && 'code' in body && 'detail' in body

function ownProblem (code: string, text: 'noConnection' | 'unreadable', status = 0): Problem {
  const said = commonTexts[language.current]
  return { type: 'about:blank', title: said[`problem.${text}.title`], status, detail: said[`problem.${text}`], code }
}

/** A fresh idempotency key. `crypto.randomUUID` does not exist on plain http. */
export function newKey (): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join('')
}
