import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Counter } from '../../common/contract/counter.ts'
import type { ConsoleShot, LiveFact } from '../../common/contract/live.ts'
import { lastUsedFirst, namesLike } from '../../common/ui/staff-names.ts'
import { Acting } from '../../counter/console/acting.ts'
import { Arming } from '../../counter/console/arming.ts'
import { catalogueOf } from '../../counter/console/catalogue.ts'
import { meantBy } from '../../counter/console/deeds.ts'
import { finishOf } from '../../counter/console/finish-draft.ts'
import { followConsole } from '../../counter/console/follow.ts'
import { OwnTickets } from '../../counter/console/own-tickets.ts'
import { inPanic } from '../../counter/console/panicking.ts'
import { boundedSeconds, OwnWay, preferencesOf, usualPreferences } from '../../counter/console/preferences.ts'
import { mayGoOn, WrapUp } from '../../counter/console/wrap-up.ts'
import { now } from './gallery/states.ts'
import { aConsole, aQueue, queued } from './support/console.ts'
import { aCall, aCounter } from './support/office.ts'
import { ticket } from './support/ticket.ts'

const host = { addController () {}, removeController () {}, requestUpdate () {}, updateComplete: Promise.resolve(true) }
const waiting = aConsole({ queue: aQueue({ next: [queued('2015', 5)] }) })
const live = (shot: ConsoleShot) => ({ status: 'live', shot }) as const

beforeEach(() => { vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }) })
afterEach(() => { vi.useRealTimers(); vi.unstubAllGlobals() })

describe('the next number by itself', () => {
  function counting (seconds: number) {
    const called = vi.fn()
    const wrapUp = new WrapUp(host, called)
    wrapUp.start(seconds, 't2014')
    return { wrapUp, called }
  }

  it('is called once, when the time is over', async () => {
    const { wrapUp, called } = counting(30)
    wrapUp.see(live(waiting), now)
    vi.advanceTimersByTime(29_000)
    wrapUp.see(live(waiting), now)
    expect([wrapUp.left, called.mock.calls.length]).toEqual([1, 0])
    vi.advanceTimersByTime(1000)
    wrapUp.see(live(waiting), now)
    wrapUp.see(live(waiting), now)
    await Promise.resolve()
    expect([wrapUp.left, called.mock.calls.length]).toEqual([undefined, 1])
  })

  it('waits for its own finish to be seen, and calls nobody where nobody waits', async () => {
    const { wrapUp, called } = counting(0)
    wrapUp.see(live({ ...waiting, current: { ticket, recalls: 0 } }), now)
    expect(wrapUp.left).toBe(0)
    wrapUp.see(live(aConsole()), now)
    await Promise.resolve()
    expect([wrapUp.left, called.mock.calls.length]).toEqual([undefined, 0])
  })

  it('is not called once the finish was taken back, also where the number is then sent away', async () => {
    const { wrapUp, called } = counting(30)
    const there = { ...waiting, current: { ticket: { ...ticket, id: 't2014' }, recalls: 0 } }
    for (const shot of [there, waiting, there]) wrapUp.see(live(shot), now)
    vi.advanceTimersByTime(30_000)
    wrapUp.see(live(waiting), now)
    await Promise.resolve()
    expect([wrapUp.left, called.mock.calls.length]).toEqual([undefined, 0])
  })

  it.each<[string, Parameters<WrapUp['see']>[0], string?]>([
    ['paused', live({ ...waiting, counter: aCounter(2, { state: 'paused' }) })], ['closed', live({ ...waiting, counter: aCounter(2, { state: 'closed' }) })],
    ["someone else's", live({ ...waiting, mine: false })], ['offline', { status: 'stale', shot: waiting }],
    ['busy with another number', live({ ...waiting, current: { ticket: { ...ticket, id: 't9' }, recalls: 0 } })],
    ['in its lunch break', live(waiting), '2026-11-23T12:00:00+07:00'], ['past closing', live(waiting), '2026-11-23T17:00:00+07:00']
  ])('is never called at a counter that is %s', (_, known, at) => {
    const { wrapUp, called } = counting(0)
    wrapUp.see(known, at ? new Date(at) : now)
    expect([wrapUp.left, called.mock.calls.length, mayGoOn(known, 't2014', at ? new Date(at) : now)]).toEqual([undefined, 0, false])
  })
})

describe("an officer's own way", () => {
  it('is kept in this browser for each officer, and what else is found there is not believed', () => {
    const kept = new Map<string, string>()
    vi.stubGlobal('localStorage', { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => { kept.set(key, value) } })
    const way = new OwnWay()
    way.of('o2')
    way.change({ autoNext: true, wrapUpSeconds: 45 })
    expect([preferencesOf('o2'), preferencesOf('o3')]).toEqual([{ ...usualPreferences, autoNext: true, wrapUpSeconds: 45 }, usualPreferences])
    for (const found of ['{', '7', 'null', '{"autoNext":"yes","wrapUpSeconds":"x","lastOutcome":3}']) {
      kept.set('moiso.console.o4', found)
      expect(preferencesOf('o4')).toEqual(usualPreferences)
    }
    expect([-5, 0, 44.6, 500, NaN].map(boundedSeconds)).toEqual([0, 0, 45, 120, 30])
  })

  it('is the usual one where the browser keeps nothing', () => {
    vi.stubGlobal('localStorage', { getItem () { throw new Error('forbidden') }, setItem () { throw new Error('full') } })
    const way = new OwnWay()
    way.of('o2')
    way.change({ askOutcome: true })
    expect([way.now.askOutcome, preferencesOf('o2')]).toEqual([true, usualPreferences])
  })
})

describe('a finish', () => {
  it.each([
    [{ code: '' }, {}], [{ outcome: 'received', code: ' H01.19/2-7 ' }, { outcome: 'received', dossierCode: 'H01.19/2-7' }],
    [{ code: 'hồ sơ' }, undefined], [{ code: 'x'.repeat(40) }, { dossierCode: 'x'.repeat(40) }], [{ code: 'x'.repeat(41) }, undefined]
  ])('of %j tells the office %j', (draft, told) => { expect(finishOf(draft)).toEqual(told) })

  it('names its number, as every deed does to the number at the counter', () => {
    const at = { current: { ticket, recalls: 0 } }
    expect((['recall', 'start', 'finish', 'miss', 'hold', 'transfer'] as const).map(deed => meantBy(at, deed).ticket)).toEqual(Array<string>(6).fill(ticket.id))
    expect([meantBy(at, 'undo'), meantBy({}, 'next')]).toEqual([{}, {}])
  })

  it('pressed twice ends one number, unless the next was begun with', async () => {
    const post = vi.fn(() => Promise.resolve({ ok: true, value: {} }))
    const acting = new Acting(host, { post: post as never }, () => {})
    const [first, second] = ['t1', 't2'].map(id => aConsole({ current: { ticket: { ...ticket, id }, recalls: 0 } })) as [ConsoleShot, ConsoleShot]
    await acting.act(first, 'finish')
    acting.see(second)
    expect([acting.isDouble(first, 'finish'), acting.isDouble(second, 'finish')]).toEqual([false, true])
    expect(await acting.act(second, 'finish')).toBe(false)
    await acting.act(second, 'start')
    expect(acting.isDouble(second, 'finish')).toBe(false)
    expect(post).toHaveBeenCalledTimes(2)
  })
})

describe('a call for help', () => {
  it('takes two presses, not one double-click, and forgets the first', () => {
    const arming = new Arming(host)
    const presses = [0, 200, 400].map(ms => { vi.advanceTimersByTime(ms === 0 ? 0 : 200); return arming.press() })
    expect(presses).toEqual([false, false, true])
    arming.press()
    vi.advanceTimersByTime(4000)
    expect([arming.isArmed, arming.press()]).toEqual([false, false])
  })

  it('is followed here and at the colleagues', () => {
    const told = (shot: ConsoleShot, fact: object) => followConsole.fact(shot, { epoch: 'e1', rev: 2, prev: 1, at: now.toISOString(), ...fact } as LiveFact) as ConsoleShot
    const raised = told(aConsole(), { type: 'panic:raised', counter: 3 })
    expect(inPanic(raised).map(({ number }: Counter) => number)).toEqual([3])
    const accepted = told(raised, { type: 'panic:accepted', counter: 3, acceptedBy: { name: 'Cán bộ mẫu 2', counter: 2 } })
    expect(inPanic(accepted)[0]?.panic.acceptedBy).toEqual({ name: 'Cán bộ mẫu 2', counter: 2 })
    expect(inPanic(told(accepted, { type: 'panic:ended', counter: 3 }))).toEqual([])
    expect(inPanic(told(aConsole(), { type: 'panic:raised', counter: 2 })).map(({ number }) => number)).toEqual([2])
  })
})

describe("colleagues' calls", () => {
  const { ticket: named, call } = aCall('3007', 3)
  const told = (shot: ConsoleShot, type: string, more: object = {}) => followConsole.fact(shot, { epoch: 'e1', rev: 2, prev: 1, at: now.toISOString(), type, ticket: named, counter: 3, ...more } as never) as ConsoleShot

  it('are known with their time until they end', () => {
    const called = told(aConsole(), 'ticket:called', { call })
    expect(called.calls).toEqual([{ ticket: named, counter: 3, call, state: 'called' }])
    const started = told(called, 'ticket:started')
    expect(started.calls).toMatchObject([{ state: 'serving', call }])
    expect(told(started, 'ticket:finished').calls).toEqual([])
  })
})

describe('names at the door', () => {
  const names = ['Trần Văn Đức', 'Nguyễn Thị Hoa', 'Lê Minh'].map((name, index) => ({ username: `quay${index + 1}`, name, title: 'Công chức Hộ tịch', hasPin: true }))

  it('are found by any of their beginnings, without accents', () => {
    expect(['duc', 'hoa ng', 'quay3', 'ho tich', 'xyz', ''].map(typed => namesLike(names, typed).length)).toEqual([1, 1, 1, 3, 0, 3])
  })

  it('stand with the last used first', () => {
    expect(lastUsedFirst(names, ['quay3', 'gone', 'quay2']).map(({ username }) => username)).toEqual(['quay3', 'quay2', 'quay1'])
  })
})

describe('what is read once', () => {
  it('of the procedures: names, papers, letters', () => {
    const { letters, papers } = catalogueOf([{ id: 'HT01', name: { vi: 'Khai sinh', en: 'Birth' }, papers: ['Tờ khai'], letter: 'congratulation' }, { id: 'HT02', name: { vi: 'Trích lục', en: 'Extract' }, papers: [] }])
    expect([[...letters], papers.get('HT01')]).toEqual([[['HT01', 'congratulation']], ['Tờ khai']])
  })

  it('of the numbers served here: only while somebody looks, and again when one more is done', async () => {
    const get = vi.fn((_: string) => Promise.resolve({ ok: true, value: { items: [] } }))
    const own = new OwnTickets(host, { get: get as never })
    own.see(waiting)
    own.look(true)
    for (const shot of [waiting, waiting, { ...waiting, today: { served: 5, missed: 1 } }]) own.see(shot)
    await vi.waitFor(() => expect(own.items).toEqual([]))
    expect(get.mock.calls).toEqual([['/counters/2/tickets'], ['/counters/2/tickets']])
  })
})
