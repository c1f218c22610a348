import { expect, it } from 'vitest'
import { bulkLane, nextLeg } from '../../server/domain/legs.ts'
import { aField, anOffice, aTicket, now, someRules } from '../support/builders.ts'

const at2 = { counter: 2, at: now }
const next = { counters: [2], next: true, since: now }

it('is nothing for a ticket whose one service is done', () => {
  expect(nextLeg(anOffice(), aTicket('1001'), at2)).toBeUndefined()
})

it('is the next service, with what remains after it', () => {
  expect(nextLeg(anOffice(), aTicket('2001', { more: [{ field: 'CT' }, { field: 'DD' }] }), at2)).toEqual({ field: 'CT', fieldVersion: 1, more: [{ field: 'DD' }] })
})

it('leads back first to the officer who waits for what he sent it on for; further services come after', () => {
  expect(nextLeg(anOffice(), aTicket('2001', { more: [{ field: 'CT' }], back: 1 }), at2)).toMatchObject({ bound: { counters: [1], next: true }, more: [{ field: 'CT' }] })
  expect(nextLeg(anOffice(), aTicket('2001', { more: [{ field: 'CT' }], back: 1 }), at2)).not.toHaveProperty('back')
})

it('lets whoever can stay where he is stay: he is next there', () => {
  expect(nextLeg(anOffice(), aTicket('1001', { more: [{ field: 'HT', procedure: 'HT03' }] }), at2)).toEqual({ field: 'HT', fieldVersion: 1, procedure: 'HT03', procedureVersion: 1, bound: next })
})

it('keeps a heap of dossiers in its lane for the next service too', () => {
  const office = anOffice({ rules: someRules({ bulk: { from: 10, counters: [3] } }) })
  expect(nextLeg(office, aTicket('2001', { dossiers: 12, more: [{ field: 'CT' }] }), at2)).toMatchObject({ bound: { counters: [3], next: false } })
})

it('passes over a service that the office has given up meanwhile', () => {
  const office = anOffice({ fields: new Map([['DD', aField('DD', 3)]]) })
  expect(nextLeg(office, aTicket('1001', { more: [{ field: 'HT' }, { field: 'DD' }] }), at2)).toMatchObject({ field: 'DD' })
  expect(nextLeg(office, aTicket('1001', { more: [{ field: 'HT' }] }), at2)).toBeUndefined()
})

it('leads back to the counter that sent it on, for what it was there for', () => {
  const back = { bound: { counters: [1], next: true, since: now } }
  expect(nextLeg(anOffice(), aTicket('2001', { back: 1 }), at2)).toMatchObject({ field: 'CT', ...back })
  expect(nextLeg(anOffice(), aTicket('3001', { back: 1, procedure: 'HT03' }), at2)).toMatchObject({ field: 'HT', ...back })
  expect(nextLeg(anOffice(), aTicket('1001', { back: 1 }), at2)).not.toHaveProperty('back')
})

it('does not send back to where it is already', () => {
  expect(nextLeg(anOffice(), aTicket('1001', { back: 2 }), at2)).toBeUndefined()
})

it('has a lane for heaps only where the office set counters apart', () => {
  const bulk = (counters: number[]) => ({ rules: someRules({ bulk: { from: 10, counters } }) })
  expect(bulkLane(bulk([4]), 10, now)).toEqual({ counters: [4], next: false, since: now })
  expect([bulkLane(bulk([4]), 9, now), bulkLane(bulk([]), 30, now), bulkLane({ rules: someRules() }, 30, now)]).toEqual([undefined, undefined, undefined])
})
