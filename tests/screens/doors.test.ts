import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { enter, openPage, patient, type ByHand } from './support/by-hand.ts'

let hand: ByHand
beforeAll(async () => { hand = await openPage('/counter') }, 60_000)
afterAll(() => hand?.close())

it('tells whoever may do nothing behind a door for whom it is, and lets the right one in', async () => {
  await enter(hand.page, 'giamsat')
  await hand.page.getByText('Trang này không dành cho tài khoản đang dùng').waitFor(patient)
  await hand.page.getByText(/Trang dành cho cán bộ\. Ông\/Bà đang đăng nhập là .+ \(giám sát\)\./).waitFor(patient)
  expect((await new AxeBuilder({ page: hand.page }).setLegacyMode().analyze()).violations.map(({ id }) => id)).toEqual([])
  await hand.button('Đăng xuất').click()
  await enter(hand.page, 'quay2')
  await hand.page.getByText('Chọn quầy').first().waitFor(patient)
  expect(hand.faults).toEqual([])
})

it('shows an observer the sums behind a door, and not the floor', async () => {
  const { page } = hand
  await page.context().clearCookies()
  await page.goto(new URL('/supervisor#floor', page.url()).href)
  await enter(page, 'mttq')
  await page.getByText('Độ chính xác của giờ dự kiến').waitFor(patient)
  expect(await page.locator('moi-floor-page').count()).toBe(0)
})
