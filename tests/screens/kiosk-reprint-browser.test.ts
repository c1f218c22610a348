import type { Page, Route } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { PrintState } from '../../common/contract/ticket.ts'
import { openOffice, type TestOffice } from '../support/office.ts'
import { openKiosks, type KioskBrowser } from './support/kiosk-page.ts'

let browser: KioskBrowser
let office: TestOffice
let kiosk: Page
beforeAll(async () => { browser = await openKiosks() })
beforeEach(async () => {
  office = await openOffice()
  kiosk = await browser.open(office)
})
afterEach(async () => {
  await kiosk.context().close()
  await office.close()
})
afterAll(() => browser.close())

const button = (name: string | RegExp) => kiosk.getByRole('button', { name })
const sees = (text: string | RegExp) => kiosk.getByText(text).first().waitFor()
const again = () => button('In lại phiếu')
const unbegun = () => office.store.printJobs.inState('main', 'kiosk', 'queued')
const reprints = async () => (await unbegun()).filter(({ slip }) => (slip as { reprint?: boolean }).reprint)

/** What its printer says of the slip that waits. */
async function becomes (state: PrintState): Promise<void> {
  const [job] = await unbegun()
  const printing = { id: job!.id, printer: 'kiosk' }
  await office.store.printJobs.mark('main', printing, 'queued', { state: 'printing', tries: 1 })
  await office.store.printJobs.mark('main', printing, 'printing', { state, tries: 1 })
}

async function takeNumber (): Promise<void> {
  await button(/^Hộ tịch/).click()
  await button(/^Việc khác/).click()
  await button('Lấy số').click()
  await kiosk.locator('moi-taken').waitFor()
}

describe('a citizen without a slip', () => {
  it('asks for it again, is asked once, and sees the second slip come', async () => {
    await takeNumber()
    await sees('Đang in phiếu…')
    expect(await again().count()).toBe(0)
    await becomes('unconfirmed')
    await again().click()
    await sees('Xin xem lại khe giấy. Nếu không có phiếu số 2001, mời Ông/Bà chạm “In lại phiếu”.')
    expect(await reprints()).toEqual([])
    await again().click()
    await sees('Đang in phiếu…')
    expect(await reprints()).toMatchObject([{ number: '2001', printer: 'kiosk' }])
    await becomes('printed')
    await sees('Phiếu đã in. Mời Ông/Bà lấy phiếu tại khe giấy.')
    expect(await again().count()).toBe(0)
  })

  it('finds it after all, and nothing is printed', async () => {
    await takeNumber()
    await becomes('printed')
    await again().click()
    await button('Đã có phiếu').click()
    await sees('Phiếu đã in. Mời Ông/Bà lấy phiếu tại khe giấy.')
    expect(await reprints()).toEqual([])
  })

  it('touches twice with a trembling hand: once it is asked, once it is printed', async () => {
    await takeNumber()
    await becomes('unknown')
    await again().waitFor()
    const line = await kiosk.context().newCDPSession(kiosk)
    const twice = async () => {
      const { x, y, width, height } = (await again().boundingBox())!
      // At its right end, near the button beside it.
      const touchPoints = [{ x: x + width - 10, y: y + height / 2 }]
      await Promise.all([1, 2].flatMap(() => [line.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints }), line.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })]))
    }
    await twice()
    await sees(/Xin xem lại khe giấy/)
    expect(await reprints()).toEqual([])
    await twice()
    await sees('Đang in phiếu…')
    expect([(await reprints()).length, await kiosk.locator('moi-taken').count()]).toEqual([1, 1])
  })

  it('is printed for once when the answer is lost on its way', async () => {
    let asked = 0
    await kiosk.route('**/tickets/*/print', async (route: Route) => {
      const answer = await route.fetch()
      await (++asked === 1 ? route.abort() : route.fulfill({ response: answer }))
    })
    await takeNumber()
    await becomes('failed')
    await again().click()
    await again().click()
    await sees('Đang in phiếu…')
    expect([asked, (await reprints()).length]).toEqual([2, 1])
  })

  it('is told where to go when the office says no, and when it says nothing', async () => {
    let isAway = false
    await kiosk.route('**/tickets/*/print', route => isAway ? route.abort() : route.fulfill({ status: 409, contentType: 'application/problem+json', body: JSON.stringify({ type: 'about:blank', title: '', status: 409, code: 'REPRINT_TOO_LATE', detail: '' }) }))
    for (const [number, said] of [['2001', 'Máy không in lại được phiếu. Số 2001 vẫn có hiệu lực: mời Ông/Bà nhờ cán bộ hướng dẫn in lại.'], ['2002', 'Máy chủ chưa trả lời. Nếu không thấy phiếu số 2002, mời Ông/Bà nhờ cán bộ hướng dẫn in lại.']] as const) {
      await takeNumber()
      await sees(number)
      await becomes('unknown')
      await again().click()
      await again().click()
      await sees(said)
      expect(await again().count()).toBe(0)
      await button('Xong').click()
      isAway = true
    }
  })
})
