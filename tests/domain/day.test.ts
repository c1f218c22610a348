import { describe, expect, it } from 'vitest'
import { evolve, quotaKey, waitingTickets, type Day } from '../../server/domain/day.ts'
import type { Fact } from '../../server/domain/fact.ts'
import { openCounter, pause } from '../../server/domain/lease.ts'
import { callNext, miss } from '../../server/domain/serving.ts'
import { takeTicket } from '../../server/domain/ticketing.ts'
import { instantOn } from '../../server/domain/time.ts'
import { aCounter, aDay, aTicket, after, anOfficer, at, ids, now, value, wording } from '../support/builders.ts'

const tools = { wording, newId: ids() }
const wednesday = instantOn('2026-11-25', '08:00', 'Asia/Ho_Chi_Minh')
const taken = (day: Day, when = now) => after(day, takeTicket(day, { field: 'CT', priority: true }, `tk_${day.rev}`, { by: 'kiosk:k', isAlone: true }, when))

describe('a new number', () => {
  it('takes its place by arrival, with the number of its fact', () => {
    expect(taken(aDay()).tickets.list).toMatchObject([{ number: '1001', state: 'waiting', leg: 1, issuedAt: now, issuedBy: 'kiosk:k', place: { at: now, rev: 11 }, movedRev: 11 }])
  })

  it('is counted for its field and session', () => {
    const two = taken(taken(aDay()))
    expect(two.sequences).toEqual(new Map([['CT', 2]]))
    expect(two.givenInSession).toEqual(new Map([[quotaKey('CT', '07:30'), 2]]))
  })

  it('the first of a day begins sequences, quotas and the ratio\'s rounds anew', () => {
    const monday = taken(aDay({ counters: [aCounter(1, { contested: 3 })] }))
    expect(monday.counters.get(1)?.contested).toBe(3)
    const day = taken(monday, wednesday)
    expect(day).toMatchObject({ serviceDate: '2026-11-25', sequences: new Map([['CT', 1]]), givenInSession: new Map([[quotaKey('CT', '07:30'), 1]]) })
    expect(day.counters.get(1)?.contested).toBe(0)
  })
})

describe('a call', () => {
  const hall = aDay({ tickets: [aTicket('1001'), aTicket('1002', { priority: true })], counters: [aCounter(1), aCounter(2)] })

  it('takes a place in the ratio\'s round only while both classes wait', () => {
    const once = after(hall, callNext(hall, at(1), tools))
    expect(once.counters.get(1)).toMatchObject({ ticket: 'tk_1002', contested: 1 })
    expect(after(once, callNext(once, at(2), tools)).counters.get(2)).toMatchObject({ ticket: 'tk_1001', contested: 0 })
  })

  it('leaves the ticket where it stands in the list, out of those who wait', () => {
    const called = after(hall, callNext(hall, at(1), tools))
    expect(called.tickets.list.map(({ number }) => number)).toEqual(['1001', '1002'])
    expect(waitingTickets(called).map(({ number }) => number)).toEqual(['1001'])
  })
})

describe('a counter', () => {
  it('keeps its round, its ticket and what can be undone through a pause, not its reason through the next', () => {
    const busy = after(aDay({ tickets: [aTicket('1001')] }), callNext(aDay({ tickets: [aTicket('1001')] }), at(1), tools))
    const free = after(busy, miss(busy, at(1)))
    const paused = after(free, pause(free, at(1), 'họp'))
    expect(paused.counters.get(1)).toMatchObject({ state: 'paused', reason: 'họp', officer: anOfficer(), undoable: [{ deed: 'next' }, { deed: 'miss' }] })
  })

  it('that the day did not know is known once it opens', () => {
    const [fact] = value(openCounter(aDay({ counters: [aCounter(7, { state: 'closed' })] }), at(7), anOfficer()))
    expect(evolve(aDay({ counters: [] }), fact as Fact).counters.get(7)).toMatchObject({ number: 7, state: 'open', contested: 0 })
  })
})

it('counts every fact and remembers when the latest happened', () => {
  const changed = evolve(aDay(), { type: 'setting:changed', at: now, by: 'staff:admin', settings: ['rules'] })
  expect(changed).toEqual({ ...aDay(), office: changed.office, rev: 11, lastAt: now })
})
