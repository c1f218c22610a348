import { describe, expect, it } from 'vitest'
import { evolve, type Day } from '../../server/domain/day.ts'
import type { ReentryRule } from '../../server/domain/office.ts'
import { cancelTicket, hold, returnTicket, transfer, type TransferWish } from '../../server/domain/sending.ts'
import { callNext } from '../../server/domain/serving.ts'
import type { Ticket } from '../../server/domain/ticket.ts'
import { instantOn } from '../../server/domain/time.ts'
import { aCounter, aDay, aTicket, after, anOffice, at, code, ids, minute, now, someRules, value, wording } from '../support/builders.ts'

const tools = { wording, newId: ids() }
const clock = (time: string, date = '2026-11-23') => instantOn(date, time, 'Asia/Ho_Chi_Minh')
const waiting = (...numbers: string[]) => numbers.map(number => aTicket(number))

/** 1001 is served at counter 1, others wait. */
function serving (more: Partial<Ticket> = {}, others: readonly Ticket[] = [], office = anOffice()): Day {
  return aDay({ office, tickets: [aTicket('1001', { state: 'serving', counter: 1, ...more }), ...others], counters: [aCounter(1, { ticket: 'tk_1001' }), aCounter(2), aCounter(3)] })
}
const nextAt = (day: Day, counter: number, when = now) => {
  const called = callNext(day, at(counter, when), tools)
  return called.ok && called.value[0]?.type === 'ticket:called' ? `${called.value[0].ticket.number} ${called.value[0].call.why.code}` : code(called)
}

describe('hold', () => {
  const heldUntil = (when: number, minutes?: number, office = anOffice()) => {
    const [fact] = value(hold(serving({}, [], office), at(1, when), { reason: 'thiếu bản chính', ...minutes !== undefined && { minutes } }))
    return fact?.type === 'ticket:held' ? fact.until : undefined
  }

  it('frees the counter and promises the return until a time, an hour unless said otherwise', () => {
    const day = after(serving(), hold(serving(), at(1), { reason: 'thiếu bản chính' }))
    expect(day.tickets.get('tk_1001')).toMatchObject({ state: 'held', hold: { reason: 'thiếu bản chính', until: now + 60 * minute, counter: 1 } })
    expect(day.counters.get(1)).not.toHaveProperty('ticket')
    expect(heldUntil(now, 5)).toBe(now + 5 * minute)
  })

  it('does not count the lunch break, when there is nobody to come back to', () => {
    expect(heldUntil(clock('11:20'), 30)).toBe(clock('13:50'))
    expect(heldUntil(clock('11:20'), 10)).toBe(clock('11:30'))
    expect(heldUntil(clock('11:40'), 30)).toBe(clock('14:00'))
  })

  it('never reaches past closing time, nor past midnight for whoever works on', () => {
    expect(heldUntil(clock('16:40'), 60)).toBe(clock('17:00'))
    expect(heldUntil(clock('17:10'), 60)).toBe(clock('18:10'))
    expect(heldUntil(clock('23:30'), 60)).toBe(clock('00:00', '2026-11-24'))
    expect(heldUntil(clock('23:30'), 60, anOffice({ alwaysOpen: true }))).toBe(clock('00:00', '2026-11-24'))
    expect(heldUntil(clock('11:20'), 30, anOffice({ alwaysOpen: true }))).toBe(clock('11:50'))
  })

  it('is for whom the officer has before him', () => {
    expect(code(hold(aDay(), at(1), { reason: 'x' }))).toBe('WRONG_STATE')
  })
})

describe('return', () => {
  const held = (until: number, others: readonly Ticket[] = []) => aDay({ tickets: [aTicket('1001', { state: 'held', hold: { reason: 'x', until, counter: 1 } }), ...others] })
  const returned = (day: Day, when = now) => after(day, returnTicket(day, 'tk_1001', 'staff:g', when))

  it('in time brings the same number next to the same counter, before priority and earlier ones', () => {
    const day = returned(held(now, [aTicket('1000', { priority: true }), ...waiting('1002')]))
    expect(nextAt(day, 1)).toBe('1001 returned')
    expect(nextAt(day, 2)).not.toContain('1001')
    expect(day.tickets.get('tk_1001')?.hold).toBeUndefined()
    expect(day.tickets.get('tk_1001')).toMatchObject({ state: 'waiting', bound: { counters: [1], next: true, since: now }, place: aTicket('1001').place })
  })

  it('in time is next anywhere, where its counter has closed meanwhile', () => {
    const day = returned(held(now, waiting('2002')))
    expect(nextAt({ ...day, counters: new Map([[1, aCounter(1, { state: 'closed' })], [2, aCounter(2)]]) }, 2)).toBe('1001 returned')
  })

  it('stands in the order of coming back where several do', () => {
    const two = held(now + 5 * minute, [aTicket('1000', { state: 'held', hold: { reason: 'x', until: now + 5 * minute, counter: 1 } })])
    const first = returned(two)
    expect(nextAt(after(first, returnTicket(first, 'tk_1000', 'staff:g', now + minute)), 1)).toBe('1001 returned')
  })

  it.each<[string, ReentryRule, string[]]>([
    ['at the end', { kind: 'end' }, ['1009', '1010', '1011', '1012', '1005']],
    ['after one', { kind: 'after', numbers: 1 }, ['1009', '1005', '1010', '1011', '1012']],
    ['after two', { kind: 'after', numbers: 2 }, ['1009', '1010', '1005', '1011', '1012']],
    ['after more than there are', { kind: 'after', numbers: 9 }, ['1009', '1010', '1011', '1012', '1005']]
  ])('after a missed call re-enters %s', (_, reentry, order) => {
    const others = [aTicket('1002', { priority: true }), aTicket('2003'), aTicket('1004', { bound: { counters: [1], next: true, since: now } }), ...waiting('1009', '1010', '1011', '1012')]
    const day = aDay({ office: anOffice({ rules: someRules({ reentry }) }), tickets: [aTicket('1005', { state: 'missed', counter: 1 }), ...others] })
    const then = after(day, returnTicket(day, 'tk_1005', 'staff:g', now))
    expect(then.tickets.list.filter(ticket => ticket.field === 'CT' && !ticket.priority && !ticket.bound).map(({ number }) => number)).toEqual(order)
  })

  it('late from a hold re-enters like a missed call', () => {
    const day = returned(held(now - 1, waiting('1002', '1003')))
    expect(day.tickets.list.map(({ number }) => number)).toEqual(['1002', '1003', '1001'])
    expect(day.tickets.get('tk_1001')?.bound).toBeUndefined()
  })

  it('never wins a place by being missed', () => {
    const day = aDay({ office: anOffice({ rules: someRules({ reentry: { kind: 'after', numbers: 1 } }) }), tickets: [...waiting('1001', '1002'), aTicket('1005', { state: 'missed' })] })
    expect(after(day, returnTicket(day, 'tk_1005', 'staff:g', now)).tickets.list.map(({ number }) => number)).toEqual(['1001', '1002', '1005'])
  })

  it('loses the right of a missed appointment', () => {
    const day = aDay({ tickets: [aTicket('1001', { state: 'missed', appointment: now }), aTicket('1002')] })
    expect(returned(day).tickets.get('tk_1001')?.appointment).toBeUndefined()
  })

  it('keeps a lane of its own, and finds its lane again after a place before everyone', () => {
    const lane = { counters: [3], next: false, since: now }
    const office = anOffice({ rules: someRules({ bulk: { from: 10, counters: [3] } }) })
    const missed = (more: Partial<Ticket>) => aDay({ office, tickets: [aTicket('1001', { state: 'missed', ...more })] })
    expect(returned(missed({ bound: lane })).tickets.get('tk_1001')?.bound).toEqual(lane)
    expect(returned(missed({ bound: { ...lane, counters: [1], next: true }, dossiers: 10 })).tickets.get('tk_1001')?.bound).toEqual(lane)
    expect(returned(missed({ bound: { ...lane, counters: [1], next: true } })).tickets.get('tk_1001')?.bound).toBeUndefined()
  })

  it('is for held and missed numbers only', () => {
    const day = aDay({ tickets: waiting('1001') })
    expect([returnTicket(day, 'tk_1001', 'x', now), returnTicket(day, 'tk_9', 'x', now)].map(code)).toEqual(['WRONG_STATE', 'NOT_FOUND'])
  })
})

describe('transfer', () => {
  const sent = (wish: TransferWish, day = serving()) => after(day, transfer(day, at(1), wish)).tickets.get('tk_1001')

  it('begins a new leg and keeps first arrival and place', () => {
    expect(sent({ field: 'HT' })).toMatchObject({ state: 'waiting', field: 'HT', leg: 2, recalls: 0, issuedAt: aTicket('1001').issuedAt, place: aTicket('1001').place })
    const day = serving({}, waiting('2002'))
    expect(nextAt(after(day, transfer(day, at(1), { field: 'HT' })), 2)).toBe('1001 order')
  })

  it('to a counter keeps the field where that is served there, else takes what the counter serves first', () => {
    expect(sent({ counter: 2 })).toMatchObject({ field: 'CT', bound: { counters: [2], next: false } })
    expect(sent({ counter: 2 }, serving({ field: 'DD' }))).toMatchObject({ field: 'HT', bound: { counters: [2] } })
  })

  it('is not called straight back by the counter that sent it on, though that helps the field', () => {
    const sentOn = after(serving({ issuedAt: now - 55 * minute }), transfer(serving({ issuedAt: now - 55 * minute }), at(1), { field: 'HT' }))
    expect(sentOn.office.duties.get(1)?.helper).toContain('HT')
    expect(sentOn.tickets.get('tk_1001')?.bound).toMatchObject({ counters: [2], next: false })
  })

  it('waits at that counter by arrival, not before everyone', () => {
    const day = serving({ issuedAt: now - minute }, waiting('2002'))
    expect(nextAt(after(day, transfer(day, at(1), { counter: 2 })), 2)).toBe('2002 order')
  })

  it('and back: is next at the first counter once the other has finished', () => {
    const day = serving()
    const there = after(day, transfer(day, at(1), { field: 'HT', back: true }))
    expect(there.tickets.get('tk_1001')).toMatchObject({ back: 1 })
    const called = after(there, callNext(there, at(2), tools))
    expect(called.tickets.get('tk_1001')).toMatchObject({ state: 'called', counter: 2, back: 1 })
  })

  it('does not promise the way back to the counter it is sent to', () => {
    expect(sent({ counter: 2 }, serving({ back: 2 }))).not.toHaveProperty('back', 2)
    expect(sent({ counter: 3 }, serving({ back: 2 }))).toMatchObject({ back: 2 })
  })

  it('keeps further services, the appointment and the lane of a heap of dossiers', () => {
    const office = anOffice({ rules: someRules({ bulk: { from: 10, counters: [3] } }) })
    expect(sent({ field: 'HT' }, serving({ more: [{ field: 'DD' }], appointment: now, dossiers: 12 }, [], office))).toMatchObject({ more: [{ field: 'DD' }], appointment: now, bound: { counters: [3], next: false } })
  })

  it('lets the lane of a heap send it to a field, and has it no more', () => {
    const office = anOffice({ rules: someRules({ bulk: { from: 10, counters: [1, 3] } }) })
    const heap = { dossiers: 12, bound: { counters: [1, 3], next: false, since: now } }
    expect(sent({ field: 'HT' }, serving(heap, [], office))?.bound).toMatchObject({ counters: [2], next: false })
    expect(sent({ field: 'CT' }, serving(heap, [], office))?.bound).toBeUndefined()
  })

  it.each([[{ field: 'XX' }, 'UNKNOWN_FIELD'], [{ counter: 9 }, 'NOT_FOUND'], [{ counter: 1 }, 'SAME_PLACE'], [{ field: 'CT' }, 'SAME_PLACE']])('refuses %j with %s', (wish, expected) => {
    expect(code(transfer(serving(), at(1), wish))).toBe(expected)
  })

  it('may give a number that was meant for this counter back to its own field', () => {
    expect(sent({ field: 'CT' }, serving({ bound: { counters: [1], next: false, since: now } }))?.bound).toBeUndefined()
  })
})

describe('cancelling', () => {
  it('forgets the number wherever it stands, and frees the counter it stood at', () => {
    const day = serving()
    const facts = value(cancelTicket(day, 'tk_1001', 'system', now))
    expect(facts).toMatchObject([{ type: 'ticket:cancelled', from: 'serving', counter: 1 }])
    const then = facts.reduce(evolve, day)
    expect(then.tickets.has('tk_1001')).toBe(false)
    expect(then.counters.get(1)).not.toHaveProperty('ticket')
  })

  it('names no counter for a number that only was at one', () => {
    const day = aDay({ tickets: [aTicket('1001', { state: 'missed', counter: 1 })] })
    expect(value(cancelTicket(day, 'tk_1001', 'system', now))[0]).not.toHaveProperty('counter')
    expect(code(cancelTicket(day, 'tk_2', 'system', now))).toBe('NOT_FOUND')
  })
})
