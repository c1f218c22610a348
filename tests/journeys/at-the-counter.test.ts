import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { readCode } from '../printer/judge.ts'
import { readNumber } from '../support/paper.ts'
import { calledOnBoard, callNext, comes, current, goHome, key, openHall, press, queue, sees, seesNoMore, serve, takeNumber, type Hall } from './hall.ts'

let hall: Hall
let kiosk: Page
let board: Page
let rating: Page
/** Officers' windows, by counter. */
let desk2: Page
let desk3: Page
beforeAll(async () => {
  hall = await openHall({ now: '2026-11-23T09:10:00+07:00' })
  ;[kiosk, board, rating, desk2, desk3] = await Promise.all([hall.open('kiosk'), hall.open('board'), hall.open('rating', 2), hall.open('console', 2), hall.open('console', 3)])
  await Promise.all([press(desk2, 'Mở quầy'), press(desk3, 'Mở quầy')])
})
afterEach(async () => {
  await goHome(hall.guide)
  expect(hall.faults).toEqual([])
})
afterAll(() => hall.close())

const phoneOf = ({ token }: { readonly token: string }) => hall.phone(`/t/${token}`)
const birth = () => takeNumber(kiosk, /^Hộ tịch/, /^Khai sinh/)

it('a form is fixed: sent away with a slip, back in time, called next, and everybody can read why', async () => {
  const mother = await birth()
  const [student, veteran] = [await comes(hall.guide, { field: 'HT' }), await comes(hall.guide, { field: 'HT' })]
  const phone = await phoneOf(mother)
  expect(await callNext(desk2)).toBe(mother.number)
  await key(desk2, 'Bắt đầu')

  // What is missing, by keys alone: the first paper of this procedure, the usual hour.
  await key(desk2, 'Tạm giữ')
  await sees(desk2, `Tạm giữ ${mother.number}`)
  await desk2.keyboard.press('1')
  await desk2.keyboard.press('Enter')
  await sees(desk2, /quay lại trước 10:1\d: vào ngay sau người đang phục vụ\. Phiếu hẹn đang được in/)
  expect(await desk2.locator('moi-away .reason').innerText()).toBe('Tờ khai đăng ký khai sinh')
  await sees(phone, /^đến 10:1\d – còn (59 phút|1 giờ)/)
  const slip = await hall.slip(2)
  expect(await readNumber(slip)).toBe(mother.number)
  const scanned = await hall.phone(new URL(readCode(slip) ?? '').pathname)
  await sees(scanned, 'Số đang được giữ')

  // The officer goes on; the mother is back while the next one is at the counter.
  expect(await callNext(desk2)).toBe(student.number)
  await desk2.locator('moi-away').getByRole('button', { name: 'Quay lại' }).click()
  await sees(desk2, `${mother.number} là số tiếp theo ở quầy này.`)
  await sees(phone, 'Ông/Bà được gọi ngay sau người đang phục vụ')
  await serve(desk2)
  expect(await callNext(desk2)).toBe(mother.number)
  expect(await calledOnBoard(board, mother.number)).toEqual({ counter: '2', why: `Số ${mother.number} được gọi trước vì quay lại theo hẹn` })
  const behind = await phoneOf(veteran)
  await sees(behind, `Vì sao số ${mother.number} được gọi trước?`)
  await sees(behind, `Số ${mother.number} được gọi trước vì quay lại theo hẹn.`)
}, 60_000)

it('a call is missed: board and phone say what to do, the guide brings the number back, behind those who wait', async () => {
  const farmer = await birth()
  const [second, third] = [await comes(hall.guide, { field: 'HT' }), await comes(hall.guide, { field: 'HT' })]
  const phone = await phoneOf(farmer)
  expect(await callNext(desk2)).toBe(farmer.number)
  await key(desk2, 'Gọi lại')
  await sees(desk2, 'Gọi lại 1/3')
  await key(desk2, 'Vắng mặt')
  await board.locator('moi-board-foot').getByText('Lỡ lượt').waitFor()
  await board.locator(`moi-board-foot moi-number[value="${farmer.number}"]`).waitFor()
  await sees(board, 'Mời báo cán bộ hướng dẫn để được gọi lại')
  await sees(phone, 'Ông/Bà đã lỡ lượt gọi')
  await sees(phone, 'Quầy 2 đã gọi mà chưa gặp Ông/Bà. Mời Ông/Bà báo cán bộ hướng dẫn để được gọi lại, không cần lấy số mới.')

  const { body } = await hall.guide.get('/tickets?state=missed')
  expect((await hall.guide.post(`/tickets/${body.items[0].id}/return`)).status).toBe(200)
  await sees(phone, 'Ông/Bà đã vào lại hàng chờ.')
  await board.locator(`moi-board-foot moi-number[value="${farmer.number}"]`).waitFor({ state: 'detached' })
  const last = await comes(hall.guide, { field: 'HT' })
  const order = [second, third, farmer, last].map(({ number }) => number)
  await expect.poll(() => queue(desk2)).toEqual(order)
  for (const number of order) {
    expect(await callNext(desk2)).toBe(number)
    await serve(desk2)
  }
}, 60_000)

it('a citizen is sent on "and back to me": first at the other counter by the first arrival, then next at this one', async () => {
  const owner = await birth()
  const [neighbour, surveyor] = [await comes(hall.guide, { field: 'HT' }), await comes(hall.guide, { field: 'DD' })]
  const phone = await phoneOf(owner)
  expect(await callNext(desk2)).toBe(owner.number)
  await key(desk2, 'Bắt đầu')

  await key(desk2, 'Chuyển')
  await sees(desk2, `Chuyển ${owner.number}`)
  await desk2.keyboard.press('3')
  await desk2.getByLabel('rồi quay lại quầy 2').check()
  await desk2.locator('moi-transfer-dialog').getByRole('button', { name: 'Chuyển' }).click()
  await sees(desk2, `Đã chuyển ${owner.number} sang Đất đai (quầy 3). Giờ đến được giữ nguyên.`)
  await sees(phone, 'Chặng tiếp theo: Đất đai')
  await sees(phone, 'Xong việc ở đây, mời Ông/Bà quay lại quầy 2.')

  expect(await callNext(desk3)).toBe(owner.number)
  await sees(desk3, 'Quay lại quầy 2 sau đó')
  expect((await calledOnBoard(board, owner.number)).counter).toBe('3')
  await serve(desk3)
  await sees(desk3, `${owner.number} quay lại quầy 2: là số tiếp theo ở đó.`)
  await sees(phone, 'Ông/Bà được gọi ngay sau người đang phục vụ')
  expect(await callNext(desk2)).toBe(owner.number)
  await sees(phone, 'Đến lượt Ông/Bà')
  await serve(desk2)
  await sees(phone, 'Đã hoàn thành')
  expect(await callNext(desk2)).toBe(neighbour.number)
  expect(await callNext(desk3)).toBe(surveyor.number)
}, 60_000)

it('a slip of the finger is taken back: the question goes, the number is back; a wrong call is corrected aloud', async () => {
  const [couple, uncle] = [await birth(), await birth()]
  const [phone, phoneOfUncle] = [await phoneOf(couple), await phoneOf(uncle)]
  expect(await callNext(desk2)).toBe(couple.number)
  await key(desk2, 'Bắt đầu')
  await key(desk2, 'Hoàn thành')
  const question = rating.getByRole('button', { name: 'Rất hài lòng', exact: true })
  await question.waitFor()
  await board.locator('moi-call-card, moi-serving-list li').filter({ hasText: couple.number }).waitFor({ state: 'detached' })

  await key(desk2, 'Hoàn tác')
  expect(await current(desk2)).toBe(couple.number)
  await question.waitFor({ state: 'detached' })
  await sees(phone, /Đang phục vụ tại quầy/)
  expect((await calledOnBoard(board, couple.number)).counter).toBe('2')
  await key(desk2, 'Hoàn thành')
  await question.waitFor()

  expect(await callNext(desk2)).toBe(uncle.number)
  await calledOnBoard(board, uncle.number)
  await sees(phoneOfUncle, 'Đến lượt Ông/Bà')
  await key(desk2, 'Hoàn tác')
  await sees(desk2, `Đã hoàn tác: gọi ${uncle.number}.`)
  await sees(board, `Đính chính: số ${uncle.number} xin chờ, chưa đến lượt`)
  await sees(phoneOfUncle, /^Đính chính: chưa đến lượt Ông\/Bà, xin chờ thêm/)
  expect(await queue(desk2)).toEqual([uncle.number])
  expect(await callNext(desk2)).toBe(uncle.number)
  await seesNoMore(board, /Đính chính/)
}, 60_000)
