import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { extname, join, resolve } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { build } from 'vite'
import { forScreens } from '../../../vite.config.ts'
import { openChromium } from '../../support/chromium.ts'
import type { Json } from '../../support/json.ts'
import { openOffice, type Asking, type TestOffice } from '../../support/office.ts'
import { listen } from '../../support/screen.ts'

const kinds: Readonly<Record<string, string>> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.woff2': 'font/woff2' }

export interface KioskBrowser {
  /** A kiosk of that office, in a browser of its own. */
  readonly open: (office: TestOffice) => Promise<Page>
  readonly close: () => Promise<void>
}

/** The kiosk's page as it is built for the product, at a real server whose clock a test can move. */
export async function openKiosks (): Promise<KioskBrowser> {
  const folder = await mkdtemp(join(tmpdir(), 'moiso-kiosk-'))
  const page = 'display/kiosk/index.html'
  await build({ ...forScreens, configFile: false, logLevel: 'error', build: { ...forScreens.build, outDir: folder, rollupOptions: { input: resolve(forScreens.root, page) } } })
  const browser = await openChromium()
  const ports = new Map<TestOffice, number>()
  return {
    open: async office => {
      const port = ports.get(office) ?? await listen(office)
      ports.set(office, port)
      return openPage(await paired(browser, office, port), join(folder, page), folder, port)
    },
    close: async () => {
      await browser.close()
      await rm(folder, { recursive: true, force: true })
    }
  }
}

async function paired (browser: Browser, office: TestOffice, port: number): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1080, height: 1920 }, hasTouch: true, locale: 'vi-VN', reducedMotion: 'reduce' })
  const { headers } = await office.pair('kiosk')
  const [name = '', value = ''] = (headers['cookie'] ?? '').split(/=(.*)/s)
  await context.addCookies([{ name, value, url: `http://127.0.0.1:${port}` }])
  return context
}

/** Files come from the folder, everything else from the server. */
async function openPage (context: BrowserContext, start: string, folder: string, port: number): Promise<Page> {
  const page = await context.newPage()
  await page.route(({ pathname }) => pathname === '/kiosk/' || pathname.startsWith('/assets/'), async route => {
    const { pathname } = new URL(route.request().url())
    const file = pathname === '/kiosk/' ? start : join(folder, pathname)
    await route.fulfill({ contentType: kinds[extname(file)] ?? 'application/octet-stream', body: await readFile(file) })
  })
  await page.goto(`http://127.0.0.1:${port}/kiosk/`)
  return page
}

/** A time of the Monday on which all this happens. */
export const at = (time: string, date = '2026-11-23'): string => `${date}T${time}:00.000+07:00`

export interface Hall {
  readonly office: TestOffice
  readonly kiosk: Page
  readonly guide: Asking
  readonly tickets: () => Promise<Json[]>
  readonly close: () => Promise<void>
}

/** The office at that time, and a kiosk in its hall. */
export async function openHall (kiosks: KioskBrowser, time: string, kind: Parameters<typeof openOffice>[0] = {}): Promise<Hall> {
  const office = await openOffice(kind)
  office.clock.set(Date.parse(at(time)))
  const [kiosk, guide] = [await kiosks.open(office), await office.signIn('huongdan')]
  return {
    office, kiosk, guide, tickets: async () => (await guide.get('/tickets')).body.items as Json[],
    close: async () => {
      await kiosk.context().close()
      await office.close()
    }
  }
}

export const press = (kiosk: Page, name: string | RegExp): Promise<void> => kiosk.getByRole('button', { name }).first().click()
export const sees = (kiosk: Page, text: string | RegExp): Promise<void> => kiosk.getByText(text).first().waitFor()
export const numberOn = (kiosk: Page): Promise<string | null> => kiosk.locator('moi-taken moi-number').getAttribute('value')
export const isAtStart = (kiosk: Page): Promise<void> => sees(kiosk, 'Ông/Bà cần làm thủ tục gì?')
