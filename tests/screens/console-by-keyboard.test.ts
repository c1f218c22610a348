import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { staffPin } from '../support/server.ts'
import type { Json } from '../support/json.ts'
import { openPage, patient, type ByHand } from './support/by-hand.ts'

let hand: ByHand
beforeAll(async () => { hand = await openPage('/counter') }, 60_000)
afterAll(() => hand?.close())

const press = (key: string) => hand.page.keyboard.press(key)
const card = (): Locator => hand.page.locator('moi-current-ticket')
/** What the keyboard is in, through all shadow roots; '' for the page itself. */
const focused = (): Promise<string> => hand.page.evaluate(() => {
  let element = document.activeElement
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement
  return element instanceof HTMLInputElement ? `${element.type} ${element.value}` : element === document.body ? '' : element?.textContent ?? ''
})
const focusOn = (text: string): Promise<void> => expect.poll(focused, { timeout: 8000 }).toContain(text)

async function tabTo (text: string): Promise<void> {
  for (let step = 0; step < 40; step++) {
    await press('Tab')
    if ((await focused()).includes(text)) return
  }
  throw new Error(`no Tab leads to ${text}`)
}

async function signIn (): Promise<void> {
  const { page } = hand
  await page.locator('.names button').first().waitFor(patient)
  await page.keyboard.type('quay3')
  await press('Enter')
  await page.getByLabel('Mã PIN (6 chữ số)').waitFor(patient)
  await page.keyboard.type(staffPin)
}

it('opens the counter by username, PIN, Enter, Enter', async () => {
  await signIn()
  await focusOn('Quầy của tôi')
  await press('Enter')
  await focusOn('Mở quầy')
  await press('Enter')
  await card().filter({ hasText: 'Chưa gọi số nào' }).waitFor(patient)
})

it('gives Space back to the page after a pause by Tab and Enter', async () => {
  await tabTo('Tạm dừng')
  await press('Enter')
  await hand.page.locator('moi-pause-dialog dialog[open]').waitFor(patient)
  await press('Enter')
  await card().filter({ hasText: 'tạm dừng' }).waitFor(patient)
  await expect.poll(focused, patient).toBe('')
  await press('Space')
  await card().filter({ hasText: 'Chưa gọi số nào' }).waitFor(patient)
})

it('says who has the counter, and no hour that is only that of the last pause', async () => {
  expect(await hand.page.locator('moi-counter-work footer .today').innerText()).toMatch(/ đang giữ quầy$/)
})

it('takes a code for a code, after an outcome by its digit', async () => {
  const { page, guide } = hand
  const counter: Json = (await guide.get('/counters')).body.items.find(({ number }: Json) => number === 3)
  const taken = await guide.post('/tickets', { field: counter.main[0], slip: false })
  await card().filter({ hasText: 'người đang chờ' }).waitFor(patient)
  await press('Space')
  await card().filter({ hasText: 'Đang gọi' }).waitFor(patient)
  await press('KeyS')
  await card().filter({ hasText: 'Đang phục vụ' }).waitFor(patient)
  await tabTo('Kết quả, mã hồ sơ')
  await press('Enter')
  await page.getByLabel('Mã hồ sơ').waitFor(patient)
  await press('Digit2')
  await focusOn('radio returned')
  await press('KeyH')
  await press('Tab')
  await page.keyboard.type('H01.02-1')
  expect(await page.getByLabel('Mã hồ sơ').inputValue()).toBe('H01.02-1')
  expect(await page.locator('dialog[open]').count()).toBe(0)
  await press('Enter')
  await card().filter({ hasText: 'Chưa gọi số nào' }).waitFor(patient)
  const { id } = taken.body.ticket
  expect((await guide.get('/tickets')).body.items.find((ticket: Json) => ticket.id === id)).toMatchObject({ state: 'done' })
})

it('puts no hand on taking over, and opens nothing that was just closed', async () => {
  const { page } = hand
  await page.context().clearCookies()
  await page.reload()
  await signIn()
  await focusOn('một trình duyệt khác')
  await press('Enter')
  expect(await page.getByRole('button', { name: 'Nhận bàn giao quầy' }).count()).toBe(1)
  await tabTo('Nhận bàn giao quầy')
  await press('Enter')
  await tabTo('Nhận bàn giao')
  await press('Enter')
  await card().filter({ hasText: 'Chưa gọi số nào' }).waitFor(patient)
  await hand.button('Đóng quầy').click(patient)
  await focusOn('đang đóng')
  await press('Enter')
  await hand.button('Mở quầy').waitFor(patient)
  expect(hand.faults).toEqual([])
})
