import AxeBuilder from '@axe-core/playwright'
import type { CDPSession, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { signIn, staffPassword, type Program } from '../support/server.ts'
import type { Json } from '../support/json.ts'
import { openConsole, patient, type ByHand } from './support/by-hand.ts'

let hand: ByHand
let page: Page
let guide: Program
let keyboard: CDPSession

beforeAll(async () => {
  hand = await openConsole()
  ;({ page, guide } = hand)
  keyboard = await page.context().newCDPSession(page)
}, 60_000)
afterAll(() => hand.close())
beforeEach(async () => {
  for (const { id, state } of await tickets()) if (state !== 'done' && state !== 'cancelled') await guide.post(`/tickets/${id}/cancel`)
  await card().filter({ hasText: 'Chưa có ai chờ quầy này.' }).waitFor(patient)
})
afterEach(async () => {
  await page.evaluate(() => localStorage.clear())
  expect(hand.faults).toEqual([])
})

const tickets = async (): Promise<Json[]> => (await guide.get('/tickets')).body.items
const ticketOf = async (number: string): Promise<Json> => (await tickets()).find(ticket => ticket.number === number)
const take = async (more: object = {}): Promise<string> => (await guide.post('/tickets', { field: 'HT', slip: false, ...more })).body.ticket.number
const card = (): Locator => page.locator('moi-current-ticket')
const idle = (): Promise<void> => card().filter({ hasText: 'Chưa gọi số nào' }).waitFor(patient)
const calling = (number: string): Promise<void> => card().filter({ hasText: 'Đang gọi' }).filter({ hasText: number }).waitFor(patient)
const serving = (number: string): Promise<void> => card().filter({ hasText: 'Đang phục vụ' }).filter({ hasText: number }).waitFor(patient)
const press = (key: string) => page.keyboard.press(key)
const violations = async (): Promise<string[]> => (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id} ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)

async function serve (number: string): Promise<void> {
  await card().filter({ hasText: 'người đang chờ' }).waitFor(patient)
  await press('Space')
  await calling(number)
  await press('KeyS')
  await serving(number)
}

/** As a Vietnamese input method sends a key: taken by it (229, "Process"), though nobody is writing. */
async function pressThroughInputMethod (code: string, { autoRepeat = false } = {}): Promise<void> {
  await keyboard.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', code, key: 'Process', windowsVirtualKeyCode: 229, nativeVirtualKeyCode: 229, autoRepeat })
  await keyboard.send('Input.dispatchKeyEvent', { type: 'keyUp', code, key: 'Process', windowsVirtualKeyCode: 229, nativeVirtualKeyCode: 229 })
}

describe('an officer with a Vietnamese input method on', () => {
  it('calls, starts and finishes by the places of the keys', async () => {
    const heard = page.evaluate(() => new Promise<unknown[]>(resolve => { window.addEventListener('keydown', ({ code, key, keyCode }) => resolve([code, key, keyCode]), { once: true }) }))
    const number = await take()
    await card().filter({ hasText: 'người đang chờ' }).waitFor(patient)
    await pressThroughInputMethod('Space')
    expect(await heard).toEqual(['Space', 'Process', 229])
    await calling(number)
    await pressThroughInputMethod('KeyR')
    await hand.button('Gọi lại 1/3').waitFor(patient)
    await pressThroughInputMethod('KeyS')
    await serving(number)
    await pressThroughInputMethod('Enter')
    await idle()
    expect(await ticketOf(number)).toMatchObject({ state: 'done' })
  })

  it('is not taken at its word while a word is being composed in a field', async () => {
    const number = await take()
    await serve(number)
    await press('KeyH')
    const field = page.locator('dialog[open]').getByLabel('Nội dung khác')
    await field.click(patient)
    await keyboard.send('Input.imeSetComposition', { text: 'thẻ', selectionStart: 3, selectionEnd: 3 })
    for (const code of ['KeyS', 'KeyR', 'Enter', 'Delete']) await pressThroughInputMethod(code)
    expect(await ticketOf(number)).toMatchObject({ state: 'serving' })
    await keyboard.send('Input.insertText', { text: 'thẻ' })
    expect(await field.inputValue()).toBe('thẻ')
    await press('Escape')
    await press('Enter')
    await idle()
  })
})

describe('a key too many', () => {
  it('held down, does nothing', async () => {
    const number = await take()
    await card().filter({ hasText: 'người đang chờ' }).waitFor(patient)
    await pressThroughInputMethod('Space', { autoRepeat: true })
    expect(await ticketOf(number)).toMatchObject({ state: 'waiting' })
  })

  it('finishes no second number, even where the next is called by itself at once', async () => {
    await page.evaluate(me => localStorage.setItem(`moiso.console.${me}`, JSON.stringify({ autoNext: true, wrapUpSeconds: 0 })), await officer())
    await page.reload()
    const [first, second] = [await take(), await take()]
    await serve(first)
    await press('Enter')
    await calling(second)
    await press('Enter')
    await page.getByText('Vừa hoàn thành một số').waitFor(patient)
    expect([await ticketOf(first), await ticketOf(second)]).toMatchObject([{ state: 'done' }, { state: 'called' }])
    await page.evaluate(() => localStorage.clear())
    await page.reload()
  })
})

const origin = (): string => new URL(page.url()).origin
const officer = (): Promise<string> => page.evaluate(async () => (await (await fetch('/api/v1/session', { headers: { 'Moiso-As': 'staff' } })).json() as { principal: { id: string } }).principal.id)

describe('how it ended', () => {
  it('is asked only of whoever wants it: a digit, a code, Enter', async () => {
    await hand.button('Tùy chọn').click(patient)
    await page.getByLabel('Hỏi kết quả khi hoàn thành').check(patient)
    expect(await violations()).toEqual([])
    await press('Escape')
    const number = await take()
    await serve(number)
    await press('Enter')
    await page.getByLabel('Mã hồ sơ').waitFor(patient)
    expect(await violations()).toEqual([])
    await press('Digit2')
    await page.getByLabel('Mã hồ sơ').fill('hồ sơ 12')
    await page.getByText('chữ không dấu').waitFor(patient)
    await press('Enter')
    expect(await ticketOf(number)).toMatchObject({ state: 'serving' })
    await page.getByLabel('Mã hồ sơ').fill('H01.19.2026-00412')
    await press('Enter')
    await idle()
    const { body } = await (await signIn(origin(), 'quay1')).get('/counters/2/tickets')
    expect(body.items[0]).toMatchObject({ number, outcome: 'returned', dossierCode: 'H01.19.2026-00412' })
    await page.getByText('Đã phục vụ ở quầy này').click(patient)
    await page.locator('moi-own-list').getByText('H01.19.2026-00412').waitFor(patient)
    await page.getByText('Đã phục vụ ở quầy này').click(patient)
    await hand.button('Tùy chọn').click(patient)
    await page.getByLabel('Hỏi kết quả khi hoàn thành').uncheck(patient)
    await press('Escape')
  })

  it('keeps a typed code over a lost line', async () => {
    const number = await take()
    await serve(number)
    await hand.button('Kết quả, mã hồ sơ').click(patient)
    await page.getByLabel('Mã hồ sơ').fill('H01-7')
    await page.route('**/finish', route => route.abort())
    await press('Enter')
    await page.getByText('Bấm lại không gây trùng').waitFor(patient)
    await page.unroute('**/finish')
    expect(await page.getByLabel('Mã hồ sơ').inputValue()).toBe('H01-7')
    await page.getByLabel('Mã hồ sơ').press('Enter')
    await idle()
    expect((await guide.get('/tickets')).body.items.find((ticket: Json) => ticket.number === number)).toMatchObject({ state: 'done' })
  })
})

describe('the next number by itself', () => {
  it('is called when the wrap-up is over, and any key stops that', async () => {
    await hand.button('Tùy chọn').click(patient)
    await page.getByLabel('Tự gọi số tiếp theo').check(patient)
    await page.getByRole('slider').fill('5')
    await press('Escape')
    const [first, second] = [await take(), await take()]
    await serve(first)
    await press('Enter')
    await page.getByText('Tự gọi số tiếp theo sau').waitFor(patient)
    await press('KeyX')
    await page.getByText('Tự gọi số tiếp theo sau').waitFor({ ...patient, state: 'detached' })
    await press('Space')
    await calling(second)
    const third = await take()
    await press('KeyS')
    await serving(second)
    await press('Enter')
    await calling(third)
    await hand.button('Tùy chọn').click(patient)
    await page.getByLabel('Tự gọi số tiếp theo').uncheck(patient)
    await press('Escape')
  })
})

describe('a call for help', () => {
  it('needs two presses; colleagues see it at once, one accepts, both see who, and it ends', async () => {
    const other = await page.context().browser()!.newContext({ viewport: { width: 360, height: 800 }, locale: 'vi-VN' })
    const there = await other.newPage()
    await there.goto(`${origin()}/counter?n=1`)
    await there.getByLabel('Tên đăng nhập').fill('quay1', patient)
    await there.getByLabel('Mật khẩu', { exact: true }).fill(staffPassword)
    await there.keyboard.press('Enter')
    await there.getByRole('button', { name: 'Mở quầy' }).click(patient)
    await there.getByRole('button', { name: 'Gọi tiếp' }).waitFor(patient)

    await press('F9')
    await page.getByText('lần nữa để gọi đồng nghiệp').waitFor(patient)
    expect(await there.getByText('cần hỗ trợ ngay').count()).toBe(0)
    await page.waitForTimeout(400)
    await press('F9')
    await page.getByText('Chưa có ai nhận').waitFor(patient)
    await there.getByRole('alert').filter({ hasText: 'Quầy 2 cần hỗ trợ ngay' }).waitFor(patient)
    expect(await there.title()).toContain('(!) Quầy 2')
    expect(await violations()).toEqual([])
    await there.getByRole('button', { name: 'Tôi đến ngay' }).click(patient)
    await page.getByText('đang đến').waitFor(patient)
    await hand.button('Kết thúc hỗ trợ').click(patient)
    await there.getByText('cần hỗ trợ ngay').waitFor({ ...patient, state: 'detached' })
    await other.close()
  })
})

describe('the small window', () => {
  it.each(['on top of all others', 'an ordinary one where the browser has no other'])('%s, shows the same number, works by its own keys, and closes', async kind => {
    const isOnTop = kind.startsWith('on top')
    if (!isOnTop) await page.evaluate(() => Object.defineProperty(window, 'documentPictureInPicture', { value: undefined }))
    const number = await take()
    await card().filter({ hasText: 'người đang chờ' }).waitFor(patient)
    const opened = page.context().waitForEvent('page', patient)
    await press('KeyM')
    const mini = await opened
    await mini.getByText('người đang chờ quầy này').waitFor(patient)
    expect(await mini.evaluate(() => matchMedia('(display-mode: picture-in-picture)').matches)).toBe(isOnTop)
    expect(await page.getByText('không tự nằm trên cùng').count()).toBe(isOnTop ? 0 : 1)
    await mini.keyboard.press('Space')
    await mini.getByText(number).first().waitFor(patient)
    await calling(number)
    await mini.getByRole('button', { name: 'Bắt đầu' }).click(patient)
    await serving(number)
    await mini.getByRole('button', { name: 'Hoàn thành' }).waitFor(patient)
    const style = await mini.locator('.big').evaluate(element => getComputedStyle(element).fontSize)
    expect(parseFloat(style)).toBeGreaterThan(40)
    await mini.keyboard.press('Enter')
    await idle()
    await press('KeyM')
    await expect.poll(() => mini.isClosed(), patient).toBe(true)
  })
})

describe('the small window, where the outcome is asked for', () => {
  it('sends to the main window for the answer, and finishes nothing by a double Enter', async () => {
    await page.evaluate(() => Object.defineProperty(window, 'documentPictureInPicture', { value: undefined, configurable: true }))
    await hand.button('Tùy chọn').click(patient)
    await page.getByLabel('Hỏi kết quả khi hoàn thành').check(patient)
    await page.getByRole('button', { name: 'Đóng', exact: true }).click(patient)
    const number = await take()
    await serve(number)
    const opened = page.context().waitForEvent('page', patient)
    await press('KeyM')
    const mini = await opened
    await mini.getByText(number).first().waitFor(patient)
    await Promise.all([mini.keyboard.press('Enter'), mini.keyboard.press('Enter')])
    await mini.getByText('Mời trả lời ở cửa sổ chính.').waitFor(patient)
    expect((await ticketOf(number)).state).toBe('serving')
    await mini.close()
    await page.bringToFront()
    await press('Digit1')
    await press('Enter')
    await idle()
    await hand.button('Tùy chọn').click(patient)
    await page.getByLabel('Hỏi kết quả khi hoàn thành').uncheck(patient)
    await page.getByRole('button', { name: 'Đóng', exact: true }).click(patient)
  })
})

describe('changing places', () => {
  it('sets a PIN, leaves nothing of the last person, and opens by name and PIN', async () => {
    await hand.button('Tùy chọn').click(patient)
    await hand.button('Đặt mã PIN của tôi…').click(patient)
    await page.getByLabel('Mật khẩu hiện tại').fill(staffPassword)
    await page.getByLabel('Mã PIN mới').fill('12')
    await press('Enter')
    await page.getByText('có đúng 6 chữ số').waitFor(patient)
    expect(await page.getByLabel('Mật khẩu hiện tại').inputValue()).toBe(staffPassword)
    await page.getByLabel('Mã PIN mới').fill('730914')
    await press('Enter')
    await page.getByText('Đã đặt mã PIN mới').waitFor(patient)
    await hand.button('Đổi người').click(patient)
    const names = page.locator('.names button')
    await names.first().waitFor(patient)
    expect(await violations()).toEqual([])
    expect(await page.locator('input').evaluateAll(inputs => inputs.map(input => (input as HTMLInputElement).value))).toEqual([''])
    await page.getByLabel('Tên đăng nhập').fill('mau 2')
    await press('Enter')
    await page.getByLabel('Mã PIN').waitFor(patient)
    expect(await violations()).toEqual([])
    await page.getByLabel('Mã PIN').pressSequentially('730914')
    await page.getByText('một trình duyệt khác').waitFor(patient)
    await hand.button('Nhận bàn giao quầy').click(patient)
    await hand.button('Nhận bàn giao').last().click(patient)
    await idle()
  })
})

it('pauses with a reason, and without', async () => {
  await hand.button('Tạm dừng').click(patient)
  expect(await violations()).toEqual([])
  await press('Digit1')
  await press('Enter')
  await card().filter({ hasText: 'Họp' }).waitFor(patient)
  await press('Space')
  await idle()
})

it('is named to a screen reader', async () => {
  const number = await take()
  await serve(number)
  expect(await page.locator('main').ariaSnapshot()).toMatch(new RegExp(`heading "${[...number].join(' ')}"`))
  for (const name of ['Hoàn thành', 'Tạm giữ', 'Chuyển', 'In lại phiếu', 'Gọi hỗ trợ', 'Kết quả, mã hồ sơ']) expect(await hand.button(name).count()).toBe(1)
  expect(await page.getByRole('timer').count()).toBe(1)
  await press('Enter')
  await page.getByRole('status').filter({ hasText: `${number} đã hoàn thành` }).waitFor(patient)
})
