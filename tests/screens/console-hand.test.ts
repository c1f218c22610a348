import AxeBuilder from '@axe-core/playwright'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Json } from '../support/json.ts'
import type { Program } from '../support/server.ts'
import { openConsole, patient, type ByHand } from './support/by-hand.ts'

let hand: ByHand
let page: Page
let guide: Program

beforeAll(async () => {
  hand = await openConsole()
  ;({ page, guide } = hand)
}, 60_000)
afterAll(() => hand.close())
beforeEach(async () => {
  if (await dialog().count() > 0) await press('Escape')
  for (const { id, state } of await tickets()) if (state !== 'done' && state !== 'cancelled') await guide.post(`/tickets/${id}/cancel`)
  await page.getByText('Chưa có ai chờ quầy này.').waitFor(patient)
})

const tickets = async (): Promise<Json[]> => (await guide.get('/tickets')).body.items
const ticketOf = async (number: string): Promise<Json> => (await tickets()).find(ticket => ticket.number === number)
const take = async (more: object = {}): Promise<string> => (await guide.post('/tickets', { field: 'HT', slip: false, ...more })).body.ticket.number
const button = (name: string | RegExp): Locator => hand.button(name)
const dialog = (): Locator => page.locator('dialog[open]')
const press = (key: string) => page.keyboard.press(key)
/** The card above the large button. */
const card = (): Locator => page.locator('moi-current-ticket')
const serving = async (number: string): Promise<void> => { await card().filter({ hasText: 'Đang phục vụ' }).filter({ hasText: number }).waitFor(patient) }
const idle = (): Promise<void> => card().filter({ hasText: 'Chưa gọi số nào' }).waitFor(patient)

/** Calls whoever is next and begins, as a hand does: one key after the other's effect is seen. */
async function serve (number: string): Promise<void> {
  await card().filter({ hasText: 'người đang chờ' }).waitFor(patient)
  await press('Space')
  await card().filter({ hasText: 'Đang gọi' }).filter({ hasText: number }).waitFor(patient)
  await press('KeyS')
  await serving(number)
}

describe('an officer with one hand on the keyboard', () => {
  it('holds with three keys, and the number comes next when it is back', async () => {
    const [number, other] = [await take(), await take()]
    await serve(number)
    await press('KeyH')
    await dialog().getByText(`Tạm giữ ${number}`).waitFor(patient)
    expect(await new AxeBuilder({ page }).analyze().then(({ violations }) => violations.map(({ id }) => id))).toEqual([])
    await press('Digit2')
    await press('Enter')
    await idle()
    await card().filter({ hasText: `${number} quay lại trước` }).waitFor(patient)
    expect(await ticketOf(number)).toMatchObject({ state: 'held', hold: { counter: 2, reason: expect.any(String) as string } })
    await button(`${number} quay lại`).click()
    await page.getByText(`${number} là số tiếp theo ở quầy này.`).waitFor(patient)
    await card().filter({ hasText: number }).filter({ hasText: 'quay lại theo hẹn' }).waitFor(patient)
    await serve(number)
    await press('Enter')
    await idle()
    expect([await ticketOf(number), await ticketOf(other)]).toMatchObject([{ state: 'done' }, { state: 'waiting' }])
  })

  it('types a reason with every letter that is a key elsewhere, and takes back in the field what was typed there', async () => {
    const number = await take()
    await serve(number)
    await press('KeyH')
    await dialog().getByLabel('Nội dung khác').click(patient)
    await page.keyboard.type('thẻ học sinh, sổ hộ khẩu 2')
    await press('Control+KeyZ')
    await page.keyboard.type('!')
    expect(await ticketOf(number)).toMatchObject({ state: 'serving' })
    await press('Escape')
    await dialog().waitFor({ state: 'detached', ...patient })
    await press('KeyH')
    expect(await dialog().getByLabel('Nội dung khác').inputValue()).toMatch(/!$/)
    await press('Escape')
  })

  it('transfers to a field and back to itself', async () => {
    const number = await take()
    await serve(number)
    await press('KeyT')
    await dialog().getByText(`Chuyển ${number}`).waitFor(patient)
    await press('Digit1')
    await dialog().getByLabel('rồi quay lại quầy 2').check()
    await press('Enter')
    await idle()
    await card().filter({ hasText: `Đã chuyển ${number} sang Chứng thực` }).waitFor(patient)
    expect(await ticketOf(number)).toMatchObject({ state: 'waiting', field: 'CT', back: 2 })
  })

  it('takes a finish back, named, and the call before it; then nothing more', async () => {
    const number = await take()
    await serve(number)
    await press('Enter')
    await idle()
    await button(`Hoàn tác: hoàn thành ${number}`).waitFor(patient)
    await press('Control+KeyZ')
    await serving(number)
    await press('Control+KeyZ')
    await card().filter({ hasText: 'Đang gọi' }).waitFor(patient)
    await press('Control+KeyZ')
    await idle()
    await card().filter({ hasText: 'Loa đã đọc không rút lại được' }).waitFor(patient)
    expect(await ticketOf(number)).toMatchObject({ state: 'waiting', calledAt: null })
  })

  it('is told where a number goes that has another service, before and after the finish', async () => {
    const number = await take({ more: [{ field: 'CT' }] })
    await serve(number)
    await card().filter({ hasText: 'Sau đó: Chứng thực' }).waitFor(patient)
    await button(/Hoàn thành rồi đến: Chứng thực/).waitFor(patient)
    await press('Enter')
    await idle()
    await card().filter({ hasText: `${number} chờ tiếp Chứng thực` }).waitFor(patient)
  })

  it('calls a chosen number only with a reason', async () => {
    const [, , last] = [await take(), await take(), await take()]
    await button('Gọi đích danh…').click(patient)
    await dialog().getByText(last).click(patient)
    await press('Enter')
    await dialog().getByRole('alert').filter({ hasText: 'lý do' }).waitFor(patient)
    await dialog().getByLabel('Lý do khác').fill('Bà cụ ngất ở ghế chờ')
    await press('Enter')
    await card().filter({ hasText: 'Đang gọi' }).filter({ hasText: last }).waitFor(patient)
    expect(await ticketOf(last)).toMatchObject({ state: 'called', counter: 2 })
  })
})

describe('nothing typed is lost', () => {
  it('when the office says no, or the line is gone', async () => {
    const number = await take()
    await serve(number)
    await press('KeyH')
    await dialog().getByLabel('Nội dung khác').fill('bản chính sổ hộ khẩu')
    await page.route('**/hold', route => route.abort())
    await press('Enter')
    await dialog().getByRole('alert').filter({ hasText: 'Bấm lại không gây trùng' }).waitFor(patient)
    await page.unroute('**/hold')
    expect(await dialog().getByLabel('Nội dung khác').inputValue()).toBe('bản chính sổ hộ khẩu')
    await press('Enter')
    await idle()
    expect(await ticketOf(number)).toMatchObject({ state: 'held', hold: { reason: 'bản chính sổ hộ khẩu' } })
  })

  it('when the number leaves the counter meanwhile: the box says so and sends nothing', async () => {
    const number = await take()
    await serve(number)
    await press('KeyT')
    await press('Digit1')
    await guide.post(`/tickets/${(await ticketOf(number)).id}/cancel`)
    await dialog().getByText(`Số ${number} không còn ở quầy này`).waitFor(patient)
    await press('Enter')
    await press('Escape')
    await idle()
    expect(hand.faults).toEqual([])
  })
})
