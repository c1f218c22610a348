import { describe, expect, it } from 'vitest'
import { hardlyToday } from '../../server/domain/cut-off.ts'
import type { Prospect } from '../../server/domain/forecast/range.ts'
import { takeTicket, type Taker, type TicketWish } from '../../server/domain/ticketing.ts'
import { aDay, anOffice, code, minute, now, someRules, value } from '../support/builders.ts'

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

describe('a number that will hardly be called today', () => {
  const taken = (taker: Partial<Taker>, wish: Partial<TicketWish> = {}, today = 0.1) =>
    takeTicket(aDay(), { field: 'CT', ...wish }, 'tk_1', { by: 'kiosk:k', isAlone: true, prospect: prospect(today), ...taker }, now)

  it('is not given out by a kiosk on its own', () => {
    expect(taken({})).toMatchObject({ error: { code: 'HARDLY_TODAY', field: { vi: 'CT' } } })
    expect(code(taken({}, {}, 0.9))).toBe('ok')
  })

  it('is given out by whoever stands behind a desk, and to whoever booked', () => {
    expect(code(taken({ isAlone: false }))).toBe('ok')
    expect(code(taken({}, { appointment: now }))).toBe('ok')
  })

  it('is given out by a kiosk that was overruled, and the fact says by whom', () => {
    expect(value(taken({ overruledBy: 'staff:p_g' }))).toMatchObject([{ by: 'kiosk:k', ticket: { overruledBy: 'staff:p_g' } }])
  })

  it('names nobody where there was nothing to overrule', () => {
    expect(value(taken({ overruledBy: 'staff:p_g' }, {}, 0.9))[0]).not.toHaveProperty('ticket.overruledBy')
  })

  it('is refused only after what cannot be overruled', () => {
    expect(code(taken({ overruledBy: 'staff:p_g' }, { field: 'XX' }))).toBe('UNKNOWN_FIELD')
  })
})
