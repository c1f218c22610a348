import { afterAll, beforeAll, expect, it } from 'vitest'
import { enter, openConsole, patient, type ByHand } from './support/by-hand.ts'

let hand: ByHand
beforeAll(async () => { hand = await openConsole() }, 60_000)
afterAll(() => hand?.close())

const sessionOver = () => hand.page.evaluate(() => fetch('/api/v1/session', { method: 'DELETE', headers: { 'Moiso-As': 'staff' } }).then(({ status }) => status))
const door = () => hand.page.getByLabel('tên đăng nhập').waitFor(patient)

it('keeps what was typed for whoever typed it when a session ends by itself, and for nobody else', async () => {
  const { page, button } = hand
  const words = page.locator('moi-pause-dialog .words')
  const takeOver = async () => {
    await button('Nhận bàn giao quầy').click(patient)
    await button('Nhận bàn giao').last().click(patient)
    await button('Tạm dừng').click(patient)
  }
  await button('Tạm dừng').click(patient)
  await words.fill('đi khám bệnh')
  expect(await sessionOver()).toBe(204)
  await door()
  await enter(page, 'quay2')
  await takeOver()
  expect(await words.inputValue()).toBe('đi khám bệnh')
  expect(await sessionOver()).toBe(204)
  await door()
  await enter(page, 'quay1')
  await takeOver()
  expect(await words.inputValue()).toBe('')
  await page.keyboard.press('Escape')
})

it('says that nobody is signed out as long as the office has not heard it', async () => {
  const { page, button } = hand
  await page.route('**/api/v1/session', route => route.request().method() === 'DELETE' ? route.abort() : route.continue())
  await button('Đổi người').click(patient)
  await page.getByText('Chưa đăng xuất được').waitFor(patient)
  expect(await page.evaluate(() => fetch('/api/v1/session').then(({ status }) => status))).toBe(200)
  await page.unroute('**/api/v1/session')
  await button('Thử lại').click(patient)
  await door()
  expect(await page.evaluate(() => fetch('/api/v1/session').then(({ status }) => status))).toBe(401)
})

it('takes wrong digits away each time, and tells the next person nothing of them', async () => {
  const { page, button } = hand
  const pin = page.getByLabel('Mã PIN (6 chữ số)')
  await page.locator('.names button').first().click(patient)
  for (let round = 0; round < 2; round++) {
    await pin.pressSequentially('905172')
    await expect.poll(() => pin.inputValue(), patient).toBe('')
    await page.getByText('Mã PIN chưa đúng').waitFor(patient)
  }
  await button('Người khác').click(patient)
  await page.locator('.names button').last().click(patient)
  await pin.waitFor(patient)
  expect(await page.getByText('Mã PIN chưa đúng').count()).toBe(0)
  expect(hand.faults).toEqual([])
})
