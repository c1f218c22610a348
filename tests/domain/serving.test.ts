import { describe, expect, it } from 'vitest'
import { evolve } from '../../server/domain/day.ts'
import type { Fact } from '../../server/domain/fact.ts'
import { callNext, finish, miss, recall, start } from '../../server/domain/serving.ts'
import type { Refusal } from '../../server/domain/refusal.ts'
import type { Result } from '../../server/domain/result.ts'
import { aCounter, aDay, aTicket, anOfficer, at, ids, minute, now, wording } from '../support/builders.ts'

const tools = { wording, newId: ids() }
const value = (decided: Result<readonly Fact[], Refusal>) => {
  if (!decided.ok) throw new Error(decided.error.code)
  return decided.value
}
const code = (decided: Result<unknown, Refusal>) => decided.ok ? 'ok' : decided.error.code
const after = (day = aDay({ tickets: [aTicket('1001')] })) => value(callNext(day, at(1), tools)).reduce(evolve, day)

describe('calling', () => {
  it('calls the ticket to the counter, credits its officer and says why', () => {
    const [fact] = value(callNext(aDay({ tickets: [aTicket('1001')] }), at(1), tools))
    expect(fact).toMatchObject({ type: 'ticket:called', ticket: { number: '1001' }, counter: 1, officer: anOfficer('p_1'), call: { repeat: 0, why: { code: 'order' } } })
  })

  it.each([
    ['COUNTER_CLOSED', aCounter(1, { state: 'closed' })],
    ['COUNTER_PAUSED', aCounter(1, { state: 'paused' })],
    ['NOT_HOLDER', aCounter(1, { holder: 'another' })],
    ['NOBODY_WAITING', aCounter(1)]
  ])('refuses with %s', (expected, counter) => {
    expect(code(callNext(aDay({ counters: [counter] }), at(1), tools))).toBe(expected)
  })

  it('refuses a second call while one is at the counter, called or serving', () => {
    const called = after(aDay({ tickets: [aTicket('1001'), aTicket('1002')] }))
    const serving = value(start(called, at(1))).reduce(evolve, called)
    expect([called, serving].map(day => code(callNext(day, at(1), tools)))).toEqual(['COUNTER_BUSY', 'COUNTER_BUSY'])
  })

  it('refuses a counter that the office does not have', () => {
    expect(code(callNext(aDay(), at(9), tools))).toBe('NOT_FOUND')
  })
})

describe('serving', () => {
  it('recalls at most as often as the office allows, counting', () => {
    let day = after()
    for (const repeat of [1, 2, 3]) {
      const facts = value(recall(day, at(1), tools))
      expect(facts[0]).toMatchObject({ type: 'ticket:recalled', call: { repeat } })
      day = facts.reduce(evolve, day)
    }
    expect(code(recall(day, at(1), tools))).toBe('RECALL_LIMIT')
  })

  it('lets a ticket be finished without a start: it began when it was called', () => {
    const day = after()
    expect(value(finish(day, at(1, now + minute)))[0]).toMatchObject({ type: 'ticket:finished', officer: anOfficer('p_1') })
  })

  it('frees the counter after a finish and after a miss', () => {
    const day = after()
    for (const leave of [finish(day, at(1)), miss(day, at(1))]) {
      expect(value(leave).reduce(evolve, day).counters.get(1)).not.toHaveProperty('ticket')
    }
  })

  it('keeps a missed ticket in the day, and forgets a finished one', () => {
    const day = after()
    expect(value(miss(day, at(1))).reduce(evolve, day).tickets.get('tk_1001')?.state).toBe('missed')
    expect(value(finish(day, at(1))).reduce(evolve, day).tickets.has('tk_1001')).toBe(false)
  })

  it('refuses what the state does not allow', () => {
    const idle = aDay()
    const called = after()
    const serving = value(start(called, at(1))).reduce(evolve, called)
    expect([recall(idle, at(1), tools), start(idle, at(1)), finish(idle, at(1)), miss(idle, at(1))].map(code)).toEqual(Array(4).fill('WRONG_STATE'))
    expect([recall(serving, at(1), tools), start(serving, at(1)), miss(serving, at(1))].map(code)).toEqual(Array(3).fill('WRONG_STATE'))
  })
})
