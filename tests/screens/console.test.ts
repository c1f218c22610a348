import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ConsoleShot, LiveFact } from '../../common/contract/live.ts'
import type { Ticket } from '../../common/contract/ticket.ts'
import { Acting } from '../../counter/console/acting.ts'
import { offer } from '../../counter/console/deeds.ts'
import { followConsole } from '../../counter/console/follow.ts'
import { deedOfKey, type Focus, type Pressed } from '../../counter/console/keys.ts'
import { passingMs } from '../../counter/console/passing.ts'
import { Returning } from '../../counter/console/returning.ts'
import { minutesSince, stopwatch } from '../../counter/console/words.ts'
import { aCall, aCounter, fields, office } from './support/office.ts'

const at = '2026-11-23T09:40:00+07:00'
const ticket: Ticket = {
  id: 't2014', number: '2014', field: 'HT', procedure: null, purpose: 'submit', priority: false, dossiers: 1, state: 'called',
  serviceDate: '2026-11-23', issuedAt: at, calledAt: at, startedAt: null, endedAt: null, counter: 2, leg: 1
}
const idle: ConsoleShot = {
  epoch: 'e1', rev: 1, at, office: { ...office, recallLimit: 3 }, fields, counter: aCounter(2), mine: true, stale: false,
  queue: { next: [], waiting: 0 }, missed: [], colleagues: [aCounter(1), aCounter(3)], today: { served: 4, missed: 1 }, printer: 'ready', printers: [{ printer: 'kiosk', state: 'ready' }]
}
const { call } = aCall('2014', 2)
const called: ConsoleShot = { ...idle, current: { ticket, call, recalls: 0 } }
const serving: ConsoleShot = { ...idle, current: { ticket: { ...ticket, state: 'serving' }, call, recalls: 0 } }

describe('what a console offers', () => {
  it.each([
    ['a closed counter', { ...idle, counter: aCounter(2, { state: 'closed' }), mine: false }, 'open', ['open']],
    ["someone else's counter", { ...called, mine: false }, 'take-over', ['take-over']],
    ['an idle counter', idle, 'next', ['next', 'pause', 'close']],
    ['a paused counter', { ...idle, counter: aCounter(2, { state: 'paused' }) }, 'resume', ['resume', 'close']],
    ['a called ticket', called, 'start', ['start', 'finish', 'miss', 'recall']],
    ['a ticket recalled three times', { ...called, current: { ...called.current!, recalls: 3 } }, 'start', ['start', 'finish', 'miss']],
    ['a ticket being served', serving, 'finish', ['finish']]
  ] as const)('at %s', (_, shot, primary, possible) => {
    expect(offer(shot as ConsoleShot)).toEqual({ primary, possible })
  })
})

describe('keys of the console', () => {
  const press = (code: string, change: Partial<Pressed> = {}, focus: Focus = 'page', shot = idle) =>
    deedOfKey({ code, key: '', repeat: false, isComposing: false, ctrlKey: false, altKey: false, metaKey: false, shiftKey: false, ...change }, focus, offer(shot))

  it.each([['Space', 'next'], ['KeyR', 'recall'], ['KeyS', 'start'], ['Enter', 'finish'], ['NumpadEnter', 'finish'], ['Delete', 'miss']])('%s means %s', (code, deed) => {
    expect(press(code)).toBe(deed)
  })

  it('Space goes on at a paused counter', () => {
    expect(press('Space', {}, 'page', { ...idle, counter: aCounter(2, { state: 'paused' }) })).toBe('resume')
  })

  it('question mark helps, on any keyboard', () => {
    expect(press('Slash', { shiftKey: true, key: '?' })).toBe('help')
    expect(press('KeyM', { shiftKey: true, key: '?' })).toBe('help')
  })

  it('work by place, whatever a Vietnamese input method makes of the letter', () => {
    expect(press('KeyS', { key: 'Process' })).toBe('start')
  })

  it('do nothing while typing, composing, held down or with a modifier', () => {
    for (const code of ['Space', 'KeyR', 'KeyS', 'Enter', 'Delete']) {
      expect(press(code, {}, 'text')).toBeUndefined()
      for (const how of ['isComposing', 'repeat', 'ctrlKey', 'altKey', 'metaKey', 'shiftKey'] as const) expect(press(code, { [how]: true })).toBeUndefined()
    }
  })

  it('leave Space and Enter to the button that has the focus', () => {
    expect(press('Space', {}, 'pressable')).toBeUndefined()
    expect(press('Enter', {}, 'pressable')).toBeUndefined()
    expect(press('KeyR', {}, 'pressable')).toBe('recall')
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

  it("shows colleagues' calls and states, and takes them away", () => {
    const busy = after({ type: 'ticket:called', counter: 3, call })
    expect(busy?.colleagues[1]?.ticket).toMatchObject({ number: '2014', state: 'called' })
    expect(after({ type: 'ticket:finished', counter: 3 }, busy)?.colleagues[1]?.ticket).toBeUndefined()
    expect(after({ type: 'counter:changed', counter: 1, state: 'paused', reason: 'Họp' })?.colleagues[0]).toMatchObject({ state: 'paused', reason: 'Họp' })
  })

  it('takes the queue and the printer as told', () => {
    expect(followConsole.signal?.(idle, { type: 'queue:changed', next: [], waiting: 7 })?.queue.waiting).toBe(7)
    expect(followConsole.signal?.(idle, { type: 'printer:changed', printer: 'kiosk', state: 'unreachable' })?.printer).toBe('unreachable')
    expect(followConsole.signal?.(idle, { type: 'printer:changed', printer: 'desk', state: 'paper-low' })?.printers).toEqual([{ printer: 'kiosk', state: 'ready' }, { printer: 'desk', state: 'paper-low' }])
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
  const queueOf = (waiting: number) => ({ next: [], waiting })
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

describe('bringing a missed number back', () => {
  const host = { addController () {}, removeController () {}, requestUpdate () {}, updateComplete: Promise.resolve(true) }
  const missing = (...numbers: string[]): ConsoleShot => ({ ...idle, missed: numbers.map(number => aCall(number, 1).ticket) })

  it('is pending until the number is off the list, and asked for once', async () => {
    const post = vi.fn((..._asked: unknown[]) => Promise.resolve({ ok: true, value: {} }))
    const returning = new Returning(host, { post: post as never }, () => {})
    returning.see(missing('1039', '2011'))
    const first = returning.bring(missing('1039', '2011'), 't2011')
    expect(await returning.bring(missing('1039', '2011'), 't2011')).toBe(false)
    expect(await first).toBe(true)
    expect(returning.pending).toBe('t2011')
    returning.see(missing('1039'))
    expect(returning.pending).toBeUndefined()
    expect(post.mock.calls).toEqual([['/tickets/t2011/return', undefined, { key: expect.stringMatching(/^[0-9a-f]{32}$/) as string }]])
  })

  it('says why not, also when that takes the number off the list', async () => {
    const no = { ok: false, error: { type: '', title: '', status: 409, detail: 'd', code: 'WRONG_STATE' } }
    const returning = new Returning(host, { post: () => Promise.resolve(no) as never }, () => {})
    await returning.bring(missing('2011'), 't2011')
    returning.see(missing())
    expect(returning).toMatchObject({ pending: undefined, problem: { code: 'WRONG_STATE' } })
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
