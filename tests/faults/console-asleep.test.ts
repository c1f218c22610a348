import { resolve } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { Json } from '../support/json.ts'
import { openCable, type Cable } from '../support/cable.ts'
import { openLaptop } from '../support/chromium.ts'
import { openOffice, type Asking, type TestOffice } from '../support/office.ts'
import { listen, openScreen } from '../support/screen.ts'

/** The console tells the truth this soon after it is connected again. */
const truthMs = 2000
/** The machine of the tests may be busy with others of them at the same time, as no office's is: the best of three counts. */
const timed = { retry: 2, timeout: 30_000 }
const tenMinutes = 10 * 60_000

let office: TestOffice
let port: number
let cable: Cable
let laptop: Awaited<ReturnType<typeof openLaptop>>
let desk: Page
let colleague: Asking
let guide: Asking
beforeAll(async () => {
  office = await openOffice({ alwaysOpen: true, dist: resolve(import.meta.dirname, '../../dist') })
  port = await listen(office)
  cable = await openCable(port)
  laptop = await openLaptop()
  ;[colleague, guide] = await Promise.all([office.signIn('quay3'), office.signIn('huongdan')])
  desk = await openConsole(await laptop.browser.newContext({ locale: 'vi-VN', timezoneId: 'America/New_York' }))
  await desk.getByRole('button', { name: 'Mở quầy' }).click()
}, 60_000)
beforeEach(async () => {
  // A try before this one may have broken off anywhere.
  const { items } = (await guide.get('/tickets')).body
  for (const { id, state } of items as Json[]) if (state !== 'done' && state !== 'cancelled') await guide.post(`/tickets/${id}/cancel`)
  const takeOver = desk.getByRole('button', { name: /^Nhận bàn giao/ }).first()
  await takeOver.or(desk.locator('moi-current-ticket').filter({ hasText: 'Chưa gọi số nào' })).first().waitFor()
  for (let said = 0; said < 2 && await takeOver.isVisible(); said++) await takeOver.click()
  await card('Chưa có ai chờ')
  await guide.post('/tickets', { field: 'HT', slip: false })
  await card('1 người')
  await desk.keyboard.press('Space')
  await card('Đang gọi')
  await desk.keyboard.press('KeyS')
  await card('Đang phục vụ')
})
afterAll(async () => {
  await laptop.close()
  await cable.close()
  await office.close()
})

const card = (text: string | RegExp) => desk.locator('moi-current-ticket').filter({ hasText: text }).waitFor()
const counter = async () => (await guide.get('/counters')).body.items[1]
const serving = { state: 'serving' }

/** How the counter looks to a colleague who thinks of taking it over. */
async function isStale (): Promise<boolean> {
  const screen = openScreen(port, colleague)
  const answer = await screen.watch({ view: 'console', counter: 2 })
  screen.close()
  return answer.ok && 'snapshot' in answer && answer.snapshot.stale
}

async function openConsole (context: BrowserContext): Promise<Page> {
  const url = `http://127.0.0.1:${cable.port}`
  const { cookie = '' } = (await office.signIn('quay2')).headers
  const [name = '', value = ''] = cookie.split('=')
  await context.addCookies([{ name, value, url }])
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  await page.goto(`${url}/counter?n=2`)
  return page
}

/** The lid is closed, ten minutes go by in the office, the lid is opened and a key pressed at once. Milliseconds from being connected again to what is to be seen. */
async function asleep (meanwhile: () => Promise<void>, seen: () => Promise<unknown>): Promise<number> {
  laptop.sleep()
  cable.pull()
  office.clock.forward(tenMinutes)
  await meanwhile().finally(laptop.wake)
  const connected = new Promise<number>(resolve => { desk.on('websocket', line => line.once('framereceived', () => resolve(performance.now()))) })
  cable.plug()
  await desk.keyboard.press('Delete')
  const since = await connected
  await seen()
  return performance.now() - since
}

it('a laptop asleep for ten minutes still has its counter and its number, which goes on counting; its lease was seen to be stale', timed, async () => {
  const took = await asleep(async () => {
    expect([await isStale(), await counter()]).toMatchObject([true, { state: 'open', ticket: serving }])
  }, () => desk.locator('moi-deed-bar').getByRole('button', { name: /^Hoàn thành/, disabled: false }).waitFor())
  expect(took).toBeLessThan(truthMs)
  // Unlike a real one this laptop's own clock has slept too: the office's is heard with the next tick.
  await card(/1\d:\d\d/)
  await expect.poll(isStale).toBe(false)
  await desk.keyboard.press('Enter')
  await card('Chưa gọi số nào')
  expect((await counter()).ticket).toBeUndefined()
})

it('one that was taken over while it slept says who has the counter now, and its keys do nothing', timed, async () => {
  const took = await asleep(async () => {
    expect((await colleague.post('/counters/2/take-over')).status).toBe(200)
  }, () => desk.getByText(/^Cán bộ mẫu 3 đã nhận bàn giao quầy 2 lúc \d\d:\d\d/).waitFor())
  expect(took).toBeLessThan(truthMs)
  for (const key of ['Enter', 'Space']) await desk.keyboard.press(key)
  expect(await counter()).toMatchObject({ officer: { name: 'Cán bộ mẫu 3' }, ticket: serving })
})
