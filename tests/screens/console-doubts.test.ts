import { describe, expect, it, onTestFinished, vi } from 'vitest'
import type { PrintJobListed, PrintState } from '../../common/contract/ticket.ts'
import { withPrinter } from '../../common/ui/printers.ts'
import { Doubts } from '../../counter/console/doubts.ts'
import { openConsole, patient } from './support/by-hand.ts'
import { aConsole } from './support/console.ts'
import { aCounter } from './support/office.ts'

const host = { addController () {}, removeController () {}, requestUpdate () {}, updateComplete: Promise.resolve(true) }
const aDoubt = (number: string, job = `j${number}`): PrintJobListed =>
  ({ job, number, ticket: `t${number}`, kind: 'ticket', state: 'unknown', printer: 'kiosk', tries: 1, at: '2026-11-23T09:00:00+07:00' })
const shot = aConsole()
const toldAgain = () => withPrinter(shot, { printer: 'kiosk', state: 'ready' })

/** The office's answers: what is in doubt now, and how the reprint does. */
function anOffice (listed: readonly PrintJobListed[] = []) {
  const office = { listed, state: 'queued' as PrintState, asked: 0 }
  const get = vi.fn(async (path: string) => {
    if (!path.endsWith('?state=doubtful')) return { ok: true, value: { job: 'jAgain', state: office.state, printer: 'kiosk', tries: 1 } }
    office.asked++
    return { ok: true, value: { items: office.listed } }
  })
  const post = vi.fn(async (_path: string) => ({ ok: true, value: { print: { job: 'jAgain', state: 'queued' } } }))
  return { office, post, doubts: new Doubts(host, { get, post } as never) }
}

describe('the slips that may never have come out', () => {
  it('are asked for when the counter begins and when something is told of a printer, not by the clock', async () => {
    const { office, doubts } = anOffice([aDoubt('1011')])
    for (let second = 0; second < 5; second++) doubts.see({ ...shot }, undefined)
    await vi.waitFor(() => expect(doubts.listed).toEqual([aDoubt('1011')]))
    expect(office.asked).toBe(1)
    doubts.see(toldAgain(), undefined)
    await vi.waitFor(() => expect(office.asked).toBe(2))
  })

  it('are no matter of a counter that is someone else\'s', () => {
    const { office, doubts } = anOffice()
    doubts.see({ ...shot, mine: false }, undefined)
    expect(office.asked).toBe(0)
  })

  it('are asked for once more, not many times, when much is told at once', async () => {
    const { office, doubts } = anOffice()
    for (let told = 0; told < 20; told++) doubts.see(toldAgain(), undefined)
    await vi.waitFor(() => expect(office.asked).toBe(2))
    await new Promise(resolve => setImmediate(resolve))
    expect(office.asked).toBe(2)
  })

  it('are asked for after a reprint, here or of the number at the counter', async () => {
    const { office, doubts, post } = anOffice([aDoubt('1011')])
    doubts.see(shot, undefined)
    await vi.waitFor(() => expect(office.asked).toBe(1))
    office.listed = []
    await doubts.print({ id: 't1011', number: '1011' })
    expect([post.mock.calls.map(([path]) => path), office.asked, doubts.listed, doubts.slips]).toEqual([['/tickets/t1011/print'], 2, [], [expect.objectContaining({ job: 'jAgain', state: 'queued' })]])
    doubts.see(shot, 'jOther')
    await vi.waitFor(() => expect(office.asked).toBe(3))
    doubts.hostDisconnected()
    expect(doubts.slips).toEqual([])
  })

  it('are asked for when one of their numbers comes to a counter, and when it leaves it', async () => {
    const { office, doubts } = anOffice([aDoubt('1011')])
    doubts.see(shot, undefined)
    await vi.waitFor(() => expect(doubts.listed).toHaveLength(1))
    const at = (number: string) => ({ ...shot, colleagues: [aCounter(1, { ticket: { id: `t${number}`, number, field: 'CT', priority: false, state: 'called' } })] })
    doubts.see(at('1011'), undefined)
    await vi.waitFor(() => expect(office.asked).toBe(2))
    doubts.see(at('1012'), undefined)
    await vi.waitFor(() => expect(office.asked).toBe(3))
    doubts.see(at('1013'), undefined)
    expect(office.asked).toBe(3)
  })

  it('are not printed twice at once', async () => {
    const { doubts, post } = anOffice()
    await Promise.all([doubts.print({ id: 't1011', number: '1011' }), doubts.print({ id: 't1011', number: '1011' }), doubts.print({ id: 't1013', number: '1013' })])
    expect(post.mock.calls.map(([path]) => path)).toEqual(['/tickets/t1011/print', '/tickets/t1013/print'])
    doubts.hostDisconnected()
  })

  it('name a reprint that came into doubt itself instead of following it', async () => {
    const { office, doubts } = anOffice()
    await doubts.print({ id: 't1011', number: '1011' })
    office.listed = [aDoubt('1011', 'jAgain')]
    doubts.see(toldAgain(), undefined)
    await vi.waitFor(() => expect([doubts.listed, doubts.slips]).toEqual([office.listed, []]))
  })
})

it('a slip that broke off is named to the officer, and printed again with one touch', async () => {
  const { page, guide, close } = await openConsole()
  onTestFinished(close)
  const asked: string[] = []
  page.on('request', request => { if (request.url().includes('/print-jobs?')) asked.push(request.url()) })
  const strip = page.locator('moi-doubtful-slips')
  expect(await strip.isVisible()).toBe(false)

  await guide.post('/printer/knobs', { rowsPerSecond: 150 })
  const { body: { ticket: { number } } } = await guide.post('/tickets', { field: 'HT' })
  await expect.poll(async () => (await guide.get('/printer/knobs')).body.state.hangingRows as number, patient).toBeGreaterThan(100)
  await guide.post('/printer/knobs', { power: 'off' })
  await strip.getByText(`Phiếu chưa chắc đã in: ${number} – xem tại máy in; chưa có thì bấm In lại`).waitFor(patient)
  await guide.post('/printer/knobs', { power: 'on', rowsPerSecond: 0 })
  await page.getByText('không trả lời').waitFor({ ...patient, state: 'detached' })
  await strip.getByRole('button', { name: `In lại ${number}` }).click(patient)
  await strip.getByText(`Phiếu ${number} đã in ở máy lấy số.`).waitFor(patient)
  expect(await strip.getByText('chưa chắc').count()).toBe(0)
  // Once a second would be far more by now.
  expect(asked.length).toBeLessThanOrEqual(8)
}, 60_000)
