import { describe, expect, it } from 'vitest'
import { outlookOf } from '../../server/domain/forecast/outlook.ts'
import { sceneOf } from '../../server/domain/forecast/scene.ts'
import { instantOn } from '../../server/domain/time.ts'
import { aCounter, aDay, anOffice, aTicket, minute, now, someRules } from '../support/builders.ts'
import { certain, likelyIn } from '../support/forecasts.ts'

const certainly = certain({ CT: 10, HT: 20, DD: 5 })
const clock = (time: string) => instantOn('2026-11-23', time, 'Asia/Ho_Chi_Minh')
const waiting = (...numbers: string[]) => numbers.map(number => aTicket(number))
const called = (number: string, minutesAgo: number) => aTicket(number, { state: 'serving', counter: 1, calledAt: now - minutesAgo * minute, startedAt: now - minutesAgo * minute })

describe('where nothing is left to chance', () => {
  it('calls one after the other, as long as each one takes', () => {
    expect(likelyIn(aDay({ tickets: waiting('1001', '1002', '1003'), counters: [aCounter(1)] }), certainly)).toEqual({ 1001: 0, 1002: 10, 1003: 20 })
  })

  it('waits for whoever is served, less what that has taken', () => {
    const day = aDay({ tickets: [called('1001', 4), ...waiting('1002', '1003')], counters: [aCounter(1, { ticket: 'tk_1001' })] })
    expect(likelyIn(day, certainly)).toEqual({ 1002: 6, 1003: 16 })
  })

  it('lets another counter help whose own line is empty, and whoever waits too long come among its own', () => {
    const day = aDay({ tickets: [...waiting('1001', '1002', '1003'), aTicket('2001')], counters: [aCounter(1), aCounter(2)] })
    expect(likelyIn(day, certainly)).toEqual({ 1001: 0, 2001: 0, 1002: 10, 1003: 20 })
    const late = aDay({ tickets: [aTicket('1001', { issuedAt: now - 25 * minute }), ...waiting('2001', '2002', '2003')], counters: [aCounter(2)] })
    expect(likelyIn(late, certainly)).toEqual({ 2001: 0, 1001: 20, 2002: 30, 2003: 50 })
  })

  it('takes turns between the classes and goes on with the counter’s round', () => {
    const tickets = [...waiting('1001', '1002'), aTicket('1003', { priority: true }), aTicket('1004', { priority: true })]
    expect(likelyIn(aDay({ tickets, counters: [aCounter(1)] }), certainly)).toEqual({ 1003: 0, 1001: 10, 1004: 20, 1002: 30 })
    expect(likelyIn(aDay({ tickets, counters: [aCounter(1, { contested: 1 })] }), certainly)).toEqual({ 1001: 0, 1003: 10, 1002: 20, 1004: 30 })
  })

  it('calls nobody over lunch, and serves those who are left after closing', () => {
    const day = aDay({ tickets: waiting('1001', '1002', '1003'), counters: [aCounter(1)], office: onlyCounter1 })
    expect(likelyIn(day, certainly, clock('11:25'))).toEqual({ 1001: 0, 1002: 125, 1003: 135 })
    expect(likelyIn(day, certainly, clock('12:00'))).toEqual({ 1001: 90, 1002: 100, 1003: 110 })
    expect(likelyIn(day, certainly, clock('16:55'))).toEqual({ 1001: 0, 1002: 10, 1003: 20 })
  })

  it('knows the chance of being called before closing', () => {
    const { tickets } = outlookOf(sceneOf(aDay({ tickets: waiting('1001', '1002'), counters: [aCounter(1)] }), clock('16:55')), certainly)
    expect([...tickets.values()].map(({ today }) => today)).toEqual([1, 0])
  })

  it('expects counters at the start of a session that are closed before it, and nobody who went home during one', () => {
    const closed = (since: number) => [aCounter(1, { state: 'closed', since })]
    expect(likelyIn(aDay({ tickets: waiting('1001'), counters: closed(clock('07:00') - 14 * 60 * minute) }), certainly, clock('07:10'))).toEqual({ 1001: 20 })
    expect(likelyIn(aDay({ tickets: waiting('1001'), counters: closed(clock('08:30')), office: onlyCounter1 }), certainly)).toEqual({ 1001: 270 })
  })

  it('says nothing of a ticket that no counter will serve', () => {
    expect(likelyIn(aDay({ tickets: waiting('1001', '3001'), counters: [aCounter(1)], office: onlyCounter1 }), certainly)).toEqual({ 1001: 0 })
  })

  it('expects a paused counter back, later the shorter it has been paused', () => {
    const paused = (minutesAgo: number) => aDay({ tickets: waiting('1001'), counters: [aCounter(1, { state: 'paused', since: now - minutesAgo * minute })] })
    expect(likelyIn(paused(4), certainly)).toEqual({ 1001: 6 })
    expect(likelyIn(paused(0), certainly)).toEqual({ 1001: 10 })
  })

  it('calls somebody bound to a counter there, and an appointment at its time', () => {
    const bound = aTicket('1001', { bound: { counters: [2], next: false, since: now } })
    expect(likelyIn(aDay({ tickets: [aTicket('2001'), aTicket('2002'), bound], counters: [aCounter(1), aCounter(2)] }), certainly)).toEqual({ 2001: 0, 1001: 0, 2002: 10 })
    const booked = anOffice({ rules: someRules({ booking: { fields: ['CT'], slotMinutes: 10, perSlot: 1, daysAhead: 7, earlyMinutes: 5, lateMinutes: 10 } }) })
    const appointment = aTicket('1009', { appointment: now + 14 * minute })
    expect(likelyIn(aDay({ tickets: [...waiting('1001', '1002', '1003'), appointment], counters: [aCounter(1)], office: booked }), certainly)).toEqual({ 1001: 0, 1009: 10, 1002: 20, 1003: 30 })
  })

  it('brings whoever has a further service before the others of that counter', () => {
    const twice = aTicket('1001', { more: [{ field: 'CT' }] })
    expect(likelyIn(aDay({ tickets: [twice, ...waiting('1002')], counters: [aCounter(1)] }), certainly)).toEqual({ 1001: 0, 1002: 20 })
  })

  it('takes those who come back to a counter at one moment in order of their places', () => {
    const duty = (number: number, main: string[]) => [number, { number, main, helper: [] }] as const
    const office = anOffice({ duties: new Map([duty(1, ['CT']), duty(2, ['HT']), duty(3, ['CT', 'DD'])]) })
    const tickets = [aTicket('1001', { back: 2, more: [{ field: 'DD' }] }), aTicket('1002', { back: 2 }), ...waiting('3003', '3004', '3005', '3006', '3007')]
    // 1001 is done at counter 2 after 29 minutes, not 48, and then comes before 3007.
    expect(likelyIn(aDay({ tickets, office }), certain({ CT: 10, HT: 19, DD: 5 }, office)))
      .toEqual({ 1001: 0, 1002: 0, 3003: 10, 3004: 15, 3005: 20, 3006: 25, 3007: 35 })
  })
})

const onlyCounter1 = anOffice({ duties: new Map([[1, { number: 1, main: ['CT'], helper: ['HT'] }]]) })

describe('a newcomer', () => {
  it('comes behind everybody of the class, by the rules', () => {
    const day = aDay({ tickets: [...waiting('1001', '1002'), aTicket('1003', { priority: true })], counters: [aCounter(1)], office: onlyCounter1 })
    const { newcomers } = outlookOf(sceneOf(day, now), certainly)
    const minutes = (field: string) => Object.fromEntries(Object.entries(newcomers.get(field) ?? {}).map(([of, { range }]) => [of, ((range?.likely ?? Infinity) - now) / minute]))
    expect(minutes('CT')).toEqual({ priority: 20, ordinary: 30 })
    expect(minutes('HT')).toEqual({ priority: 30, ordinary: 30 })
    expect(newcomers.has('DD')).toBe(false)
  })
})
