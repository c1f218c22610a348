import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { callNext, comes, openHall, press, queue, sees, seesNoMore, serve, takeNumber, type Hall } from './hall.ts'

let hall: Hall
let kiosk: Page
let board: Page
let desk: Page
beforeAll(async () => {
  hall = await openHall({ now: '2026-11-23T11:14:00+07:00' })
  ;[kiosk, board, desk] = await Promise.all([hall.open('kiosk'), hall.open('board'), hall.open('console', 2)])
  await press(desk, 'Mở quầy')
})
afterAll(() => hall.close())

it('lunch is no end: board and kiosk say until when, the computer is off meanwhile, and the morning goes on in its order', async () => {
  const first = await takeNumber(kiosk, /^Hộ tịch/, /^Khai sinh/)
  const elder = await comes(hall.guide, { field: 'HT', priority: true })
  const second = await takeNumber(kiosk, /^Hộ tịch/, /^Khai sinh/)
  const third = await comes(hall.guide, { field: 'HT' })
  expect(await callNext(desk)).toBe(elder.number)
  await serve(desk)
  await expect.poll(() => queue(desk)).toEqual([first, second, third].map(({ number }) => number))
  const phone = await hall.phone(`/t/${second.token}`)
  await sees(phone, 'Trước Ông/Bà còn')

  // One second to go: nobody touches a screen, the clock alone tells them.
  await hall.restart('2026-11-23T11:29:59+07:00')
  await Promise.all([
    sees(board, 'Nghỉ trưa đến 13:30'), sees(board, '3 số buổi sáng giữ nguyên thứ tự'), sees(board, /Máy lấy số mở lại lúc 13:15/),
    sees(kiosk, 'Nghỉ trưa đến 13:30'), sees(kiosk, '3 số buổi sáng giữ nguyên thứ tự.'), sees(kiosk, 'Ông/Bà đã có số không cần lấy lại.')
  ])

  await hall.restart('2026-11-23T13:30:00+07:00')
  await Promise.all([seesNoMore(board, /Nghỉ trưa/), seesNoMore(kiosk, /Nghỉ trưa/)])
  const afternoon = await takeNumber(kiosk, /^Hộ tịch/, /^Khai sinh/)
  const order = [first, second, third, afternoon].map(({ number }) => number)
  await expect.poll(() => queue(desk)).toEqual(order)
  for (const number of order) {
    expect(await callNext(desk)).toBe(number)
    if (number === second.number) await sees(phone, 'Đến lượt Ông/Bà')
    await serve(desk)
  }
  expect(hall.faults).toEqual([])
}, 60_000)
