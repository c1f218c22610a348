import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { callable, callOrder, comesBefore, overtaken, pick, placeOf, type OrderRules, type Waiting } from '../../server/domain/order.ts'
import type { OrderPolicy, Rules } from '../../server/domain/office.ts'
import { aDesk, aTicket, minute, now, someRules } from '../support/builders.ts'

const desk = aDesk()
const under = (policy: OrderPolicy, more: Partial<Rules> = {}): OrderRules => ({ promiseMinutes: 30, rules: someRules({ policy, ...more }) })
const strict = under({ kind: 'strict' })
const ratio = (priority: number, ordinary: number) => under({ kind: 'ratio', priority, ordinary })
const ageing = (headStartMinutes: number) => under({ kind: 'ageing', headStartMinutes })
const called = (waiting: readonly Waiting[], rules: OrderRules, contested = 0) => callOrder(waiting, aDesk({ contested }), rules, now).map(({ ticket }) => ticket.id.slice(3))
const came = (number: string, minutesAgo: number, priority = false) => aTicket(number, { priority, issuedAt: now - minutesAgo * minute })
const booking = { fields: ['CT'], slotMinutes: 15, perSlot: 1, daysAhead: 7, earlyMinutes: 10, lateMinutes: 15 }
const back = (counter: number, since = now) => ({ counters: [counter], next: true, since })

describe('examples', () => {
  it('calls the earliest arrival of its main field', () => {
    expect(pick([aTicket('1002'), aTicket('1003')], desk, strict, now)).toMatchObject({ ticket: { number: '1002' }, why: 'order', contested: false, overtook: 0 })
  })

  it('calls a priority ticket before earlier ones, and says so', () => {
    expect(pick([aTicket('1001'), aTicket('1009', { priority: true })], desk, strict, now)).toMatchObject({ ticket: { number: '1009' }, why: 'priority', contested: true, overtook: 1 })
  })

  it('gives no reason but order to a priority ticket that was first anyway', () => {
    expect(pick([aTicket('1001', { priority: true }), aTicket('1002')], desk, strict, now)?.why).toBe('order')
  })

  it('takes turns one to one while both classes wait, priority first', () => {
    const waiting = ['1001', '1002', '1003'].map(number => aTicket(number))
    const elderly = ['1004', '1005'].map(number => aTicket(number, { priority: true }))
    expect(called([...waiting, ...elderly], ratio(1, 1))).toEqual(['1004', '1001', '1005', '1002', '1003'])
    expect(called([...waiting, ...elderly], ratio(1, 2))).toEqual(['1004', '1001', '1002', '1005', '1003'])
    expect(called([...waiting, ...elderly], ratio(2, 1))).toEqual(['1004', '1005', '1001', '1002', '1003'])
    expect(called([...waiting, ...elderly], strict)).toEqual(['1004', '1005', '1001', '1002', '1003'])
  })

  it('goes on with the round where this counter left it', () => {
    expect(called([aTicket('1001'), aTicket('1002', { priority: true })], ratio(1, 1), 1)).toEqual(['1001', '1002'])
  })

  it('lets a priority ticket count as come earlier by its head start, and not a minute more', () => {
    expect(called([came('1001', 30), came('1002', 10, true)], ageing(20))).toEqual(['1002', '1001'])
    expect(called([came('1001', 31), came('1002', 10, true)], ageing(20))).toEqual(['1001', '1002'])
    expect(called([came('1001', 50), came('1002', 31), came('1003', 12, true), came('1004', 11)], ageing(20))).toEqual(['1001', '1003', '1002', '1004'])
  })

  it('helps another field only when its own has nobody', () => {
    expect(pick([aTicket('2001'), aTicket('1050')], desk, strict, now)?.ticket.number).toBe('1050')
    expect(pick([aTicket('2001')], desk, strict, now)).toMatchObject({ ticket: { number: '2001' }, why: 'helper' })
  })

  it('helps at once a ticket of another field that has waited past the promise, or past what the office set', () => {
    const early = [came('2001', 11), aTicket('1001', { issuedAt: now - 5 * minute })]
    const number = (rules: OrderRules) => pick(early, desk, rules, now)?.ticket.number
    expect(pick([came('2001', 31), aTicket('1001')], desk, strict, now)).toMatchObject({ ticket: { number: '2001' }, why: 'helper' })
    expect(number(strict)).toBe('1001')
    expect(number(under({ kind: 'strict' }, { helperAfterMinutes: 10 }))).toBe('2001')
    expect(number(under({ kind: 'strict' }, { helperAfterMinutes: 11 }))).toBe('1001')
  })

  it('counts the wait of a number that re-entered from then, not from its arrival', () => {
    const again = aTicket('2001', { issuedAt: now - 60 * minute, place: { at: now - minute, rev: 90 } })
    expect(pick([aTicket('1001'), again], desk, strict, now)?.ticket.number).toBe('1001')
  })

  it('keeps the first arrival of a transferred ticket', () => {
    const transferred = aTicket('2001', { field: 'CT', leg: 2, issuedAt: now - 25 * minute })
    expect(called([transferred, aTicket('1001'), aTicket('1002')], strict)).toEqual(['2001', '1001', '1002'])
  })

  it('calls nobody whom the counter cannot serve', () => {
    expect(pick([aTicket('3001')], desk, strict, now)).toBeUndefined()
    expect(placeOf(aTicket('3001'), [aTicket('3001')], desk, strict, now)).toBeUndefined()
  })
})

describe('those with a right of their own', () => {
  it('calls whoever came back in time first, in the order of coming back', () => {
    const waiting = [aTicket('1001', { priority: true }), aTicket('1005', { bound: back(1) }), aTicket('1007', { bound: back(1, now - minute) })]
    expect(called(waiting, strict)).toEqual(['1007', '1005', '1001'])
    expect(pick(waiting, desk, strict, now)).toMatchObject({ why: 'returned', contested: false, overtook: 2 })
  })

  it('calls an appointment before others from ten minutes before its time, and not earlier', () => {
    const rules = under({ kind: 'strict' }, { booking })
    const due = (inMinutes: number) => [aTicket('1001', { priority: true }), aTicket('1002'), aTicket('1003', { appointment: now + inMinutes * minute })]
    expect(pick(due(10), desk, rules, now)).toMatchObject({ ticket: { number: '1003' }, why: 'appointment', overtook: 2 })
    expect(called(due(11), rules)).toEqual(['1001', '1002', '1003'])
  })

  it('calls appointments by their time, and gives no other reason than order to one that was first anyway', () => {
    const rules = under({ kind: 'strict' }, { booking })
    const waiting = [aTicket('1001', { appointment: now }), aTicket('1002', { appointment: now - 5 * minute }), aTicket('1003')]
    expect(called(waiting, rules)).toEqual(['1002', '1001', '1003'])
    expect(pick(waiting.slice(0, 1), desk, rules, now)?.why).toBe('order')
  })

  it('serves a ticket sent to this counter as its own, whatever its field', () => {
    expect(pick([aTicket('3001', { bound: { counters: [1], next: false, since: now } })], desk, strict, now)).toMatchObject({ ticket: { number: '3001' }, why: 'order' })
  })

  it('leaves a ticket meant for another counter to that one, as long as it stands open', () => {
    const waiting = [aTicket('1001', { bound: { counters: [2, 3], next: false, since: now } }), aTicket('1002')]
    const here = (open: readonly number[], counter = 1) => callable(waiting, { numbers: [counter] }, number => open.includes(number)).map(({ number }) => number)
    expect(here([1, 2])).toEqual(['1002'])
    expect(here([1, 3])).toEqual(['1002'])
    expect(here([1])).toEqual(['1001', '1002'])
    expect(here([1, 2], 2)).toEqual(['1001', '1002'])
  })
})

describe('who is passed over', () => {
  it('counts those who came earlier and could have been called here', () => {
    const waiting = [aTicket('1001'), aTicket('3001'), aTicket('1002'), aTicket('2003'), aTicket('1004')]
    expect(overtaken(waiting[4] as Waiting, waiting, desk, strict, now)).toBe(2)
    expect(overtaken(waiting[0] as Waiting, waiting, desk, strict, now)).toBe(0)
  })

  it('counts them too for a ticket that this counter does not serve', () => {
    const waiting = [aTicket('1001'), aTicket('1002')]
    expect(overtaken(aTicket('3009'), waiting, desk, strict, now)).toBe(2)
  })
})

const policies: fc.Arbitrary<OrderPolicy> = fc.oneof(
  fc.constant({ kind: 'strict' } as const),
  fc.record({ kind: fc.constant('ratio' as const), priority: fc.integer({ min: 1, max: 4 }), ordinary: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ kind: fc.constant('ageing' as const), headStartMinutes: fc.integer({ min: 0, max: 60 }) })
)
const rulesOf = fc.record({ policy: policies, late: fc.constantFrom(15, 30, 1000) }).map(({ policy, late }) => under(policy, { helperAfterMinutes: late }))
const waitings = fc.array(
  fc.record({ field: fc.constantFrom('CT', 'HT', 'DD'), priority: fc.boolean(), waited: fc.integer({ min: 0, max: 90 }) }),
  { maxLength: 40 }
).map(people => people
  .sort((a, b) => b.waited - a.waited)
  .map(({ field, priority, waited }, place): Waiting => ({ id: `tk_${place}`, field, priority, place: { at: now - waited * minute, rev: place } })))
const rounds = fc.nat(20)

describe('whatever the day', () => {
  it('never calls nobody while someone it may serve waits', () => {
    fc.assert(fc.property(waitings, rulesOf, rounds, (waiting, rules, contested) => {
      const eligible = waiting.some(({ field }) => field !== 'DD')
      expect(pick(waiting, aDesk({ contested }), rules, now) !== undefined).toBe(eligible)
    }))
  })

  it('serves first come, first served inside a class and its pool', () => {
    fc.assert(fc.property(waitings, rulesOf, rounds, (waiting, rules, contested) => {
      const next = pick(waiting, aDesk({ contested }), rules, now)?.ticket
      if (!next) return
      const earlier = waiting.filter(other => other.field === next.field && other.priority === next.priority && comesBefore(other.place, next.place))
      expect(earlier).toEqual([])
    }))
  })

  it('calls everybody whom it can serve exactly once', () => {
    fc.assert(fc.property(waitings, rulesOf, rounds, (waiting, rules, contested) => {
      const order = callOrder(waiting, aDesk({ contested }), rules, now).map(({ ticket }) => ticket.id)
      expect([...order].sort()).toEqual(waiting.filter(({ field }) => field !== 'DD').map(({ id }) => id).sort())
    }))
  })

  it('keeps the ratio: in every full round with both classes present, p priority calls then n ordinary ones', () => {
    fc.assert(fc.property(waitings, fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }), (people, p, n) => {
      const waiting = people.map(person => ({ ...person, field: 'CT' }))
      const contested = callOrder(waiting, desk, ratio(p, n), now).filter(choice => choice.contested)
      contested.forEach(({ ticket }, turn) => expect(ticket.priority).toBe(turn % (p + n) < p))
    }))
  })

  it('lets an ordinary ticket be overtaken at most p times per ordinary call before it', () => {
    fc.assert(fc.property(waitings, fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }), (people, p, n) => {
      const waiting = people.map(person => ({ ...person, field: 'CT' }))
      const order = callOrder(waiting, desk, ratio(p, n), now).map(({ ticket }) => ticket)
      order.forEach((mine, place) => {
        if (mine.priority) return
        const overtakers = order.slice(0, place).filter(other => comesBefore(mine.place, other.place)).length
        const ordinaryBefore = order.slice(0, place).filter(other => !other.priority).length
        expect(overtakers).toBeLessThanOrEqual(p * (Math.floor(ordinaryBefore / n) + 1))
      })
    }))
  })

  it('tells each ticket the place it has in the order of calls', () => {
    fc.assert(fc.property(waitings, rulesOf, rounds, (waiting, rules, contested) => {
      const here = aDesk({ contested })
      const order = callOrder(waiting, here, rules, now).map(({ ticket }) => ticket)
      expect(order.map(ticket => placeOf(ticket, waiting, here, rules, now))).toEqual(order.map((_, place) => place))
    }))
  })
})
