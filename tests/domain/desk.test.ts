import { describe, expect, it } from 'vitest'
import { ahead, callableAt, countersFor, deskOf, isServed, placesAhead, together } from '../../server/domain/desk.ts'
import { aCounter, aDay, aTicket, now } from '../support/builders.ts'

const closed = (number: number) => aCounter(number, { state: 'closed' })
const meantFor = (counters: readonly number[], next = false) => ({ bound: { counters, next, since: now } })
const numbersAt = (day: ReturnType<typeof aDay>, counter: number) => callableAt(day, { numbers: [counter] }).map(({ number }) => number)

describe('people ahead', () => {
  it('counts those whom the policy would call first', () => {
    const day = aDay({ tickets: [aTicket('1001'), aTicket('1002'), aTicket('1003'), aTicket('1004', { priority: true })] })
    expect(['1001', '1002', '1003', '1004'].map(number => ahead(day, aTicket(number), now))).toEqual([1, 2, 3, 0])
  })

  it('does not count another field that only helps out here', () => {
    expect(ahead(aDay({ tickets: [aTicket('2001'), aTicket('1005')] }), aTicket('1005'), now)).toBe(0)
  })

  it('is unknown once the ticket no longer waits, and where no counter ever serves it', () => {
    expect(ahead(aDay({ tickets: [aTicket('1001', { state: 'called' })] }), aTicket('1001'), now)).toBeUndefined()
    expect(ahead(aDay({ tickets: [aTicket('3001')], counters: [aCounter(1)] }), aTicket('3001'), now)).toBeUndefined()
  })

  it('is nobody for whoever came back in time, at the counter that waits for him', () => {
    const day = aDay({ tickets: [aTicket('1001'), aTicket('1002', { priority: true }), aTicket('1003', meantFor([1], true))] })
    expect(['1003', '1002', '1001'].map(number => ahead(day, aTicket(number), now))).toEqual([0, 1, 2])
  })

  it('is counted at the one counter a ticket was sent to, while that stands open', () => {
    const tickets = [aTicket('1001'), aTicket('3002'), aTicket('1003', meantFor([3]))]
    expect(ahead(aDay({ tickets }), aTicket('1003'), now)).toBe(1)
    expect(ahead(aDay({ tickets: tickets.slice(1), counters: [aCounter(1), closed(3)] }), aTicket('1003'), now)).toBe(0)
  })
})

it('is told alike to one who asks and to all who ask at once', () => {
  const tickets = [aTicket('1001', { state: 'held' }), aTicket('1002'), aTicket('2003', meantFor([1], true)), aTicket('3004'), aTicket('1005', { priority: true }), aTicket('1006', meantFor([3])), aTicket('2007')]
  for (const day of [aDay({ tickets }), aDay({ tickets, counters: [aCounter(1), closed(2), closed(3)] }), aDay({ tickets, counters: [aCounter(1)] })]) {
    expect(tickets.map(placesAhead(day, now))).toEqual(tickets.map(ticket => ahead(day, ticket, now)))
  }
})

describe('the counters for a ticket', () => {
  it('are those open that have its field as a main field, else those that will, and those that help meanwhile', () => {
    expect(countersFor(aDay(), aTicket('1001'))).toEqual([1])
    expect(countersFor(aDay({ counters: [closed(1), aCounter(2), aCounter(3)] }), aTicket('1001'))).toEqual([1, 2, 3])
    expect(countersFor(aDay({ counters: [closed(1), closed(2)] }), aTicket('1001'))).toEqual([1])
  })

  it('are the ones it is meant for, as long as one of them stands open', () => {
    const ticket = aTicket('1001', meantFor([3, 2]))
    expect(countersFor(aDay(), ticket)).toEqual([2, 3])
    expect(countersFor(aDay({ counters: [aCounter(1), closed(2), aCounter(3, { state: 'paused' })] }), ticket)).toEqual([1])
  })

  it('say whether anybody serves it at all now', () => {
    expect(isServed(aDay(), aTicket('1001'))).toBe(true)
    expect(isServed(aDay({ counters: [closed(1), aCounter(2)] }), aTicket('1001'))).toBe(true)
    expect(isServed(aDay({ counters: [closed(1), closed(2)] }), aTicket('1001'))).toBe(false)
  })

  it('taken together serve what each of them serves, and go on with the sum of their rounds', () => {
    const day = aDay({ counters: [aCounter(1, { contested: 2 }), aCounter(2, { contested: 3 }), aCounter(3)] })
    expect(deskOf(day, aCounter(1))).toEqual({ numbers: [1], main: ['CT'], helper: ['HT'], contested: 0 })
    expect(together(day, 'CT')).toEqual({ numbers: [1], main: ['CT'], helper: ['HT'], contested: 2 })
    expect(together(aDay({ counters: [closed(1), aCounter(2, { contested: 3 }), aCounter(3, { contested: 1 })] }), 'CT')).toEqual({ numbers: [2, 3], main: ['HT', 'DD'], helper: ['CT'], contested: 4 })
  })
})

describe('a ticket meant for a counter', () => {
  const tickets = [aTicket('1001', meantFor([2])), aTicket('1002')]

  it('is left to it while it stands open, and goes back to everyone when it pauses or closes', () => {
    expect(numbersAt(aDay({ tickets }), 1)).toEqual(['1002'])
    expect(numbersAt(aDay({ tickets }), 2)).toEqual(['1001', '1002'])
    expect(numbersAt(aDay({ tickets, counters: [aCounter(1), closed(2)] }), 1)).toEqual(['1001', '1002'])
    expect(numbersAt(aDay({ tickets, counters: [aCounter(1), aCounter(2, { state: 'paused' })] }), 1)).toEqual(['1001', '1002'])
  })
})
