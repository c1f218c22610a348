import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import type { Json } from '../support/json.ts'
import { calledOnBoard, callNext, comes, goHome, openHall, press, queue, sees, serve, takeNumber, type Hall } from './hall.ts'

/** Counter 4 is set apart for whoever brings ten dossiers or more. */
const withBulkLane = (sample: Json) => ({ ...sample, office: { ...sample.office, rules: { ...sample.office.rules, bulk: { from: 10, counters: [4], cap: 20 } } } })

let hall: Hall
let kiosk: Page
let board: Page
/** Officers' windows, by counter. */
let desk1: Page
let desk4: Page
beforeAll(async () => {
  // Six minutes past: the 09:15 slot can still be booked, and who has it may already be called.
  hall = await openHall({ now: '2026-11-23T09:06:00+07:00', office: withBulkLane })
  ;[kiosk, board, desk1, desk4] = await Promise.all([hall.open('kiosk'), hall.open('board'), hall.open('console', 1), hall.open('console', 4)])
  await Promise.all([press(desk1, 'Mở quầy'), press(desk4, 'Mở quầy')])
})
afterEach(async () => {
  await goHome(hall.guide)
  expect(hall.faults).toEqual([])
})
afterAll(() => hall.close())

it('a proxy with thirty dossiers: the kiosk sends him to the guide, one number, a lane of its own, nobody waits behind him', async () => {
  await press(kiosk, /^Chứng thực/)
  await press(kiosk, /^Sao y bản chính/)
  await press(kiosk, /^10$/)
  for (let count = 10; count < 30; count++) await press(kiosk, 'Thêm một hồ sơ')
  await press(kiosk, 'Tiếp tục')
  await press(kiosk, 'Lấy số')
  await sees(kiosk, 'Ông/Bà mang 30 hồ sơ')
  await sees(kiosk, 'Máy lấy số nhận nhiều nhất 20 hồ sơ một lần. Mời Ông/Bà gặp cán bộ hướng dẫn để được cấp số.')
  expect((await hall.guide.get('/tickets')).body.items).toEqual([])
  await press(kiosk, 'Trang đầu')

  const proxy = await comes(hall.guide, { field: 'CT', procedure: 'CT01', dossiers: 30 })
  const neighbour = await comes(hall.guide, { field: 'CT', procedure: 'CT01' })
  await desk4.locator('moi-queue-list li').filter({ hasText: '30 hồ sơ' }).getByText('gửi đến quầy này').waitFor()
  expect(await callNext(desk1)).toBe(neighbour.number)
  await serve(desk1)
  expect(await queue(desk1)).toEqual([])
  expect(await callNext(desk4)).toBe(proxy.number)
  await desk4.locator('moi-current-ticket').getByText('30 hồ sơ').waitFor()
  expect((await calledOnBoard(board, proxy.number)).counter).toBe('4')
  await serve(desk4)
}, 60_000)

it('a time is booked on the phone, checked in by its code at the kiosk, and called first when it is due', async () => {
  const phone = await hall.phone('/book')
  await press(phone, /Chứng thực/)
  await press(phone, /Chứng thực bản sao từ bản chính/)
  await press(phone, /^09:15/)
  await sees(phone, /23\/11\/2026 lúc 09:15/)
  await press(phone, 'Đặt hẹn')
  await sees(phone, 'Đã đặt hẹn')
  const code = (await phone.locator('moi-booked .letters').innerText()).replace(/\s/g, '')

  const early = await takeNumber(kiosk, /^Hộ tịch/, /^Khai sinh/)
  const first = await comes(hall.guide, { field: 'CT' })
  await press(kiosk, 'Tôi có lịch hẹn')
  for (const letter of code) await kiosk.getByRole('button', { name: letter, exact: true }).click()
  await press(kiosk, 'Nhận số')
  await sees(kiosk, /Lịch hẹn lúc 09:15\. .*số này được gọi trước/)
  const number = await kiosk.locator('moi-taken moi-number').getAttribute('value') ?? ''

  await expect.poll(() => queue(desk1)).toEqual([number, first.number, early.number])
  await sees(desk1, 'Tiếp theo theo lịch đã hẹn.')
  expect(await callNext(desk1)).toBe(number)
  await sees(desk1, 'hẹn 09:15')
  expect(await calledOnBoard(board, number)).toEqual({ counter: '1', why: `Số ${number} được gọi trước vì đã đặt lịch hẹn giờ này` })
  await phone.reload()
  await sees(phone, 'Lịch hẹn này đã đổi thành số thứ tự.')
}, 60_000)
