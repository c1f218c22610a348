import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bookingCode, isBookable, mayBook, mayCheckIn, slotsOn, typedCode } from '../../server/domain/booking.ts'
import { fieldOpening, sessionsOn } from '../../server/domain/hours.ts'
import type { BookingRule, Office } from '../../server/domain/office.ts'
import { addDays, instantOn, isoAt, serviceDate } from '../../server/domain/time.ts'
import { aField, anOffice, minute, now, someRules } from '../support/builders.ts'

const rule: BookingRule = { fields: ['CT'], slotMinutes: 30, perSlot: 2, daysAhead: 7, earlyMinutes: 10, lateMinutes: 15 }
const officeWith = (more: Partial<BookingRule> = {}, office: Partial<Office> = {}) => anOffice({ rules: someRules({ booking: { ...rule, ...more } }), ...office })
const office = officeWith()
const nobody = new Map<number, number>()
const on = (date: string, time: string) => instantOn(date, time, office.timeZone)
const times = (slots: readonly { readonly at: number }[]) => slots.map(({ at }) => isoAt(at, office.timeZone).slice(11, 16))

describe('times that can be booked', () => {
  it('fill the sessions of a day, as long as somebody late within the grace still gets a number', () => {
    // Numbers are given out until 11:15 and 16:30.
    expect(times(slotsOn(office, 'CT', '2026-11-25', nobody, now))).toEqual([
      '07:30', '08:00', '08:30', '09:00', '09:30', '10:00', '10:30', '13:30', '14:00', '14:30', '15:00', '15:30', '16:00'
    ])
  })

  it('are those still to come today', () => {
    expect(times(slotsOn(office, 'CT', '2026-11-23', nobody, now)).slice(0, 2)).toEqual(['09:30', '10:00'])
  })

  it('keep to a field\'s own windows', () => {
    const fields = new Map([['CT', aField('CT', 1, { windows: [{ from: '08:00', to: '09:20' }] })]])
    expect(times(slotsOn(officeWith({}, { fields }), 'CT', '2026-11-25', nobody, now))).toEqual(['08:00', '08:30', '09:00'])
  })

  it('say for how many more they are', () => {
    const taken = new Map([[on('2026-11-25', '08:00'), 1], [on('2026-11-25', '08:30'), 2], [on('2026-11-25', '09:00'), 3]])
    expect(slotsOn(office, 'CT', '2026-11-25', taken, now).slice(0, 4).map(({ left }) => left)).toEqual([2, 1, 0, 0])
  })

  it.each([
    ['on a day off', '2026-11-24', 'CT'], ['at the weekend', '2026-11-28', 'CT'], ['yesterday', '2026-11-20', 'CT'],
    ['too far ahead', '2026-12-01', 'CT'], ['in a field that is not booked', '2026-11-25', 'HT'], ['in no field', '2026-11-25', 'ZZ']
  ])('are none %s', (_when, date, field) => {
    expect(slotsOn(office, field, date, nobody, now)).toEqual([])
  })

  it('are none where the office takes no bookings', () => {
    expect(slotsOn(anOffice(), 'CT', '2026-11-25', nobody, now)).toEqual([])
    expect([isBookable(anOffice()), isBookable(office), isBookable(office, 'CT'), isBookable(office, 'HT')]).toEqual([false, true, true, false])
  })

  it('always lie ahead, in a session, apart, and where numbers are given out until the grace is over', () => {
    const someRule = fc.record({ slotMinutes: fc.integer({ min: 5, max: 120 }), perSlot: fc.integer({ min: 1, max: 5 }), daysAhead: fc.integer({ min: 0, max: 14 }), lateMinutes: fc.integer({ min: 0, max: 60 }) })
    fc.assert(fc.property(someRule, fc.integer({ min: -2, max: 15 }), fc.integer({ min: 0, max: 24 * 60 }), (more, days, minutes) => {
      const office = officeWith(more)
      const at = on('2026-11-23', '00:00') + minutes * minute
      const date = addDays('2026-11-23', days)
      const slots = slotsOn(office, 'CT', date, nobody, at)
      if (days < 0 || days > more.daysAhead + 1) expect(slots).toEqual([])
      const field = office.fields.get('CT')
      for (const [place, slot] of slots.entries()) {
        expect(slot.at).toBeGreaterThan(at)
        expect(serviceDate(slot.at, office.timeZone)).toBe(date)
        const end = slot.at + more.slotMinutes * minute
        expect(sessionsOn(office, date).some(({ from, to }) => slot.at >= on(date, from) && end <= on(date, to))).toBe(true)
        expect(field && fieldOpening(office, field, slot.at + more.lateMinutes * minute).open).toBe(true)
        expect(slots[place + 1]?.at ?? Infinity).toBeGreaterThanOrEqual(end)
      }
    }))
  })
})

describe('booking', () => {
  const at = on('2026-11-25', '08:00')

  it('takes a time that is offered, and no other', () => {
    expect(mayBook(office, { field: 'CT', at }, now)).toEqual({ ok: true, value: '2026-11-25' })
    for (const other of [at + minute, at + 1, now, on('2026-11-24', '08:00'), on('2027-11-24', '08:00')]) {
      expect(mayBook(office, { field: 'CT', at: other }, now)).toMatchObject({ error: { code: 'BOOKING_CLOSED' } })
    }
  })

  it('refuses what the office does not have', () => {
    expect(mayBook(office, { field: 'ZZ', at }, now)).toMatchObject({ error: { code: 'UNKNOWN_FIELD' } })
    expect(mayBook(office, { field: 'CT', procedure: 'HT03', at }, now)).toMatchObject({ error: { code: 'UNKNOWN_PROCEDURE' } })
    expect(mayBook(office, { field: 'HT', at }, now)).toMatchObject({ error: { code: 'BOOKING_CLOSED' } })
  })

  it('becomes a number on its own day only, and says which that is', () => {
    expect(mayCheckIn('2026-11-25', '2026-11-25')).toMatchObject({ ok: true })
    for (const today of ['2026-11-24', '2026-11-26']) expect(mayCheckIn('2026-11-25', today)).toMatchObject({ error: { code: 'WRONG_DAY', date: '2026-11-25' } })
  })
})

describe('a code', () => {
  it('is six letters and digits that no one mistakes for each other', () => {
    fc.assert(fc.property(fc.infiniteStream(fc.stringMatching(/^[\w-]{0,24}$/)), letters => {
      expect(bookingCode(() => `${String(letters.next().value)}A7`)).toMatch(/^[ACDEFHJKMNPRTUWXY34679]{6}$/)
    }))
  })

  it('is read as people type it', () => {
    expect(typedCode('ac3 f-7k')).toBe('AC3F7K')
  })
})
