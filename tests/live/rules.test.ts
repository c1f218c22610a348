import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ConsoleShot, LiveFact, Queue, ShotOf, Signal, View, Watched } from '../../common/contract/live.ts'
import type { MyTicket } from '../../common/contract/ticket.ts'
import type { Json } from '../support/json.ts'
import { openOffice, type Asking, type TestOffice } from '../support/office.ts'
import { listen, openScreen, type Screen } from '../support/screen.ts'

let office: TestOffice
let port: number
let kiosk: Asking
let board: Asking
let officer: Asking
let guide: Asking
const screens: Screen[] = []
beforeAll(async () => {
  office = await openOffice({ alwaysOpen: true })
  port = await listen(office)
  ;[kiosk, board, officer, guide] = [await office.pair('kiosk'), await office.pair('board'), await office.signIn('quay2'), await office.signIn('huongdan')]
  await officer.post('/counters/2/open')
})
beforeEach(async () => {
  office.clock.forward(120_000)
  for (const { id } of (await guide.get('/tickets')).body.items as Json[]) await guide.post(`/tickets/${id}/cancel`)
})
afterEach(() => screens.splice(0).forEach(screen => screen.close()))
afterAll(() => office.close())

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
const secret = 'thiếu giấy chứng sinh'
type SignalOf<Type extends Signal['type']> = Extract<Signal, { type: Type }>
const last = <Type extends Signal['type']>(screen: Screen, type: Type) => screen.signals.findLast((signal): signal is SignalOf<Type> => signal.type === type)
const mineOn = (phone: Screen): MyTicket | undefined => last(phone, 'ticket:changed')?.mine

/** Every kind of fact, on one number and another. */
async function everything (): Promise<void> {
  const { ticket } = await take()
  const other = await take()
  await at2('next')
  await at2('hold', { reason: secret, slip: false })
  await at2('undo')
  await at2('hold', { reason: secret, slip: false })
  await guide.post(`/tickets/${ticket.id}/return`)
  await at2('call', { ticket: other.ticket.id, reason: 'xin gọi trước' })
  await at2('recall')
  await at2('miss')
  await at2('next')
  await at2('start')
  await at2('transfer', { counter: 3 })
  await guide.post(`/tickets/${ticket.id}/cancel`)
  await take()
  await at2('next')
  await at2('finish')
}
const kinds = ['ticket:issued', 'ticket:called', 'ticket:held', 'ticket:undone', 'ticket:returned', 'ticket:recalled', 'ticket:missed', 'ticket:started', 'ticket:transferred', 'ticket:cancelled', 'ticket:finished']

describe('the new facts', () => {
  it('reach board, console and floor in order and without a gap, replayed as they were told', async () => {
    const views = [[open(board), { view: 'board' }], [open(officer), { view: 'console', counter: 2 }], [open(guide), { view: 'floor' }]] as const
    const starts = await Promise.all(views.map(async ([screen, watch]) => shot(await screen.watch(watch as never))))
    await everything()
    for (const [place, [screen, watch]] of views.entries()) {
      await screen.heard(({ facts }) => facts.some(({ type }) => type === 'ticket:finished'))
      expect([...new Set(screen.facts.map(({ type }) => type))].sort()).toEqual([...kinds].sort())
      screen.facts.reduce((prev, fact) => {
        expect([fact.prev, fact.rev]).toEqual([prev, prev + 1])
        return fact.rev
      }, starts[place]?.rev ?? -1)
      const again = await open(place === 0 ? board : officer).watch({ ...watch, after: { epoch: starts[place]?.epoch ?? '', rev: starts[place]?.rev ?? 0 } } as never)
      const told = screen.facts.map(({ waiting: _, ...fact }) => fact)
      expect(again.ok && 'facts' in again && again.facts).toEqual(told)
    }
  })

  it('tell staff the reasons, and neither board, sign nor phone', async () => {
    const { token } = await take()
    const [wall, sign, phone, staff] = [open(board), open(await office.pair('sign', 2)), open(), open(officer)]
    await Promise.all([wall.watch({ view: 'board' }), sign.watch({ view: 'sign', counter: 2 }), phone.watch({ view: 'ticket', token }), staff.watch({ view: 'console', counter: 2 })])
    await everything()
    for (const screen of [wall, sign, staff]) await screen.heard(({ facts }) => facts.some(({ type }) => type === 'ticket:finished'))
    for (const screen of [wall, sign, phone]) expect(JSON.stringify([screen.facts, screen.signals])).not.toMatch(/thiếu giấy|xin gọi trước|"by"/)
    const told = staff.facts as readonly Extract<LiveFact, { reason?: string, chosen?: string }>[]
    expect(told.some(fact => fact.type === 'ticket:held' && fact.reason === secret)).toBe(true)
    expect(told.some(fact => fact.type === 'ticket:called' && fact.chosen === 'xin gọi trước')).toBe(true)
  })
})

describe('a board', () => {
  it('lists who did not come with the counter that called, newest first', async () => {
    const numbers = []
    for (let visit = 0; visit < 2; visit++) {
      numbers.unshift((await take()).ticket.number)
      await at2('next')
      office.clock.forward(1000)
      await at2('miss')
    }
    const { missed } = shot<'board'>(await open(board).watch({ view: 'board' }))
    expect(missed.map(({ number, counter }) => [number, counter])).toEqual(numbers.map(number => [number, 2]))
    expect(missed[0]?.at).toMatch(/\+07:00$/)
  })

  it('is told what was taken back, by deed and number, so that it can show the correction', async () => {
    const { ticket } = await take()
    const wall = open(board)
    await wall.watch({ view: 'board' })
    for (const deed of ['next', 'finish', 'undo']) await at2(deed)
    await wall.heard(({ facts }) => facts.length === 3)
    expect(wall.facts[2]).toMatchObject({ type: 'ticket:undone', ticket: { number: ticket.number }, counter: 2, deed: 'finish', to: 'called' })
    expect(shot<'board'>(await open(board).watch({ view: 'board' })).calls[0]).toMatchObject({ ticket: { number: ticket.number }, state: 'called' })
  })
})

describe('a console', () => {
  const watch = async () => {
    const screen = open(officer)
    return { screen, shot: shot<'console'>(await screen.watch({ view: 'console', counter: 2 })) }
  }
  const queueOn = (screen: Screen): Queue & { undo?: ConsoleShot['counter']['undo'] } | undefined => last(screen, 'queue:changed')

  it('shows who is away: held with until when and why, missed with the counter', async () => {
    const [held, missed] = [await take(), await take()]
    await at2('next')
    const until = (await at2('hold', { reason: secret, minutes: 10, slip: false })).body.ticket.hold.until
    const { screen, shot: before } = await watch()
    expect(before.queue).toMatchObject({ held: [{ number: held.ticket.number, counter: 2, until, reason: secret }], missed: [] })
    await at2('next')
    await at2('miss')
    await screen.heard(() => queueOn(screen)?.missed.length === 1)
    expect(queueOn(screen)).toMatchObject({ waiting: 0, next: [], held: [{ until }], missed: [{ number: missed.ticket.number, counter: 2 }] })
  })

  it('shows what can be taken back, until when, and nothing once it cannot', async () => {
    const { ticket } = await take()
    const { screen, shot: before } = await watch()
    expect(before.counter).not.toHaveProperty('undo')
    await at2('next')
    const { counter } = (await watch()).shot
    expect(counter.undo).toMatchObject({ deed: 'next', number: ticket.number })
    expect(Date.parse(counter.undo?.until ?? '')).toBe(office.clock.now() + 60_000)
    await at2('miss')
    await screen.heard(() => queueOn(screen)?.undo?.deed === 'miss')
    await guide.post(`/tickets/${ticket.id}/return`)
    await screen.heard(() => queueOn(screen)?.next.length === 1)
    expect(queueOn(screen)).not.toHaveProperty('undo')
    expect(JSON.stringify((await office.as({}).get('/counters')).body)).not.toContain('undo')
  })

  it('lists whoever comes back, or was sent here, before its fields and with the reason', async () => {
    const [sent, waiting] = [await take(), await take({ dossiers: 3 })]
    await at2('next')
    await at2('hold', { reason: secret, slip: false })
    await guide.post(`/tickets/${sent.ticket.id}/return`)
    expect((await watch()).shot.queue.next).toMatchObject([{ number: sent.ticket.number, why: 'returned', bound: { counters: [2], next: true } }, { number: waiting.ticket.number, why: 'order', dossiers: 3 }])
  })
})

describe('a phone', () => {
  it('is told in its place: sent away, who goes first and why, and when that was taken back', async () => {
    const [sent, waiting] = [await take(), await take()]
    const [away, here] = [open(), open()]
    await away.watch({ view: 'ticket', token: sent.token })
    await here.watch({ view: 'ticket', token: waiting.token })
    await at2('next')
    await at2('hold', { reason: secret, slip: false })
    await away.heard(() => mineOn(away)?.ticket.state === 'held')
    expect(mineOn(away)).toMatchObject({ ticket: { hold: { counter: 2 } }, counters: [2], advice: { vi: expect.stringContaining('Quầy 2') } })
    expect(mineOn(here)?.ahead).toBe(0)
    await guide.post(`/tickets/${sent.ticket.id}/return`)
    await here.heard(() => mineOn(here)?.ahead === 1)
    const { call } = (await at2('next')).body
    await here.heard(() => mineOn(here)?.overtakenBy.length === 1)
    expect(mineOn(here)?.overtakenBy).toEqual([{ number: sent.ticket.number, why: call.why.text }])
    expect((await office.as({}).get(`/my/${waiting.token}`)).body).toEqual(mineOn(here))
    await at2('undo')
    await here.heard(() => mineOn(here)?.overtakenBy.length === 0)
    expect((await office.as({}).get(`/my/${waiting.token}`)).body).toEqual(mineOn(here))
  })

  it('is told why a number of another field went first at a counter that serves both, and when that was taken back', async () => {
    const [waiting, other] = [await take(), (await kiosk.post('/tickets', { field: 'CT', slip: false })).body]
    const phone = open()
    await phone.watch({ view: 'ticket', token: waiting.token })
    const { call } = (await at2('call', { ticket: other.ticket.id, reason: secret })).body
    await phone.heard(() => mineOn(phone)?.overtakenBy.length === 1)
    expect(mineOn(phone)?.overtakenBy).toEqual([{ number: other.ticket.number, why: call.why.text }])
    expect((await office.as({}).get(`/my/${waiting.token}`)).body).toEqual(mineOn(phone))
    expect(JSON.stringify(mineOn(phone))).not.toContain(secret)
    await at2('undo')
    await phone.heard(() => mineOn(phone)?.overtakenBy.length === 0)
    expect((await office.as({}).get(`/my/${waiting.token}`)).body).toEqual(mineOn(phone))
  })

  it('reads what to do when the number was missed, and when it was given up', async () => {
    const { token, ticket } = await take()
    const phone = open()
    await phone.watch({ view: 'ticket', token })
    await at2('next')
    await at2('miss')
    await phone.heard(() => mineOn(phone)?.ticket.state === 'missed')
    expect(mineOn(phone)).toMatchObject({ counters: [2], advice: { vi: expect.stringMatching(/^Quầy 2 đã gọi.*báo cán bộ hướng dẫn/) } })
    await guide.post(`/tickets/${ticket.id}/cancel`)
    await phone.heard(() => mineOn(phone)?.ticket.state === 'cancelled')
    expect(mineOn(phone)?.advice?.en).toContain('take a new number')
  })

  it('loses the question of a finish that is taken back, and the screen at the counter too', async () => {
    const { token } = await take()
    const [phone, rating] = [open(), open(await office.pair('rating', 2))]
    await phone.watch({ view: 'ticket', token })
    await rating.watch({ view: 'rating', counter: 2 })
    await at2('next')
    await at2('finish')
    await rating.heard(() => last(rating, 'rating:asked') !== undefined)
    await phone.heard(() => mineOn(phone)?.rating !== undefined)
    await at2('undo')
    await rating.heard(() => last(rating, 'rating:closed') !== undefined)
    expect(last(rating, 'rating:closed')?.token).toBe(last(rating, 'rating:asked')?.token)
    await phone.heard(() => mineOn(phone)?.ticket.state === 'called' && mineOn(phone)?.rating === undefined)
  })
})

describe('the break', () => {
  it('shows on board and kiosk with the numbers kept over it, and its end too', async () => {
    const hall = await openOffice()
    const there = await listen(hall)
    const [desk, wall] = [await hall.pair('kiosk'), await hall.pair('board')]
    await desk.post('/tickets', { field: 'HT' })
    const screens = [openScreen(there, wall), openScreen(there, desk)] as const
    expect(shot<'board'>(await screens[0].watch({ view: 'board' }))).not.toHaveProperty('break')
    expect(shot<'kiosk'>(await screens[1].watch({ view: 'kiosk' }))).not.toHaveProperty('break')
    hall.clock.set(Date.parse('2026-11-23T12:00:00+07:00'))
    const expected = { until: '2026-11-23T13:30:00.000+07:00', carried: 1 }
    for (const screen of screens) {
      // Told with a tick, every five seconds.
      const isTold = () => last(screen, 'break:changed')?.break !== undefined
      await screen.heard(isTold).catch(() => undefined)
      await screen.heard(isTold)
      expect(last(screen, 'break:changed')?.break).toEqual(expected)
    }
    expect(shot<'board'>(await screens[0].watch({ view: 'board' })).break).toEqual(expected)
    const { epoch, rev } = shot<'kiosk'>(await screens[1].watch({ view: 'kiosk' }))
    hall.clock.set(Date.parse('2026-11-23T13:30:00+07:00'))
    await screens[1].watch({ view: 'kiosk', after: { epoch, rev } })
    await screens[1].heard(() => last(screens[1], 'break:changed')?.break === undefined)
    for (const screen of screens) screen.close()
    await hall.close()
  })
})
