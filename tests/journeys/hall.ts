import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { PNG } from 'pngjs'
import type { Page } from 'playwright-core'
import { openConnection } from '../../server/storage/sqlite/dialect.ts'
import type { Dots } from '../printer/judge.ts'
import { openChromium } from '../support/chromium.ts'
import type { Json } from '../support/json.ts'
import { program, signIn, staffPin, startServer, type Program } from '../support/server.ts'

/** How each screen hangs, stands or lies in the hall. */
const shapes = {
  board: { width: 1920, height: 1080 }, kiosk: { width: 1080, height: 1920 }, console: { width: 1366, height: 768 },
  rating: { width: 800, height: 1280 }, phone: { width: 390, height: 844 }
}
type Shape = keyof typeof shapes

export interface Hall {
  readonly url: string
  readonly open: (screen: Exclude<Shape, 'phone'>, counter?: number) => Promise<Page>
  /** The phone of whoever has the slip; without a token, of whoever only has the address of a page. */
  readonly phone: (path: string) => Promise<Page>
  /** A computer of the office where nobody has signed in yet. */
  readonly computer: (path: string) => Promise<Page>
  readonly guide: Program
  /** The latest slip of the printer made of software, as soon as there are so many. */
  readonly slip: (count: number) => Promise<Dots>
  /** The server is stopped, or killed, and started again over the same folder when it is `now`; the screens stay. */
  readonly restart: (now: string, signal?: 'SIGTERM' | 'SIGKILL') => Promise<void>
  readonly kill: () => Promise<unknown>
  /** What the latest ticket slip says, as it is stored with its print job. */
  readonly slipFacts: () => Promise<Json>
  /** What no screen may do: throw. */
  readonly faults: readonly string[]
  readonly close: () => Promise<void>
}

interface Wish {
  /** The office's time at the start. */
  readonly now: string
  /** The sample office, changed. */
  readonly office?: (sample: Json) => Json
}

/** A hall with the real server, in trial mode but with office hours, and one browser for all its screens. */
export async function openHall ({ now, office = sample => sample }: Wish): Promise<Hall> {
  const data = await mkdtemp(join(tmpdir(), 'moiso-journey-'))
  const seed = await writeOffice(join(data, 'office.json'), office)
  const port = String(await freePort())
  const start = (now: string) => startServer(join(data, 'var'), { MOISO_PRINTER: 'virtual:', MOISO_ALWAYS_OPEN: '0', MOISO_PORT: port, MOISO_NOW: now, MOISO_SEED: seed })
  const [first, browser] = await Promise.all([start(now), openChromium()])
  let server = first
  const { url } = server
  const faults: string[] = []

  /** Every screen is a machine of its own, far from the office's time zone. */
  async function openPage (shape: Shape, prepare: (page: Page) => Promise<string>): Promise<Page> {
    const page = await browser.newPage({ viewport: shapes[shape], locale: 'vi-VN', timezoneId: 'America/New_York', reducedMotion: 'reduce' })
    page.setDefaultTimeout(10_000)
    page.on('pageerror', error => faults.push(`${page.url()}: ${error.message}`))
    await page.goto(url + await prepare(page))
    return page
  }

  return {
    url,
    open: (screen, counter) => openPage(screen, async page => {
      const opened = await page.request.post(`${url}/api/v1/trial/screens`, { data: { screen, ...counter !== undefined && { counter } } })
      return (await opened.json() as Json).path
    }),
    phone: path => openPage('phone', async () => path),
    computer: path => openPage('console', async () => path),
    guide: await signIn(url, 'huongdan'),
    slip: count => latestSlip(url, count),
    slipFacts: () => latestFacts(join(data, 'var', 'moiso.db')),
    kill: () => server.kill('SIGKILL'),
    restart: async (now, signal = 'SIGTERM') => {
      await server.kill(signal)
      server = await start(now)
    },
    faults,
    close: async () => {
      await browser.close()
      await server.kill('SIGTERM')
      await rm(data, { recursive: true, force: true })
    }
  }
}

export const press = (screen: Page, name: string | RegExp) => screen.getByRole('button', { name }).first().click()
export const sees = (screen: Page, text: string | RegExp) => screen.getByText(text).first().waitFor()
export const seesNoMore = (screen: Page, text: string | RegExp) => screen.getByText(text).first().waitFor({ state: 'hidden' })

/** Touches through the kiosk to a number, and leaves it to the next. */
export async function takeNumber (kiosk: Page, field: RegExp, procedure: RegExp): Promise<{ readonly number: string, readonly token: string }> {
  await press(kiosk, field)
  await press(kiosk, procedure)
  const answer = kiosk.waitForResponse(answer => answer.url().endsWith('/tickets') && answer.request().method() === 'POST')
  await press(kiosk, 'Lấy số')
  const { ticket: { number }, token } = await (await answer).json() as Json
  await kiosk.locator('moi-taken').getByText(number).first().waitFor()
  await press(kiosk, 'Xong')
  return { number, token }
}

/** Somebody gets a number from the guide; the screens are not about them. */
export async function comes (guide: Program, wish: object): Promise<{ readonly number: string, readonly token: string, readonly id: string }> {
  const { body } = await guide.post('/tickets', { slip: false, ...wish })
  return { number: body.ticket.number, token: body.token, id: body.ticket.id }
}

/** Everybody gives up their number, so that one story does not begin where another broke off. */
export async function goHome (guide: Program): Promise<void> {
  const { body } = await guide.get('/tickets')
  const open = (body.items as Json[]).filter(({ state }) => !['done', 'cancelled', 'expired'].includes(state))
  await Promise.all(open.map(({ id }) => guide.post(`/tickets/${id}/cancel`)))
}

/** Keys of the officer's window, by the word on the button beside which each is printed. */
const keys = { 'Gọi tiếp': 'Space', 'Bắt đầu': 's', 'Hoàn thành': 'Enter', 'Gọi lại': 'r', 'Vắng mặt': 'Delete', 'Tạm giữ': 'h', 'Chuyển': 't', 'Hoàn tác': 'Control+z' } as const

/** Presses the key of a deed, once the window offers it. */
export async function key (desk: Page, deed: keyof typeof keys): Promise<void> {
  await desk.locator('moi-deed-bar').getByRole('button', { name: new RegExp(`^${deed}`), disabled: false }).waitFor()
  await desk.keyboard.press(keys[deed])
}

/** At the door of a page of staff, by keys: part of a name, Enter, the PIN. */
export async function signInByPin (computer: Page, name: string): Promise<void> {
  await computer.getByRole('textbox', { name: 'Họ tên hoặc tên đăng nhập' }).waitFor()
  await computer.keyboard.type(name)
  await computer.keyboard.press('Enter')
  await computer.getByLabel('Mã PIN (6 chữ số)').waitFor()
  await computer.keyboard.type(staffPin)
}

/** Starts with whoever is called and finishes, by keys. */
export async function serve (desk: Page): Promise<void> {
  await key(desk, 'Bắt đầu')
  await key(desk, 'Hoàn thành')
}

/** Calls the next one by key and says whom the window then shows. */
export async function callNext (desk: Page): Promise<string> {
  await key(desk, 'Gọi tiếp')
  return current(desk)
}

/** Who is at the counter, once somebody is. */
export async function current (desk: Page): Promise<string> {
  return await desk.locator('moi-current-ticket h2 moi-number').getAttribute('value') ?? ''
}

/** The numbers a counter calls next, in their order. */
export const queue = (desk: Page) => desk.locator('moi-queue-list moi-number').evaluateAll(all => all.map(number => number.getAttribute('value')))

/** The large card of the board, once it calls that number: number, counter and why, if there is a why. */
export async function calledOnBoard (board: Page, number: string): Promise<{ readonly counter: string, readonly why: string }> {
  const card = board.locator('moi-call-card').filter({ hasText: number })
  await card.waitFor()
  return { counter: await card.locator('.number.right').innerText(), why: (await card.locator('.why').allInnerTexts()).join() }
}

async function latestSlip (url: string, count: number): Promise<Dots> {
  const trainer = program(url)
  for (let tries = 0; tries < 200; tries++) {
    const sheets = (await trainer.get('/printer/sheets')).body.items as { readonly id: number, readonly complete: boolean }[]
    const ids = sheets.filter(({ complete }) => complete).map(({ id }) => id)
    if (ids.length >= count) return dotsOf(Buffer.from(await (await fetch(`${url}/api/v1/printer/sheets/${Math.max(...ids)}.png`)).arrayBuffer()))
    await new Promise(resolve => { setTimeout(resolve, 50) })
  }
  throw new Error(`no ${count} slips have come out`)
}

async function latestFacts (file: string): Promise<Json> {
  const database = await openConnection(file)
  try {
    const [job] = await database.all<{ slip: string }>('SELECT slip FROM print_job WHERE ticket_id IS NOT NULL ORDER BY place DESC LIMIT 1')
    return JSON.parse(job?.slip ?? 'null') as Json
  } finally {
    await database.close()
  }
}

function dotsOf (picture: Buffer): Dots {
  const { width, height, data } = PNG.sync.read(picture)
  return { width, height, dots: Array.from({ length: width * height }, (_, dot) => data[4 * dot]! < 128 ? '1' : '0').join('') }
}

async function writeOffice (file: string, change: (sample: Json) => Json): Promise<string> {
  await writeFile(file, JSON.stringify(change(JSON.parse(await readFile(resolve(import.meta.dirname, '../../samples/office.json'), 'utf8')))))
  return file
}

/** The same before and after a restart: screens come back to an address. */
function freePort (): Promise<number> {
  return new Promise(found => {
    const asked = createServer().listen(0, '127.0.0.1', () => {
      const { port } = asked.address() as AddressInfo
      asked.close(() => found(port))
    })
  })
}
