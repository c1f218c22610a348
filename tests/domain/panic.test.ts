import { describe, expect, it } from 'vitest'
import { closeCounter, takeOver } from '../../server/domain/lease.ts'
import { acceptPanic, endPanic, raisePanic, type Colleague } from '../../server/domain/panic.ts'
import { aCounter, aDay, after, anOfficer, at, code, minute, now, value } from '../support/builders.ts'

/** Somebody who sits at counter `seat`, or nowhere. */
const colleague = (person: string, seat?: number, more: Partial<Colleague> = {}): Colleague =>
  ({ counter: 1, holder: seat === undefined ? `browser-${person}` : `holder-${seat}`, by: `staff:${person}`, at: now + minute, officer: anOfficer(person), isSupervisor: false, ...more })
const quiet = aDay()
const calling = after(quiet, raisePanic(quiet, at(1)))
const accepted = after(calling, acceptPanic(calling, colleague('p_2', 2)))

describe('a call for help', () => {
  it('is raised by whoever holds the counter, once', () => {
    expect(calling.counters.get(1)?.panic).toEqual({ since: now, by: 'staff:p_1' })
    expect(value(raisePanic(calling, at(1)))).toEqual([])
    expect(code(raisePanic(quiet, { ...at(1), holder: 'another' }))).toBe('NOT_HOLDER')
    expect(code(raisePanic(aDay({ counters: [aCounter(1, { state: 'closed' })] }), at(1)))).toBe('COUNTER_CLOSED')
  })

  it('is accepted by the first colleague who comes, with the counter he comes from; another learns who it is', () => {
    expect(accepted.counters.get(1)?.panic).toMatchObject({ since: now, acceptedBy: { officer: { id: 'p_2' }, counter: 2 } })
    expect(value(acceptPanic(accepted, colleague('p_2', 2)))).toEqual([])
    expect(acceptPanic(accepted, colleague('p_3', 3))).toMatchObject({ error: { code: 'PANIC_ACCEPTED', officer: 'Cán bộ p_2' } })
    expect(after(calling, acceptPanic(calling, colleague('p_guide'))).counters.get(1)?.panic?.acceptedBy).toEqual({ officer: anOfficer('p_guide') })
  })

  it('is nobody\'s own to accept, and nothing to accept where none is open', () => {
    expect(code(acceptPanic(calling, colleague('p_1', 1)))).toBe('NOT_ALLOWED')
    expect(code(acceptPanic(calling, colleague('p_1')))).toBe('NOT_ALLOWED')
    expect(code(acceptPanic(quiet, colleague('p_2', 2)))).toBe('WRONG_STATE')
    expect(code(acceptPanic(quiet, colleague('p_2', 2, { counter: 9 })))).toBe('NOT_FOUND')
  })

  it.each([
    ['whoever raised it, from any browser', colleague('p_1'), 'ok'],
    ['whoever holds the counter', colleague('p_9', 1), 'ok'],
    ['whoever came', colleague('p_2'), 'ok'],
    ['a supervisor', colleague('p_s', undefined, { isSupervisor: true }), 'ok'],
    ['another colleague', colleague('p_3', 3), 'NOT_ALLOWED']
  ])('is ended by %s: %#', (_, who, expected) => {
    const ended = endPanic(accepted, who)
    expect(code(ended)).toBe(expected)
    if (ended.ok) expect(after(accepted, ended).counters.get(1)).not.toHaveProperty('panic')
  })

  it('is not ended by closing the counter, nor by a take-over', () => {
    const closed = after(accepted, closeCounter(accepted, at(1)))
    expect(closed.counters.get(1)).toMatchObject({ state: 'closed', panic: { since: now } })
    const taken = after(accepted, takeOver(accepted, { ...at(1), holder: 'another' }, anOfficer('p_9')))
    expect(taken.counters.get(1)).toMatchObject({ holder: 'another', panic: { since: now, acceptedBy: { counter: 2 } } })
    expect(code(endPanic(closed, colleague('p_1')))).toBe('ok')
  })
})
