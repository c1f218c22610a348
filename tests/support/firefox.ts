import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Json } from './json.ts'

const patienceMs = 15_000

/** What WebDriver calls the keys that no letter names. */
const keys: Readonly<Record<string, string>> = { Enter: '\uE006', Delete: '\uE017', Control: '\uE009', Tab: '\uE004', Escape: '\uE00C', Space: ' ' }

/**
 * Firefox as it is installed, driven over WebDriver BiDi, the protocol it speaks itself:
 * playwright drives no stock Firefox without commands that an extended support release lacks.
 */
export interface Firefox {
  readonly version: string
  readonly go: (url: string) => Promise<void>
  readonly size: (width: number, height: number) => Promise<void>
  /** The value of an expression, awaited, as JSON. Not held back by the page's content policy. */
  readonly value: (expression: string) => Promise<Json>
  /** One after the other; `Control+z` holds the first. */
  readonly press: (...pressed: readonly string[]) => Promise<void>
  readonly type: (text: string) => Promise<void>
  /** How many elements of this name, and this role where it says one, Firefox has in its accessibility tree. */
  readonly named: (name: string, role?: string) => Promise<number>
  readonly close: () => Promise<void>
}

/** MOISO_FIREFOX, or Debian's; undefined on a machine without. */
export function firefoxPath (): string | undefined {
  return [process.env['MOISO_FIREFOX'], '/usr/bin/firefox-esr', '/usr/bin/firefox'].find(candidate => candidate && existsSync(candidate))
}

/** The caller closes it. */
export async function openFirefox (path: string): Promise<Firefox> {
  const profile = await mkdtemp(join(tmpdir(), 'moiso-firefox-'))
  const child = spawn(path, ['--headless', '--remote-debugging-port=0', '--no-remote', '--profile', profile], { stdio: ['ignore', 'ignore', 'pipe'] })
  const line = await converse(`${await addressOf(child)}/session`)
  const session = await line.ask('session.new', { capabilities: {} })
  // Not the tab of the start: there the address bar has the focus, and keys press no buttons.
  const { context } = await line.ask('browsingContext.create', { type: 'tab' })
  await line.ask('browsingContext.activate', { context })
  const value = async (expression: string) => {
    const { result, exceptionDetails } = await line.ask('script.evaluate', { expression: `(async () => JSON.stringify(await (${expression})))()`, target: { context }, awaitPromise: true })
    if (exceptionDetails) throw new Error(exceptionDetails.text)
    return JSON.parse(result.value ?? 'null') as Json
  }
  const press = async (...pressed: readonly string[]) => {
    await line.ask('input.performActions', { context, actions: [{ type: 'key', id: 'keyboard', actions: pressed.flatMap(strokes) }] })
  }
  return {
    version: session.capabilities.browserVersion, value, press,
    go: async url => { await line.ask('browsingContext.navigate', { context, url, wait: 'complete' }) },
    size: async (width, height) => { await line.ask('browsingContext.setViewport', { context, viewport: { width, height } }) },
    type: text => press(...text),
    named: async (name, role) => {
      const roots = await line.ask('script.evaluate', { expression: everyRoot, target: { context }, awaitPromise: false })
      const startNodes = roots.result.value.map(({ sharedId }: Json) => ({ sharedId }))
      return (await line.ask('browsingContext.locateNodes', { context, locator: { type: 'accessibility', value: { name, ...role !== undefined && { role } } }, startNodes })).nodes.length
    },
    close: async () => {
      const ended = once(child, 'exit')
      line.hangUp()
      child.kill()
      await ended
      await rm(profile, { recursive: true, force: true, maxRetries: 5 })
    }
  }
}

/** The document and every open shadow root in it: a search of the accessibility tree stops at their borders. */
const everyRoot = `(() => { const roots = [document]; for (const root of roots) for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) roots.push(shadowRoot); return roots })()`

function strokes (pressed: string): Json[] {
  const [held, key] = pressed.length > 1 && pressed.includes('+') ? pressed.split('+') as [string, string] : [undefined, pressed]
  const stroke = [{ type: 'keyDown', value: keys[key] ?? key }, { type: 'keyUp', value: keys[key] ?? key }]
  return held === undefined ? stroke : [{ type: 'keyDown', value: keys[held] }, ...stroke, { type: 'keyUp', value: keys[held] }]
}

function addressOf (child: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    if (child.stderr) {
      createInterface({ input: child.stderr }).on('line', line => {
        const address = /WebDriver BiDi listening on (ws:\S+)/.exec(line)?.[1]
        if (address) found(address)
      })
    }
    child.once('error', failed).once('exit', code => failed(new Error(`Firefox ended with ${code}`)))
    setTimeout(() => failed(new Error('Firefox does not say where it listens')), patienceMs).unref()
  })
}

interface Line { readonly ask: (method: string, params: object) => Promise<Json>, readonly hangUp: () => void }

async function converse (address: string): Promise<Line> {
  const socket = new WebSocket(address)
  await once(socket, 'open')
  const asked = new Map<number, { readonly resolve: (result: Json) => void, readonly reject: (error: Error) => void }>()
  socket.addEventListener('message', ({ data }) => {
    const { id, type, result, error, message } = JSON.parse(String(data)) as Json
    if (type === 'success') asked.get(id)?.resolve(result)
    else if (type === 'error') asked.get(id)?.reject(new Error(`${error}: ${message}`))
  })
  let count = 0
  return {
    ask: (method, params) => new Promise((resolve, reject) => {
      asked.set(++count, { resolve, reject })
      socket.send(JSON.stringify({ id: count, method, params }))
    }),
    hangUp: () => socket.close()
  }
}
