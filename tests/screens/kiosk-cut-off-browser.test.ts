import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Locator } from 'playwright-core'
import { staffPin } from '../support/office.ts'
import { isAtStart, numberOn, openHall, openKiosks, press, sees, type Hall, type KioskBrowser } from './support/kiosk-page.ts'

let kiosks: KioskBrowser
beforeAll(async () => { kiosks = await openKiosks() })
afterAll(() => kiosks.close())

const certification = /^Chứng thực/

/** So many people wait for certification, which one counter serves. */
async function openLine (time: string, waiting: number): Promise<Hall> {
  const hall = await openHall(kiosks, time, { forecast: true })
  await (await hall.office.signIn('quay1')).post('/counters/1/open')
  await queueUp(hall, waiting)
  return hall
}

async function queueUp ({ guide, office }: Hall, people: number): Promise<void> {
  for (let person = 0; person < people; person++) await guide.post('/tickets', { field: 'CT', slip: false })
  await office.foretell()
}

const tileOf = ({ kiosk }: Hall): Locator => kiosk.getByRole('button', { name: certification })
const expectedOn = ({ kiosk }: Hall): Promise<string> => kiosk.locator('moi-expected').evaluate(element => element.shadowRoot?.textContent?.trim() ?? '')

/** From the field on to the last question before the number. */
async function wishes ({ kiosk }: Hall): Promise<void> {
  await press(kiosk, /^Sao y bản chính/)
  await press(kiosk, 'Tiếp tục')
  await sees(kiosk, 'Ông/Bà có thuộc diện ưu tiên không?')
}

describe('somebody who comes in the morning', () => {
  let hall: Hall
  beforeAll(async () => { hall = await openLine('09:00', 6) })
  afterAll(() => hall.close())

  it('knows before touching when the call may come, and again before and after taking the number', async () => {
    const { kiosk } = hall
    await sees(kiosk, 'Giờ trên mỗi ô là giờ dự kiến được gọi nếu lấy số bây giờ, có thể thay đổi.')
    await tileOf(hall).getByText('6 người đang chờ').waitFor()
    const [shown = 'no range'] = /\d\d:\d\d–\d\d:\d\d/.exec(await tileOf(hall).innerText()) ?? []
    const sentence = `Dự kiến được gọi khoảng ${shown}.`
    await press(kiosk, certification)
    await wishes(hall)
    expect(await expectedOn(hall)).toBe(sentence)
    await press(kiosk, 'Người cao tuổi')
    await expect.poll(() => expectedOn(hall)).not.toBe(sentence)
    await press(kiosk, /^Không$/)
    await press(kiosk, 'Lấy số')
    expect(await numberOn(kiosk)).toBe('1007')
    expect(await expectedOn(hall)).toBe(sentence)
    await press(kiosk, 'Xong')
    await isAtStart(kiosk)
  })

  it('sees it move without a touch when others come', async () => {
    const before = await tileOf(hall).innerText()
    await queueUp(hall, 8)
    await tileOf(hall).getByText('15 người đang chờ').waitFor()
    await expect.poll(async () => /\d\d:\d\d–\d\d:\d\d/.exec(await tileOf(hall).innerText())?.[0]).not.toBe(/\d\d:\d\d–\d\d:\d\d/.exec(before)?.[0])
  })
})

describe('somebody who comes too late', () => {
  let hall: Hall
  beforeAll(async () => { hall = await openLine('16:10', 15) })
  afterAll(() => hall.close())
  beforeEach(async () => {
    await tileOf(hall).getByText('hôm nay khó kịp').waitFor()
    await press(hall.kiosk, certification)
    await sees(hall.kiosk, 'Hôm nay khó kịp')
  })
  const types = async (pin: string) => { for (const figure of pin) await hall.kiosk.getByRole('button', { name: figure, exact: true }).click() }
  const asksGuide = async () => {
    await press(hall.kiosk, 'Cán bộ hướng dẫn cấp số')
    await wishes(hall)
    await press(hall.kiosk, 'Lấy số')
    await sees(hall.kiosk, 'Mời cán bộ hướng dẫn nhập mã PIN')
  }

  it('is told so before any slip, and when the office closes; may book on a phone, or go elsewhere', async () => {
    const { kiosk } = hall
    await sees(kiosk, /^\d\d:\d\d–\d\d:\d\d$/)
    await sees(kiosk, 'Cơ quan đóng cửa lúc 17:00.')
    await press(kiosk, 'Chọn việc khác')
    await isAtStart(kiosk)
    await press(kiosk, /^Hộ tịch/)
    await kiosk.getByRole('img', { name: 'Đặt lịch ngày khác. Quét mã bằng điện thoại để chọn ngày và giờ.' }).waitFor()
    await press(kiosk, 'Trang đầu')
  })

  it('goes on who has priority, and is told again who has not', async () => {
    const { kiosk, tickets } = hall
    await press(kiosk, 'Tôi thuộc diện ưu tiên')
    await wishes(hall)
    await press(kiosk, 'Lấy số')
    await sees(kiosk, 'Hôm nay khó kịp')
    expect((await tickets()).length).toBe(15)
    await press(kiosk, 'Trang đầu')
  })

  it('is given a number all the same by a guide with a PIN, once; a wrong one is said in words', async () => {
    const { kiosk, tickets } = hall
    await asksGuide()
    await types('100238')
    await kiosk.getByRole('img', { name: 'Đã nhập 6 trên 6 chữ số' }).waitFor()
    await press(kiosk, /^Cấp số$/)
    await sees(kiosk, 'Mã PIN không đúng. Mời nhập lại.')
    expect((await tickets()).length).toBe(15)
    await types(staffPin)
    await kiosk.getByRole('button', { name: /^Cấp số$/ }).dblclick()
    expect(await numberOn(kiosk)).toBe('1016')
    expect((await tickets()).length).toBe(16)
    await press(kiosk, 'Xong')
  })

  it('leaves no figure of a PIN behind who walks away', async () => {
    const { kiosk } = hall
    await asksGuide()
    await types('4711')
    await kiosk.evaluate(() => {
      const real = Date.now
      Date.now = () => real() + 50_000
    })
    await isAtStart(kiosk)
    await press(kiosk, certification)
    await asksGuide()
    await kiosk.getByRole('img', { name: 'Đã nhập 0 trên 6 chữ số' }).waitFor()
    await press(kiosk, 'Trang đầu')
  })
})
