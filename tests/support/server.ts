import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'
import type { Json } from './json.ts'

const root = resolve(import.meta.dirname, '../..')

export interface RunningServer {
  readonly url: string
  readonly process: ChildProcess
  /** Everything written to standard output. */
  readonly out: readonly string[]
  /** Everything written to standard error, where the log goes. */
  readonly errors: readonly string[]
  readonly kill: (signal?: NodeJS.Signals) => Promise<number | null>
}

export const adminPassword = 'adminadmin'
export const staffPassword = 'canbocanbo'
export const staffPin = '482913'

/** The product as it is started in a hall, as a process of its own. */
export async function startServer (data: string, environment: Readonly<Record<string, string>> = {}): Promise<RunningServer> {
  const child = spawn(resolve(root, 'node_modules/.bin/node'), ['server/main.ts'], {
    cwd: root, stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, MOISO_HOST: '127.0.0.1', MOISO_PORT: '0', MOISO_DATA: data, MOISO_ADMIN_PASSWORD: adminPassword, MOISO_SAMPLE_PASSWORD: staffPassword, MOISO_SAMPLE_PIN: staffPin, ...environment }
  })
  const out: string[] = []
  const errors: string[] = []
  child.stderr.setEncoding('utf8').on('data', (text: string) => { errors.push(text) })
  const url = await new Promise<string>((found, failed) => {
    createInterface({ input: child.stdout }).on('line', line => {
      out.push(line)
      const listening = /^listening on (\S+)$/.exec(line)?.[1]
      if (listening) found(listening)
    })
    child.once('exit', code => failed(new Error(`the server ended with ${code}: ${errors.join('')}`)))
  })
  return {
    url, process: child, out, errors,
    kill: async (signal = 'SIGKILL') => {
      const ended = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : undefined
      child.kill(signal)
      await ended
      return child.exitCode
    }
  }
}

export interface Program {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly get: (path: string) => Promise<{ status: number, body: Json }>
  readonly post: (path: string, body?: unknown, headers?: Record<string, string>) => Promise<{ status: number, body: Json }>
}

/** Someone who talks to the server over the network, by key or cookie. */
export function program (url: string, headers: Readonly<Record<string, string>> = {}): Program {
  const ask = async (method: string, path: string, body?: unknown, more: Record<string, string> = {}) => {
    const answer = await fetch(`${url}/api/v1${path}`, { method, headers: { ...headers, ...more, ...body !== undefined && { 'content-type': 'application/json' } }, ...body !== undefined && { body: JSON.stringify(body) } })
    return { status: answer.status, body: answer.headers.get('content-type')?.includes('json') ? await answer.json() : await answer.text() }
  }
  return { url, headers, get: path => ask('GET', path), post: (path, body = {}, more) => ask('POST', path, body, more) }
}

export async function signIn (url: string, username: string): Promise<Program> {
  const answer = await fetch(`${url}/api/v1/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ username, password: username === 'admin' ? adminPassword : staffPassword }) })
  return program(url, { cookie: answer.headers.getSetCookie()[0]?.split(';')[0] ?? '' })
}

/** A key of a role, made by the administrator. */
export async function keyFor (url: string, role: string): Promise<Program> {
  const made = await (await signIn(url, 'admin')).post('/keys', { name: `máy ${role}`, role })
  return program(url, { authorization: `Bearer ${made.body.key}` })
}

/** The cookie of a board, made and paired. */
export async function pairBoard (url: string): Promise<string> {
  const { body } = await (await signIn(url, 'admin')).post('/devices', { kind: 'board', name: 'Bảng sảnh' })
  const paired = await fetch(`${url}/api/v1/devices/pair`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ code: body.pairingCode }) })
  return paired.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}
