import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { afterBreaks, closingTime, fieldOpening, officeMoment, officeOpening, sessionAt, sessionsOn } from '../../server/domain/hours.ts'
import type { Hours, Office, Session } from '../../server/domain/office.ts'
import { addDays, instantOn, isoAt, minutesOf, wallClock } from '../../server/domain/time.ts'
import { aField, anOffice, minute } from '../support/builders.ts'

const zone = 'Asia/Ho_Chi_Minh'
const on = (date: string, time: string, timeZone = zone) => instantOn(date, time, timeZone)
const session = (from: string, to: string): Session => ({ from, to, ticketsFrom: from, ticketsTo: to })
const [morning, afternoon] = [session('07:30', '11:30'), session('13:30', '17:00')]
const [winterMorning, winterAfternoon] = [session('07:30', '11:30'), session('13:00', '16:30')]
const office = (hours: Partial<Hours> = {}, more: Partial<Office> = {}) => anOffice({ hours: { days: [1, 2, 3, 4, 5], sessions: [morning, afternoon], ...hours }, holidays: [], ...more })
const worked = (place: Office, date: string) => sessionsOn(place, date).map(({ from, to }) => `${from}–${to}`)

const winter = { from: '10-16', to: '04-15', days: [1, 2, 3, 4, 5], sessions: [winterMorning, winterAfternoon] }
const saturdays = { from: '01-01', to: '12-31', days: [6], sessions: [morning] }

describe('seasons', () => {
  const seasonal = office({ seasons: [winter] })

  it.each([['2026-10-15', '17:00'], ['2026-10-16', '16:30'], ['2026-12-31', '16:30'], ['2027-01-01', '16:30'], ['2027-04-15', '16:30'], ['2027-04-16', '17:00'], ['2028-02-29', '16:30']])('on %s the day ends at %s', (date, end) => {
    expect(isoAt(closingTime(seasonal, date), zone).slice(0, 16)).toBe(`${date}T${end}`)
  })

  it('adds Saturday mornings, and gives the first season that holds day and weekday', () => {
    const both = office({ seasons: [winter, saturdays] })
    expect(worked(both, '2026-11-28')).toEqual(['07:30–11:30'])
    expect(worked(both, '2026-11-27')).toEqual(['07:30–11:30', '13:00–16:30'])
    expect(worked(both, '2026-11-29')).toEqual([])
    expect(worked(seasonal, '2026-11-28')).toEqual([])
  })

  it('hold every date of the year exactly once, over New Year too', () => {
    const summer = { from: '04-16', to: '10-15', days: [1, 2, 3, 4, 5, 6, 7], sessions: [afternoon] }
    const place = office({ seasons: [{ ...winter, days: [1, 2, 3, 4, 5, 6, 7] }, summer], sessions: [session('00:00', '00:01')] })
    fc.assert(fc.property(fc.integer({ min: 0, max: 1500 }), days => {
      const date = addDays('2025-01-01', days)
      const isWinter = date.slice(5) >= '10-16' || date.slice(5) <= '04-15'
      expect(sessionsOn(place, date)).toEqual(isWinter ? winter.sessions : summer.sessions)
    }))
  })
})

describe('holidays and make-up days', () => {
  const place = office({ seasons: [winter, saturdays], makeUpDays: ['2026-11-21', '2026-11-22', '2026-04-18'] }, { holidays: ['2026-11-24', '2026-11-21'] })

  it('rests on a holiday', () => {
    expect(worked(place, '2026-11-24')).toEqual([])
    expect(officeMoment(place, on('2026-11-24', '09:00'))).toEqual({ kind: 'closed' })
  })

  it('works a make-up Saturday like the Friday before it, not like a Saturday morning, whatever the list of holidays says', () => {
    expect(worked(place, '2026-11-21')).toEqual(['07:30–11:30', '13:00–16:30'])
    expect(worked(place, '2026-04-18')).toEqual(['07:30–11:30', '13:30–17:00'])
    expect(worked(place, '2026-11-22')).toEqual(['07:30–11:30', '13:00–16:30'])
  })

  it('finds the hours of a make-up day also where the days before it are rest days', () => {
    expect(worked(office({ days: [1], makeUpDays: ['2026-11-29'] }), '2026-11-29')).toEqual(['07:30–11:30', '13:30–17:00'])
  })

  it('says when it opens again over a long holiday, and nothing where no end is in sight', () => {
    const tet = office({}, { holidays: Array.from({ length: 14 }, (_, day) => addDays('2027-02-04', day)) })
    expect(officeOpening(tet, on('2027-02-04', '09:00'))).toEqual({ open: false, opensAt: on('2027-02-18', '07:30') })
    expect(officeOpening(office({ days: [] }), on('2027-02-04', '09:00'))).toEqual({ open: false })
  })
})

describe('the moment', () => {
  const moment = (time: string, date = '2026-11-23') => officeMoment(office({ seasons: [saturdays] }), on(date, time))

  it('is working, a break between two sessions, or closed', () => {
    expect(moment('07:29')).toEqual({ kind: 'closed' })
    expect(moment('07:30')).toEqual({ kind: 'working', until: on('2026-11-23', '11:30') })
    expect(moment('11:30')).toEqual({ kind: 'break', until: on('2026-11-23', '13:30') })
    expect(moment('13:29')).toEqual({ kind: 'break', until: on('2026-11-23', '13:30') })
    expect(moment('16:59')).toMatchObject({ kind: 'working' })
    expect(moment('17:00')).toEqual({ kind: 'closed' })
  })

  it('has no break after a Saturday morning', () => {
    expect(moment('12:00', '2026-11-28')).toEqual({ kind: 'closed' })
  })

  it('is always working in trial mode', () => {
    expect(officeMoment(office({}, { alwaysOpen: true }), on('2026-11-29', '03:00'))).toEqual({ kind: 'working' })
  })
})

describe('the session a number counts for', () => {
  it.each([['06:00', '07:30'], ['07:30', '07:30'], ['11:29', '07:30'], ['11:30', '13:30'], ['13:15', '13:30'], ['16:59', '13:30'], ['19:00', '13:30']])('at %s is the one that begins at %s', (time, from) => {
    expect(sessionAt(office(), on('2026-11-23', time))?.from).toBe(from)
  })

  it('is none on a day off', () => {
    expect(sessionAt(office(), on('2026-11-22', '09:00'))).toBeUndefined()
  })
})

describe('closing time', () => {
  it('is the end of that day\'s last session, and on a day off that of an ordinary day', () => {
    const place = office({ seasons: [saturdays] })
    expect(closingTime(place, '2026-11-28')).toBe(on('2026-11-28', '11:30'))
    expect(closingTime(place, '2026-11-29')).toBe(on('2026-11-29', '17:00'))
    expect(closingTime(office({ sessions: [] }), '2026-11-23')).toBe(on('2026-11-24', '00:00'))
  })
})

describe('a field with windows of its own', () => {
  const land = aField('DD', 3, { windows: [{ from: '07:00', to: '09:00' }, { from: '13:00', to: '18:00' }] })
  const place = office({ seasons: [saturdays] })
  const isOpen = (time: string, date = '2026-11-23') => fieldOpening(place, land, on(date, time)).open

  it('gives out numbers then, also before the session begins', () => {
    expect(['06:59', '07:00', '08:59', '09:00', '13:00', '16:59'].map(time => isOpen(time))).toEqual([false, true, true, false, true, true])
  })

  it('never after the last session of that day, when nobody is there', () => {
    expect(isOpen('17:30')).toBe(false)
    expect(fieldOpening(place, land, on('2026-11-23', '14:00')).closesAt).toBe(on('2026-11-23', '17:00'))
    expect([isOpen('08:00', '2026-11-28'), isOpen('14:00', '2026-11-28')]).toEqual([true, false])
    expect(fieldOpening(place, land, on('2026-11-28', '12:00'))).toEqual({ open: false, opensAt: on('2026-11-30', '07:00') })
  })

  it('gives out none on a day off', () => {
    expect(fieldOpening(place, land, on('2026-11-29', '08:00'))).toEqual({ open: false, opensAt: on('2026-11-30', '07:00') })
  })
})

describe('breaks', () => {
  const three = office({ sessions: [session('08:00', '10:00'), session('11:00', '12:00'), session('13:00', '15:00')] })
  const later = (time: string, minutes: number) => isoAt(afterBreaks(three, on('2026-11-23', time), minutes * minute), zone).slice(11, 16)

  it('do not count, one or several', () => {
    expect([later('09:00', 30), later('09:00', 60), later('09:30', 60), later('09:30', 120), later('10:20', 10), later('14:30', 60), later('07:00', 30)])
      .toEqual(['09:30', '10:00', '11:30', '13:30', '11:10', '15:30', '07:30'])
  })

  it('never shorten a time, and are never where it ends', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 400 }), (from, minutes) => {
      const at = on('2026-11-23', '00:00') + from * minute
      const end = afterBreaks(three, at, minutes * minute)
      expect(end - at).toBeGreaterThanOrEqual(minutes * minute)
      expect(officeMoment(three, end - 1).kind).not.toBe('break')
    }))
  })
})

describe('in whatever time zone', () => {
  const zones = fc.constantFrom(zone, 'Europe/Berlin', 'America/New_York', 'Pacific/Kiritimati', 'America/St_Johns', 'Pacific/Pago_Pago')

  it('is open exactly in its windows on the office\'s own wall, and what it says of the next opening comes true', () => {
    fc.assert(fc.property(zones, fc.integer({ min: 0, max: 600_000 }), (timeZone, minutes) => {
      const place = office({ seasons: [winter, saturdays], makeUpDays: ['2026-11-21'] }, { timeZone, holidays: ['2026-11-24'] })
      const at = on('2026-03-01', '00:00', timeZone) + minutes * minute
      const wall = wallClock(at, timeZone)
      const isWithin = sessionsOn(place, wall.date).some(({ from, to }) => minutesOf(from) <= wall.minutes && wall.minutes < minutesOf(to))
      const opening = officeOpening(place, at)
      expect(opening.open).toBe(isWithin)
      const turn = opening.open ? opening.closesAt : opening.opensAt
      expect(turn).toBeGreaterThan(at)
      expect(officeOpening(place, turn ?? 0).open).toBe(!opening.open)
      expect(officeOpening(place, (turn ?? 0) - 1).open).toBe(opening.open)
    }))
  })
})
