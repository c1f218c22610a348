import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { callNext, comes, openHall, press, sees, type Hall } from '../journeys/hall.ts'
import { enter, patient } from './support/by-hand.ts'

let hall: Hall
let page: Page
let desk: Page
beforeAll(async () => {
  hall = await openHall({ now: '2026-11-23T09:00:00+07:00' })
  ;[page, desk] = await Promise.all([hall.phone('/supervisor'), hall.open('console', 2)])
  await page.setViewportSize({ width: 1280, height: 800 })
  await press(desk, 'Mở quầy')
}, 60_000)
afterAll(() => hall.close())

const alert = () => page.locator('moi-alert-card')
const clean = async (screen: Page) => expect((await new AxeBuilder({ page: screen }).setLegacyMode().analyze()).violations.map(({ id }) => id)).toEqual([])

it('the supervisor is warned before a promise breaks, told what can be done, and apologises with one touch; so does the officer', async () => {
  await enter(page, 'giamsat')
  await sees(page, 'Không có số nào quá hay sắp quá cam kết.')
  await page.locator('moi-floor-counters').getByText('Đang rảnh').waitFor(patient)
  await clean(page)
  const [first, second] = [await comes(hall.guide, { field: 'HT' }), await comes(hall.guide, { field: 'HT' }), await comes(hall.guide, { field: 'HT' }), await comes(hall.guide, { field: 'HT' })]

  // Nobody is called meanwhile: four people for one counter, and ten minutes left of the promise.
  await hall.restart('2026-11-23T09:20:00+07:00')
  await alert().getByText(/sắp quá cam kết/).waitFor(patient)
  await alert().getByText('Quầy 2 đang rảnh: nhắc gọi số tiếp theo.').waitFor(patient)
  await alert().getByText(/cam kết gọi trước 09:30; dự kiến khoảng/).first().waitFor(patient)

  await hall.restart('2026-11-23T09:34:00+07:00')
  await alert().getByText('4 số đã quá cam kết').waitFor(patient)
  await alert().getByText('quá cam kết 4 phút').first().waitFor(patient)
  await sees(page, 'Hôm nay: 4 số đã quá cam kết 30 phút · đã yêu cầu 0 phiếu xin lỗi.')
  await clean(page)
  await press(page, `In phiếu xin lỗi cho số ${second.number}`)
  await alert().getByText(`Phiếu xin lỗi ${second.number} đã in ở`).waitFor(patient)
  await sees(page, 'Hôm nay: 4 số đã quá cam kết 30 phút · đã yêu cầu 1 phiếu xin lỗi.')
  expect(await page.getByRole('button', { name: `In phiếu xin lỗi cho số ${second.number}` }).count()).toBe(0)

  await desk.getByText('Cam kết chờ tối đa 30 phút: 4 số đã quá').waitFor(patient)
  expect(await callNext(desk)).toBe(first.number)
  await sees(desk, `Số ${first.number} đã chờ quá 30 phút Trung tâm cam kết. Mời nói lời xin lỗi công dân.`)
  await press(desk, `In phiếu xin lỗi cho số ${first.number}`)
  await sees(desk, new RegExp(`Phiếu xin lỗi ${first.number} đã in ở`))
  await clean(desk)
  await page.locator('moi-floor-counters').getByText(`Đang gọi ${first.number}`).waitFor(patient)
  expect(await alert().getByText(first.number, { exact: true }).count()).toBe(0)
  expect(hall.faults).toEqual([])
}, 90_000)

it('an apology that is not owed is refused in words, and not offered again', async () => {
  const { id } = await comes(hall.guide, { field: 'HT' })
  // A line that has gone out of date: what is pressed for one number is asked for another, which has only come.
  await page.route('**/tickets/*/apology', route => route.continue({ url: route.request().url().replace(/tickets\/[^/]+/, `tickets/${id}`) }))
  const offered = alert().getByRole('button', { name: /^In phiếu xin lỗi/ })
  const before = await offered.count()
  await offered.first().click(patient)
  await alert().getByText('Số này chưa chờ quá 30 phút đã cam kết').waitFor(patient)
  expect(await offered.count()).toBe(before - 1)
  await page.unroute('**/tickets/*/apology')
})

it('shows the leader how right the forecasts were, over the keyboard too, and keeps the floor from the observer', async () => {
  await page.getByRole('link', { name: 'Độ chính xác dự kiến' }).focus()
  await page.keyboard.press('Enter')
  await sees(page, 'Độ chính xác của giờ dự kiến')
  await sees(page, /đến 23\/11\/2026/)
  await sees(page, /1 số đã được gọi/)
  await sees(page, 'Đã yêu cầu in 2 phiếu xin lỗi.')
  await page.keyboard.press('Tab')
  await press(page, '90 ngày')
  await sees(page, /Từ 26\/08\/2026 đến 23\/11\/2026/)
  const csv = await page.request.get(await page.getByRole('link', { name: /CSV/ }).evaluate(link => (link as HTMLAnchorElement).href))
  expect([csv.status(), csv.headers()['content-type']]).toEqual([200, expect.stringContaining('text/csv')])
  await clean(page)

  await page.route('**/reports/forecast*', route => route.abort())
  await press(page, '7 ngày')
  await sees(page, /Số liệu bên dưới là của lần xem trước/)
  await page.unroute('**/reports/forecast*')
  await press(page, 'Thử lại')
  await sees(page, /Từ 17\/11\/2026 đến 23\/11\/2026/)

  await press(page, 'Đăng xuất')
  await enter(page, 'mttq')
  await sees(page, 'Độ chính xác của giờ dự kiến')
  expect(await page.getByRole('link', { name: 'Sảnh lúc này' }).count()).toBe(0)
  expect(hall.faults).toEqual([])
}, 60_000)
