import { describe, expect, it } from 'vitest'
import { evolve, type Day } from '../../server/domain/day.ts'
import { fieldOpening } from '../../server/domain/hours.ts'
import { currentDate, endEarlierDay, takeTicket, type TicketWish } from '../../server/domain/ticketing.ts'
import { instantOn, isoAt } from '../../server/domain/time.ts'
import { aCounter, aDay, aField, after, anOffice, aTicket, code, minute, now, someRules, value } from '../support/builders.ts'

const zone = 'Asia/Ho_Chi_Minh'
const on = (date: string, time: string) => instantOn(date, time, zone)
const kiosk = { by: 'kiosk:k', isAlone: true }
const guide = { by: 'staff:guide', isAlone: false }
const take = (day = aDay(), at = now, wish: TicketWish = { field: 'CT' }, taker = kiosk) => takeTicket(day, wish, 'tk_new', taker, at)

describe('taking a ticket', () => {
  it('gives each field its own gapless sequence', () => {
    let day = aDay()
    const numbers = ['CT', 'HT', 'CT', 'CT', 'HT'].map((field, place) => {
      const issued = takeTicket(day, { field }, `tk_${place}`, kiosk, now + place)
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
    expect(take(aDay({ office }), now, { field: 'DD' })).toMatchObject({ error: { code: 'FIELD_CLOSED' } })
  })
})

describe('the service day', () => {
  it('ends with what is left expired, and counters left open closed', () => {
    const day = aDay({ tickets: [aTicket('1001'), aTicket('1002', { state: 'serving', counter: 1 })], counters: [aCounter(1, { ticket: 'tk_1002' })] })
    expect(endEarlierDay(day, on('2026-11-23', '23:59'))).toEqual([])
    const ended = endEarlierDay(day, on('2026-11-24', '00:00'))
    expect(ended.map(fact => [fact.type, isoAt(fact.at, zone).slice(0, 16)])).toEqual([
      ['ticket:expired', '2026-11-23T17:00'], ['ticket:expired', '2026-11-23T17:00'], ['counter:changed', '2026-11-23T17:00']
    ])
    expect(ended.reduce(evolve, day)).toMatchObject({ tickets: { size: 0 } })
  })

  it('never ends before its last deed, where somebody worked on after closing', () => {
    const late = aDay({ tickets: [aTicket('1001')], lastAt: on('2026-11-23', '17:40') })
    expect(endEarlierDay(late, on('2026-11-24', '00:00')).map(({ at }) => isoAt(at, zone).slice(11, 16))).toEqual(['17:40', '17:40', '17:40', '17:40'])
  })
})

describe('limits', () => {
  const few = aField('DD', 3, { quota: 2 })
  const office = anOffice({ fields: new Map([['DD', few], ['CT', aField('CT', 1)]]) })
  const takes = (count: number, at: number, day = aDay({ office })) => Array.from({ length: count }).reduce((day: Day, _, n) => after(day, takeTicket(day, { field: 'DD' }, `tk_${at}_${n}`, kiosk, at)), day)

  it('gives out a field\'s quota in each session, and a new one after lunch', () => {
    const full = takes(2, on('2026-11-23', '08:00'))
    expect(take(full, on('2026-11-23', '11:00'), { field: 'DD' })).toMatchObject({ error: { code: 'QUOTA_REACHED', field: { vi: 'DD' } } })
    expect(take(full, on('2026-11-23', '11:00'), { field: 'CT' }).ok).toBe(true)
    expect(code(take(takes(2, on('2026-11-23', '13:20'), full), on('2026-11-23', '14:00'), { field: 'DD' }))).toBe('QUOTA_REACHED')
    expect(take(full, on('2026-11-25', '08:00'), { field: 'DD' }).ok).toBe(true)
  })

  it('counts the quota before the session begins, when its windows are open already', () => {
    expect(code(take(takes(2, on('2026-11-23', '07:05')), on('2026-11-23', '07:31'), { field: 'DD' }))).toBe('QUOTA_REACHED')
  })

  it('keeps the number of whoever booked, also when the quota is used up', () => {
    const full = takes(2, now, aDay({ office: { ...office, rules: someRules({ booking: { fields: ['DD'], slotMinutes: 15, perSlot: 1, daysAhead: 7, earlyMinutes: 10, lateMinutes: 15 } }) } }))
    expect(take(full, now, { field: 'DD', appointment: now - 15 * minute })).toMatchObject({ value: [{ ticket: { appointment: now - 15 * minute } }] })
    expect(code(take(full, now, { field: 'DD', appointment: now - 16 * minute }))).toBe('QUOTA_REACHED')
  })

  it('keeps to them for a further service on the same number too', () => {
    const ct = { field: 'CT', more: [{ field: 'DD' }] }
    expect(code(take(takes(1, now), now, ct))).toBe('ok')
    expect(code(take(takes(2, now), now, ct))).toBe('QUOTA_REACHED')
    const shut = anOffice({ fields: new Map([['CT', aField('CT', 1)], ['DD', aField('DD', 3, { windows: [{ from: '07:00', to: '09:00' }] })]]) })
    expect(code(take(aDay({ office: shut }), now, ct))).toBe('FIELD_CLOSED')
    expect(code(take(aDay({ office: shut }), now - minute, ct))).toBe('ok')
  })

  it('has no quota in trial mode', () => {
    expect(take(takes(2, now, aDay({ office: { ...office, alwaysOpen: true } })), now, { field: 'DD' }).ok).toBe(true)
  })
})

describe('a heap of dossiers', () => {
  const bulky = (more = {}) => aDay({ office: anOffice({ rules: someRules({ bulk: { from: 10, counters: [4], cap: 20, ...more } }) }) })
  const bound = (dossiers: number, day = bulky()) => value(take(day, now, { field: 'CT', dossiers }))[0]

  it('goes to the counters set apart for it', () => {
    expect(bound(10)).toMatchObject({ ticket: { dossiers: 10, bound: { counters: [4], next: false, since: now } } })
    expect(bound(9)).not.toHaveProperty('ticket.bound')
    expect(bound(15, bulky({ counters: [] }))).not.toHaveProperty('ticket.bound')
  })

  it('past the cap is sent to the guide, who may give the number', () => {
    const wish = { field: 'CT', dossiers: 30 }
    expect(take(bulky(), now, wish)).toMatchObject({ error: { code: 'TOO_MANY_DOSSIERS', cap: 20 } })
    expect(take(bulky(), now, wish, guide)).toMatchObject({ value: [{ ticket: { dossiers: 30, bound: { counters: [4] } } }] })
    expect(take(bulky(), now, { field: 'CT', dossiers: 20 }).ok).toBe(true)
  })
})

describe('several services and appointments', () => {
  it('carries further services on the same number, known ones only', () => {
    expect(take(aDay(), now, { field: 'CT', more: [{ field: 'HT', procedure: 'HT03' }] })).toMatchObject({ value: [{ ticket: { number: '1001', more: [{ field: 'HT', procedure: 'HT03' }] } }] })
    expect(code(take(aDay(), now, { field: 'CT', more: [{ field: 'XX' }] }))).toBe('UNKNOWN_FIELD')
    expect(code(take(aDay(), now, { field: 'CT', more: [{ field: 'CT', procedure: 'HT03' }] }))).toBe('UNKNOWN_PROCEDURE')
  })

  it('lets in whoever booked as long as anybody is served, also after the last numbers of the session', () => {
    const office = anOffice({ alwaysOpen: false, rules: someRules({ booking: { fields: ['CT'], slotMinutes: 15, perSlot: 2, daysAhead: 7, earlyMinutes: 10, lateMinutes: 15 } }) })
    const [lastNumbers, evening] = [instantOn('2026-11-23', '16:38', office.timeZone), instantOn('2026-11-23', '17:05', office.timeZone)]
    expect(code(take(aDay({ office }), lastNumbers, { field: 'CT' }))).toBe('OFFICE_CLOSED')
    expect(take(aDay({ office }), lastNumbers, { field: 'CT', appointment: lastNumbers })).toMatchObject({ ok: true })
    expect(code(take(aDay({ office }), evening, { field: 'CT', appointment: evening }))).toBe('OFFICE_CLOSED')
  })

  it('gives an ordinary number to whoever comes too late for the appointment, or where nothing is booked', () => {
    const booked = aDay({ office: anOffice({ rules: someRules({ booking: { fields: ['CT'], slotMinutes: 15, perSlot: 1, daysAhead: 7, earlyMinutes: 10, lateMinutes: 15 } }) }) })
    const appointment = now - 15 * minute
    expect(value(take(booked, now, { field: 'CT', appointment }))[0]).toMatchObject({ ticket: { appointment } })
    expect(value(take(booked, now + 1, { field: 'CT', appointment }))[0]).not.toHaveProperty('ticket.appointment')
    expect(value(take(aDay(), now, { field: 'CT', appointment }))[0]).not.toHaveProperty('ticket.appointment')
  })
})

describe('doors and dates follow the wall, the order the office\'s time', () => {
  const ahead = on('2026-11-25', '09:10')
  const day = aDay({ lastAt: ahead, serviceDate: '2026-11-25', sequences: new Map([['CT', 3]]) })

  it('opens by the wall after a clock that was a day ahead is put right, and never reopens the earlier date', () => {
    expect(takeTicket(day, { field: 'CT' }, 'tk', kiosk, ahead, on('2026-11-23', '09:10'))).toMatchObject({ value: [{ at: ahead, serviceDate: '2026-11-25', ticket: { number: '1004', session: '07:30' } }] })
    expect(code(takeTicket(day, { field: 'CT' }, 'tk', kiosk, ahead, on('2026-11-23', '12:00')))).toBe('OFFICE_CLOSED')
    expect(currentDate(day, on('2026-11-23', '09:10'))).toBe('2026-11-25')
    expect(endEarlierDay(day, on('2026-11-23', '09:10'))).toEqual([])
  })
})
