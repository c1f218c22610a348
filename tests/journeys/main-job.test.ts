import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { judge, readCode } from '../printer/judge.ts'
import { openChromium } from '../support/chromium.ts'
import { aConfirmingPrinter, readNumber } from '../support/paper.ts'
import { program, signIn, startServer, type RunningServer } from '../support/server.ts'

const paperWidthDots = 576
const patient = { timeout: 10_000 }

let data: string
let printer: Awaited<ReturnType<typeof aConfirmingPrinter>>
let server: RunningServer
let browser: Browser
let context: BrowserContext
const faults: string[] = []

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'moiso-journey-'))
  printer = await aConfirmingPrinter()
  // A Sunday night: trial mode works at any hour of any day.
  server = await startServer(data, { MOISO_PRINTER: printer.url, MOISO_NOW: '2026-11-22T23:10:00+07:00' })
  browser = await openChromium()
  context = await browser.newContext({ locale: 'vi-VN', timezoneId: 'America/New_York' })
  context.on('page', page => {
    page.on('pageerror', error => faults.push(`${page.url()}: ${error.message}`))
    page.on('console', message => { if (message.type() === 'error') faults.push(`${page.url()}: ${message.text()}`) })
  })
})
afterAll(async () => {
  await browser.close()
  await server.kill('SIGTERM')
  await printer.close()
  await rm(data, { recursive: true, force: true })
})

/** One click on the launcher opens a ready screen in a tab of its own. */
async function openFrom (launcher: Page, name: RegExp): Promise<Page> {
  const [tab] = await Promise.all([context.waitForEvent('page'), launcher.getByRole('button', { name }).click()])
  await tab.waitForURL(/\/(board|kiosk|counter|rating)/, patient)
  return tab
}

it('a newcomer opens the launcher; a citizen takes a number, is called, served, asked, and heard once', async () => {
  const launcher = await context.newPage()
  await launcher.goto(server.url)
  const board = await openFrom(launcher, /bảng gọi số/)
  const kiosk = await openFrom(launcher, /máy lấy số/)
  await launcher.getByRole('button', { name: '2', exact: true }).click()
  const console2 = await openFrom(launcher, /bàn làm việc quầy 2/)
  const rating = await openFrom(launcher, /đánh giá quầy 2/)
  await board.setViewportSize({ width: 1920, height: 1080 })
  await kiosk.setViewportSize({ width: 1080, height: 1920 })
  await console2.setViewportSize({ width: 360, height: 800 })

  // The number, on the kiosk and on paper.
  await kiosk.getByRole('button', { name: /Hộ tịch/ }).click(patient)
  await kiosk.getByRole('button', { name: /^Khai sinh/ }).first().click(patient)
  await kiosk.getByText('Giấy chứng sinh').waitFor(patient)
  await kiosk.getByRole('button', { name: 'Lấy số' }).click(patient)
  await kiosk.getByText('2001').first().waitFor(patient)
  await kiosk.getByText(/lấy phiếu/).waitFor(patient)

  const slip = await judge(printer.received(), paperWidthDots)
  expect(await readNumber(slip)).toBe('2001')
  const phoneUrl = readCode(slip) ?? ''
  expect(phoneUrl).toMatch(/^http:\/\/[^/]+\/t\/[\w-]{22,}$/)
  const token = phoneUrl.split('/').pop() ?? ''

  // The phone of whoever scanned it, without any cookie.
  const phone = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage()
  await phone.goto(`${server.url}/t/${token}`)
  await phone.getByText('2001').first().waitFor(patient)
  await phone.getByText('Ông/Bà đứng đầu; chờ quầy mở').waitFor(patient)

  // The call: console → board and phone.
  await console2.getByRole('button', { name: /Mở quầy/ }).click(patient)
  await phone.getByText('Ông/Bà là người tiếp theo').waitFor(patient)
  await console2.getByRole('button', { name: /Gọi tiếp/ }).click(patient)
  const call = board.locator('moi-call-card').filter({ hasText: '2001' })
  await call.waitFor(patient)
  expect(await call.locator('.number').allInnerTexts()).toEqual(['2001', '2'])
  expect(await call.getByRole('status').textContent()).toBe('Mời công dân có số hai không không một, đến quầy số hai.')
  await phone.getByText(/Đến lượt/).first().waitFor(patient)
  expect(await axeFinds(board)).toEqual([])
  expect(await axeFinds(console2)).toEqual([])

  // The end: five faces, one answer.
  await console2.getByRole('button', { name: /Bắt đầu/ }).click(patient)
  await console2.getByRole('button', { name: /Hoàn thành/ }).click(patient)
  await rating.getByRole('button', { name: 'Rất hài lòng', exact: true }).waitFor(patient)
  const mine = (await program(server.url).get(`/my/${token}`)).body.rating
  await rating.getByRole('button', { name: 'Rất hài lòng', exact: true }).click()
  await rating.getByText(/Xin cảm ơn/).first().waitFor(patient)

  const again = await program(server.url).post('/ratings', { token: mine.token, level: 1 })
  expect([again.status, again.body.code]).toEqual([409, 'TOKEN_USED'])
  const { body } = await (await signIn(server.url, 'giamsat')).get('/tickets')
  expect(body.items).toMatchObject([{ number: '2001', state: 'done', counter: 2, serviceDate: '2026-11-22' }])
  expect(faults).toEqual([])
}, 90_000)

async function axeFinds (page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
}
