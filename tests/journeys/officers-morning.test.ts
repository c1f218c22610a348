import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Json } from '../support/json.ts'
import { signIn } from '../support/server.ts'
import { comes, openHall, queue, sees, signInByPin, type Hall } from './hall.ts'
import { workAt, type Worked } from './staff.ts'

let hall: Hall
let page: Page
let desk: Worked
let colleague: Page
const numbers: string[] = []
beforeAll(async () => {
  hall = await openHall({ now: '2026-11-23T08:00:00+07:00' })
  ;[page, colleague] = await Promise.all([hall.computer('/counter'), hall.open('console', 3)])
  desk = await workAt(page)
  for (let person = 0; person < 4; person++) numbers.push((await comes(hall.guide, { field: 'HT', procedure: 'HT01' })).number)
  await colleague.getByRole('button', { name: 'Mở quầy' }).click()
}, 60_000)
afterAll(() => hall.close())

const card = (state: string, number = '') => page.locator('moi-current-ticket').filter({ hasText: state }).filter({ hasText: number }).waitFor()
const ticket = async (number: string): Promise<Json> => ((await hall.guide.get('/tickets')).body.items as Json[]).find(ticket => ticket.number === number)
const number = (place: number) => numbers[place] ?? ''

it('an officer works a morning by keyboard alone: opens, serves, holds, sends on, finishes with a code, takes back, pauses, helps a colleague, closes', async () => {
  // By name and PIN, to the own counter.
  await page.setViewportSize({ width: 360, height: 800 })
  await desk.offers('Cán bộ mẫu 2')
  await desk.look()
  await signInByPin(page, 'mau 2')
  await desk.offers('quầy 2 Quầy của tôi')
  await desk.look()
  await desk.choose('quầy 2 Quầy của tôi')
  await desk.offers('Mở quầy')
  await desk.look()
  await desk.choose('Mở quầy')
  await desk.offers('Gọi tiếp')
  await desk.look()

  // A form is missing: held, by three keys.
  await desk.press('Space')
  await card('Đang gọi', number(0))
  await desk.offers('Bắt đầu')
  await desk.press('KeyR')
  await desk.offers('Gọi lại 1/3')
  await desk.press('KeyS')
  await card('Đang phục vụ', number(0))
  await desk.offers('Hoàn thành')
  await desk.look()
  await desk.press('KeyH')
  await sees(page, `Tạm giữ ${number(0)}`)
  await desk.look()
  await desk.press('1', 'Enter')
  await sees(page, /quay lại trước 0\d:\d\d/)
  await desk.look()

  // Another field's matter: sent on.
  await desk.press('Space')
  await card('Đang gọi', number(1))
  await desk.press('KeyS')
  await card('Đang phục vụ', number(1))
  await desk.press('KeyT')
  await sees(page, `Chuyển ${number(1)}`)
  await desk.look()
  await desk.press('3', 'Enter')
  await sees(page, new RegExp(`^Đã chuyển ${number(1)} sang`))
}, 60_000)

it('… finishes with what came of it and the dossier’s code, is reminded of the letter, and takes a finish back', async () => {
  await desk.press('Space')
  await card('Đang gọi', number(2))
  await desk.press('KeyS')
  await card('Đang phục vụ', number(2))
  await desk.choose('Kết quả, mã hồ sơ')
  await sees(page, 'Mã hồ sơ (không bắt buộc)')
  await desk.look()
  await desk.press('1')
  await desk.tabTo('Mã hồ sơ')
  await page.keyboard.type('H42.26-001')
  await desk.press('Enter')
  await card('Chưa gọi số nào')
  await sees(page, /Nhớ trao thư chúc mừng/)
  const own = await (await signIn(hall.url, 'giamsat')).get('/counters/2/tickets')
  expect(own.body.items[0]).toMatchObject({ number: number(2), outcome: 'received', dossierCode: 'H42.26-001' })
  await desk.look()

  await desk.offers('Hoàn tác')
  await desk.press('Control+KeyZ')
  await card('Đang phục vụ', number(2))
  expect((await ticket(number(2))).state).toBe('serving')
  await desk.press('Enter')
  await card('Chưa gọi số nào')
  expect((await ticket(number(2))).state).toBe('done')
}, 60_000)

it('… pauses with a reason, comes to a colleague’s help, brings back who was away, notes who does not come, and closes', async () => {
  await desk.choose('Tạm dừng')
  await sees(page, 'Tạm dừng quầy 2')
  await desk.look()
  await desk.press('1', 'Enter')
  await sees(page, 'Quầy đang tạm dừng')
  await desk.look()
  await desk.choose('Tiếp tục làm việc')
  await desk.offers('Gọi tiếp')

  await colleague.keyboard.press('F9')
  await colleague.waitForTimeout(400)
  await colleague.keyboard.press('F9')
  await sees(page, 'Quầy 3 cần hỗ trợ ngay')
  await expect.poll(() => page.title()).toBe('(!) Quầy 3 cần hỗ trợ')
  await desk.look()
  await desk.choose('Tôi đến ngay')
  await sees(colleague, 'Cán bộ mẫu 2, quầy 2 đang đến.')
  await colleague.getByRole('button', { name: 'Kết thúc hỗ trợ' }).click()
  await page.getByText('Quầy 3 cần hỗ trợ ngay').waitFor({ state: 'detached' })

  await desk.choose(`${number(0)} Quay lại`)
  await sees(page, `${number(0)} là số tiếp theo ở quầy này.`)
  expect((await queue(page))[0]).toBe(number(0))
  await desk.press('Space')
  await card('Đang gọi', number(0))
  await desk.press('KeyS')
  await card('Đang phục vụ', number(0))
  await desk.press('Enter')
  await card('Chưa gọi số nào')
  await desk.press('Space')
  await card('Đang gọi', number(3))
  await desk.press('Delete')
  await sees(page, `${number(3)} đã ghi vắng mặt.`)
  await desk.look()
  await desk.choose('Đóng quầy')
  await sees(page, 'Quầy 2 đang đóng')
  expect((await Promise.all(numbers.map(ticket))).map(({ state }) => state)).toEqual(['done', 'waiting', 'done', 'missed'])
  expect(hall.faults).toEqual([])
}, 60_000)

it('two officers: the one who comes for the afternoon takes the counter over with its number, and finishes it', async () => {
  const { number } = await comes(hall.guide, { field: 'HT' })
  await desk.choose('Mở quầy')
  await desk.offers('Gọi tiếp')
  await desk.press('Space')
  await card('Đang gọi', number)

  const other = await hall.computer('/counter?n=2')
  const theirs = await workAt(other)
  await signInByPin(other, 'mau 1')
  await sees(other, `Số ${number} đang ở quầy và được giữ nguyên khi bàn giao.`)
  await theirs.look()
  await theirs.choose('Nhận bàn giao quầy')
  await theirs.look()
  await theirs.choose('Nhận bàn giao')
  await theirs.offers('Bắt đầu')
  await sees(page, /^Cán bộ mẫu 1 (đã|vừa) nhận bàn giao quầy 2/)
  await desk.look()
  await theirs.press('KeyS')
  await theirs.offers('Hoàn thành')
  await theirs.press('Enter')
  await sees(other, `${number} đã hoàn thành.`)
  expect((await ticket(number)).state).toBe('done')
  expect(hall.faults).toEqual([])
}, 60_000)
