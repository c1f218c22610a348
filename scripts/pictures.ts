// Makes docs/pictures from the real screens of a running sample office, and the slips (scripts/slips.ts).
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { openChromium } from '../tests/support/chromium.ts'
import { keyFor, program, signIn, startServer, type Program } from '../tests/support/server.ts'

const pictures = resolve(import.meta.dirname, '../docs/pictures')
const officers = new Map<number, Program>()
const data = await mkdtemp(join(tmpdir(), 'moiso-pictures-'))
let server = await startServer(data, { MOISO_NOW: '2026-11-23T09:18:00+07:00' })
const browser = await openChromium()
try {
  const context = await browser.newContext({ locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' })
  const token = await peopleCome()
  // People have waited for a while when the pictures are taken.
  await server.kill('SIGTERM')
  server = await startServer(data, { MOISO_NOW: '2026-11-23T09:42:00+07:00' })
  for (const screen of ['kiosk', 'board'] as const) await becomes(context, { screen })
  for (const screen of ['rating', 'console'] as const) await becomes(context, { screen, counter: 2 })
  await countersCall()
  await import('./slips.ts')
  await import('./pictures/guides.ts')
  await shoot(context, '/', 'launcher', 1280, 900)
  await shoot(context, '/kiosk', 'kiosk', 1080, 1920)
  await shoot(context, '/board', 'board', 1920, 1080)
  await shoot(context, '/counter?n=2', 'console', 360, 800)
  await shoot(context, `/t/${token}`, 'phone', 390, 844)
  const rating = await open(context, '/rating/2', 1280, 800)
  await (await officer(2)).post('/counters/2/finish')
  await rating.getByRole('button', { name: 'Hài lòng', exact: true }).waitFor()
  await rating.screenshot({ path: join(pictures, 'rating.png') })
} finally {
  await browser.close()
  await server.kill('SIGTERM')
  await rm(data, { recursive: true, force: true })
}

/** Returns the token of one who will wait. */
async function peopleCome (): Promise<string> {
  const kiosk = await keyFor(server.url, 'admin')
  const take = (field: string, procedure?: string, priority = false) => kiosk.post('/tickets', { field, priority, ...procedure && { procedure } })
  for (const procedure of ['HT06', 'HT01', 'HT04', 'HT03', 'HT05']) await take('HT', procedure, procedure === 'HT04')
  for (const procedure of ['CT01', 'CT02', 'CT01', 'CT03', 'CT01', 'CT05']) await take('CT', procedure)
  for (const procedure of ['DD02', 'DD04', 'DD01']) await take('DD', procedure)
  for (const procedure of ['TQ01', 'TQ02']) await take('TQ', procedure)
  return (await take('CT', 'CT01')).body.token as string
}

async function countersCall (): Promise<void> {
  await calls(1, ['start'])
  await calls(3, ['start'])
  await calls(4, ['miss', 'next', 'start'])
  await calls(2, ['start'])
}

async function calls (counter: number, deeds: readonly string[]): Promise<void> {
  const who = await officer(counter)
  await who.post(`/counters/${counter}/open`)
  for (const deed of ['next', ...deeds]) await who.post(`/counters/${counter}/${deed}`)
}

async function officer (counter: number): Promise<Program> {
  const known = officers.get(counter) ?? (counter === 2 ? sameBrowser() : await signIn(server.url, `quay${counter}`))
  officers.set(counter, known)
  return known
}

/** The officer of counter 2 is the one signed in in the browser, so that the console shows its own lease. */
function sameBrowser (): Program {
  const [context] = browser.contexts()
  if (!context) throw new Error('no browser context')
  return { ...program(server.url), post: async (path, body = {}) => {
    const answer = await context.request.post(`${server.url}/api/v1${path}`, { data: body, headers: { 'moiso-as': 'staff' } })
    return { status: answer.status(), body: await answer.json() as unknown }
  } }
}

async function becomes (context: BrowserContext, screen: object): Promise<void> {
  await context.request.post(`${server.url}/api/v1/trial/screens`, { data: screen })
}

async function open (context: BrowserContext, path: string, width: number, height: number): Promise<Page> {
  const page = await context.newPage()
  await page.setViewportSize({ width, height })
  await page.goto(server.url + path)
  await page.evaluate(() => document.fonts.ready)
  await page.waitForTimeout(1500)
  return page
}

async function shoot (context: BrowserContext, path: string, name: string, width: number, height: number): Promise<void> {
  const page = await open(context, path, width, height)
  await page.screenshot({ path: join(pictures, `${name}.png`) })
  await page.close()
}
