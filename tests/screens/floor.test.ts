import { describe, expect, it, vi } from 'vitest'
import type { FloorShot, LiveFact } from '../../common/contract/live.ts'
import { alertsOf, remediesFor } from '../../counter/supervisor/alerts.ts'
import { Apologies } from '../../counter/supervisor/apologies.ts'
import { roundedUp, standingOf, unforetold } from '../../counter/supervisor/floor-words.ts'
import { followFloor } from '../../common/ui/follow-floor.ts'
import { tabOf, tabsOf } from '../../counter/supervisor/tabs.ts'
import { aFloor, atRisk, late, newcomer, noReport } from './support/floor.ts'
import { aCall, aCounter, aPromise } from './support/office.ts'

const at = '2026-11-23T09:40:00+07:00'
const shot = aFloor()
const { ticket, call } = aCall('1042', 1)

describe('how the floor follows the office', () => {
  const after = (fact: object, from = shot) => followFloor.fact(from, { epoch: 'e1', rev: 2, prev: 1, at, ticket, counter: 1, ...fact } as LiveFact)
  const counter = (number: number, floor: FloorShot | undefined) => floor?.counters.find(counter => counter.number === number)

  it('shows who is called and begun with, since when, and how many wait after it', () => {
    const called = after({ type: 'ticket:called', call, waiting: { CT: 4 } })
    expect([counter(1, called)?.ticket?.state, called?.calls?.[0], called?.waiting]).toEqual(['called', { ticket, counter: 1, call, state: 'called' }, { CT: 4 }])
    const started = after({ type: 'ticket:started' }, called)
    expect([counter(1, started)?.ticket?.state, started?.calls?.[0]?.state]).toEqual(['serving', 'serving'])
  })

  it.each(['ticket:finished', 'ticket:missed', 'ticket:held', 'ticket:transferred', 'ticket:cancelled', 'ticket:expired'])('lets a number go by %s', type => {
    const gone = after({ type }, after({ type: 'ticket:called', call }))
    expect([counter(1, gone)?.ticket, gone?.calls?.map(({ counter }) => counter)]).toEqual([undefined, [3, 2]])
  })

  it('shows why a counter pauses and that it has closed, without its officer', () => {
    expect(counter(1, after({ type: 'counter:changed', state: 'paused', reason: 'Họp' }))).toEqual({ number: 1, main: ['CT'], helper: [], state: 'paused', since: at, reason: 'Họp' })
    expect(counter(2, after({ type: 'counter:changed', counter: 2, state: 'open', officer: { id: 'o', name: 'N', title: '' } }))).toMatchObject({ ticket: { number: '2014' }, officer: { name: 'N' } })
  })

  it('asks anew when it cannot tell', () => {
    for (const fact of [{ type: 'ticket:undone', deed: 'finish', to: 'serving' }, { type: 'setting:changed', settings: [] }, { type: 'counter:changed', counter: 99, state: 'open' }]) expect(after(fact)).toBeUndefined()
  })

  it('takes waits, printers, forecasts and the promise as told', () => {
    const promise = aPromise({ broken: [late('2015', 4)] })
    expect(followFloor.signal?.(shot, { type: 'waiting:changed', waiting: { HT: 9 } })?.waiting).toEqual({ HT: 9 })
    expect(followFloor.signal?.(shot, { type: 'printer:changed', printer: 'desk', state: 'fault' })?.printers).toEqual([{ printer: 'kiosk', state: 'ready' }, { printer: 'desk', state: 'fault' }])
    expect(followFloor.signal?.(shot, { type: 'forecast:changed', forecasts: [newcomer('HT', 5, 20)] })?.forecasts).toHaveLength(1)
    expect(followFloor.signal?.(shot, { type: 'promise:changed', promise })?.promise).toEqual(promise)
  })
})

describe('what needs the supervisor', () => {
  it('stands by field, broken promises first', () => {
    const alerts = alertsOf({ ...shot, promise: aPromise({ broken: [late('3001', 9)], soon: [atRisk('2018', 4, 6), atRisk('3002', 8, 2)] }) })
    expect(alerts.map(({ field, broken, soon }) => [field, broken.length, soon.length])).toEqual([['DD', 1, 1], ['HT', 0, 1]])
  })

  it('is nothing while the promise is kept or not known', () => {
    expect([alertsOf(shot), alertsOf({ counters: shot.counters })]).toEqual([[], []])
  })

  it('offers counters that are free, then paused, then closed; never one that is busy, nor one that may not serve the field', () => {
    const counters = [
      aCounter(1, { state: 'closed', main: ['HT'] }), aCounter(2, { state: 'paused', main: ['CT'], helper: ['HT'], reason: 'Họp' }), aCounter(3, { main: ['CT'], helper: ['HT'] }),
      aCounter(4, { main: ['HT'] }), aCounter(5, { main: ['HT'], ticket: { ...ticket, state: 'serving' } }), aCounter(6, { main: ['DD'] })
    ]
    expect(remediesFor('HT', counters)).toEqual([{ kind: 'call', counter: 4 }, { kind: 'help', counter: 3 }, { kind: 'resume', counter: 2, reason: 'Họp' }])
    expect(remediesFor('HT', counters.slice(0, 1))).toEqual([{ kind: 'open', counter: 1 }])
    expect(remediesFor('HT', counters.slice(4))).toEqual([])
  })

  it.each([['09:41:00', '09:45'], ['09:45:00', '09:45'], ['09:45:01', '09:50']])('is expected at %s: said as about %s', (likely, shown) => {
    expect(roundedUp(`2026-11-23T${likely}+07:00`)).toEqual(new Date(`2026-11-23T${shown}:00+07:00`))
  })
})

describe('what a counter is doing', () => {
  it('is said of each', () => {
    expect(shot.counters.map(counter => standingOf(counter, shot))).toMatchObject([
      { kind: 'free', waiting: 0 }, { kind: 'serving', number: '2014', call: { counter: 2 } }, { kind: 'called', number: '3007' }, { kind: 'paused', reason: 'Họp' }
    ])
    expect(standingOf(aCounter(1, { state: 'closed' }), shot)).toEqual({ kind: 'closed' })
    expect(standingOf(aCounter(1, { main: ['HT', 'DD'], helper: ['TQ'] }), shot)).toEqual({ kind: 'free', waiting: 9 })
  })
})

describe('a field without a forecast', () => {
  it('is said to have no counter only where none that serves it stands open', () => {
    const { counters } = aFloor()
    expect(['CT', 'HT', 'DD', 'TQ', 'XX'].map(field => unforetold(field, counters))).toEqual(['unknown', 'unknown', 'unknown', 'none', 'none'])
  })
})

describe('slips that say sorry', () => {
  const host = { addController () {}, removeController () {}, requestUpdate () {}, updateComplete: Promise.resolve(true) }
  const lateShot = { ...shot, promise: aPromise({ broken: [late('2015', 4)] }) }

  function desk (mayCount = true) {
    const get = vi.fn(async (path: string) => ({ ok: true, value: path.startsWith('/reports') ? { ...noReport(), promise: { minutes: 30, kept: 0, broken: 1, apologies: 7 } } : { job: 'j', state: 'printed', printer: 'desk', tries: 1 } }))
    const post = vi.fn(async (_path: string) => ({ ok: true, value: { print: { job: 'j', state: 'queued' } } }))
    return { apologies: new Apologies(host, { get, post } as never, () => mayCount), get, post }
  }

  it('are counted when somebody is late or no longer, and after each; not by the clock', async () => {
    const { apologies, get } = desk()
    for (let second = 0; second < 5; second++) apologies.see({ ...lateShot })
    await vi.waitFor(() => expect(apologies.today).toBe(7))
    expect(get.mock.calls).toEqual([['/reports/forecast?from=2026-11-23&to=2026-11-23']])
    await apologies.print(lateShot, { id: 't2015', number: '2015' })
    expect(get).toHaveBeenCalledTimes(2)
    apologies.see(shot)
    expect(get).toHaveBeenCalledTimes(3)
    apologies.hostDisconnected()
  })

  it('are not counted for whoever may not read the report', () => {
    const { apologies, get } = desk(false)
    apologies.see(lateShot)
    expect(get).not.toHaveBeenCalled()
  })

  it('are not asked for twice while one is on its way, and forgotten when the number no longer waits', async () => {
    const { apologies, post } = desk()
    const asked = { id: 't2015', number: '2015' }
    await Promise.all([apologies.print(lateShot, asked), apologies.print(lateShot, asked)])
    expect(post.mock.calls.map(([path]) => path)).toEqual(['/tickets/t2015/apology'])
    expect(apologies.slipOf('t2015')).toMatchObject({ kind: 'apology', state: 'queued' })
    apologies.see(shot)
    expect(apologies.slipOf('t2015')).toBeUndefined()
  })
})

it.each([
  ['officer', ['floor']], ['guide', ['floor']], ['supervisor', ['floor', 'accuracy']], ['admin', ['floor', 'accuracy']], ['observer', ['accuracy']]
] as const)('shows a %s: %j', (role, tabs) => {
  expect(tabsOf({ kind: 'staff', role })).toEqual(tabs)
  expect(tabOf('#accuracy', tabs)).toBe(tabs.find(tab => tab === 'accuracy') ?? 'floor')
  expect(tabOf('', tabs)).toBe(tabs[0])
})
