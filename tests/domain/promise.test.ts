import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evolve } from '../../server/domain/day.ts'
import type { Outlook } from '../../server/domain/forecast/range.ts'
import type { PastLeg } from '../../server/domain/forecast/past.ts'
import { brokenPromises, countBroken, isBroken, promisedBy, promisesAtRisk, promiseTo, waitedMs } from '../../server/domain/promise.ts'
import { transfer } from '../../server/domain/sending.ts'
import { instantOn, isoAt } from '../../server/domain/time.ts'
import { aCounter, aDay, after, anOffice, at, aTicket, minute, now } from '../support/builders.ts'

const zone = 'Asia/Ho_Chi_Minh'
const office = anOffice()
const on = (time: string) => instantOn('2026-11-23', time, zone)
const shown = (instant: number) => isoAt(instant, zone).slice(11, 16)
const numbers = (found: readonly { readonly ticket: { readonly number: string } }[]) => found.map(({ ticket }) => ticket.number)

describe('until when a number is promised to be called', () => {
  it.each([
    ['09:00', '09:30', 'half an hour later'],
    ['07:05', '08:00', 'counted from the opening at 07:30'],
    ['11:15', '13:45', 'with the lunch from 11:30 to 13:30 left out'],
    ['12:10', '14:00', 'counted from the end of lunch'],
    ['11:00', '11:30', 'before lunch, where it fits'],
    ['16:45', '17:15', 'after closing, while those who wait are still served']
  ])('taken at %s: by %s, %s', (since, by) => {
    expect(shown(promisedBy(office, on(since)))).toBe(by)
  })

  it('counts plainly where the office is always open', () => {
    expect(shown(promisedBy({ ...office, alwaysOpen: true }, on('11:15')))).toBe('11:45')
  })

  it('is never earlier for whoever comes later, and a promise longer than nothing is never over at once', () => {
    const instants = fc.integer({ min: on('00:00'), max: on('23:59') })
    fc.assert(fc.property(instants, instants, fc.integer({ min: 1, max: 600 }), (one, other, promiseMinutes) => {
      const place = { ...office, promiseMinutes }
      const [first, second] = [Math.min(one, other), Math.max(one, other)]
      expect(promisedBy(place, first)).toBeLessThanOrEqual(promisedBy(place, second))
      expect(promisedBy(place, first)).toBeGreaterThanOrEqual(first + promiseMinutes * minute)
    }))
  })

  it('is when exactly the promised working time has been waited', () => {
    fc.assert(fc.property(fc.integer({ min: on('00:00'), max: on('23:00') }), fc.integer({ min: 1, max: 300 }), (issuedAt, promiseMinutes) => {
      const place = { ...office, promiseMinutes }
      expect(waitedMs(place, { issuedAt }, promisedBy(place, issuedAt))).toBe(promiseMinutes * minute)
    }))
  })
})

describe('the wait that counts', () => {
  it('begins anew when a number is sent on, but its place does not', () => {
    const ticket = aTicket('1001', { state: 'serving', counter: 1, issuedAt: on('08:00'), calledAt: on('08:10'), startedAt: on('08:11') })
    const day = aDay({ tickets: [ticket], counters: [aCounter(1, { ticket: ticket.id }), aCounter(2)] })
    const sent = after(day, transfer(day, at(1, now), { field: 'HT' })).tickets.get(ticket.id)!
    expect(shown(promiseTo(office, sent))).toBe('09:30')
    expect(sent.place.at).toBe(on('08:00'))
  })

  it('begins when somebody who was sent away is here again', () => {
    const ticket = aTicket('1001', { state: 'held', issuedAt: on('08:00'), hold: { reason: 'x', until: on('10:00'), counter: 1 } })
    const back = evolve(aDay({ tickets: [ticket] }), { type: 'ticket:returned', at: now, by: 'staff:p_1', ticket, from: 'held' }).tickets.get(ticket.id)!
    expect(shown(promiseTo(office, back))).toBe('09:30')
  })

  it('begins with an appointment\'s time, and for whoever comes after it with his coming', () => {
    expect(shown(promiseTo(office, { issuedAt: on('08:40'), appointment: on('09:00') }))).toBe('09:30')
    expect(shown(promiseTo(office, { issuedAt: on('09:10'), appointment: on('09:00') }))).toBe('09:40')
  })

  it('ends with the call', () => {
    const called = { issuedAt: on('08:00'), calledAt: on('08:30') }
    expect(isBroken(office, called, on('10:00'))).toBe(false)
    expect(isBroken(office, { ...called, calledAt: on('08:30') + 1 }, on('10:00'))).toBe(true)
    expect(waitedMs(office, { issuedAt: on('11:10'), calledAt: on('13:50') }, on('15:00'))).toBe(40 * minute)
  })
})

describe('broken promises', () => {
  const waiting = (number: string, time: string, more = {}) => aTicket(number, { issuedAt: on(time), ...more })

  it('are those of people who still wait, the longest first', () => {
    const day = aDay({ tickets: [
      waiting('1003', '08:25'), waiting('1001', '08:10'), waiting('1004', '08:31'),
      waiting('1002', '08:05', { state: 'called', calledAt: on('08:55'), counter: 1 }), waiting('1005', '07:00', { state: 'held' })
    ] })
    expect(numbers(brokenPromises(day, now))).toEqual(['1001', '1003'])
    expect(brokenPromises(day, on('08:40'))).toEqual([])
  })

  it('are at risk where the call is likely to come after the promise, the nearest first, and not when it is broken already', () => {
    const day = aDay({ tickets: [waiting('1001', '08:00'), waiting('1002', '08:40'), waiting('1003', '08:35'), waiting('1004', '08:45'), waiting('1005', '08:50')] })
    const likely: Readonly<Record<string, string>> = { 1001: '09:20', 1002: '09:20', 1003: '09:15', 1004: '09:15' }
    const outlook: Outlook = {
      at: now, rev: 10, newcomers: new Map(),
      tickets: new Map(Object.entries(likely).map(([number, time]) => [`tk_${number}`, { today: 1, range: { earliest: now, likely: on(time), latest: on('09:40') } }]))
    }
    expect(promisesAtRisk(day, outlook, now).map(({ ticket, promisedBy, likely }) => [ticket.number, shown(promisedBy), shown(likely)])).toEqual([['1003', '09:05', '09:15'], ['1002', '09:10', '09:20']])
    expect(promisesAtRisk(day, undefined, now)).toEqual([])
  })

  it('never are both: at risk and broken', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 0, max: 120 }), (waited, ahead) => {
      const ticket = aTicket('1001', { issuedAt: now - waited * minute })
      const day = aDay({ tickets: [ticket] })
      const likely = now + ahead * minute
      const outlook: Outlook = { at: now, rev: 10, newcomers: new Map(), tickets: new Map([[ticket.id, { today: 1, range: { earliest: now, likely, latest: likely } }]]) }
      expect(brokenPromises(day, now).length + promisesAtRisk(day, outlook, now).length).toBe(Math.max(waited, waited + ahead) > 30 ? 1 : 0)
    }))
  })

  it('of a day are counted from its legs: called late, still waiting, given up after too long', () => {
    const leg = (waitingSince: string, more: Partial<PastLeg> = {}): PastLeg => ({
      serviceDate: '2026-11-23', field: 'CT', purpose: 'submit', priority: false, dossiers: 1, leg: 1, waitingSince: on(waitingSince), end: 'open', ...more
    })
    const late = [leg('08:00', { calledAt: on('08:40'), end: 'done' }), leg('08:10'), leg('08:00', { endedAt: on('08:50'), end: 'away' })]
    const kept = [
      leg('08:00', { calledAt: on('08:20'), endedAt: on('09:00'), end: 'done' }), leg('08:45'), leg('07:35', { returnedAt: on('08:50') }), leg('08:00', { appointment: on('08:45') }),
      leg('08:00', { endedAt: on('08:20'), end: 'away' })
    ]
    expect(countBroken(office, [...late, ...kept], now)).toBe(3)
    expect(countBroken(office, kept, now)).toBe(0)
  })
})
