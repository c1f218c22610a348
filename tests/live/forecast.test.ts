import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ShotOf, Signal, View, Watched } from '../../common/contract/live.ts'
import { openSqliteStore } from '../../server/storage/sqlite/store.ts'
import { openOffice, type Asking, type TestOffice } from '../support/office.ts'
import { listen, openScreen, type Screen } from '../support/screen.ts'

const minute = 60_000
let office: TestOffice
let port: number
let kiosk: Asking
let board: Asking
let officer: Asking
let guide: Asking
/** Reads of single tickets, which is what a phone that is told everything costs. */
let reads = 0
const screens: Screen[] = []

async function start (more: Parameters<typeof openOffice>[0] = {}): Promise<void> {
  office = await openOffice({
    forecast: true,
    open: async settings => {
      const store = await openSqliteStore(settings)
      return { ...store, ticket: (...asked) => { reads++; return store.ticket(...asked) } }
    },
    ...more
  })
  port = await listen(office)
  ;[kiosk, board, officer, guide] = [await office.pair('kiosk'), await office.pair('board'), await office.signIn('quay2'), await office.signIn('huongdan')]
  await officer.post('/counters/2/open')
  if (more.forecast !== false) await office.foretell()
}
beforeEach(() => start())
afterEach(async () => {
  for (const screen of screens.splice(0)) screen.close()
  await office.close()
})

const open = (who?: Asking) => {
  const screen = openScreen(port, who)
  screens.push(screen)
  return screen
}
function shot<V extends View> (answer: Watched<ShotOf[V]>): ShotOf[V] {
  if (!answer.ok || !('snapshot' in answer)) throw new Error(JSON.stringify(answer))
  return answer.snapshot
}
const take = async (more: object = {}) => (await kiosk.post('/tickets', { field: 'HT', slip: false, ...more })).body
const at2 = (deed: string, body?: unknown) => officer.post(`/counters/2/${deed}`, body)
const call = async () => {
  await at2('next')
  await at2('finish')
}
type SignalOf<Type extends Signal['type']> = Extract<Signal, { type: Type }>
const told = <Type extends Signal['type']>(screen: Screen, type: Type) => screen.signals.filter((signal): signal is SignalOf<Type> => signal.type === type)
const last = <Type extends Signal['type']>(screen: Screen, type: Type) => told(screen, type).at(-1)
/** Ticks come every five seconds, and a screen is waited for as long. */
const heard = async (screen: Screen, what: (screen: Screen) => boolean) => {
  await screen.heard(what).catch(() => undefined)
  await screen.heard(what)
}
/** Everything that was sent before is there once an answer to a question asked now is. */
const settle = (screen: Screen) => new Promise(resolve => { screen.socket.emit('watch', { view: 'nothing' } as never, resolve) })
const ordinary = (forecasts: SignalOf<'forecast:changed'>['forecasts']) => forecasts?.find(({ field }) => field === 'HT')?.ordinary.forecast

describe('what a newcomer may expect', () => {
  it('stands in the snapshot of board, kiosk, console and floor as anybody may ask for it', async () => {
    const { items } = (await office.as({}).get('/forecast')).body
    for (const [who, watch] of [[board, { view: 'board' }], [kiosk, { view: 'kiosk' }], [officer, { view: 'console', counter: 2 }], [guide, { view: 'floor' }]] as const) {
      expect(shot(await open(who).watch(watch as never))).toHaveProperty('forecasts', items)
    }
    expect(shot(await open(await office.pair('sign', 2)).watch({ view: 'sign', counter: 2 }))).not.toHaveProperty('forecasts')
  })

  it('is told to all of them when it has moved enough to matter, and to no sign or phone', async () => {
    const { token } = await take()
    const hall = [open(board), open(kiosk), open(officer), open(guide)] as const
    const others = [open(await office.pair('sign', 2)), open()] as const
    await Promise.all([
      hall[0].watch({ view: 'board' }), hall[1].watch({ view: 'kiosk' }), hall[2].watch({ view: 'console', counter: 2 }), hall[3].watch({ view: 'floor' }),
      others[0].watch({ view: 'sign', counter: 2 }), others[1].watch({ view: 'ticket', token })
    ])
    for (let people = 0; people < 4; people++) await take()
    const { items } = (await office.as({}).get('/forecast')).body
    for (const screen of hall) {
      await screen.heard(() => last(screen, 'forecast:changed') !== undefined)
      await settle(screen)
      expect(Date.parse(ordinary(last(screen, 'forecast:changed')?.forecasts)?.likely ?? '')).toBeGreaterThan(office.clock.now() + 10 * minute)
      expect(last(screen, 'forecast:changed')?.forecasts).toHaveLength(items.length)
    }
    for (const screen of others) {
      await settle(screen)
      expect(told(screen, 'forecast:changed').filter(({ forecasts }) => forecasts)).toEqual([])
    }
  })

  it('is not told again while nothing that matters happens', async () => {
    const { token } = await take()
    const [wall, phone, desk] = [open(board), open(), open(officer)]
    await Promise.all([wall.watch({ view: 'board' }), phone.watch({ view: 'ticket', token }), desk.watch({ view: 'console', counter: 2 })])
    for (let beat = 0; beat < 3; beat++) {
      office.clock.forward(1000)
      await office.foretell()
    }
    for (const screen of [wall, phone, desk]) {
      await settle(screen)
      expect(screen.signals).toEqual([])
    }
  })

  it('is gone when nobody reckons any more, rather than old', async () => {
    const { token } = await take()
    const [wall, phone] = [open(board), open()]
    await Promise.all([wall.watch({ view: 'board' }), phone.watch({ view: 'ticket', token })])
    office.clock.forward(3 * minute)
    await heard(wall, () => last(wall, 'forecast:changed') !== undefined)
    expect(ordinary(last(wall, 'forecast:changed')?.forecasts)).toBeNull()
    await phone.heard(() => last(phone, 'forecast:changed')?.mine === null)
  })
})

describe('a phone', () => {
  it('has its range from the first look, is told of a better one after calls, and of none once called', async () => {
    const before = []
    for (let people = 0; people < 4; people++) before.push(await take())
    const { token, ticket } = await take()
    const phone = open()
    const { mine } = shot<'ticket'>(await phone.watch({ view: 'ticket', token }))
    expect(mine).toEqual((await office.as({}).get(`/my/${token}`)).body)
    expect(mine.forecast).not.toBeNull()
    await call()
    await call()
    await call()
    await phone.heard(() => (last(phone, 'ticket:changed')?.mine.ahead ?? 9) <= 2)
    await settle(phone)
    const known = [...phone.signals].reverse().flatMap(signal => signal.type === 'forecast:changed' ? [signal.mine] : signal.type === 'ticket:changed' ? [signal.mine.forecast] : [])[0]
    expect(Date.parse(known?.likely ?? '')).toBeLessThan(Date.parse(mine.forecast?.likely ?? ''))
    await at2('call', { ticket: ticket.id, reason: 'xin gọi trước' })
    await phone.heard(() => last(phone, 'ticket:changed')?.mine.ticket.state === 'called')
    expect(last(phone, 'ticket:changed')?.mine.forecast).toBeNull()
  })

  it('learns without asking that its counter closed, and that it is open again', async () => {
    await take()
    const { token } = await take()
    const phone = open()
    expect(shot<'ticket'>(await phone.watch({ view: 'ticket', token })).mine.forecast).not.toBeNull()
    await at2('close')
    // It may open again soon, or in the afternoon; late in the afternoon nobody is expected that day.
    await phone.heard(() => (last(phone, 'forecast:changed')?.mine?.latest ?? '') >= '2026-11-23T13:30')
    expect(last(phone, 'forecast:changed')?.mine).toEqual((await office.as({}).get(`/my/${token}`)).body.forecast)
    office.clock.set(Date.parse('2026-11-23T16:00:00+07:00'))
    await office.foretell()
    await phone.heard(() => last(phone, 'forecast:changed')?.mine === null)
    expect((await office.as({}).get(`/my/${token}`)).body.forecast).toBeNull()
    await at2('open')
    await phone.heard(() => Boolean(last(phone, 'forecast:changed')?.mine))
    expect(last(phone, 'forecast:changed')?.mine).toEqual((await office.as({}).get(`/my/${token}`)).body.forecast)
  })

  it('costs no query when the outlook moves, however many there are', async () => {
    office.clock.set(Date.parse('2026-11-23T15:00:00+07:00'))
    await office.foretell()
    const tokens: string[] = []
    for (let people = 0; people < 6; people++) tokens.push((await take()).token)
    const phones = [...tokens, ...tokens, ...tokens, ...tokens].map(token => ({ token, phone: open() }))
    const answers = await Promise.all(phones.map(({ phone, token }) => phone.watch({ view: 'ticket', token })))
    expect(answers.filter(answer => shot<'ticket'>(answer).mine.forecast)).toHaveLength(24)
    reads = 0
    await at2('close')
    for (const { phone } of phones) await phone.heard(() => last(phone, 'forecast:changed') !== undefined)
    expect(reads).toBe(0)
    for (const { phone } of phones) expect(told(phone, 'forecast:changed')).toHaveLength(1)
  })

  it('that came back with its place is told the range of now', async () => {
    for (let people = 0; people < 3; people++) await take()
    const { token } = await take()
    const { epoch, rev } = shot<'ticket'>(await open().watch({ view: 'ticket', token }))
    await call()
    await call()
    const again = open()
    expect(await again.watch({ view: 'ticket', token, after: { epoch, rev } })).toHaveProperty('facts')
    await again.heard(() => last(again, 'ticket:changed') !== undefined)
    expect(last(again, 'ticket:changed')?.mine).toEqual((await office.as({}).get(`/my/${token}`)).body)
    await at2('close')
    await again.heard(() => (last(again, 'forecast:changed')?.mine?.latest ?? '') >= '2026-11-23T13:30')
  })
})

describe('a console', () => {
  it('says of everybody in its queue when the call is expected, and is told when that has moved', async () => {
    for (let people = 0; people < 4; people++) await take()
    const desk = open(officer)
    const { queue } = shot<'console'>(await desk.watch({ view: 'console', counter: 2 }))
    const likely = queue.next.map(({ forecast }) => forecast?.likely ?? '')
    expect(likely).toEqual([...likely].sort())
    expect(new Set(likely).size).toBe(4)
    // No call, no number, and yet everybody waits longer.
    await at2('pause', { reason: 'họp' })
    await desk.heard(() => last(desk, 'queue:changed')?.next.every(({ forecast }) => forecast?.likely !== likely[0]) === true)
  })
})

describe('the promise', () => {
  it('fails by the clock alone: the hall is told whom it failed, staff also who is next and how often, the phone that it did', async () => {
    const [first, second] = [await take(), await take()]
    const [wall, floor, desk, phone] = [open(board), open(guide), open(officer), open()]
    expect(shot<'board'>(await wall.watch({ view: 'board' })).promise).toEqual({ minutes: 30, broken: [] })
    expect(shot<'floor'>(await floor.watch({ view: 'floor' })).promise).toEqual({ minutes: 30, broken: [], soon: [], brokenToday: 0 })
    await desk.watch({ view: 'console', counter: 2 })
    await phone.watch({ view: 'ticket', token: first.token })
    office.clock.forward(31 * minute)
    await heard(wall, () => last(wall, 'promise:changed') !== undefined)
    const broken = [first, second].map(({ ticket: { id, number, field, priority, issuedAt } }) => ({ id, number, field, priority, since: issuedAt, promisedBy: '2026-11-23T09:30:00.000+07:00' }))
    expect(last(wall, 'promise:changed')?.promise).toEqual({ minutes: 30, broken })
    for (const screen of [floor, desk]) {
      await screen.heard(() => last(screen, 'promise:changed') !== undefined)
      expect(last(screen, 'promise:changed')?.promise).toMatchObject({ broken, brokenToday: 2 })
    }
    await phone.heard(() => last(phone, 'ticket:changed')?.mine.promise?.broken === true)
    await at2('next')
    await wall.heard(() => last(wall, 'promise:changed')?.promise.broken.length === 1)
    expect(told(wall, 'promise:changed')).toHaveLength(2)
    await floor.heard(() => last(floor, 'promise:changed')?.promise.broken.length === 1)
    expect(last(floor, 'promise:changed')?.promise.brokenToday).toBe(2)
  })

  it('is known kept at once, on a board that came while it was broken, though nobody reckons and no tick has come', async () => {
    await office.close()
    await start({ forecast: false })
    const { ticket } = await take()
    await take()
    office.clock.forward(31 * minute)
    const wall = open(board)
    expect(shot<'board'>(await wall.watch({ view: 'board' })).promise?.broken).toHaveLength(2)
    await at2('next')
    await wall.heard(({ facts }) => facts.some(({ type }) => type === 'ticket:called'))
    await settle(wall)
    expect(last(wall, 'promise:changed')?.promise.broken.map(({ number }) => number)).toEqual(['2002'])
    expect(ticket.number).toBe('2001')
  })

  it('is known to staff before it fails, and never said in the hall', async () => {
    const wall = open(board)
    const floor = open(guide)
    await Promise.all([wall.watch({ view: 'board' }), floor.watch({ view: 'floor' })])
    for (let people = 0; people < 12; people++) await take()
    await floor.heard(() => (last(floor, 'promise:changed')?.promise.soon?.length ?? 0) > 0)
    await settle(floor)
    const soon = last(floor, 'promise:changed')?.promise.soon ?? []
    expect(soon.every(({ promisedBy, likely }) => promisedBy < likely)).toBe(true)
    expect(soon.map(({ number }) => number)).toContain('2012')
    expect(soon.map(({ number }) => number)).not.toContain('2001')
    await settle(wall)
    expect(told(wall, 'promise:changed')).toEqual([])
    expect(shot<'board'>(await open(board).watch({ view: 'board' })).promise).not.toHaveProperty('soon')
  })

  it('counts a number that was called too late between two looks, and what was counted before a restart', async () => {
    await take()
    const floor = open(guide)
    await floor.watch({ view: 'floor' })
    office.clock.forward(31 * minute)
    await call()
    await take()
    await heard(floor, () => last(floor, 'promise:changed')?.promise.brokenToday === 1)
    expect(shot<'floor'>(await open(guide).watch({ view: 'floor' })).promise).toEqual({ minutes: 30, broken: [], soon: [], brokenToday: 1 })
  })
})

describe('coming back', () => {
  it('brings what is expected now, and whom the promise failed', async () => {
    const places = await Promise.all([board, kiosk, officer, guide].map(async (who, place) => {
      const watch = [{ view: 'board' }, { view: 'kiosk' }, { view: 'console', counter: 2 }, { view: 'floor' }][place] ?? { view: '' }
      const { epoch, rev } = shot(await open(who).watch(watch as never)) as ShotOf['board']
      return { who, watch: { ...watch, after: { epoch, rev } } }
    }))
    for (let people = 0; people < 3; people++) await take()
    const now = (await office.as({}).get('/forecast')).body.items
    for (const { who, watch } of places) {
      const again = open(who)
      expect(await again.watch(watch as never)).toHaveProperty('facts')
      await again.heard(() => last(again, 'forecast:changed') !== undefined)
      expect(last(again, 'forecast:changed')?.forecasts).toEqual(now)
      await settle(again)
      const promise = last(again, 'promise:changed')?.promise
      if (watch.view === 'kiosk') expect(promise).toBeUndefined()
      else if (watch.view === 'board') expect(promise).toEqual({ minutes: 30, broken: [] })
      else expect(promise).toHaveProperty('brokenToday', 0)
    }
  })
})

describe('how right the forecasts were', () => {
  it('stands on the board only where the office publishes it, once a number was called', async () => {
    await take()
    await call()
    expect(shot<'board'>(await open(board).watch({ view: 'board' }))).not.toHaveProperty('accuracy')
    await office.close()
    await start({ seed: sample => ({ ...sample, rules: { ...sample.rules, publishAccuracy: true } }) })
    expect(shot<'board'>(await open(board).watch({ view: 'board' }))).not.toHaveProperty('accuracy')
    await take()
    await call()
    // What was read is good for a few minutes.
    expect(shot<'board'>(await open(board).watch({ view: 'board' }))).not.toHaveProperty('accuracy')
    office.clock.forward(6 * minute)
    expect(shot<'board'>(await open(board).watch({ view: 'board' })).accuracy).toMatchObject({ days: 1, called: 1 })
  })
})
