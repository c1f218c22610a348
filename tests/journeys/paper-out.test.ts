import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openChromium } from '../support/chromium.ts'
import { program, signIn, startServer, type Program, type RunningServer } from '../support/server.ts'

const patient = { timeout: 10_000 }

let data: string
let server: RunningServer
let browser: Browser
let context: BrowserContext
let trainer: Program
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'moiso-paper-'))
  server = await startServer(data, { MOISO_PRINTER: 'virtual:', MOISO_NOW: '2026-11-23T09:10:00+07:00' })
  browser = await openChromium()
  context = await browser.newContext({ locale: 'vi-VN', viewport: { width: 1080, height: 1920 } })
  trainer = program(server.url)
})
afterAll(async () => {
  await browser.close()
  await server.kill('SIGTERM')
  await rm(data, { recursive: true, force: true })
})

/** A screen of the trial, ready to be used. */
async function openScreen (screen: 'kiosk' | 'console') {
  const page = await context.newPage()
  await page.goto(server.url)
  const { path } = await page.evaluate(async body => (await fetch('/api/v1/trial/screens', { method: 'POST', headers: { 'content-type': 'application/json' }, body })).json() as Promise<{ path: string }>, JSON.stringify({ screen, counter: 2 }))
  await page.goto(server.url + path)
  return page
}

const sheets = async () => (await trainer.get('/printer/sheets')).body.items.length as number

it('paper runs out: the number is to be remembered, staff are told, and the slip comes out once there is paper', async () => {
  const [kiosk, console2] = [await openScreen('kiosk'), await openScreen('console')]
  await console2.getByRole('button', { name: /Mở quầy/ }).click(patient)
  await kiosk.getByRole('button', { name: /Hộ tịch/ }).waitFor(patient)

  await trainer.post('/printer/knobs', { paper: 'out' })
  await kiosk.getByText(/Máy đang hết giấy. Ông\/Bà vẫn lấy được số/).waitFor(patient)
  await console2.getByText('Máy in ở máy lấy số: hết giấy').waitFor(patient)
  const health = await (await fetch(`${server.url}/health`)).json() as { ok: boolean, checks: Record<string, string> }
  expect([health.ok, health.checks['printer']]).toEqual([true, 'paper-out'])

  await kiosk.getByRole('button', { name: /Hộ tịch/ }).click(patient)
  await kiosk.getByRole('button', { name: /^Khai sinh/ }).first().click(patient)
  const taken = kiosk.waitForResponse(answer => answer.url().endsWith('/tickets') && answer.request().method() === 'POST')
  await kiosk.getByRole('button', { name: 'Lấy số' }).click(patient)
  const { print } = await (await taken).json() as { print: { job: string } }
  await kiosk.getByText(/hết giấy. Xin Ông\/Bà ghi nhớ số 2001/).waitFor(patient)
  await kiosk.getByText('Quét mã để giữ số trên điện thoại').waitFor(patient)
  expect(await sheets()).toBe(0)
  const staff = await signIn(server.url, 'quay2')
  const job = async () => (await staff.get(`/print-jobs/${print.job}`)).body.state as string
  await expect.poll(job).toBe('blocked')

  await trainer.post('/printer/knobs', { paper: 'ok' })
  await kiosk.getByText('Phiếu đã in. Mời Ông/Bà lấy phiếu tại khe giấy.').waitFor(patient)
  await console2.getByText('Máy in ở máy lấy số: hết giấy').waitFor({ state: 'detached', ...patient })
  expect([await job(), await sheets()]).toEqual(['printed', 1])
}, 60_000)

it('a citizen who only asks takes the list of papers home, and no number', async () => {
  const [kiosk, before] = [await openScreen('kiosk'), await sheets()]
  await kiosk.getByRole('button', { name: /Hộ tịch/ }).click(patient)
  await kiosk.getByRole('button', { name: /^Khai sinh/ }).first().click(patient)
  await kiosk.getByRole('button', { name: 'In danh mục giấy tờ' }).click(patient)
  await kiosk.getByText('Mời Ông/Bà lấy danh mục tại khe giấy.').waitFor(patient)
  expect(await sheets()).toBe(before + 1)
  expect((await (await signIn(server.url, 'quay2')).get('/tickets')).body.items).toHaveLength(1)
}, 60_000)
