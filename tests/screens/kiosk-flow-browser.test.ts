import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Json } from '../support/json.ts'
import { at, isAtStart, numberOn, openHall, openKiosks, press, sees, type KioskBrowser } from './support/kiosk-page.ts'

let kiosks: KioskBrowser
beforeAll(async () => { kiosks = await openKiosks() })
afterAll(() => kiosks.close())

describe('a proxy with thirty dossiers', () => {
  it('is shown to the guide, may correct the count, and is told of 15:00 before the number', async () => {
    const { kiosk, tickets, close } = await openHall(kiosks, '15:20')
    await press(kiosk, /^Chứng thực/)
    await press(kiosk, /^Sao y bản chính/)
    await press(kiosk, /^10$/)
    await sees(kiosk, /Cán bộ hướng dẫn cũng sẵn sàng cấp số giúp/)
    for (let more = 0; more < 20; more++) await press(kiosk, 'Thêm một hồ sơ')
    await press(kiosk, 'Tiếp tục')
    await sees(kiosk, /nộp sau 15 giờ có thể trả vào ngày làm việc tiếp theo/)
    await press(kiosk, 'Lấy số')
    await sees(kiosk, 'Ông/Bà mang 30 hồ sơ')
    await sees(kiosk, /nhiều nhất 20 hồ sơ một lần. Mời Ông\/Bà gặp cán bộ hướng dẫn/)
    expect(await tickets()).toEqual([])

    await press(kiosk, 'Sửa số hồ sơ')
    await press(kiosk, /^3$/)
    await press(kiosk, 'Tiếp tục')
    await press(kiosk, 'Lấy số')
    expect(await numberOn(kiosk)).toBe('1001')
    expect(await tickets()).toMatchObject([{ number: '1001', dossiers: 3 }])
    await close()
  })
})

describe('limits and breaks', () => {
  it('a session that has given out its numbers says so, and what to do', async () => {
    const { kiosk, guide, office, close } = await openHall(kiosks, '09:00', { seed: sample => ({ ...sample, fields: sample.fields.map(field => field.id === 'HT' ? { ...field, quota: 2 } : field) }) })
    await sees(kiosk, 'còn 2 số buổi này')
    for (const more of [{}, {}]) await guide.post('/tickets', { field: 'HT', ...more })
    await kiosk.reload()
    await sees(kiosk, 'đã hết số buổi này')
    await press(kiosk, /^Hộ tịch/)
    await sees(kiosk, 'Hộ tịch: đã cấp hết số buổi này')
    await sees(kiosk, 'Mời Ông/Bà đến vào buổi sau, hoặc gặp cán bộ hướng dẫn.')
    await press(kiosk, 'Chọn việc khác')
    await isAtStart(kiosk)
    office.clock.set(Date.parse(at('13:20')))
    await kiosk.reload()
    await sees(kiosk, 'còn 2 số buổi này')
    await close()
  })

  it('lunch is no end: until when, when numbers are given out again, and that nobody loses a place', async () => {
    const { kiosk, guide, office, close } = await openHall(kiosks, '11:10')
    await guide.post('/tickets', { field: 'HT' })
    await isAtStart(kiosk)
    office.clock.set(Date.parse(at('11:52')))
    // Nobody reloads a kiosk: the office tells it.
    await sees(kiosk, 'Nghỉ trưa đến 13:30')
    await sees(kiosk, '13:15')
    await sees(kiosk, '1 số buổi sáng giữ nguyên thứ tự.')
    office.clock.set(Date.parse(at('13:20')))
    await kiosk.reload()
    await sees(kiosk, 'Nghỉ trưa đến 13:30, số buổi sáng giữ nguyên thứ tự. Số lấy bây giờ được phục vụ từ 13:30.')
    await isAtStart(kiosk)
    await close()
  })
})

describe('somebody at nine', () => {
  let kiosk: Page
  let close: () => Promise<void>
  let tickets: () => Promise<Json[]>
  beforeAll(async () => { ({ kiosk, tickets, close } = await openHall(kiosks, '09:00')) })
  afterEach(async () => { await kiosk.reload() })
  afterAll(() => close())

  const confirm = async () => {
    await press(kiosk, /^Hộ tịch/)
    await press(kiosk, /^Việc khác/)
  }
  /** One number more than before, and it is in sight. */
  const takesOne = async (act: () => Promise<void>) => {
    const before = (await tickets()).length
    await act()
    const shown = await numberOn(kiosk)
    const after = await tickets()
    expect([after.length, after.some(({ number }) => number === shown)]).toEqual([before + 1, true])
  }

  it('puts several procedures on one number; what was too much is taken off before', async () => {
    await press(kiosk, /^Hộ tịch/)
    await press(kiosk, /^Khai sinh Tờ khai/)
    for (const [field, procedure] of [[/^Bảo trợ xã hội/, /^Trợ cấp xã hội/], [/^Đất đai/, /^Việc khác/]] as const) {
      await press(kiosk, 'Thêm thủ tục khác')
      await sees(kiosk, 'Ông/Bà cần thêm thủ tục nào?')
      await press(kiosk, field)
      await press(kiosk, procedure)
    }
    await sees(kiosk, 'Một số cho 3 thủ tục')
    await press(kiosk, /^Bỏ thủ tục: Đất đai/)
    await takesOne(() => press(kiosk, 'Lấy số'))
    await sees(kiosk, 'và 1 thủ tục nữa')
    expect(await tickets()).toMatchObject([{ number: '2001', procedure: 'HT01', more: [{ field: 'BT', procedure: 'BT01' }] }])
  })

  it('takes one number by two fast clicks, and keeps it in sight', async () => {
    await confirm()
    await takesOne(() => kiosk.getByRole('button', { name: 'Lấy số' }).dblclick())
  })

  it('touches twice with a trembling hand and is one page further, not two', async () => {
    const line = await kiosk.context().newCDPSession(kiosk)
    const twice = async (name: RegExp | string) => {
      const { x, y, width, height } = (await kiosk.getByRole('button', { name }).first().boundingBox())!
      // At the right end, where the next picture has a button of its own.
      const touchPoints = [{ x: x + width - 60, y: y + height / 2 }]
      await Promise.all([1, 2].flatMap(() => [line.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints }), line.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })]))
    }
    await isAtStart(kiosk)
    await twice(/^Hộ tịch/)
    await sees(kiosk, 'Ông/Bà cần làm việc gì?')
    await twice(/^Việc khác/)
    await sees(kiosk, 'Ông/Bà có thuộc diện ưu tiên không?')
    await takesOne(() => twice('Lấy số'))
  })

  it('presses with two fingers at once, twice, and has no more than one', async () => {
    await confirm()
    const { x, y, width, height } = (await kiosk.getByRole('button', { name: 'Lấy số' }).boundingBox())!
    const fingers = [0.4, 0.6].map((part, id) => ({ x: x + width * part, y: y + height / 2, id }))
    const line = await kiosk.context().newCDPSession(kiosk)
    await takesOne(async () => {
      for (const _ of [1, 2]) {
        await line.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: fingers })
        await line.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
      }
      // A browser may take two fingers for a gesture and do nothing.
      if (await kiosk.locator('moi-taken').count() === 0) await kiosk.getByRole('button', { name: /Lấy số|Đang lấy số/ }).tap({ timeout: 2000 }).catch(() => undefined)
    })
  })

  it.each([
    ['a wish of several procedures', async () => {
      await press(kiosk, /^Chứng thực/)
      await press(kiosk, /^Sao y/)
      await press(kiosk, /^5$/)
      await press(kiosk, 'Tiếp tục')
      await press(kiosk, 'Thêm thủ tục khác')
      await press(kiosk, 'Chữ lớn')
    }],
    ['half a code', async () => {
      await press(kiosk, 'Tôi có lịch hẹn')
      await kiosk.keyboard.type('K7W')
      await press(kiosk, 'English')
    }]
  ])('walks away and leaves nothing for the next: %s', async (_what, walk) => {
    await walk()
    await kiosk.evaluate(() => {
      const real = Date.now
      Date.now = () => real() + 50_000
    })
    await isAtStart(kiosk)
    expect(await kiosk.getByRole('button', { name: 'Chữ lớn' }).getAttribute('aria-pressed')).toBe('false')
    await press(kiosk, 'Tôi có lịch hẹn')
    await kiosk.getByRole('img', { name: 'Chưa nhập chữ nào của mã hẹn' }).waitFor()
    await press(kiosk, 'Trang đầu')
    await press(kiosk, /^Chứng thực/)
    await press(kiosk, /^Sao y/)
    await kiosk.getByRole('button', { name: '1', exact: true, pressed: true }).waitFor()
  })
})
