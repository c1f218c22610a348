import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { ShotOf, View, Watched } from '../../common/contract/live.ts'
import { openOffice, type Asking, type TestOffice } from '../support/office.ts'
import { listen, openScreen, type Screen } from '../support/screen.ts'

let office: TestOffice
let port: number
let kiosk: Asking
let board: Asking
let officer: Asking
const screens: Screen[] = []
beforeAll(async () => {
  office = await openOffice()
  port = await listen(office)
  ;[kiosk, board, officer] = [await office.pair('kiosk'), await office.pair('board'), await office.signIn('quay2')]
  await officer.post('/counters/2/open')
})
afterEach(() => screens.splice(0).forEach(screen => screen.close()))
afterAll(() => office.close())

const open = (who?: Asking, more?: Record<string, string>) => {
  const screen = openScreen(port, who, more)
  screens.push(screen)
  return screen
}
function shot<V extends View> (answer: Watched<ShotOf[V]>): ShotOf[V] {
  if (!answer.ok || !('snapshot' in answer)) throw new Error(JSON.stringify(answer))
  return answer.snapshot
}
const visit = async () => {
  const { body } = await kiosk.post('/tickets', { field: 'HT' })
  await officer.post('/counters/2/next')
  await officer.post('/counters/2/finish')
  return body
}

describe('a board', () => {
  it('gets a snapshot and then every fact once, in order, without a gap', async () => {
    const screen = open(board)
    const { rev, waiting } = shot<'board'>(await screen.watch({ view: 'board' }))
    expect(waiting['HT']).toBe(0)
    await visit()
    await screen.heard(({ facts }) => facts.length === 3)
    expect(screen.facts.map(({ type }) => type)).toEqual(['ticket:issued', 'ticket:called', 'ticket:finished'])
    expect(screen.facts.map(fact => [fact.prev, fact.rev])).toEqual([[rev, rev + 1], [rev + 1, rev + 2], [rev + 2, rev + 3]])
    expect(screen.facts.map(({ waiting }) => waiting?.['HT'])).toEqual([1, 0, 0])
    expect(screen.facts[1]).toMatchObject({ counter: 2, call: { repeat: 0, rev: rev + 2 }, ticket: { field: 'HT', priority: false } })
  })

  it('is told neither who acted nor what a citizen came for', async () => {
    const screen = open(board)
    await screen.watch({ view: 'board' })
    await kiosk.post('/tickets', { field: 'HT', procedure: 'HT03' })
    await screen.heard(({ facts }) => facts.length === 1)
    expect(JSON.stringify(screen.facts)).not.toMatch(/HT03|"by"|holder|session/)
    await officer.post('/counters/2/next')
    await officer.post('/counters/2/finish')
  })

  it('gets what it missed when it comes back with its place', async () => {
    const first = open(board)
    const { epoch, rev } = shot<'board'>(await first.watch({ view: 'board' }))
    first.close()
    await visit()
    const again = open(board)
    const answer = await again.watch({ view: 'board', after: { epoch, rev } })
    expect(answer.ok && 'facts' in answer && answer.facts.map(fact => [fact.prev, fact.rev])).toEqual([[rev, rev + 1], [rev + 1, rev + 2], [rev + 2, rev + 3]])
    await visit()
    await again.heard(({ facts }) => facts.length === 3)
    expect(again.facts[0]?.prev).toBe(rev + 3)
  })

  it('gets a snapshot instead when its place is of another time', async () => {
    const screen = open(board)
    for (const after of [{ epoch: 'another', rev: 1 }, { epoch: await office.store.epoch('main'), rev: 999_999 }]) {
      expect(await screen.watch({ view: 'board', after })).toHaveProperty('snapshot.rev')
    }
  })

  it('hears ticks that carry the last fact sent to it', async () => {
    const screen = open(board)
    const { rev, epoch } = shot<'board'>(await screen.watch({ view: 'board' }))
    await screen.heard(({ ticks }) => ticks.length > 0).catch(() => undefined)
    await screen.heard(({ ticks }) => ticks.length > 0)
    expect(screen.ticks[0]).toMatchObject({ epoch, rev })
  })
})

describe('a rating screen', () => {
  it('alone is asked for its counter\'s transaction; boards, staff and other counters are not', async () => {
    const [own, other, wall, staff] = [open(await office.pair('rating', 2)), open(await office.pair('rating', 3)), open(board), open(officer)]
    await Promise.all([own.watch({ view: 'rating', counter: 2 }), other.watch({ view: 'rating', counter: 3 }), wall.watch({ view: 'board' }), staff.watch({ view: 'rating', counter: 2 })])
    const { token } = await visit()
    await own.heard(({ signals }) => signals.some(({ type }) => type === 'rating:asked'))
    const asked = own.signals.find(signal => signal.type === 'rating:asked')
    expect(asked).toMatchObject({ counter: 2, solemn: false, officer: { name: 'Cán bộ mẫu 2' }, screenSeconds: 30 })
    await wall.heard(({ facts }) => facts.some(({ type }) => type === 'ticket:finished'))
    for (const screen of [other, wall, staff]) expect(screen.signals.filter(({ type }) => type === 'rating:asked')).toEqual([])
    const rating = (await office.as({}).get(`/my/${token}`)).body.rating
    const phone = open()
    await phone.watch({ view: 'ticket', token })
    await office.as({}).post('/ratings', { token: rating.token, level: 4 })
    await phone.heard(({ signals }) => signals.some(signal => signal.type === 'ticket:changed' && signal.mine.rating === undefined))
    await own.heard(({ signals }) => signals.some(({ type }) => type === 'rating:closed'))
  })

  it('finds a question still open when it reconnects, and may not look at another counter', async () => {
    await visit()
    const device = await office.pair('rating', 2)
    expect(shot<'rating'>(await open(device).watch({ view: 'rating', counter: 2 })).question).toMatchObject({ counter: 2 })
    expect(shot<'rating'>(await open(officer).watch({ view: 'rating', counter: 2 })).question).toBeUndefined()
    expect(await open(device).watch({ view: 'rating', counter: 3 })).toEqual({ ok: false, code: 'NOT_ALLOWED' })
  })
})

describe('coming back', () => {
  it('brings a rating screen the question it missed, not only the facts', async () => {
    const device = await office.pair('rating', 2)
    const { epoch, rev } = shot<'rating'>(await open(device).watch({ view: 'rating', counter: 2 }))
    await visit()
    const again = open(device)
    expect(await again.watch({ view: 'rating', counter: 2, after: { epoch, rev } })).toHaveProperty('facts')
    await again.heard(({ signals }) => signals.some(({ type }) => type === 'rating:asked'))
  })

  it('brings a board the number of people waiting', async () => {
    const { epoch, rev } = shot<'board'>(await open(board).watch({ view: 'board' }))
    await kiosk.post('/tickets', { field: 'DD' })
    const again = open(board)
    await again.watch({ view: 'board', after: { epoch, rev } })
    await again.heard(({ signals }) => signals.some(signal => signal.type === 'waiting:changed' && signal.waiting['DD'] === 1))
  })

  it('works under the office\'s own path', async () => {
    const screen = openScreen(port, board, {}, '/o/main')
    screens.push(screen)
    expect(await screen.watch({ view: 'board' })).toHaveProperty('snapshot')
  })
})

describe('a phone', () => {
  it('follows its own number without any cookie: place, call, question', async () => {
    const [first, second] = [(await kiosk.post('/tickets', { field: 'HT' })).body, (await kiosk.post('/tickets', { field: 'HT' })).body]
    const phone = open()
    expect(shot<'ticket'>(await phone.watch({ view: 'ticket', token: second.token }))).toMatchObject({ mine: { ahead: 1, ticket: { number: second.ticket.number } }, field: { id: 'HT' } })
    await officer.post('/counters/2/next')
    await phone.heard(({ signals }) => signals.some(signal => signal.type === 'ticket:changed' && signal.mine.ahead === 0))
    await officer.post('/counters/2/finish')
    await officer.post('/counters/2/next')
    await phone.heard(({ signals }) => signals.some(signal => signal.type === 'ticket:changed' && signal.mine.ticket.state === 'called'))
    await officer.post('/counters/2/finish')
    await phone.heard(({ signals }) => signals.some(signal => signal.type === 'ticket:changed' && signal.mine.rating !== undefined))
    expect(JSON.stringify(phone.facts)).not.toContain(first.ticket.id)
  })

  it('gets nothing for a token nobody was given', async () => {
    expect(await open().watch({ view: 'ticket', token: 'A'.repeat(24) })).toEqual({ ok: false, code: 'NOT_FOUND' })
  })
})

describe('a console', () => {
  it('shows what is here, who waits and why in that order, and whose lease it is', async () => {
    const numbers = []
    for (const priority of [false, false, true]) numbers.push((await kiosk.post('/tickets', { field: 'HT', priority })).body.ticket.number)
    const console2 = open(officer)
    const { mine, queue } = shot<'console'>(await console2.watch({ view: 'console', counter: 2 }))
    expect(mine).toBe(true)
    expect(queue.next.map(({ number, why }) => [number, why])).toEqual([[numbers[2], 'priority'], [numbers[0], 'order'], [numbers[1], 'order']])
    await officer.post('/counters/2/next')
    await console2.heard(({ signals }) => signals.some(signal => signal.type === 'queue:changed' && signal.waiting === 2))
    expect(console2.facts.at(-1)).toMatchObject({ type: 'ticket:called', by: 'staff:p_quay2' })
    expect(shot<'console'>(await open(await office.signIn('quay2')).watch({ view: 'console', counter: 2 }))).toMatchObject({ mine: false, current: { ticket: { number: numbers[2] } } })
    for (const _ of numbers) {
      await officer.post('/counters/2/finish')
      await officer.post('/counters/2/next')
    }
  })
})

describe('a printer in trouble', () => {
  const told = (screen: Screen) => screen.signals.filter(signal => signal.type === 'printer:changed')

  it('is told at once to kiosk, console and floor, in technical words to staff only', async () => {
    const [machine, console2, floor, wall] = [open(kiosk), open(officer), open(officer), open(board)]
    await Promise.all([machine.watch({ view: 'kiosk' }), console2.watch({ view: 'console', counter: 2 }), floor.watch({ view: 'floor' }), wall.watch({ view: 'board' })])
    office.printer.turn('fault', { detail: 'Auto-cutter error', reliefBy: 'desk' })
    await Promise.all([machine, console2, floor].map(screen => screen.heard(() => told(screen).length === 1)))
    expect(told(machine)).toEqual([{ type: 'printer:changed', printer: 'kiosk', state: 'fault', reliefBy: 'desk' }])
    for (const screen of [console2, floor]) expect(told(screen)).toEqual([{ type: 'printer:changed', printer: 'kiosk', state: 'fault', label: 'Máy in giả', detail: 'Auto-cutter error', reliefBy: 'desk' }])
    await visit()
    await wall.heard(({ facts }) => facts.length > 0)
    expect(told(wall)).toEqual([])
  })

  it('is in the snapshot of whoever comes later, and follows a replay', async () => {
    office.printer.turn('paper-out')
    const { epoch, rev, printer, printers } = shot<'kiosk'>(await open(kiosk).watch({ view: 'kiosk' }))
    expect([printer, printers]).toEqual(['paper-out', [{ printer: 'kiosk', state: 'paper-out' }]])
    expect(shot<'console'>(await open(officer).watch({ view: 'console', counter: 2 }))).toMatchObject({ printer: 'paper-out', printers: [{ printer: 'kiosk', state: 'paper-out', label: 'Máy in giả' }] })
    expect(shot<'floor'>(await open(officer).watch({ view: 'floor' })).printers).toHaveLength(1)
    const again = open(kiosk)
    expect(await again.watch({ view: 'kiosk', after: { epoch, rev } })).toHaveProperty('facts')
    await again.heard(() => told(again).length === 1)
    office.printer.turn('ready')
  })
})

describe('nothing is sent to whoever may not see it', () => {
  it.each([
    ['a stranger', () => undefined, { view: 'board' }, 'SIGN_IN_REQUIRED'],
    ['a board at the console', () => board, { view: 'console', counter: 2 }, 'NOT_ALLOWED'],
    ['a kiosk at the floor', () => kiosk, { view: 'floor' }, 'NOT_ALLOWED'],
    ['an unknown view', () => board, { view: 'everything' }, 'INVALID_REQUEST'],
    ['a wrong shape', () => board, { view: 'console', counter: '2' }, 'INVALID_REQUEST'],
    ['nothing at all', () => board, null, 'INVALID_REQUEST'],
    ['a counter that is not there', () => officer, { view: 'console', counter: 99 }, 'NOT_FOUND']
  ])('%s', async (_who, who, watch, code) => {
    expect(await open(who()).watch(watch as never)).toEqual({ ok: false, code })
  })

  it('refuses a socket from another site', async () => {
    const screen = open(board, { origin: 'http://evil.test' })
    await new Promise<void>(resolve => screen.socket.on('connect_error', () => resolve()))
    expect(screen.socket.connected).toBe(false)
  })

  it('cuts a removed device at once', async () => {
    const device = await office.pair('board')
    const screen = open(device)
    await screen.watch({ view: 'board' })
    const cut = new Promise<void>(resolve => screen.socket.on('disconnect', () => resolve()))
    await (await office.signIn('admin')).remove(`/devices/${device.id}`)
    await cut
  })
})
