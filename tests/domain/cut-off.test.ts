import { describe, expect, it } from 'vitest'
import { comesTooLate, hardlyToday } from '../../server/domain/cut-off.ts'
import type { Outlook, Prospect } from '../../server/domain/forecast/range.ts'
import { takeTicket, type Taker, type TicketWish } from '../../server/domain/ticketing.ts'
import { aCounter, aDay, anOffice, code, minute, now, someRules, value } from '../support/builders.ts'

const prospect = (today: number): Prospect => ({ today, range: { earliest: now, likely: now + minute, latest: now + 2 * minute } })
const office = (cutOffPercent?: number, alwaysOpen = false) => anOffice({ alwaysOpen, rules: someRules(cutOffPercent === undefined ? {} : { cutOffPercent }) })

it.each([
  [office(), 0.24, true, 'a quarter is asked for where nothing is settled'],
  [office(), 0.25, false, 'exactly a quarter is enough'],
  [office(60), 0.5, true, 'the office may ask for more'],
  [office(0), 0, false, 'an office that settled 0 never cuts off'],
  [office(100), 0.99, true, 'an office that settled 100 wants to be sure'],
  [office(100), 1, false, 'whoever is sure to be called comes in'],
  [office(25, true), 0, false, 'nothing closes where it is always open']
])('%#: a chance of %s', (place, today, hardly) => {
  expect(hardlyToday(place, prospect(today))).toBe(hardly)
})

it('turns nobody away of whom nothing is known', () => {
  expect(hardlyToday(office(100), undefined)).toBe(false)
})

describe('whoever takes a number now', () => {
  const ordinary = { field: 'CT', priority: false }
  const outlook = (newcomers: Outlook['newcomers'] = new Map()): Outlook => ({ at: now, rev: 10, tickets: new Map(), newcomers })

  it('comes too late by what the outlook says of his field and class', () => {
    const known = outlook(new Map([['CT', { ordinary: prospect(0.1), priority: prospect(0.9) }]]))
    expect([ordinary, { field: 'CT', priority: true }].map(who => comesTooLate(aDay(), known, who, now))).toEqual([true, false])
  })

  it('comes too late where counters are at work and the outlook saw no end of the line', () => {
    expect(comesTooLate(aDay(), outlook(), ordinary, now)).toBe(true)
    expect(comesTooLate(aDay({ office: office(0) }), outlook(), ordinary, now)).toBe(false)
  })

  it('is not turned away where nobody is at work yet, where the counter opened after the outlook was made, nor before the first one', () => {
    const closed = [1, 2, 3].map(number => aCounter(number, { state: 'closed' }))
    expect(comesTooLate(aDay({ counters: closed }), outlook(), ordinary, now)).toBe(false)
    expect(comesTooLate(aDay({ counters: [aCounter(1, { since: now + 1 })] }), outlook(), ordinary, now)).toBe(false)
    expect(comesTooLate(aDay({ counters: [aCounter(3)] }), outlook(), { field: 'HT', priority: false }, now)).toBe(false)
    expect(comesTooLate(aDay(), undefined, ordinary, now)).toBe(false)
  })
})

describe('a number that will hardly be called today', () => {
  const taken = (taker: Partial<Taker>, wish: Partial<TicketWish> = {}) =>
    takeTicket(aDay(), { field: 'CT', ...wish }, 'tk_1', { by: 'kiosk:k', isAlone: true, isTooLate: true, ...taker }, now)

  it('is not given out by a kiosk on its own', () => {
    expect(taken({})).toMatchObject({ error: { code: 'HARDLY_TODAY', field: { vi: 'CT' } } })
    expect(code(taken({ isTooLate: false }))).toBe('ok')
  })

  it('is given out by whoever stands behind a desk, and to whoever booked', () => {
    expect(code(taken({ isAlone: false }))).toBe('ok')
    expect(code(taken({}, { appointment: now }))).toBe('ok')
  })

  it('is given out by a kiosk that was overruled, and the fact says by whom', () => {
    expect(value(taken({ overruledBy: 'staff:p_g' }))).toMatchObject([{ by: 'kiosk:k', ticket: { overruledBy: 'staff:p_g' } }])
  })

  it('names nobody where there was nothing to overrule', () => {
    expect(value(taken({ overruledBy: 'staff:p_g', isTooLate: false }))[0]).not.toHaveProperty('ticket.overruledBy')
  })

  it('is refused only after what cannot be overruled', () => {
    expect(code(taken({ overruledBy: 'staff:p_g' }, { field: 'XX' }))).toBe('UNKNOWN_FIELD')
  })
})
