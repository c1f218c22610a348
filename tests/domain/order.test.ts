import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { OpenTickets } from '../../server/domain/open-tickets.ts'
import { callOrder, pick, placeOf, placeOfNewest, type Rules, type Waiting } from '../../server/domain/order.ts'
import type { CounterDuty, OrderPolicy } from '../../server/domain/office.ts'
import { aTicket, minute, now } from '../support/builders.ts'

const duty: CounterDuty = { number: 1, main: ['CT'], helper: ['HT'] }
const strict: Rules = { policy: { kind: 'strict' }, promiseMinutes: 30 }
const ratio = (priority: number, ordinary: number): Rules => ({ policy: { kind: 'ratio', priority, ordinary }, promiseMinutes: 30 })
const called = (waiting: readonly Waiting[], rules: Rules, contested = 0) => callOrder(waiting, duty, contested, rules, now).map(({ ticket }) => ticket.id.slice(3))

describe('examples', () => {
  it('calls the earliest arrival of its main field', () => {
    expect(pick([aTicket('1002'), aTicket('1003')], duty, 0, strict, now)).toMatchObject({ ticket: { number: '1002' }, why: 'order', contested: false })
  })

  it('calls a priority ticket before earlier ones, and says so', () => {
    expect(pick([aTicket('1001'), aTicket('1009', { priority: true })], duty, 0, strict, now)).toMatchObject({ ticket: { number: '1009' }, why: 'priority', contested: true })
  })

  it('gives no reason but order to a priority ticket that was first anyway', () => {
    expect(pick([aTicket('1001', { priority: true }), aTicket('1002')], duty, 0, strict, now)?.why).toBe('order')
  })

  it('takes turns one to one while both classes wait, priority first', () => {
    const waiting = ['1001', '1002', '1003'].map(number => aTicket(number))
    const elderly = ['1004', '1005'].map(number => aTicket(number, { priority: true }))
    expect(called([...waiting, ...elderly], ratio(1, 1))).toEqual(['1004', '1001', '1005', '1002', '1003'])
  })

  it('goes on with the round where this counter left it', () => {
    expect(called([aTicket('1001'), aTicket('1002', { priority: true })], ratio(1, 1), 1)).toEqual(['1001', '1002'])
  })

  it('helps another field only when its own has nobody', () => {
    expect(pick([aTicket('2001'), aTicket('1050')], duty, 0, strict, now)?.ticket.number).toBe('1050')
    expect(pick([aTicket('2001')], duty, 0, strict, now)).toMatchObject({ ticket: { number: '2001' }, why: 'helper' })
  })

  it('helps at once a ticket of another field that has waited past the promise', () => {
    const late = aTicket('2001', { issuedAt: now - 31 * minute })
    expect(pick([late, aTicket('1001')], duty, 0, strict, now)).toMatchObject({ ticket: { number: '2001' }, why: 'helper' })
  })

  it('keeps the first arrival of a transferred ticket', () => {
    const transferred = aTicket('2001', { field: 'CT', leg: 2, issuedAt: now - 25 * minute })
    expect(called([transferred, aTicket('1001'), aTicket('1002')], strict)).toEqual(['2001', '1001', '1002'])
  })

  it('calls nobody whom the counter cannot serve', () => {
    expect(pick([aTicket('3001')], duty, 0, strict, now)).toBeUndefined()
  })
})

const policies: fc.Arbitrary<OrderPolicy> = fc.oneof(
  fc.constant({ kind: 'strict' } as const),
  fc.record({ kind: fc.constant('ratio' as const), priority: fc.integer({ min: 1, max: 4 }), ordinary: fc.integer({ min: 1, max: 4 }) })
)
const rulesOf = fc.record({ policy: policies, promiseMinutes: fc.constantFrom(15, 30) })
const waitings = fc.array(
  fc.record({ field: fc.constantFrom('CT', 'HT', 'DD'), priority: fc.boolean(), waited: fc.integer({ min: 0, max: 90 }), leg: fc.integer({ min: 1, max: 3 }) }),
  { maxLength: 40 }
).map(people => people
  .sort((a, b) => b.waited - a.waited)
  .map(({ field, priority, waited }, place): Waiting => ({ id: `tk_${place}`, field, priority, issuedAt: now - waited * minute + place })))
const rounds = fc.nat(20)

describe('whatever the day', () => {
  it('never calls nobody while someone it may serve waits', () => {
    fc.assert(fc.property(waitings, rulesOf, rounds, (waiting, rules, contested) => {
      const eligible = waiting.some(({ field }) => field !== 'DD')
      expect(pick(waiting, duty, contested, rules, now) !== undefined).toBe(eligible)
    }))
  })

  it('serves first come, first served inside a class and its pool', () => {
    fc.assert(fc.property(waitings, rulesOf, rounds, (waiting, rules, contested) => {
      const next = pick(waiting, duty, contested, rules, now)?.ticket
      if (!next) return
      const earlier = waiting.filter(other => other.field === next.field && other.priority === next.priority && other.issuedAt < next.issuedAt)
      expect(earlier).toEqual([])
    }))
  })

  it('calls everybody whom it can serve exactly once', () => {
    fc.assert(fc.property(waitings, rulesOf, rounds, (waiting, rules, contested) => {
      const order = callOrder(waiting, duty, contested, rules, now).map(({ ticket }) => ticket.id)
      expect([...order].sort()).toEqual(waiting.filter(({ field }) => field !== 'DD').map(({ id }) => id).sort())
    }))
  })

  it('keeps the ratio: in every full round with both classes present, p priority calls then n ordinary ones', () => {
    fc.assert(fc.property(waitings, fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }), (people, p, n) => {
      const waiting = people.map(person => ({ ...person, field: 'CT' }))
      const contested = callOrder(waiting, duty, 0, ratio(p, n), now).filter(choice => choice.contested)
      contested.forEach(({ ticket }, turn) => expect(ticket.priority).toBe(turn % (p + n) < p))
    }))
  })

  it('lets an ordinary ticket be overtaken at most p times per ordinary call before it', () => {
    fc.assert(fc.property(waitings, fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }), (people, p, n) => {
      const waiting = people.map(person => ({ ...person, field: 'CT' }))
      const order = callOrder(waiting, duty, 0, ratio(p, n), now).map(({ ticket }) => ticket)
      order.forEach((mine, place) => {
        if (mine.priority) return
        const overtakers = order.slice(0, place).filter(other => other.issuedAt > mine.issuedAt).length
        const ordinaryBefore = order.slice(0, place).filter(other => !other.priority).length
        expect(overtakers).toBeLessThanOrEqual(p * (Math.floor(ordinaryBefore / n) + 1))
      })
    }))
  })

  it('tells the newest ticket its place by counts alone', () => {
    fc.assert(fc.property(waitings, rulesOf, rounds, fc.boolean(), (people, rules, contested, priority) => {
      const newest = aTicket('1999', { priority, issuedAt: now })
      const tickets = OpenTickets.of([...people.map(({ id, ...person }) => aTicket('1000', { ...person, id })), newest])
      expect(placeOfNewest(newest, tickets, duty, contested, rules, now)).toBe(placeOf(newest, tickets.list, duty, contested, rules, now))
    }))
  })

  it('counts who waits, whatever happens to them', () => {
    const deeds = fc.array(fc.record({ who: fc.nat(9), state: fc.constantFrom('waiting', 'called', 'missed', 'gone' as const) }), { maxLength: 40 })
    fc.assert(fc.property(deeds, done => {
      const end = done.reduce((tickets, { who, state }) => {
        const id = `tk_${who}`
        const ticket = aTicket(`${who % 3 + 1}00${who}`, { id, priority: who % 2 === 0, state: state === 'gone' ? 'waiting' : state })
        if (state === 'gone') return tickets.without(id)
        return tickets.has(id) ? tickets.with(ticket) : tickets.and(ticket)
      }, OpenTickets.of([]))
      for (const field of ['CT', 'HT', 'DD']) {
        const of = end.list.filter(ticket => ticket.field === field && ticket.state === 'waiting')
        expect(end.waitingIn(field)).toEqual({ priority: of.filter(ticket => ticket.priority).length, ordinary: of.filter(ticket => !ticket.priority).length })
      }
    }))
  })

  it('tells each ticket the place it has in the order of calls', () => {
    fc.assert(fc.property(waitings, policies, rounds, (waiting, policy, contested) => {
      const rules = { policy, promiseMinutes: 1000 }
      const order = callOrder(waiting, duty, contested, rules, now).map(({ ticket }) => ticket.id)
      expect(order.map(id => placeOf(waiting.find(ticket => ticket.id === id)!, waiting, duty, contested, rules, now))).toEqual(order.map((_, place) => place))
    }))
  })
})
