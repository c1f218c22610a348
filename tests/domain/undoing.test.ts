import { describe, expect, it } from 'vitest'
import type { Day } from '../../server/domain/day.ts'
import type { Fact } from '../../server/domain/fact.ts'
import { closeCounter, pause, resume } from '../../server/domain/lease.ts'
import type { Refusal } from '../../server/domain/refusal.ts'
import type { Result } from '../../server/domain/result.ts'
import { cancelTicket, hold, returnTicket, transfer } from '../../server/domain/sending.ts'
import { callChosen, callNext, finish, miss, recall, start } from '../../server/domain/serving.ts'
import { undo, undoableAt } from '../../server/domain/undoing.ts'
import { aCounter, aDay, aTicket, after, at, code, ids, now, value, wording } from '../support/builders.ts'

const tools = { wording, newId: ids() }
const second = 1000
type Act = (day: Day) => Result<readonly Fact[], Refusal>
const then = (day: Day, ...acts: Act[]) => acts.reduce((day, act) => after(day, act(day)), day)
const bare = ({ rev: _, lastAt: __, ...day }: Day) => day

const hall = aDay({ tickets: [aTicket('1001'), aTicket('1002', { priority: true }), aTicket('2001')], counters: [aCounter(1), aCounter(2)] })
const next: Act = day => callNext(day, at(1), tools)
const begin: Act = day => start(day, at(1))
const done: Act = day => finish(day, at(1))
const back: Act = day => undo(day, at(1, now + second))

describe('every deed can be taken back', () => {
  const called = then(hall, next)
  it.each<[string, Day, Act]>([
    ['next', hall, next],
    ['call', hall, day => callChosen(day, at(1), { ticket: 'tk_1001', reason: 'x' }, tools)],
    ['start', called, begin],
    ['finish', called, done],
    ['finish', then(called, begin), done],
    ['miss', called, day => miss(day, at(1))],
    ['hold', called, day => hold(day, at(1), { reason: 'x' })],
    ['transfer', then(called, begin), day => transfer(day, at(1), { field: 'HT', back: true })]
  ])('%s', (deed, before, act) => {
    const did = then(before, act)
    expect(value(back(did))).toMatchObject([{ type: 'ticket:undone', deed, counter: 1 }])
    expect(bare(then(did, back))).toEqual(bare(before))
  })

  it('also a finish that led to the next service', () => {
    const two = aDay({ tickets: [aTicket('1001', { more: [{ field: 'HT' }] })], counters: [aCounter(1), aCounter(2)] })
    const before = then(two, next, begin)
    expect(bare(then(before, done, back))).toEqual(bare(before))
  })
})

it('takes several deeds back, the last first', () => {
  const did = then(hall, next, begin, done, next, day => hold(day, at(1), { reason: 'x' }))
  expect(bare(then(did, back, back, back, back, back))).toEqual(bare(hall))
  expect(code(back(then(did, back, back, back, back, back)))).toBe('UNDO_TOO_LATE')
})

it('remembers five deeds', () => {
  const did = then(hall, next, begin, done, next, begin, done)
  expect(did.counters.get(1)?.undoable).toHaveLength(5)
})

it('gives the number as it was, with fewer recalls', () => {
  const did = then(hall, next, day => recall(day, at(1), tools))
  expect(then(did, back).tickets.get('tk_1002')).toEqual(hall.tickets.get('tk_1002'))
})

it('is too late after a minute, to the second', () => {
  const did = then(hall, next)
  expect(undo(did, at(1, now + 60 * second)).ok).toBe(true)
  expect(undo(did, at(1, now + 60 * second + 1))).toMatchObject({ error: { code: 'UNDO_TOO_LATE', seconds: 60 } })
})

describe('is too late once the number has moved on', () => {
  const returned = (day: Day) => returnTicket(day, 'tk_1002', 'staff:g', now)
  const cancelled = (day: Day) => cancelTicket(day, 'tk_1002', 'system', now)
  const sentOn = then(aDay({ tickets: [aTicket('1001', { more: [{ field: 'HT' }] })], counters: [aCounter(1), aCounter(2)] }), next, done)
  const at2: Act = day => callNext(day, at(2), tools)

  it.each<[string, Day]>([
    ['came back from being missed', then(hall, next, day => miss(day, at(1)), returned)],
    ['came back from a hold', then(hall, next, day => hold(day, at(1), { reason: 'x' }), returned)],
    ['was given up at the counter', then(hall, next, cancelled)],
    ['was sent on and called elsewhere', then(sentOn, at2)],
    ['was sent on and finished elsewhere', then(sentOn, at2, day => finish(day, at(2)))],
    ['was sent on and given up', then(sentOn, day => cancelTicket(day, 'tk_1001', 'system', now))]
  ])('%s', (_, day) => {
    expect(code(back(day))).toBe('UNDO_TOO_LATE')
    expect(undoableAt(day, day.counters.get(1)!, now)).toBeUndefined()
  })

  it('but not once the other counter has taken its own call back', () => {
    expect(code(back(then(sentOn, at2, day => undo(day, at(2)))))).toBe('ok')
  })
})

it('belongs to the counter\'s holder, and ends when the counter closes', () => {
  const did = then(hall, next, done)
  expect(code(undo(did, { ...at(1), holder: 'another' }))).toBe('NOT_HOLDER')
  expect(then(did, day => closeCounter(day, at(1))).counters.get(1)).not.toHaveProperty('undoable')
  expect(code(back(aDay({ counters: [aCounter(1, { state: 'closed' })] })))).toBe('COUNTER_CLOSED')
})

it('brings nobody to a paused counter, but waits for its resuming', () => {
  const paused = then(hall, next, done, day => pause(day, at(1)))
  expect(code(back(paused))).toBe('COUNTER_PAUSED')
  expect(then(paused, day => resume(day, at(1)), back).counters.get(1)?.ticket).toBe('tk_1002')
})
