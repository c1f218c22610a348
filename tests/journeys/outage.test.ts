import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readNumber } from '../support/paper.ts'
import { calledOnBoard, callNext, comes, openHall, press, queue, sees, serve, signInByPin, type Hall } from './hall.ts'
import { workAt, type Worked } from './staff.ts'

let hall: Hall
let page: Page
let desk: Worked
let counter: Page
let board: Page
beforeAll(async () => {
  hall = await openHall({ now: '2026-11-23T09:00:00+07:00' })
  ;[page, counter, board] = await Promise.all([hall.computer('/desk'), hall.open('console', 2), hall.open('board')])
  desk = await workAt(page)
  await press(counter, 'Mở quầy')
}, 60_000)
afterAll(() => hall.close())

const goTo = (part: string) => page.getByRole('link', { name: part }).click()
const printCard = () => page.locator('moi-paper-print')
const register = () => page.locator('moi-paper-register')

it('a guide prints reserve numbers, hands them out while there is no network, and writes them down: people are called by the numbers they hold', async () => {
  await desk.look()
  await signInByPin(page, 'huong dan')
  await sees(page, 'Chọn lĩnh vực hay thủ tục công dân cần')
  await desk.look()
  const early = await comes(hall.guide, { field: 'HT' })

  // On a quiet morning, into the drawer.
  await goTo('Số dự phòng')
  await printCard().getByLabel('Lĩnh vực').selectOption({ label: '2 · Hộ tịch' })
  await printCard().getByLabel('Đến số').fill('2904')
  await desk.look()
  await printCard().getByRole('button', { name: 'In 4 phiếu' }).click()
  expect(await readNumber(await hall.slip(4))).toBe('2904')

  // The server is gone for a while. Nothing is pretended, and paper goes on.
  await hall.kill()
  await sees(page, /^Chưa cấp số hay ghi gì được lúc này/)
  await desk.look()
  await hall.restart('2026-11-23T09:40:00+07:00')
  const late = await comes(hall.guide, { field: 'HT' })
  await page.getByText(/^Chưa cấp số hay ghi gì được lúc này/).waitFor({ state: 'detached' })

  // 2901 was served by hand, 2902 has gone home.
  await register().getByLabel('Lĩnh vực').selectOption({ label: '2 · Hộ tịch' })
  await register().getByLabel('Từ số').fill('2901')
  await register().getByLabel('Đến số').fill('2904')
  await register().getByLabel('Phát từ lúc').fill('9:10')
  await register().getByLabel('Đến lúc').fill('9:30')
  await register().getByRole('button', { name: /^2901/ }).click()
  await register().getByRole('button', { name: 'Vắng mặt', exact: true }).click()
  await register().getByRole('button', { name: /^2902/ }).click()
  await sees(page, 'Sẽ ghi 4 số:')
  await desk.look()
  await register().getByRole('button', { name: 'Ghi 4 số vào hệ thống' }).click()
  await sees(page, 'Đã ghi 4 số:')
  await desk.look()

  const { body } = await hall.guide.get('/tickets')
  const stateOf = (number: string) => body.items.find((ticket: { number: string }) => ticket.number === number)?.state as string | undefined
  expect(['2901', '2902', '2903', '2904'].map(stateOf)).toEqual(['done', 'missed', 'waiting', 'waiting'])
  await expect.poll(() => queue(counter)).toEqual([early.number, '2903', '2904', late.number])
  expect(await callNext(counter)).toBe(early.number)
  await serve(counter)
  expect(await callNext(counter)).toBe('2903')
  expect((await calledOnBoard(board, '2903')).counter).toBe('2')
  await expect.poll(() => board.locator('moi-call-card').filter({ hasText: '2903' }).getByRole('status').textContent()).toBe('Mời công dân có số hai chín không ba, đến quầy số hai.')
  await serve(counter)
  expect(hall.faults).toEqual([])
}, 90_000)

it('… whoever went home and comes back after all is found by the number on paper, and waits again', async () => {
  await goTo('Tìm số')
  await page.getByLabel('Số trên phiếu').fill('2902')
  const card = page.locator('moi-ticket-card')
  await card.getByText('Giấy', { exact: true }).waitFor()
  await desk.look()
  await card.getByRole('button', { name: 'Cho quay lại' }).click()
  await expect.poll(() => queue(counter)).toContain('2902')
  await goTo('Vắng, tạm giữ')
  await sees(page, 'Không có số nào vắng mặt.')
  await desk.look()
  expect(hall.faults).toEqual([])
}, 60_000)
