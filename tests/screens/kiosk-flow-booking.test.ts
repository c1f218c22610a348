import type { Page, Request } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Asking, TestOffice } from '../support/office.ts'
import { at, isAtStart, numberOn, openHall, openKiosks, press, sees, type KioskBrowser } from './support/kiosk-page.ts'

let kiosks: KioskBrowser
beforeAll(async () => { kiosks = await openKiosks() })
afterAll(() => kiosks.close())

describe('an appointment', () => {
  let kiosk: Page
  let office: TestOffice
  let guide: Asking
  let close: () => Promise<void>
  const asked: Request[] = []
  beforeAll(async () => {
    ({ kiosk, office, guide, close } = await openHall(kiosks, '09:00'))
    kiosk.on('request', request => { if (request.url().endsWith('/check-in')) asked.push(request) })
  })
  afterAll(() => close())

  const book = async (time: string, date?: string) => (await guide.post('/bookings', { field: 'HT', procedure: 'HT01', at: at(time, date) })).body as { booking: { code: string }, token: string }
  const type = async (code: string) => { for (const letter of code) await kiosk.getByRole('button', { name: letter, exact: true }).click() }
  const scan = (text: string) => kiosk.keyboard.type(`${text}\n`)
  const home = async () => { await press(kiosk, 'Xong'); await isAtStart(kiosk) }

  it('is checked in by its code on large keys, and says what the time means', async () => {
    const { booking } = await book('09:30')
    await press(kiosk, 'Tôi có lịch hẹn')
    await type(booking.code)
    await press(kiosk, 'Nhận số')
    expect(await numberOn(kiosk)).toBe('2001')
    await sees(kiosk, /Lịch hẹn lúc 09:30. Gần giờ hẹn, số này được gọi trước người không hẹn/)
    await home()
  })

  it('is checked in by a scan of its page, whatever has the focus', async () => {
    const { token } = await book('09:15')
    office.clock.set(Date.parse(at('09:20')))
    await kiosk.getByRole('button', { name: 'English' }).focus()
    await scan(`http://192.168.1.20:8080/book/${token}`)
    expect(await numberOn(kiosk)).toBe('2002')
    await sees(kiosk, /Lịch hẹn lúc 09:15/)
    await home()
  })

  it('that comes too late still has a number', async () => {
    const { token } = await book('10:00')
    office.clock.set(Date.parse(at('10:40')))
    await scan(token)
    await sees(kiosk, 'Đã qua giờ hẹn, nên số này được gọi theo thứ tự chung.')
    await home()
  })

  it('that has its number gets the same one, and how that stands', async () => {
    const { booking } = await book('14:00')
    await scan(booking.code)
    const first = await numberOn(kiosk)
    await home()
    office.clock.forward(120_000)
    await kiosk.reload()
    await isAtStart(kiosk)
    await scan(booking.code)
    await sees(kiosk, 'Lịch hẹn này đã có số')
    expect(await numberOn(kiosk)).toBe(first)
    await sees(kiosk, /Phiếu đã cấp lúc 10:4\d/)
    await home()
  })

  it('of another day says which day, and offers a number for today', async () => {
    const { booking } = await book('09:00', '2026-11-25')
    await scan(booking.code.toLowerCase())
    await sees(kiosk, /Lịch hẹn này là của ngày 25\/11\/2026. Mời Ông\/Bà đến đúng ngày hẹn/)
    await press(kiosk, 'Lấy số mới')
    await isAtStart(kiosk)
  })

  it('that nobody knows leads to the guide, and can be typed anew', async () => {
    await press(kiosk, 'Tôi có lịch hẹn')
    await type('ACDEFH')
    await press(kiosk, 'Nhận số')
    await sees(kiosk, /Chưa tìm thấy lịch hẹn này. Xin xem lại từng chữ của mã/)
    await kiosk.keyboard.type('k7')
    await kiosk.getByRole('img', { name: 'Mã hẹn đã nhập: K 7' }).waitFor()
    await press(kiosk, 'Trang đầu')
    await isAtStart(kiosk)
  })

  it('is not read out of an identity card, which never leaves the kiosk', async () => {
    const before = asked.length
    await scan('020184000123|080012345|Nguyen Van Vi Du|01011984|Nam')
    await sees(kiosk, /Mã vừa quét không phải mã lịch hẹn/)
    expect([asked.length, await kiosk.getByText('0201840').count()]).toEqual([before, 0])
  })

  it('is checked in also after the last numbers of the morning', async () => {
    const { booking } = await book('14:30')
    office.clock.set(Date.parse(at('11:16')))
    await kiosk.reload()
    await sees(kiosk, 'Số đã lấy vẫn được phục vụ đến 11:30.')
    await press(kiosk, 'Tôi có lịch hẹn')
    await type(booking.code)
    await press(kiosk, 'Nhận số')
    await sees(kiosk, /Lịch hẹn lúc 14:30/)
    await press(kiosk, 'Xong')
    await sees(kiosk, 'Cấp số lại lúc 13:15.')
  })
})
