import { describe, expect, it } from 'vitest'
import { evolve } from '../../server/domain/day.ts'
import { closeCounter, openCounter, pause, resume, takeOver } from '../../server/domain/lease.ts'
import { callNext, finish } from '../../server/domain/serving.ts'
import { aCounter, aDay, after, aTicket, anOfficer, at, ids, minute, now, wording } from '../support/builders.ts'

const closed = aDay({ counters: [aCounter(1, { state: 'closed' })] })
const open = aDay({ counters: [aCounter(1)] })
const stranger = { ...at(1), holder: 'another', by: 'staff:p_9' }

it('opens a closed counter for one holder', () => {
  expect(openCounter(closed, at(1), anOfficer())).toMatchObject({ ok: true, value: [{ type: 'counter:changed', state: 'open', holder: 'holder-1' }] })
})

it('changes nothing when the holder opens it again', () => {
  expect(openCounter(open, at(1), anOfficer())).toEqual({ ok: true, value: [] })
})

it('shows who holds it to anyone else', () => {
  expect(openCounter(open, stranger, anOfficer('p_9'))).toEqual({ ok: false, error: { code: 'COUNTER_TAKEN', counter: 1, officer: 'Cán bộ p_1' } })
})

it('moves to another officer by an explicit take-over, with the ticket, and credits who finishes', () => {
  const busy = aDay({ tickets: [aTicket('1001')], counters: [aCounter(1)] })
  const tools = { wording, newId: ids() }
  const facts = callNext(busy, at(1), tools)
  const called = facts.ok ? facts.value.reduce(evolve, busy) : busy
  const taken = takeOver(called, stranger, anOfficer('p_9'))
  const after = taken.ok ? taken.value.reduce(evolve, called) : called
  expect(after.counters.get(1)).toMatchObject({ ticket: 'tk_1001', holder: 'another', officer: { id: 'p_9' } })
  expect(finish(after, stranger)).toMatchObject({ ok: true, value: [{ officer: { id: 'p_9' } }] })
  expect(finish(after, at(1))).toMatchObject({ error: { code: 'NOT_HOLDER' } })
})

it('pauses and closes only when nobody is at the counter', () => {
  const busy = aDay({ tickets: [aTicket('1001', { state: 'called', counter: 1 })], counters: [aCounter(1, { ticket: 'tk_1001' })] })
  for (const leave of [pause, closeCounter]) {
    expect(leave(busy, at(1))).toMatchObject({ error: { code: 'COUNTER_BUSY', number: '1001' } })
    expect(leave(open, at(1)).ok).toBe(true)
  }
})

it('resumes only from a pause', () => {
  const paused = aDay({ counters: [aCounter(1, { state: 'paused', reason: 'họp' })] })
  expect(resume(paused, at(1))).toMatchObject({ value: [{ state: 'open' }] })
  expect(resume(open, at(1))).toMatchObject({ error: { code: 'WRONG_STATE' } })
  expect(pause(paused, at(1))).toMatchObject({ error: { code: 'COUNTER_PAUSED' } })
})

describe('a counter that was taken over', () => {
  const taken = after(aDay(), takeOver(aDay(), { ...at(1), holder: 'another' }, anOfficer('p_9')))

  it('remembers from whom and when, over a pause, until it is closed', () => {
    expect(taken.counters.get(1)).toMatchObject({ holder: 'another', takenFrom: { holder: 'holder-1', at: now } })
    const act = { ...at(1, now + minute), holder: 'another' }
    const paused = after(taken, pause(taken, act, 'họp'))
    expect(paused.counters.get(1)?.takenFrom).toEqual({ holder: 'holder-1', at: now })
    expect(after(taken, closeCounter(taken, act)).counters.get(1)).not.toHaveProperty('takenFrom')
  })

  it('remembers only the last of several', () => {
    const back = after(taken, takeOver(taken, at(1, now + minute), anOfficer('p_1')))
    expect(back.counters.get(1)).toMatchObject({ holder: 'holder-1', takenFrom: { holder: 'another', at: now + minute } })
  })
})
