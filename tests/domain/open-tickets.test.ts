import fc from 'fast-check'
import { expect, it } from 'vitest'
import { OpenTickets } from '../../server/domain/open-tickets.ts'
import { aTicket, minute, now } from '../support/builders.ts'

const numbers = (tickets: OpenTickets) => tickets.list.map(({ number }) => number)

it('keeps tickets in order of place, in whatever order they come', () => {
  const tickets = OpenTickets.of([aTicket('1003'), aTicket('1001')]).and(aTicket('1002'))
  expect(numbers(tickets)).toEqual(['1001', '1002', '1003'])
})

it('moves a ticket whose place changed, and lets later facts stand behind equals', () => {
  const at = aTicket('1002').place.at
  const tickets = OpenTickets.of(['1001', '1002', '1003'].map(number => aTicket(number)))
  expect(numbers(tickets.with(aTicket('1001', { place: { at, rev: 50 } })))).toEqual(['1002', '1001', '1003'])
  expect(numbers(tickets.with(aTicket('1003', { place: { at: at - minute, rev: 50 } })))).toEqual(['1003', '1001', '1002'])
})

it('changes nothing for a ticket that is not open', () => {
  const tickets = OpenTickets.of([aTicket('1001')])
  expect(tickets.with(aTicket('1002'))).toBe(tickets)
  expect(tickets.without('tk_1002')).toBe(tickets)
})

it('counts who waits and who has a right of his own, whatever happens to them', () => {
  const deeds = fc.array(fc.record({
    who: fc.nat(9), state: fc.constantFrom('waiting', 'called', 'missed', 'gone' as const), right: fc.constantFrom('none', 'bound', 'appointment', 're-entered')
  }), { maxLength: 40 })
  const rights = { 'none': {}, 'bound': { bound: { counters: [1], next: false, since: now } }, 'appointment': { appointment: now }, 're-entered': { place: { at: now, rev: 77 } } } as const
  fc.assert(fc.property(deeds, done => {
    const end = done.reduce((tickets, { who, state, right }) => {
      const id = `tk_${who}`
      const ticket = aTicket(`${who % 3 + 1}00${who}`, { id, priority: who % 2 === 0, state: state === 'gone' ? 'waiting' : state, ...rights[right as keyof typeof rights] })
      if (state === 'gone') return tickets.without(id)
      return tickets.has(id) ? tickets.with(ticket) : tickets.and(ticket)
    }, OpenTickets.of([]))
    const waiting = end.list.filter(ticket => ticket.state === 'waiting')
    for (const field of ['CT', 'HT', 'DD']) {
      const of = waiting.filter(ticket => ticket.field === field)
      expect(end.waitingIn(field)).toEqual({ priority: of.filter(ticket => ticket.priority).length, ordinary: of.filter(ticket => !ticket.priority).length })
    }
    expect(end.outOfLine).toBe(waiting.filter(({ bound, appointment, place, issuedAt }) => bound ?? appointment ?? (place.at !== issuedAt || undefined)).length)
    expect({ ...end }).toEqual({ ...OpenTickets.of(end.list) })
  }))
})
