import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isTold, placeOfNewest } from '../../server/domain/newest.ts'
import type { OrderPolicy } from '../../server/domain/office.ts'
import { OpenTickets } from '../../server/domain/open-tickets.ts'
import { placeOf } from '../../server/domain/order.ts'
import { aDesk, anOffice, aTicket, minute, now, someRules } from '../support/builders.ts'

const told = (policy: OrderPolicy, ...tickets: ReturnType<typeof aTicket>[]) => isTold(OpenTickets.of(tickets), anOffice({ rules: someRules({ policy }) }))

it('tells by counts only where nobody has a right of his own and classes alone decide', () => {
  const strict = { kind: 'strict' } as const
  expect(told(strict, aTicket('1001'))).toBe(true)
  expect(told({ kind: 'ageing', headStartMinutes: 10 }, aTicket('1001'))).toBe(false)
  expect(told(strict, aTicket('1001', { appointment: now }))).toBe(false)
  expect(told(strict, aTicket('1001', { bound: { counters: [1], next: false, since: now } }))).toBe(false)
  expect(told(strict, aTicket('1001', { place: { at: now, rev: 9 } }))).toBe(false)
  expect(told(strict, aTicket('1001', { state: 'called', place: { at: now, rev: 9 } }))).toBe(true)
})

it('is not misled by somebody at a counter who once re-entered far in front', () => {
  const tickets = OpenTickets.of([
    aTicket('2001', { issuedAt: now - 50 * minute }),
    aTicket('1002', { state: 'called', issuedAt: now - 5 * minute, place: { at: now - 55 * minute, rev: 60 } }),
    aTicket('1003', { issuedAt: now })
  ])
  expect(placeOfNewest(aTicket('1003'), tickets, aDesk(), anOffice(), now)).toBe(1)
})

const policies: fc.Arbitrary<OrderPolicy> = fc.oneof(
  fc.constant({ kind: 'strict' } as const),
  fc.record({ kind: fc.constant('ratio' as const), priority: fc.integer({ min: 1, max: 4 }), ordinary: fc.integer({ min: 1, max: 4 }) }))
const people = fc.array(fc.record({ field: fc.constantFrom('CT', 'HT', 'DD'), priority: fc.boolean(), waited: fc.integer({ min: 0, max: 90 }) }), { maxLength: 40 })

it('comes to the same place as walking through all calls', () => {
  fc.assert(fc.property(people, policies, fc.constantFrom(10, 30, 1000), fc.nat(20), fc.boolean(), (before, policy, late, contested, priority) => {
    const newest = aTicket('1999', { priority, issuedAt: now, place: { at: now, rev: 999 } })
    const tickets = OpenTickets.of([...before.map(({ waited, ...person }, rev) => aTicket('1000', { ...person, id: `tk_${rev}`, issuedAt: now - waited * minute, place: { at: now - waited * minute, rev } })), newest])
    const office = anOffice({ rules: someRules({ policy, helperAfterMinutes: late }) })
    const desk = aDesk({ contested })
    expect(placeOfNewest(newest, tickets, desk, office, now)).toBe(placeOf(newest, tickets.list, desk, office, now))
  }))
})
