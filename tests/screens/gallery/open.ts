import { randomBytes } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { build } from 'vite'
import { openChromium } from '../../support/chromium.ts'
import { forScreens } from '../../../vite.config.ts'

export interface Gallery {
  readonly page: Page
  /** What the pages complained about so far: scripts, styles or images the policy blocks, errors. */
  readonly complaints: readonly string[]
  close (): Promise<void>
}

const kinds: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.woff2': 'font/woff2', '.ttf': 'font/ttf', '.png': 'image/png' }
/** Stands for pictures the server makes. */
const blank = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mP8z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC', 'base64')

/** Built as the product is, and served under the product's own content policy, so that what the policy breaks shows here. */
export async function openGallery (): Promise<Gallery> {
  const folder = await mkdtemp(join(tmpdir(), 'moiso-gallery-'))
  await build({
    ...forScreens, configFile: false, logLevel: 'error',
    build: { ...forScreens.build, outDir: folder, rollupOptions: { input: join(import.meta.dirname, 'index.html') } }
  })
  const server = await serve(folder)
  const browser = await openChromium()
  const { page, complaints } = await openPage(browser, `http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  return { page, complaints, close: () => closeAll(browser, server, folder) }
}

async function closeAll (browser: Browser, server: Server, folder: string): Promise<void> {
  await browser.close()
  server.close()
  await rm(folder, { recursive: true, force: true })
}

async function openPage (browser: Browser, address: string): Promise<{ page: Page, complaints: string[] }> {
  const context: BrowserContext = await browser.newContext({ reducedMotion: 'reduce', locale: 'vi-VN' })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', error => complaints.push(String(error)))
  page.on('console', message => { if (message.type() === 'error') complaints.push(message.text()) })
  await page.goto(address)
  await page.waitForFunction(() => 'gallery' in window)
  return { page, complaints }
}

function serve (folder: string): Promise<Server> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://gallery').pathname
    void answer(folder, path === '/' ? '/tests/screens/gallery/index.html' : path).then(
      ({ headers, body }) => response.writeHead(200, headers).end(body),
      () => response.writeHead(404).end())
  })
  return new Promise(resolve => { server.listen(0, '127.0.0.1', () => resolve(server)) })
}

async function answer (folder: string, path: string): Promise<{ headers: Record<string, string>, body: Buffer | string }> {
  const body = path.startsWith('/api/') && extname(path) === '.png' ? blank : await readFile(join(folder, path))
  const headers = { 'Content-Type': kinds[extname(path)] ?? 'application/octet-stream' }
  if (extname(path) !== '.html') return { headers, body }
  const nonce = randomBytes(16).toString('base64')
  const policy = `default-src 'self'; script-src 'self' 'nonce-${nonce}'; style-src 'self' 'nonce-${nonce}'; img-src 'self' data:; connect-src 'self' ws: wss:`
  return { headers: { ...headers, 'Content-Security-Policy': policy }, body: body.toString().replaceAll('%NONCE%', nonce) }
}
