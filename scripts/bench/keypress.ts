import type { Page } from 'playwright-core'
import type { Socket } from 'socket.io-client'
import { openChromium } from '../../tests/support/chromium.ts'
import type { Json } from '../../tests/support/json.ts'
import { keyFor, signIn, startServer } from '../../tests/support/server.ts'
import { watching } from './board.ts'
import { percentile, startBaseline, withFolder, type Figures } from './measure.ts'

const turns = 100
const warmUp = 10

/**
 * From a key pressed in the officer's window, in a real Chromium, to a board told; beside a page with nothing in it whose
 * key sends one request to a bare Socket.IO broadcast, and to one that has a row on disk first. All three in turn, so that
 * whatever else the machine does falls on each alike.
 */
export async function keypress (): Promise<Figures> {
  const bare = await startBaseline('socket-baseline.ts')
  return withFolder(async folder => {
    const server = await startServer(folder)
    const browser = await openChromium()
    try {
      const cookie = (await signIn(server.url, 'giamsat')).headers
      const [board, told] = await Promise.all([watching(server.url, cookie), watching(bare.url, {})])
      const guide = await keyFor(server.url, 'admin')
      for (let person = 0; person < turns + warmUp; person++) await guide.post('/tickets', { field: 'CT', slip: false })
      const console = await timed(await browser.newPage(), async page => {
        const opened = await page.request.post(`${server.url}/api/v1/trial/screens`, { data: { screen: 'console', counter: 1 } })
        await page.goto(server.url + (await opened.json() as Json).path)
        await page.getByRole('button', { name: 'Mở quầy' }).first().click()
      })
      const empty = await timed(await browser.newPage(), page => emptyPage(page, bare.url, '/'))
      const durable = await timed(await browser.newPage(), page => emptyPage(page, bare.url, '/durable'))
      const took = { call: [] as number[], start: [] as number[], finish: [] as number[], bare: [] as number[], bareDurable: [] as number[] }
      for (let turn = -warmUp; turn < turns; turn++) {
        const one = {
          call: await between(console, 'Space', board, 'ticket:called', 'Gọi tiếp'),
          start: await between(console, 'KeyS', board, 'ticket:started', 'Bắt đầu'),
          finish: await between(console, 'Enter', board, 'ticket:finished', 'Hoàn thành'),
          bare: await between(empty, 'Space', told), bareDurable: await between(durable, 'Space', told)
        }
        if (turn >= 0) for (const what of Object.keys(took) as (keyof typeof took)[]) took[what].push(one[what])
      }
      return figures(took)
    } finally {
      await browser.close()
      await server.kill()
      await bare.stop()
    }
  })
}

function figures (took: Readonly<Record<'call' | 'start' | 'finish' | 'bare' | 'bareDurable', readonly number[]>>): Figures {
  const p50 = (what: keyof typeof took) => percentile(took[what], 50)
  return {
    ...Object.fromEntries(Object.entries(took).flatMap(([what, times]) => [[`${what}P50Ms`, percentile(times, 50)], [`${what}P99Ms`, percentile(times, 99)]])),
    ratioCallP50: p50('call') / p50('bare'), ratioCallToDurableP50: p50('call') / p50('bareDurable'),
    ratioFinishP50: p50('finish') / p50('bare'), ratioFinishToDurableP50: p50('finish') / p50('bareDurable')
  }
}

/** Every key pressed on the page leaves its moment behind, before anything else has seen it. */
async function timed (page: Page, prepare: (page: Page) => Promise<unknown>): Promise<Page> {
  await prepare(page)
  await page.evaluate(() => {
    window.addEventListener('keydown', () => { document.documentElement.dataset['pressed'] = String(performance.timeOrigin + performance.now()) }, { capture: true })
  })
  return page
}

/** A page whose only matter is to send a request at the press of a key. */
async function emptyPage (page: Page, url: string, path: string): Promise<void> {
  await page.goto(url)
  await page.evaluate(path => { document.addEventListener('keydown', () => void fetch(path, { method: 'POST', body: '{}' })) }, path)
}

/** Milliseconds from the key to the fact, by the one clock of this machine. `button`: what the window offers once the key counts. */
async function between (page: Page, key: string, board: Socket, type?: string, button?: string): Promise<number> {
  await page.bringToFront()
  if (button) await page.locator('moi-deed-bar').getByRole('button', { name: new RegExp(`^${button}`), disabled: false }).waitFor()
  const heard = new Promise<number>(resolve => {
    const listen = (fact: { readonly type: string }) => {
      if (type !== undefined && fact.type !== type) return
      board.off('fact', listen)
      resolve(performance.timeOrigin + performance.now())
    }
    board.on('fact', listen)
  })
  await page.keyboard.press(key)
  const [told, pressed] = await Promise.all([heard, page.evaluate(() => Number(document.documentElement.dataset['pressed']))])
  return told - pressed
}
