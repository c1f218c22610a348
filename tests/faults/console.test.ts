import type { Page, Route } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { comes, goHome, key, openHall, press, sees, signInByPin, type Hall } from '../journeys/hall.ts'
import type { Json } from '../support/json.ts'
import { signIn } from '../support/server.ts'

/** The console tells the truth this soon after it is connected again. */
const truthMs = 2000
/** The machine of the tests may be busy with others of them at the same time, as no office's is: the best of three counts. */
const timed = { retry: 2, timeout: 30_000 }

let hall: Hall
let desk: Page
let rival: Page
beforeAll(async () => {
  hall = await openHall({ now: '2026-11-23T09:10:00+07:00' })
  ;[desk, rival] = await Promise.all([hall.open('console', 2), hall.computer('/counter?n=2')])
  await press(desk, 'Mở quầy')
  await signInByPin(rival, 'mau 3')
  await sees(rival, 'Quầy 2 đang do Cán bộ mẫu 2 phụ trách')
}, 60_000)
let before = 0
beforeEach(async () => {
  await goHome(hall.guide)
  before = (await log()).length
  await card(desk).filter({ hasText: 'Chưa gọi số nào' }).waitFor()
})
afterEach(() => { expect(hall.faults).toEqual([]) })
afterAll(() => hall.close())

const card = (page: Page) => page.locator('moi-current-ticket')
const serving = (page: Page, number: string) => card(page).filter({ hasText: 'Đang phục vụ' }).filter({ hasText: number }).waitFor()
const called = (page: Page, number: string) => card(page).filter({ hasText: 'Đang gọi' }).filter({ hasText: number }).waitFor()
const person = async (): Promise<string> => (await comes(hall.guide, { field: 'HT' })).number
const ticket = async (number: string): Promise<Json> => ((await hall.guide.get('/tickets')).body.items as Json[]).find(ticket => ticket.number === number)

/** The whole log of the office. */
async function log (): Promise<Json[]> {
  const admin = await signIn(hall.url, 'admin')
  const facts: Json[] = []
  for (let after: string | undefined = '0'; after !== undefined;) {
    const { body } = await admin.get(`/facts?after=${after}`)
    facts.push(...body.items)
    after = body.next
  }
  return facts
}

/** What happened to numbers since the test began. */
const deeds = async () => (await log()).slice(before).map(({ type }) => type as string).filter(type => /^ticket:(called|started|finished|missed)$/.test(type))

/** The next request of this deed reaches the office, but its answer nobody; what happens meanwhile is up to the test. */
async function loseAnswer (page: Page, deed: string, meanwhile = async () => {}): Promise<{ readonly lost: Promise<void> }> {
  let lose = () => {}
  const lost = new Promise<void>(resolve => { lose = resolve })
  await page.route(`**/counters/2/${deed}`, async (route: Route) => {
    await route.fetch()
    await meanwhile()
    await route.abort('connectionreset')
    lose()
  }, { times: 1 })
  return { lost }
}

/** Milliseconds from the first word on the next live line to the moment this is seen. */
async function afterReconnecting (page: Page, seen: () => Promise<unknown>, cause: () => Promise<unknown>): Promise<number> {
  const connected = new Promise<number>(resolve => {
    page.on('websocket', line => line.once('framereceived', () => resolve(performance.now())))
  })
  await cause()
  const since = await connected
  await seen()
  return performance.now() - since
}

describe('two keys where one was meant', () => {
  it('a double Space calls one number, a double Enter finishes one and calls nobody', async () => {
    const [first, second] = [await person(), await person()]
    await card(desk).filter({ hasText: '2 người' }).waitFor()
    await Promise.all([desk.keyboard.press('Space'), desk.keyboard.press('Space')])
    await called(desk, first)
    await key(desk, 'Bắt đầu')
    await serving(desk, first)
    await Promise.all([desk.keyboard.press('Enter'), desk.keyboard.press('Enter')])
    await sees(desk, `${first} đã hoàn thành.`)
    await desk.keyboard.press('Enter')
    expect(await deeds()).toEqual(['ticket:called', 'ticket:started', 'ticket:finished'])
    expect((await ticket(second)).state).toBe('waiting')
  })

  it('a key held down is one press', async () => {
    const [first] = [await person(), await person()]
    await card(desk).filter({ hasText: '2 người' }).waitFor()
    for (let repeat = 0; repeat < 5; repeat++) await desk.keyboard.down('Space')
    await desk.keyboard.up('Space')
    await key(desk, 'Bắt đầu')
    await serving(desk, first)
    for (let repeat = 0; repeat < 5; repeat++) await desk.keyboard.down('Enter')
    await desk.keyboard.up('Enter')
    await sees(desk, `${first} đã hoàn thành.`)
    expect(await deeds()).toEqual(['ticket:called', 'ticket:started', 'ticket:finished'])
  })
})

describe('an answer that does not come', () => {
  it('is not waited for: the console sees the deed itself, and a second press is no second deed', async () => {
    const [first, second] = [await person(), await person()]
    await card(desk).filter({ hasText: '2 người' }).waitFor()
    const { lost } = await loseAnswer(desk, 'next')
    await desk.keyboard.press('Space')
    await lost
    await called(desk, first)
    await desk.keyboard.press('Space')
    await key(desk, 'Bắt đầu')
    await serving(desk, first)
    const { lost: lostToo } = await loseAnswer(desk, 'finish')
    await desk.keyboard.press('Enter')
    await lostToo
    await card(desk).filter({ hasText: 'Chưa gọi số nào' }).waitFor()
    expect(await deeds()).toEqual(['ticket:called', 'ticket:started', 'ticket:finished'])
    expect((await ticket(second)).state).toBe('waiting')
  })

  it('a finish on its way when the server is killed is not lost, and the console says so within 2 s of being connected again', timed, async () => {
    const [first, second] = [await person(), await person()]
    await card(desk).filter({ hasText: '2 người' }).waitFor()
    await key(desk, 'Gọi tiếp')
    await called(desk, first)
    await key(desk, 'Bắt đầu')
    await serving(desk, first)
    const { lost } = await loseAnswer(desk, 'finish', async () => { await hall.kill() })
    await desk.keyboard.press('Enter')
    await lost
    const took = await afterReconnecting(desk, () => card(desk).filter({ hasText: 'Chưa gọi số nào' }).waitFor(), () => hall.restart('2026-11-23T09:12:00+07:00'))
    expect(took).toBeLessThan(truthMs)
    expect(await deeds()).toEqual(['ticket:called', 'ticket:started', 'ticket:finished'])
    expect((await ticket(second)).state).toBe('waiting')
  })

  it('a call on its way when the server is killed is one call, however often the key is pressed: at once, unheard, and when all is well again', timed, async () => {
    const [first] = [await person(), await person()]
    await card(desk).filter({ hasText: '2 người' }).waitFor()
    const { lost } = await loseAnswer(desk, 'next', async () => { await hall.kill() })
    await desk.keyboard.press('Space')
    await lost
    await sees(desk, /Bấm lại không gây trùng/)
    await desk.keyboard.press('Space')
    expect(await afterReconnecting(desk, () => called(desk, first), async () => {
      await hall.restart('2026-11-23T09:14:00+07:00')
      await desk.keyboard.press('Space')
    })).toBeLessThan(truthMs)
    await desk.keyboard.press('Space')
    await key(desk, 'Bắt đầu')
    await serving(desk, first)
    expect(await deeds()).toEqual(['ticket:called', 'ticket:started'])
  })

  it('a call that never reached a dead server is done when the key is pressed again', timed, async () => {
    const first = await person()
    await card(desk).filter({ hasText: '1 người' }).waitFor()
    await hall.kill()
    await desk.keyboard.press('Space')
    await sees(desk, /Bấm lại không gây trùng/)
    const isReady = () => desk.locator('moi-deed-bar').getByRole('button', { name: /^Gọi tiếp/, disabled: false }).waitFor()
    expect(await afterReconnecting(desk, isReady, () => hall.restart('2026-11-23T09:16:00+07:00'))).toBeLessThan(truthMs)
    await desk.keyboard.press('Space')
    await called(desk, first)
    expect(await deeds()).toEqual(['ticket:called'])
  })
})

describe('two officers at one counter', () => {
  it('the one who does not hold it can do nothing by key; taking over is said twice, keeps the number, and the other knows at once', async () => {
    const [first, second] = [await person(), await person()]
    await key(desk, 'Gọi tiếp')
    await called(desk, first)
    for (const pressed of ['Space', 'KeyS', 'Enter', 'Delete']) await rival.keyboard.press(pressed)
    expect(await deeds()).toEqual(['ticket:called'])

    await press(rival, 'Nhận bàn giao quầy')
    await press(rival, 'Nhận bàn giao')
    await called(rival, first)
    await sees(desk, /Cán bộ mẫu 3 (vừa )?(đã )?nhận bàn giao quầy 2/)
    for (const pressed of ['KeyS', 'Enter', 'Space']) await desk.keyboard.press(pressed)
    await key(rival, 'Bắt đầu')
    await serving(rival, first)

    await press(desk, 'Nhận bàn giao quầy')
    await press(desk, 'Nhận bàn giao')
    await serving(desk, first)
    await Promise.all([desk.keyboard.press('Enter'), rival.keyboard.press('Enter'), rival.keyboard.press('Space')])
    await sees(desk, `${first} đã hoàn thành.`)
    expect(await deeds()).toEqual(['ticket:called', 'ticket:started', 'ticket:finished'])
    expect((await ticket(second)).state).toBe('waiting')
  })
})
