import { describe, expect, it } from 'vitest'
import { closedTicket, evolve } from '../../server/domain/day.ts'
import { hold, transfer } from '../../server/domain/sending.ts'
import { callChosen, callNext, finish, miss, recall, start } from '../../server/domain/serving.ts'
import { aCounter, aDay, aTicket, after as afterwards, anOfficer, at, code, ids, minute, now, value, wording } from '../support/builders.ts'

const tools = { wording, newId: ids() }
const after = (day = aDay({ tickets: [aTicket('1001')] })) => afterwards(day, callNext(day, at(1), tools))

describe('calling', () => {
  it('calls the ticket to the counter, credits its officer and says why', () => {
    const [fact] = value(callNext(aDay({ tickets: [aTicket('1001')] }), at(1), tools))
    expect(fact).toMatchObject({ type: 'ticket:called', ticket: { number: '1001' }, counter: 1, officer: anOfficer('p_1'), call: { repeat: 0, why: { code: 'order' } } })
  })

  it('keeps on the ticket what was spoken, with its time and the number of its fact', () => {
    const day = after()
    expect(day.tickets.get('tk_1001')).toMatchObject({ state: 'called', counter: 1, calledAt: now, call: { rev: day.rev, at: now, repeat: 0 } })
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

describe('calling a chosen number', () => {
  const day = aDay({ tickets: [aTicket('1001'), aTicket('1002', { priority: true }), aTicket('1003'), aTicket('3001'), aTicket('1004', { state: 'missed' })] })
  const choose = (number: string, from = day) => callChosen(from, at(1), { ticket: `tk_${number}`, reason: 'người già yếu' }, tools)

  it('keeps the reason and how many were passed over, and says so to the hall', () => {
    expect(value(choose('1003'))).toMatchObject([{ type: 'ticket:called', ticket: { number: '1003' }, chosen: 'người già yếu', overtook: 2, contested: false, call: { why: { code: 'chosen' } } }])
    expect(value(choose('1001'))).toMatchObject([{ overtook: 0 }])
  })

  it('counts those passed over also for a number of another field', () => {
    expect(value(choose('3001', aDay({ tickets: [aTicket('1001'), aTicket('3002', { id: 'tk_3001' })] })))).toMatchObject([{ overtook: 1 }])
  })

  it('leaves the ratio\'s round where it was', () => {
    expect(afterwards(day, choose('1002')).counters.get(1)).toMatchObject({ ticket: 'tk_1002', contested: 0 })
  })

  it('takes waiting numbers only, at a free counter only', () => {
    expect([choose('9999'), choose('1004'), choose('1003', after(day))].map(code)).toEqual(['NOT_FOUND', 'WRONG_STATE', 'COUNTER_BUSY'])
  })
})

describe('a deed that says which ticket it means', () => {
  const called = aDay({ tickets: [aTicket('1001', { state: 'called', counter: 1, calledAt: now })], counters: [aCounter(1, { ticket: 'tk_1001' })] })
  const deeds = { start, finish, miss, recall: (day: typeof called, act: ReturnType<typeof at>) => recall(day, act, tools), hold: (day: typeof called, act: ReturnType<typeof at>) => hold(day, act, { reason: 'x' }), transfer: (day: typeof called, act: ReturnType<typeof at>) => transfer(day, act, { field: 'HT' }) }

  it.each(Object.entries(deeds))('is done to no other, and to none: %s', (_, deed) => {
    expect(code(deed(called, { ...at(1), ticket: 'tk_1000' }))).toBe('TICKET_CHANGED')
    expect(code(deed(aDay(), { ...at(1), ticket: 'tk_1000' }))).toBe('TICKET_CHANGED')
  })

  it('is done to that one as without', () => {
    for (const deed of [start, finish, miss]) expect(deed(called, { ...at(1), ticket: 'tk_1001' })).toEqual(deed(called, at(1)))
  })
})

describe('finishing', () => {
  const serving = (more: Parameters<typeof aTicket>[1]) => aDay({ tickets: [aTicket('1001', { state: 'serving', counter: 1, ...more })], counters: [aCounter(1, { ticket: 'tk_1001' }), aCounter(2)] })

  it('ends the ticket where nothing more is to come', () => {
    expect(value(finish(serving({}), at(1), { outcome: 'done' }))).toMatchObject([{ type: 'ticket:finished', outcome: 'done' }])
  })

  it('says under which dossier, where the officer wrote it down', () => {
    const [fact] = value(finish(serving({}), at(1), { dossierCode: 'H01.02-261123-0007' }))
    expect(fact).toMatchObject({ type: 'ticket:finished', dossierCode: 'H01.02-261123-0007' })
    expect(fact).not.toHaveProperty('outcome')
  })

  it('sends a ticket with a further service on, as a new leg of the same number, and frees the counter', () => {
    const done = finish(serving({ more: [{ field: 'HT' }] }), at(1), { outcome: 'done' })
    expect(value(done)).toMatchObject([{ type: 'ticket:transferred', deed: 'finish', to: { field: 'HT' }, outcome: 'done' }])
    const day = afterwards(serving({ more: [{ field: 'HT' }] }), done)
    expect(day.tickets.get('tk_1001')).toMatchObject({ state: 'waiting', leg: 2, field: 'HT', issuedAt: aTicket('1001').issuedAt })
    expect(day.counters.get(1)).not.toHaveProperty('ticket')
  })

  it('ends the right of an appointment with its first service', () => {
    const day = serving({ more: [{ field: 'HT' }], appointment: now })
    expect(afterwards(day, finish(day, at(1))).tickets.get('tk_1001')?.appointment).toBeUndefined()
  })

  it('leaves a closed ticket as its last fact says, begun at the call where nobody started it', () => {
    const called = after()
    const [fact] = value(finish(called, at(1, now + minute)))
    if (fact?.type !== 'ticket:finished') throw new Error('not finished')
    expect(closedTicket(called.tickets.get('tk_1001')!, fact)).toMatchObject({ state: 'done', startedAt: now, endedAt: now + minute })
  })
})
