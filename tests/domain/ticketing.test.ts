import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evolve } from '../../server/domain/day.ts'
import { fieldOpening, officeOpening } from '../../server/domain/hours.ts'
import { sequenceOf, ticketNumber } from '../../server/domain/numbering.ts'
import { ahead, countersFor, endEarlierDay, takeTicket } from '../../server/domain/ticketing.ts'
import { instantOn, isoAt, serviceDate } from '../../server/domain/time.ts'
import { aCounter, aDay, aField, aTicket, anOffice, minute, now } from '../support/builders.ts'

const zone = 'Asia/Ho_Chi_Minh'
const on = (date: string, time: string) => instantOn(date, time, zone)
const take = (day = aDay(), at = now, wish: Parameters<typeof takeTicket>[1] = { field: 'CT' }) => takeTicket(day, wish, 'tk_new', 'kiosk:k', at)

describe('numbers', () => {
  it.each([[1, '1001'], [42, '1042'], [999, '1999'], [1000, '11000']])('sequence %i of field 1 is %s', (sequence, number) => {
    expect(ticketNumber({ digit: 1 }, sequence)).toBe(number)
  })

  it('can be read back, and are never shared by two sequences or fields', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 20_000 }), fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 20_000 }), (d1, s1, d2, s2) => {
      expect(sequenceOf(ticketNumber({ digit: d1 }, s1))).toBe(s1)
      expect(ticketNumber({ digit: d1 }, s1) === ticketNumber({ digit: d2 }, s2)).toBe(d1 === d2 && s1 === s2)
    }))
  })
})

describe('taking a ticket', () => {
  it('gives each field its own gapless sequence', () => {
    let day = aDay()
    const numbers = ['CT', 'HT', 'CT', 'CT', 'HT'].map((field, place) => {
      const issued = takeTicket(day, { field }, `tk_${place}`, 'kiosk:k', now + place)
      if (!issued.ok) throw new Error(issued.error.code)
      day = issued.value.reduce(evolve, day)
      return day.tickets.list.at(-1)?.number
    })
    expect(numbers).toEqual(['1001', '2001', '1002', '1003', '2002'])
  })

  it('begins again at 001 on another service day', () => {
    const day = aDay({ sequences: new Map([['CT', 41]]) })
    expect(take(day, on('2026-11-25', '08:00'))).toMatchObject({ value: [{ ticket: { number: '1001' }, serviceDate: '2026-11-25' }] })
  })

  it('goes on above numbers that were given out before a restore, on that day and digit only', () => {
    const day = aDay({ sequences: new Map([['CT', 4]]), givenElsewhere: new Map([['2026-11-23 1', 9], ['2026-11-25 2', 3]]) })
    expect(take(day)).toMatchObject({ value: [{ ticket: { number: '1010' } }] })
    expect(take({ ...day, sequences: new Map([['CT', 12]]) })).toMatchObject({ value: [{ ticket: { number: '1013' } }] })
    expect(take(day, on('2026-11-25', '08:00'))).toMatchObject({ value: [{ ticket: { number: '1001' } }] })
    expect(take(day, on('2026-11-25', '08:00'), { field: 'HT' })).toMatchObject({ value: [{ ticket: { number: '2004' } }] })
  })

  it('does not go back to yesterday when the clock does', () => {
    const day = aDay({ serviceDate: '2026-11-25', sequences: new Map([['CT', 7]]) })
    expect(take(day, on('2026-11-23', '23:59') - 15 * 60 * minute)).toMatchObject({ value: [{ ticket: { number: '1008' }, serviceDate: '2026-11-25' }] })
  })

  it('takes purpose from the procedure, else the field, unless the citizen says otherwise', () => {
    const office = anOffice({ fields: new Map([['CT', aField('CT', 1, { purpose: 'collect' })]]) })
    expect(take(aDay({ office }))).toMatchObject({ value: [{ ticket: { purpose: 'collect' } }] })
    expect(take(aDay({ office }), now, { field: 'CT', purpose: 'ask' })).toMatchObject({ value: [{ ticket: { purpose: 'ask' } }] })
  })

  it.each([
    [{ field: 'XX' }, 'UNKNOWN_FIELD'], [{ field: 'CT', procedure: 'HT03' }, 'UNKNOWN_PROCEDURE'], [{ field: 'CT', procedure: '??' }, 'UNKNOWN_PROCEDURE']
  ])('refuses %j with %s', (wish, expected) => {
    expect(take(aDay(), now, wish)).toMatchObject({ error: { code: expected } })
  })

  it('says when it opens again, over lunch, at night, over a weekend and a holiday', () => {
    const opens = (date: string, time: string) => {
      const refused = take(aDay(), on(date, time))
      if (refused.ok || refused.error.code !== 'OFFICE_CLOSED') throw new Error('open')
      return isoAt(refused.error.opensAt ?? 0, zone).slice(0, 16)
    }
    expect(opens('2026-11-23', '11:15')).toBe('2026-11-23T13:15')
    expect(opens('2026-11-23', '16:30')).toBe('2026-11-25T07:00')
    expect(opens('2026-11-21', '09:00')).toBe('2026-11-23T07:00')
  })

  it('gives out numbers at any hour in trial mode', () => {
    expect(take(aDay({ office: anOffice({ alwaysOpen: true }) }), on('2026-11-22', '03:00')).ok).toBe(true)
  })

  it('keeps a field with windows of its own to them', () => {
    const land = aField('DD', 3, { windows: [{ from: '07:00', to: '09:00' }] })
    const office = anOffice({ fields: new Map([['DD', land]]) })
    expect(fieldOpening(office, land, on('2026-11-23', '08:59')).open).toBe(true)
    expect(takeTicket(aDay({ office }), { field: 'DD' }, 'x', 'kiosk:k', now)).toMatchObject({ error: { code: 'FIELD_CLOSED' } })
  })
})

describe('the service day', () => {
  it('turns at the wall\'s midnight, not at UTC\'s', () => {
    expect(serviceDate(Date.parse('2026-11-22T23:59:00Z'), zone)).toBe('2026-11-23')
    expect(serviceDate(Date.parse('2026-11-23T16:59:59Z'), zone)).toBe('2026-11-23')
    expect(serviceDate(Date.parse('2026-11-23T17:00:00Z'), zone)).toBe('2026-11-24')
  })

  it('ends with what is left expired, and counters left open closed', () => {
    const day = aDay({ tickets: [aTicket('1001'), aTicket('1002', { state: 'serving', counter: 1 })], counters: [aCounter(1, { ticket: 'tk_1002' })] })
    expect(endEarlierDay(day, on('2026-11-23', '23:59'))).toEqual([])
    const ended = endEarlierDay(day, on('2026-11-24', '00:00'))
    expect(ended.map(fact => [fact.type, isoAt(fact.at, zone).slice(0, 16)])).toEqual([
      ['ticket:expired', '2026-11-23T17:00'], ['ticket:expired', '2026-11-23T17:00'], ['counter:changed', '2026-11-23T17:00']
    ])
    expect(ended.reduce(evolve, day)).toMatchObject({ tickets: { size: 0 } })
  })

  it('survives a round trip through every zone and hour', () => {
    fc.assert(fc.property(fc.constantFrom(zone, 'Europe/Berlin', 'America/New_York', 'Pacific/Kiritimati'), fc.integer({ min: 0, max: 3_000_000 }), (timeZone, minutes) => {
      const instant = 1_700_000_000_000 - 1_700_000_000_000 % minute + minutes * minute
      expect(Date.parse(isoAt(instant, timeZone))).toBe(instant)
      const [date = '', time = ''] = isoAt(instant, timeZone).slice(0, 16).split('T')
      expect(isoAt(instantOn(date, time, timeZone), timeZone).slice(0, 16)).toBe(`${date}T${time}`)
    }))
  })

  it('has its opening written as the present window', () => {
    expect(officeOpening(anOffice(), on('2026-11-23', '09:00'))).toEqual({ open: true, closesAt: on('2026-11-23', '11:15') })
  })
})

describe('people ahead', () => {
  it('counts those whom the policy would call first', () => {
    const day = aDay({ tickets: [aTicket('1001'), aTicket('1002'), aTicket('1003'), aTicket('1004', { priority: true })] })
    expect(['1001', '1002', '1003', '1004'].map(number => ahead(day, aTicket(number), now))).toEqual([1, 2, 3, 0])
  })

  it('does not count another field that only helps out here', () => {
    expect(ahead(aDay({ tickets: [aTicket('2001'), aTicket('1005')] }), aTicket('1005'), now)).toBe(0)
  })

  it('is unknown once the ticket no longer waits', () => {
    expect(ahead(aDay({ tickets: [aTicket('1001', { state: 'called' })] }), aTicket('1001'), now)).toBeUndefined()
  })

  it('names the counters where the call may come', () => {
    expect(countersFor(aDay(), 'CT')).toEqual([1])
    expect(countersFor(aDay({ counters: [aCounter(1, { state: 'closed' }), aCounter(2), aCounter(3)] }), 'CT')).toEqual([1, 2, 3])
    expect(countersFor(aDay({ counters: [aCounter(1, { state: 'closed' }), aCounter(2, { state: 'closed' })] }), 'CT')).toEqual([1])
  })
})
