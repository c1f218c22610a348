import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Undoable } from '../../common/contract/counter.ts'
import type { ConsoleShot, LiveFact } from '../../common/contract/live.ts'
import type { Ticket } from '../../common/contract/ticket.ts'
import { promiseSaid } from '../../common/ui/promise-said.ts'
import { Acting } from '../../counter/console/acting.ts'
import { offer, undoSeconds } from '../../counter/console/deeds.ts'
import { followConsole } from '../../counter/console/follow.ts'
import { passingMs } from '../../counter/console/passing.ts'
import { minutesSince, stopwatch } from '../../counter/console/words.ts'
import { aConsole, aQueue, held, missed, queued } from './support/console.ts'
import { aCall, aCounter, aPromise } from './support/office.ts'

const at = '2026-11-23T09:40:00+07:00'
const now = new Date(at)
const ticket: Ticket = {
  id: 't2014', number: '2014', field: 'HT', procedure: null, purpose: 'submit', priority: false, dossiers: 1, state: 'called',
  serviceDate: '2026-11-23', issuedAt: at, calledAt: at, startedAt: null, endedAt: null, counter: 2, leg: 1
}
const idle = aConsole()
const { call } = aCall('2014', 2)
const called: ConsoleShot = { ...idle, current: { ticket, call, recalls: 0 } }
const serving: ConsoleShot = { ...idle, current: { ticket: { ...ticket, state: 'serving' }, call, recalls: 0 } }
/** The latest deed at counter 2, with seconds left to take it back. */
const undo = (seconds: number, deed: Undoable['deed'] = 'finish'): Undoable => ({ deed, number: '2014', until: new Date(now.getTime() + seconds * 1000).toISOString() })

describe('what a console offers', () => {
  it.each([
    ['a closed counter', { ...idle, counter: aCounter(2, { state: 'closed' }), mine: false }, 'open', ['open']],
    ["someone else's counter", { ...called, mine: false }, 'take-over', ['take-over']],
    ['an idle counter', idle, 'next', ['next', 'pause', 'close']],
    ['an idle counter with one who waits', { ...idle, queue: aQueue({ next: [queued('2015', 5)] }) }, 'next', ['next', 'pause', 'close']],
    ['an idle counter with a choice', { ...idle, queue: aQueue({ next: [queued('2015', 5), queued('2016', 4)] }) }, 'next', ['next', 'pause', 'close', 'call']],
    ['a paused counter', { ...idle, counter: aCounter(2, { state: 'paused' }) }, 'resume', ['resume', 'close']],
    ['a called ticket', called, 'start', ['start', 'finish', 'miss', 'hold', 'transfer', 'recall']],
    ['a ticket recalled three times', { ...called, current: { ...called.current!, recalls: 3 } }, 'start', ['start', 'finish', 'miss', 'hold', 'transfer']],
    ['a ticket being served', serving, 'finish', ['finish', 'hold', 'transfer']]
  ] as const)('at %s', (_, shot, primary, possible) => {
    expect(offer(shot as ConsoleShot, now)).toEqual({ primary, possible })
  })

  it.each([[60, true], [0.2, true], [0, false], [-5, false]])('undo with %d seconds left: %s', (seconds, isOffered) => {
    const shot = { ...idle, counter: aCounter(2, { undo: undo(seconds) }) }
    expect(offer(shot, now).possible.includes('undo')).toBe(isOffered)
    expect(undoSeconds(shot.counter, now)).toBe(Math.max(0, Math.ceil(seconds)))
    expect(offer({ ...shot, mine: false }, now).possible).not.toContain('undo')
  })
})

describe('how a console follows its counter', () => {
  const named = { id: 't2014', number: '2014', field: 'HT', priority: false }
  const after = (fact: object, shot = called) => followConsole.fact(shot, { epoch: 'e1', rev: 2, prev: 1, at, ticket: named, counter: 2, ...fact } as LiveFact)

  it('asks anew when its lease or its ticket may have changed', () => {
    expect(after({ type: 'counter:changed', state: 'open' })).toBeUndefined()
    expect(after({ type: 'ticket:called', call }, idle)).toBeUndefined()
    expect(after({ type: 'setting:changed', settings: [] })).toBeUndefined()
  })

  it('follows the ticket it has', () => {
    expect(after({ type: 'ticket:recalled', call: { ...call, repeat: 2 } })?.current).toMatchObject({ recalls: 2 })
    expect(after({ type: 'ticket:started' })?.current?.ticket).toMatchObject({ state: 'serving', startedAt: at })
    expect(after({ type: 'ticket:finished' })).toMatchObject({ today: { served: 5, missed: 1 } })
    expect(after({ type: 'ticket:finished' })?.current).toBeUndefined()
    expect(after({ type: 'ticket:missed' })).toMatchObject({ today: { served: 4, missed: 2 } })
  })

  it('lets a ticket go that is sent away or on, and counts neither as served', () => {
    for (const fact of [{ type: 'ticket:held', until: at, reason: 'r' }, { type: 'ticket:transferred', deed: 'finish', to: { field: 'CT' } }]) {
      expect(after(fact, serving)).toMatchObject({ today: { served: 4, missed: 1 } })
      expect(after(fact, serving)?.current).toBeUndefined()
    }
  })

  it('asks anew when something was taken back, here or elsewhere, or its ticket given up', () => {
    for (const counter of [2, 3]) expect(after({ type: 'ticket:undone', counter, deed: 'finish', to: 'serving' })).toBeUndefined()
    expect(after({ type: 'ticket:cancelled', from: 'serving', counter: 2 })).toBeUndefined()
    expect(after({ type: 'ticket:expired', from: 'serving' })).toBeUndefined()
  })

  it("shows colleagues' calls and states, and takes them away", () => {
    const busy = after({ type: 'ticket:called', counter: 3, call })
    expect(busy?.colleagues[1]?.ticket).toMatchObject({ number: '2014', state: 'called' })
    for (const type of ['ticket:finished', 'ticket:held', 'ticket:transferred', 'ticket:missed']) expect(after({ type, counter: 3 }, busy)?.colleagues[1]?.ticket).toBeUndefined()
    expect(after({ type: 'ticket:cancelled', from: 'called', counter: 3 }, { ...busy!, current: undefined } as never)?.colleagues[1]?.ticket).toBeUndefined()
    expect(after({ type: 'counter:changed', counter: 1, state: 'paused', reason: 'Họp' })?.colleagues[0]).toMatchObject({ state: 'paused', reason: 'Họp' })
  })

  it('takes the queue, who is away, what can be taken back and the printer as told', () => {
    const queue = aQueue({ waiting: 7, held: [held('2011', 30)], missed: [missed('2012')] })
    const told = followConsole.signal?.(idle, { type: 'queue:changed', ...queue, undo: undo(60, 'hold') })
    expect(told).toMatchObject({ queue, counter: { undo: { deed: 'hold', number: '2014' } } })
    expect(followConsole.signal?.(told!, { type: 'queue:changed', ...queue })?.counter).not.toHaveProperty('undo')
    expect(followConsole.signal?.(idle, { type: 'printer:changed', printer: 'kiosk', state: 'unreachable' })?.printer).toBe('unreachable')
    expect(followConsole.signal?.(idle, { type: 'printer:changed', printer: 'desk', state: 'paper-low' })?.printers).toEqual([{ printer: 'kiosk', state: 'ready' }, { printer: 'desk', state: 'paper-low' }])
  })
})

describe('the promise on the console', () => {
  const [late, soon] = [{ ...aCall('2015', 2).ticket, since: at }, { ...aCall('2016', 2).ticket, promisedBy: at, likely: at }]

  it('is followed as the office tells it', () => {
    const promise = aPromise({ broken: [late] })
    expect(followConsole.signal?.(idle, { type: 'promise:changed', promise })).toMatchObject({ promise })
  })

  it.each([
    [aPromise(), 'Cam kết chờ tối đa 30 phút: hôm nay chưa số nào quá'],
    [aPromise({ brokenToday: 4 }), 'Cam kết chờ tối đa 30 phút: hiện không số nào quá, hôm nay 4 số đã quá'],
    [aPromise({ broken: [late] }), 'Cam kết chờ tối đa 30 phút: 1 số đã quá'],
    [aPromise({ soon: [soon, soon] }), 'Cam kết chờ tối đa 30 phút: 2 số sắp quá'],
    [aPromise({ broken: [late, late], soon: [soon, soon, soon] }), 'Cam kết chờ tối đa 30 phút: 2 số đã quá, 3 số sắp quá']
  ])('is one line', (promise, said) => {
    expect(promiseSaid(promise, 'vi')).toBe(said)
  })

  it('stays broken for a number that is recalled and begun with', () => {
    const broken = { ...called, current: { ...called.current!, broken: true } }
    const named = { id: 't2014', number: '2014', field: 'HT', priority: false }
    for (const fact of [{ type: 'ticket:recalled', call }, { type: 'ticket:started' }]) {
      expect(followConsole.fact(broken, { epoch: 'e1', rev: 2, prev: 1, at, ticket: named, counter: 2, ...fact } as LiveFact)?.current).toMatchObject({ broken: true })
    }
  })
})

describe('one deed at a time', () => {
  type Answers = (answer: { ok: true, value: unknown } | { ok: false, error: { type: string, title: string, status: number, detail: string, code: string } }) => void
  const no = (status: number, code: string) => ({ ok: false, error: { type: '', title: '', status, detail: code, code } }) as const

  function desk () {
    const asked: { path: string, key?: string, answer: Answers }[] = []
    let refreshes = 0
    const host = { addController () {}, removeController () {}, requestUpdate () {}, updateComplete: Promise.resolve(true) }
    const post = (path: string, _: unknown, asking?: { key?: string }) => new Promise(answer => { asked.push({ path, ...asking?.key && { key: asking.key }, answer }) })
    const acting = new Acting(host, { post: post as never }, () => { refreshes++ })
    return { acting, asked, refreshes: () => refreshes }
  }

  it('stays pending until the effect is seen, so that a double Enter does one thing', async () => {
    const { acting, asked } = desk()
    const first = acting.act(serving, 'finish')
    expect(await acting.act(serving, 'finish')).toBe(false)
    asked[0]!.answer({ ok: true, value: {} })
    expect(await first).toBe(true)
    expect(acting.pending).toBe('finish')
    acting.see(idle)
    expect(acting.pending).toBeUndefined()
    expect(asked.map(({ path }) => path)).toEqual(['/counters/2/finish'])
  })

  it('takes the next key as soon as the effect is seen, and drops the late answer', async () => {
    const { acting, asked } = desk()
    const started = acting.act(called, 'start')
    acting.see(serving)
    const finished = acting.act(serving, 'finish')
    asked[0]!.answer({ ok: true, value: {} })
    expect(await started).toBe(true)
    expect(acting.pending).toBe('finish')
    asked[1]!.answer(no(409, 'WRONG_STATE'))
    expect(await finished).toBe(false)
    expect(acting.problem?.code).toBe('WRONG_STATE')
  })

  it('repeats a deed of unknown fate under the same key, until something has changed', async () => {
    const { acting, asked } = desk()
    const keys: (string | undefined)[] = []
    for (const shot of [idle, idle, called]) {
      acting.see(shot)
      const done = acting.act(shot, 'next')
      keys.push(asked.at(-1)?.key)
      asked.at(-1)!.answer(no(0, 'NO_CONNECTION'))
      await done
    }
    expect(keys[1]).toBe(keys[0])
    expect(keys[2]).not.toBe(keys[0])
  })

  it('keeps a refusal in words until the counter moves on, and looks again after one', async () => {
    const { acting, asked, refreshes } = desk()
    const done = acting.act(idle, 'next')
    asked[0]!.answer(no(409, 'NOBODY_WAITING'))
    await done
    expect(acting).toMatchObject({ pending: undefined, problem: { code: 'NOBODY_WAITING' } })
    expect(refreshes()).toBe(1)
    acting.see(called)
    expect(acting.problem).toBeUndefined()
  })
})

describe('a refusal', () => {
  const nobody = { ok: false, error: { type: '', title: '', status: 409, detail: 'Không còn ai chờ.', code: 'NOBODY_WAITING' } } as const
  const host = { addController () {}, removeController () {}, requestUpdate () {}, updateComplete: Promise.resolve(true) }
  const queueOf = (waiting: number) => aQueue({ waiting })
  beforeEach(() => { vi.useFakeTimers() })
  afterEach(() => { vi.useRealTimers() })

  async function refused (shot: ConsoleShot): Promise<Acting> {
    const acting = new Acting(host, { post: () => Promise.resolve(nobody) as never }, () => {})
    await acting.act(shot, 'next')
    return acting
  }

  it('stands no longer than it takes to read it', async () => {
    const acting = await refused(idle)
    acting.see(idle)
    vi.advanceTimersByTime(passingMs - 1)
    expect(acting.problem).toBeDefined()
    vi.advanceTimersByTime(1)
    expect(acting.problem).toBeUndefined()
  })

  it('that nobody waits does not stand above a queue', async () => {
    const acting = await refused(idle)
    acting.see({ ...idle, queue: queueOf(1) })
    expect(acting.problem).toBeUndefined()
  })

  it('is not hidden by the wrong queue it corrects, nor by the right one', async () => {
    const wrong = { ...idle, queue: queueOf(1) }
    const acting = await refused(wrong)
    acting.see(wrong)
    acting.see({ ...idle, queue: queueOf(0) })
    expect(acting.problem?.code).toBe('NOBODY_WAITING')
  })
})

describe('time on the console', () => {
  it('is told as a stopwatch and in whole minutes', () => {
    const now = new Date('2026-11-23T11:04:12+07:00')
    expect(stopwatch('2026-11-23T11:00:00+07:00', now)).toBe('4:12')
    expect(stopwatch('2026-11-23T10:00:00+07:00', now)).toBe('1:04:12')
    expect(stopwatch('2026-11-23T11:05:00+07:00', now)).toBe('0:00')
    expect(minutesSince('2026-11-23T10:33:20+07:00', now)).toBe(30)
  })
})
