import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { rangeText } from '../../common/ui/forecast.ts'
import { comes, openHall, press, sees, type Hall } from './hall.ts'

const zone = 'Asia/Ho_Chi_Minh'
const range = /\d\d:\d\d–\d\d:\d\d/

let hall: Hall
let kiosk: Page
let desks: readonly Page[]
beforeAll(async () => {
  hall = await openHall({ now: '2026-11-23T08:00:00+07:00' })
  desks = await Promise.all([1, 2].map(number => hall.open('console', number)))
  await Promise.all(desks.map(desk => press(desk, 'Mở quầy')))
  for (let person = 0; person < 5; person++) await comes(hall.guide, { field: 'CT' })
  kiosk = await hall.open('kiosk')
}, 60_000)
afterAll(() => hall.close())

const tile = () => kiosk.getByRole('button', { name: /^Chứng thực/ })
/** On the kiosk, before and after the number is taken. */
const expectedCall = (screen: Page, range: string) => screen.locator('moi-expected').filter({ hasText: `Dự kiến được gọi khoảng ${range}` }).waitFor()
const rangeIn = async (text: Promise<string>) => range.exec(await text)?.[0]

/** What the tile says once the office has reckoned with all who have come. */
async function settledRange (): Promise<string> {
  let before: string | undefined
  await expect.poll(async () => {
    const now = await rangeIn(tile().innerText())
    const isSettled = now !== undefined && now === before
    before = now
    return isSettled
  }, { interval: 1500, timeout: 15_000 }).toBe(true)
  return before ?? ''
}

it('a newcomer sees when the call may come before touching, and finds it on the slip and on the phone, which learns when a counter closes', async () => {
  await tile().getByText('5 người đang chờ').waitFor()
  const shown = await settledRange()
  const answer = kiosk.waitForResponse(answer => answer.url().endsWith('/tickets') && answer.request().method() === 'POST')
  await press(kiosk, /^Chứng thực/)
  await press(kiosk, /^Sao y bản chính/)
  await press(kiosk, 'Tiếp tục')
  await expectedCall(kiosk, shown)
  await press(kiosk, 'Lấy số')
  const { ticket: { number }, token, forecast } = await (await answer).json()
  await kiosk.locator('moi-taken').getByText(number).first().waitFor()
  await expectedCall(kiosk, shown)
  expect(rangeText(forecast, zone)).toBe(shown)
  const { earliest, latest } = (await hall.slipFacts()).forecast
  expect({ earliest, latest }).toEqual({ earliest: forecast.earliest, latest: forecast.latest })
  await press(kiosk, 'Xong')

  const phone = await hall.phone(`/t/${token}`)
  await sees(phone, 'Trước Ông/Bà còn')
  await sees(phone, /Dự kiến được gọi/)
  const phoneRange = phone.locator('moi-phone-expected .value .number')
  const before = await rangeIn(phoneRange.innerText())
  expect(before).toBe(shown)

  // The officer of the field goes; whoever only helps with it stays.
  await press(desks[0]!, 'Đóng quầy')
  await sees(phone, /muộn hơn trước/)
  await expect.poll(() => rangeIn(phoneRange.innerText())).not.toBe(before)
  await expect.poll(() => rangeIn(tile().innerText())).not.toBe(shown)
  expect(hall.faults).toEqual([])
}, 60_000)
