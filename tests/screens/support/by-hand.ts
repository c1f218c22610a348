import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { openChromium } from '../../support/chromium.ts'
import { signIn, staffPassword, startServer, type Program } from '../../support/server.ts'

/** Enough for a slow computer that runs other tests too. */
export const patient = { timeout: 15_000 }

/** Staff at a real screen of the real server. */
export interface ByHand {
  readonly page: Page
  /** Whoever gives out numbers and turns the printer's knobs. */
  readonly guide: Program
  readonly button: (name: string | RegExp) => Locator
  /** What the page has thrown. */
  readonly faults: readonly string[]
  readonly close: () => Promise<void>
}

/** A page of staff, far from the office's time zone, before its door. Monday 09:00. */
export async function openPage (path: string, size = { width: 360, height: 800 }): Promise<ByHand> {
  const data = await mkdtemp(join(tmpdir(), 'moiso-hand-'))
  const [server, browser] = await Promise.all([startServer(data, { MOISO_NOW: '2026-11-23T09:00:00+07:00' }), openChromium()])
  const page = await (await browser.newContext({ viewport: size, locale: 'vi-VN', timezoneId: 'America/New_York' })).newPage()
  const faults: string[] = []
  page.on('pageerror', error => faults.push(error.message))
  await page.goto(server.url + path)
  return {
    page, faults, guide: await signIn(server.url, 'huongdan'), button: name => page.getByRole('button', { name }),
    close: async () => {
      await browser.close()
      await server.kill('SIGTERM')
      await rm(data, { recursive: true, force: true })
    }
  }
}

/** Types name and password at the door. */
export async function enter (page: Page, username: string): Promise<void> {
  await page.getByLabel('Tên đăng nhập').fill(username, patient)
  await page.getByLabel('Mật khẩu', { exact: true }).fill(staffPassword)
  await page.keyboard.press('Enter')
}

/** The console of counter 2, opened by its officer; nobody waits. */
export async function openConsole (): Promise<ByHand> {
  const hand = await openPage('/counter?n=2')
  await enter(hand.page, 'quay2')
  await hand.button('Mở quầy').click(patient)
  await hand.button('Gọi tiếp').waitFor(patient)
  return hand
}
