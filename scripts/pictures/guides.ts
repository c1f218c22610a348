// The pictures of docs/guide-officer.md and docs/guide-desk.md, from the real screens of a sample office on a Monday morning.
import { join, resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { callNext, comes, key, openHall, press, sees, signInByPin, type Hall } from '../../tests/journeys/hall.ts'

const pictures = resolve(import.meta.dirname, '../../docs/pictures')
const hall = await openHall({ now: '2026-11-23T09:05:00+07:00' })
try {
  await peopleCome(hall)
  await hall.restart('2026-11-23T09:31:00+07:00')
  const guide = await hall.computer('/desk')
  const officer = await hall.computer('/counter?n=2')
  const colleague = await hall.open('console', 3)
  await press(colleague, 'Mở quầy')
  await officersMorning(officer, colleague)
  await guidesMorning(guide)
  await goTo(guide, 'Cấp số')
  await guide.keyboard.press('2')
  await hall.kill()
  await Promise.all([sees(officer, /Sẽ tự kết nối lại/), sees(guide, /^Chưa cấp số hay ghi gì được lúc này/)])
  await shoot(officer, 'guide-officer-offline', 360, 640)
  await shoot(guide, 'guide-desk-offline', 1100, 640)
} finally {
  await hall.close()
}

async function peopleCome ({ guide }: Hall): Promise<void> {
  for (const procedure of ['HT06', 'HT01', 'HT01', 'HT04', 'HT03']) await comes(guide, { field: 'HT', procedure, priority: procedure === 'HT04' })
  for (const procedure of ['CT01', 'CT02', 'CT01']) await comes(guide, { field: 'CT', procedure })
  for (const procedure of ['DD02', 'DD04']) await comes(guide, { field: 'DD', procedure })
}

async function officersMorning (officer: Page, colleague: Page): Promise<void> {
  await officer.getByRole('button', { name: 'Cán bộ mẫu 2' }).waitFor()
  await shoot(officer, 'guide-officer-sign-in', 360, 640)
  await signInByPin(officer, 'mau 2')
  await press(officer, 'Mở quầy')
  await shoot(officer, 'guide-officer-idle', 360, 800)
  await callNext(officer)
  await shoot(officer, 'guide-officer-called', 360, 800)
  await key(officer, 'Vắng mặt')
  await callNext(officer)
  await key(officer, 'Bắt đầu')
  await officer.getByRole('button', { name: 'Kết quả, mã hồ sơ' }).click()
  await officer.keyboard.press('1')
  await shoot(officer, 'guide-officer-finish', 360, 800)
  await officer.keyboard.press('Escape')
  await key(officer, 'Tạm giữ')
  await officer.keyboard.press('1')
  await shoot(officer, 'guide-officer-hold', 360, 800)
  await officer.keyboard.press('Enter')
  await callNext(officer)
  await key(officer, 'Chuyển')
  await shoot(officer, 'guide-officer-transfer', 360, 800)
  await officer.keyboard.press('Escape')
  await colleague.keyboard.press('F9')
  await colleague.waitForTimeout(500)
  await colleague.keyboard.press('F9')
  await sees(officer, 'Quầy 3 cần hỗ trợ ngay')
  await shoot(officer, 'guide-officer-panic', 360, 640)
  await press(officer, 'Tôi đến ngay')
  await press(colleague, 'Kết thúc hỗ trợ')
}

async function guidesMorning (guide: Page): Promise<void> {
  await signInByPin(guide, 'huong dan')
  await sees(guide, 'Chọn lĩnh vực hay thủ tục công dân cần')
  await guide.keyboard.press('1')
  await shoot(guide, 'guide-desk-issue', 1100, 760)
  await guide.keyboard.press('Enter')
  await sees(guide, /^Phiếu \d+ đã in/)
  await shoot(guide, 'guide-desk-given', 1100, 500)
  await guide.keyboard.press('Escape')
  await goTo(guide, 'Tìm số')
  await guide.getByLabel('Số trên phiếu').fill('2001')
  await guide.locator('moi-ticket-card').waitFor()
  await shoot(guide, 'guide-desk-find', 1100, 540)
  await goTo(guide, 'Vắng, tạm giữ')
  await shoot(guide, 'guide-desk-away', 1100, 320)
  await goTo(guide, 'Số dự phòng')
  const register = guide.locator('moi-paper-register')
  await register.getByLabel('Lĩnh vực').selectOption({ label: '2 · Hộ tịch' })
  for (const [field, value] of [['Từ số', '2901'], ['Đến số', '2906'], ['Phát từ lúc', '08:40'], ['Đến lúc', '09:10']] as const) await register.getByLabel(field).fill(value)
  for (const number of ['2901', '2902']) await register.getByRole('button', { name: number }).click()
  await press(guide, 'Vắng mặt')
  await register.getByRole('button', { name: '2903' }).click()
  await sees(guide, 'Sẽ ghi 6 số:')
  await shoot(guide, 'guide-desk-paper', 1100, 830)
}

async function goTo (guide: Page, part: string): Promise<void> {
  await guide.getByRole('link', { name: part }).click()
}

async function shoot (page: Page, name: string, width: number, height: number): Promise<void> {
  await page.setViewportSize({ width, height })
  await page.mouse.move(0, 0)
  await page.evaluate(() => document.fonts.ready)
  await page.waitForTimeout(800)
  await page.screenshot({ path: join(pictures, `${name}.png`) })
}
