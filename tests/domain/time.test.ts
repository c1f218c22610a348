import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, instantOn, isoAt, minutesOf, serviceDate, wallClock } from '../../server/domain/time.ts'
import { minute } from '../support/builders.ts'

const zone = 'Asia/Ho_Chi_Minh'
const zones = fc.constantFrom(zone, 'Europe/Berlin', 'America/New_York', 'Pacific/Kiritimati', 'America/St_Johns', 'Pacific/Marquesas')

describe('the service day', () => {
  it('turns at the wall\'s midnight, not at UTC\'s', () => {
    expect(serviceDate(Date.parse('2026-11-22T23:59:00Z'), zone)).toBe('2026-11-23')
    expect(serviceDate(Date.parse('2026-11-23T16:59:59Z'), zone)).toBe('2026-11-23')
    expect(serviceDate(Date.parse('2026-11-23T17:00:00Z'), zone)).toBe('2026-11-24')
  })

  it('is one date at 06:59 and 07:01, while UTC turns at 07:00 in between', () => {
    expect([serviceDate(Date.parse('2026-11-22T23:59:00Z'), zone), serviceDate(Date.parse('2026-11-23T00:01:00Z'), zone)]).toEqual(['2026-11-23', '2026-11-23'])
  })

  it.each(['2026-12-27', '2026-12-30', '2026-12-31', '2027-01-01', '2027-01-03', '2028-02-29', '2024-12-30'])('keeps the calendar\'s year on %s, not the week\'s', date => {
    expect(serviceDate(instantOn(date, '00:00', zone), zone)).toBe(date)
    expect(serviceDate(instantOn(date, '23:59', zone), zone)).toBe(date)
    expect(wallClock(instantOn(date, '12:00', zone), zone).weekday).toBe(new Date(`${date}T12:00:00Z`).getUTCDay() || 7)
  })

  it('survives a round trip through every zone and hour', () => {
    fc.assert(fc.property(zones, fc.integer({ min: 0, max: 3_000_000 }), (timeZone, minutes) => {
      const instant = 1_700_000_000_000 - 1_700_000_000_000 % minute + minutes * minute
      expect(Date.parse(isoAt(instant, timeZone))).toBe(instant)
      const [date = '', time = ''] = isoAt(instant, timeZone).slice(0, 16).split('T')
      expect(isoAt(instantOn(date, time, timeZone), timeZone).slice(0, 16)).toBe(`${date}T${time}`)
    }))
  })

  it('has every date last from midnight to midnight, in any zone', () => {
    fc.assert(fc.property(zones, fc.integer({ min: 0, max: 1500 }), (timeZone, days) => {
      const date = addDays('2025-01-01', days)
      const [begin, end] = [instantOn(date, '00:00', timeZone), instantOn(addDays(date, 1), '00:00', timeZone)]
      expect([begin - 1, begin, end - 1, end].map(at => serviceDate(at, timeZone))).toEqual([addDays(date, -1), date, date, addDays(date, 1)])
    }))
  })
})

it('adds days by the calendar, over months, years and the turn of summer time', () => {
  expect([addDays('2026-12-31', 1), addDays('2028-02-28', 1), addDays('2027-03-01', -1), addDays('2026-03-29', 1)]).toEqual(['2027-01-01', '2028-02-29', '2027-02-28', '2026-03-30'])
})

it('reads a time on the wall as minutes', () => {
  expect(['00:00', '07:30', '23:59'].map(minutesOf)).toEqual([0, 450, 1439])
})
