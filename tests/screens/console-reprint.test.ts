import AxeBuilder from '@axe-core/playwright'
import type { Page, Request } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PrinterTurn } from '../../common/contract/paper.ts'
import type { Program } from '../support/server.ts'
import { openConsole, patient, type ByHand } from './support/by-hand.ts'

let hand: ByHand
let page: Page
let guide: Program
const asked: Request[] = []

beforeAll(async () => {
  hand = await openConsole()
  ;({ page, guide } = hand)
  page.on('request', request => { if (request.method() === 'POST' && request.url().endsWith('/print')) asked.push(request) })
}, 60_000)
afterAll(() => hand.close())

const button = (name: string) => hand.button(name)
const says = (words: string | RegExp) => page.locator('moi-slip-again').getByText(words).waitFor(patient)
const turn = (knobs: PrinterTurn) => guide.post('/printer/knobs', knobs)
const sheets = async (): Promise<number> => (await guide.get('/printer/sheets')).body.items.length as number

/** A number at the counter, and nothing said of a slip yet. */
async function called (): Promise<string> {
  const { body: { ticket } } = await guide.post('/tickets', { field: 'HT', slip: false })
  await page.locator('moi-current-ticket').getByText(ticket.number).waitFor(patient)
  await page.keyboard.press('Space')
  await page.locator('moi-current-ticket').filter({ hasText: 'Đang gọi' }).filter({ hasText: ticket.number }).waitFor(patient)
  return ticket.number as string
}
const finish = async () => {
  await page.keyboard.press('Enter')
  await page.getByText('Chưa gọi số nào').waitFor(patient)
}

describe('the slip of the number at the counter', () => {
  it('is not to be had while nobody is there, and P says so', async () => {
    expect(await button('In lại phiếu').getAttribute('aria-disabled')).toBe('true')
    await page.keyboard.press('KeyP')
    await page.getByText('Lúc này chưa dùng được "In lại phiếu".').waitFor(patient)
    expect(asked).toEqual([])
  })

  it('is printed again by P, and the screen says where once the printer has', async () => {
    const [number, before] = [await called(), await sheets()]
    await page.keyboard.press('KeyP')
    await says(`Phiếu ${number} đã in ở máy lấy số.`)
    expect(await sheets()).toBe(before + 1)
    expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([])
    await finish()
    expect(await page.getByText(`Phiếu ${number} đã in`).count()).toBe(0)
  })

  it('waits for paper without pretending, is not asked for twice, and comes by itself', async () => {
    const [number, before] = [await called(), await sheets()]
    await turn({ paper: 'out' })
    await page.getByText('Máy in ở máy lấy số: hết giấy').waitFor(patient)
    const askedBefore = asked.length
    await button('In lại phiếu').click()
    await says(`Phiếu ${number} chưa in: máy in ở máy lấy số hết giấy. Khi máy in dùng được, phiếu sẽ tự in; không cần bấm lại.`)
    await page.keyboard.press('KeyP')
    expect([await button('In lại phiếu').getAttribute('aria-disabled'), asked.length - askedBefore, await sheets()]).toEqual(['true', 1, before])
    await turn({ paper: 'ok' })
    await says(`Phiếu ${number} đã in ở máy lấy số.`)
    expect(await sheets()).toBe(before + 1)
    await finish()
  })

  it('that broke off is not called printed: look, and press again', async () => {
    const number = await called()
    await turn({ rowsPerSecond: 150 })
    await page.keyboard.press('KeyP')
    await says(`Phiếu ${number} đang in ở máy lấy số…`)
    await expect.poll(async () => (await guide.get('/printer/knobs')).body.state.hangingRows as number, patient).toBeGreaterThan(100)
    await turn({ power: 'off' })
    await says(`Chưa chắc phiếu ${number} đã in. Mời nhìn máy in ở máy lấy số: nếu không có phiếu trọn vẹn thì bấm lại.`)
    await turn({ power: 'on', rowsPerSecond: 0 })
    await page.getByText('không trả lời').waitFor({ ...patient, state: 'detached' })
    await button('In lại phiếu').click()
    await says(`Phiếu ${number} đã in ở máy lấy số.`)
    await finish()
  })

  it('goes under the same key when the answer was lost', async () => {
    const [number, before] = [await called(), await sheets()]
    await page.route('**/tickets/*/print', async route => {
      await route.fetch()
      await route.abort()
    }, { times: 1 })
    await page.keyboard.press('KeyP')
    await says(/Bấm lại không gây trùng/)
    await page.keyboard.press('KeyP')
    await says(`Phiếu ${number} đã in ở máy lấy số.`)
    expect(await sheets()).toBe(before + 1)
    expect(new Set(asked.slice(-2).map(request => request.headers()['idempotency-key'])).size).toBe(1)
    await finish()
  })
})
