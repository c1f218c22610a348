import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { writeWav } from '../../server/features/voice/wav.ts'
import { chromiumPath } from '../support/chromium.ts'
import { keyFor, signIn, startServer, type Program, type RunningServer } from '../support/server.ts'

const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-component-update']
const unlocked = '--autoplay-policy=no-user-gesture-required'
/** A bell or a call of 0.4 s. */
const short = Buffer.from(writeWav({ rate: 22_050, samples: new Int16Array(8820) }))

interface Event { readonly type: 'playing' | 'ended', readonly sound: string, readonly atMs: number }
interface Board { readonly page: Page, readonly events: Event[] }

let data: string
let server: RunningServer
let desk: Program
const officers: Program[] = []
/** What counters 1–4 of the sample serve first. */
const fields = ['CT', 'HT', 'DD', 'TQ']
const browsers: Browser[] = []

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'moiso-announcer-'))
  server = await startServer(data)
  desk = await keyFor(server.url, 'admin')
  for (const counter of [1, 2, 3, 4]) {
    const officer = await signIn(server.url, `quay${counter}`)
    await officer.post(`/counters/${counter}/open`)
    officers.push(officer)
  }
})
afterEach(async () => { await Promise.all(browsers.splice(0).map(browser => browser.close())) })
afterAll(async () => {
  await server.kill('SIGTERM')
  await rm(data, { recursive: true, force: true })
})

/** Calls somebody to a counter whose officer is free afterwards. Resolves with the name of the sound, `1001-1`. */
async function call (counter: number): Promise<string> {
  const officer = officers[counter - 1] as Program
  await desk.post('/tickets', { field: fields[counter - 1] })
  const next = await officer.post(`/counters/${counter}/next`)
  await officer.post(`/counters/${counter}/finish`)
  return `${next.body.ticket.number}-${counter}`
}

/** `isShort` puts sounds of 0.4 s in the place of the real ones, so that a test is not kept listening. */
async function browse ({ isUnlocked, isShort }: { readonly isUnlocked: boolean, readonly isShort: boolean }): Promise<BrowserContext> {
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: [...flags, ...isUnlocked ? [unlocked] : []] })
  browsers.push(browser)
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } })
  if (isShort) await shorten(context)
  const { body } = await desk.post('/devices', { kind: 'board', name: 'Bảng' })
  await context.request.post(`${server.url}/api/v1/devices/pair`, { data: { code: body.pairingCode } })
  return context
}

/**
 * A board whose audio elements tell what they do. They tell it by the console: whatever Playwright evaluates in a page,
 * a locator or an exposed function, counts as a person's touch and would open a locked browser.
 */
async function openBoard (context: BrowserContext, query = ''): Promise<Board> {
  const events: Event[] = []
  const page = await context.newPage()
  page.on('console', message => {
    const [, type, sound] = /^told (playing|ended) .*?([^/]+)\.wav/.exec(message.text()) ?? []
    if (type && sound) events.push({ type: type as Event['type'], sound, atMs: Date.now() })
  })
  await page.addInitScript(() => {
    const { play } = HTMLMediaElement.prototype
    const known = new WeakSet<HTMLMediaElement>()
    const begun = new WeakSet<HTMLMediaElement>()
    HTMLMediaElement.prototype.play = function () {
      // A loaded machine stops to buffer and plays on: that is `playing` once more, but nothing new is said.
      begun.delete(this)
      if (!known.has(this)) {
        this.addEventListener('playing', () => { if (!begun.has(this)) console.debug(`told playing ${this.currentSrc}`); begun.add(this) })
        this.addEventListener('ended', () => console.debug(`told ended ${this.currentSrc}`))
      }
      known.add(this)
      return play.call(this)
    }
  })
  await page.goto(`${server.url}/board${query}`)
  return { page, events }
}

async function openSoundingBoard (context: BrowserContext, query = ''): Promise<Board> {
  const board = await openBoard(context, query)
  await board.page.getByRole('button', { name: /loa/i }).waitFor()
  return board
}

const wait = (ms: number) => new Promise<void>(resolve => { setTimeout(resolve, ms) })
const shorten = (context: BrowserContext) => context.route(/\/sound\/(vi\/|en\/|chime)/, route => route.fulfill({ contentType: 'audio/wav', body: short }))
const spoken = ({ events }: Board) => events.filter(({ type, sound }) => type === 'playing' && sound !== 'silence').map(({ sound }) => sound)
const until = (what: () => boolean, timeout = 15_000) => expect.poll(what, { timeout, interval: 50 }).toBe(true)
const isSaid = (board: Board, sound: string) => () => board.events.filter(event => event.type === 'ended' && event.sound === sound).length === 2

describe('a board that may sound', () => {
  it('says chime, call, repeat, once per call, from one fetched file, and not again after a reload', async () => {
    const board = await openSoundingBoard(await browse({ isUnlocked: true, isShort: false }))
    const fetched: string[] = []
    board.page.on('request', request => { if (request.url().includes('/sound/vi/')) fetched.push(request.url()) })
    const sound = `${await call(1)}-0`
    await until(isSaid(board, sound), 20_000)
    expect(spoken(board)).toEqual(['chime', sound, sound])
    expect(new Set(fetched).size).toBe(1)
    await board.page.reload()
    await board.page.getByRole('button', { name: 'Loa đang bật' }).waitFor()
    await wait(1500)
    expect(spoken(board)).toHaveLength(3)
  }, 60_000)

  it('says calls that come at once one after the other, five waiting at most, and a recall in its own words', async () => {
    const board = await openSoundingBoard(await browse({ isUnlocked: true, isShort: true }))
    const calls: string[] = []
    for (let turn = 0; turn < 8; turn++) calls.push(`${await call(turn % 4 + 1)}-0`)
    await until(isSaid(board, calls[7] as string), 40_000)
    expect(spoken(board)).toEqual([calls[0], ...calls.slice(3)].flatMap(sound => ['chime', sound, sound]))
    const times = board.events.filter(({ sound }) => sound !== 'silence').map(({ type }) => type)
    expect(times).toEqual(times.map((_, index) => index % 2 === 0 ? 'playing' : 'ended'))

    const [officer] = officers as [Program]
    await desk.post('/tickets', { field: 'CT' })
    await officer.post('/counters/1/next')
    const again = (await officer.post('/counters/1/recall')).body.call.sound.vi as string
    expect(again).toMatch(/-1\.wav/)
    await until(isSaid(board, again.replace(/^.*\/|\.wav.*$/g, '')))
    await officer.post('/counters/1/finish')
  }, 90_000)

  it('does not let a sound that never comes delay the next call', async () => {
    const board = await openSoundingBoard(await browse({ isUnlocked: true, isShort: true }))
    await board.page.route('**/sound/vi/*-2-0.wav*', () => {})
    await board.page.route('**/sound/vi/*-3-0.wav*', route => route.fulfill({ status: 404, body: '' }))
    const startedMs = Date.now()
    await call(2)
    await call(3)
    const last = `${await call(4)}-0`
    await until(isSaid(board, last), 20_000)
    // A time-out of 3 s, a failure at once, and half a second or so each for three chimes, the call and its repeat.
    expect(Date.now() - startedMs).toBeLessThan(9000)
  }, 60_000)

  it('says English after Vietnamese where it is asked to', async () => {
    const board = await openSoundingBoard(await browse({ isUnlocked: true, isShort: true }), '?voice=vi,en')
    const sound = `${await call(1)}-0`
    await until(() => board.events.filter(({ type, sound }) => type === 'ended' && sound !== 'silence').length >= 4)
    expect(spoken(board)).toEqual(['chime', sound, sound, sound])
  }, 60_000)

  it('keeps silent where it is muted, says so, remembers it, and speaks again at the touch of its button', async () => {
    const context = await browse({ isUnlocked: true, isShort: true })
    const muted = await openSoundingBoard(context, '?mute=1')
    await muted.page.close()
    const board = await openSoundingBoard(context)
    await board.page.getByRole('button', { name: 'Loa tắt' }).waitFor()
    await call(1)
    await wait(1000)
    expect(spoken(board)).toEqual([])
    await board.page.getByRole('button', { name: 'Loa tắt' }).click()
    await board.page.getByRole('button', { name: 'Loa đang bật' }).waitFor()
    const sound = `${await call(2)}-0`
    await until(isSaid(board, sound))
    expect(spoken(board)).toEqual(['chime', sound, sound])
  }, 60_000)
})

describe('a board that its browser keeps silent', () => {
  it('says so, holds up no call, and speaks the next one after a touch, without the ones missed', async () => {
    const board = await openBoard(await browse({ isUnlocked: false, isShort: true }))
    await wait(1500)
    await call(1)
    await call(2)
    await wait(1500)
    expect(board.events).toEqual([])
    await board.page.getByRole('button', { name: 'Bật loa' }).click()
    await board.page.getByRole('button', { name: 'Loa đang bật' }).waitFor()
    const sound = `${await call(3)}-0`
    await until(isSaid(board, sound))
    expect(spoken(board)).toEqual(['chime', sound, sound])
  }, 60_000)
})
