import { describe, expect, it } from 'vitest'
import { comesTooLate, hardlyToday, mayMissToday } from '../../server/domain/cut-off.ts'
import { experienceOf } from '../../server/domain/forecast/experience.ts'
import { outlookOf } from '../../server/domain/forecast/outlook.ts'
import type { Outlook, Prospect } from '../../server/domain/forecast/range.ts'
import { sceneOf } from '../../server/domain/forecast/scene.ts'
import { takeTicket, type Taker, type TicketWish } from '../../server/domain/ticketing.ts'
import { instantOn } from '../../server/domain/time.ts'
import { aCounter, aDay, anOffice, aTicket, code, minute, now, someRules, value } from '../support/builders.ts'

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
    expect([ordinary, { field: 'CT', priority: true }].map(who => comesTooLate(aDay(), known, who))).toEqual([true, false])
  })

  it('comes in where the chance is large enough, though too small to say when', () => {
    const small = outlook(new Map([['CT', { ordinary: { today: 0.3 } }]]))
    expect(comesTooLate(aDay(), small, ordinary)).toBe(false)
    expect(comesTooLate(aDay({ office: office(40) }), small, ordinary)).toBe(true)
    const nobodyThere = [1, 2, 3].map(number => aCounter(number, { state: 'closed' }))
    expect(comesTooLate(aDay({ office: office(40), counters: nobodyThere }), small, ordinary)).toBe(false)
  })

  it('has the chance of an office that sends people home at closing time', () => {
    const at = instantOn('2026-11-23', '15:30', 'Asia/Ho_Chi_Minh')
    const tickets = Array.from({ length: 9 }, (_, place) => aTicket(String(1001 + place), { issuedAt: at - 30 * minute }))
    const day = aDay({ office: office(10), tickets, counters: [aCounter(1, { since: at - 60 * minute })] })
    const usual = experienceOf(day.office, [])
    const { newcomers, ...rest } = outlookOf(sceneOf(day, at), { ...usual, flow: { ...usual.flow, overtime: 0, reopening: { ...usual.flow.reopening, share: 0 } } })
    const told = newcomers.get('CT')?.ordinary
    expect(told?.range).toBeUndefined()
    expect(told?.today).toBeGreaterThan(0.2)
    expect(told?.today).toBeLessThan(0.5)
    expect(comesTooLate(day, { ...rest, newcomers }, ordinary)).toBe(false)
  })

  it('comes too late where counters are at work and the outlook saw no end of the line', () => {
    expect(comesTooLate(aDay(), outlook(), ordinary)).toBe(true)
    expect(comesTooLate(aDay({ office: office(0) }), outlook(), ordinary)).toBe(false)
  })

  it('is not turned away where nobody is at work yet, where the counter opened after the outlook was made, nor before the first one', () => {
    const closed = [1, 2, 3].map(number => aCounter(number, { state: 'closed' }))
    expect(comesTooLate(aDay({ counters: closed }), outlook(), ordinary)).toBe(false)
    expect(comesTooLate(aDay({ counters: [aCounter(1, { since: now + 1 })] }), outlook(), ordinary)).toBe(false)
    expect(comesTooLate(aDay({ counters: [aCounter(3)] }), outlook(), { field: 'HT', priority: false })).toBe(false)
    expect(comesTooLate(aDay(), undefined, ordinary)).toBe(false)
  })
})

describe('whoever holds a number', () => {
  const ticket = aTicket('1001', { movedRev: 10, place: { at: now, rev: 10 } })
  const outlook = (own?: Partial<Prospect>, newcomers: Outlook['newcomers'] = new Map()): Outlook =>
    ({ at: now, rev: 10, tickets: new Map(own ? [[ticket.id, { today: 1, ...own }]] : []), newcomers })

  it.each([
    [prospect(0.2), true],
    [prospect(0.3), false],
    [{ today: 0.4 }, true],
    [undefined, true]
  ] as const)('by a chance of %o: %s', (own, told) => {
    expect(mayMissToday(aDay({ tickets: [ticket] }), outlook(own), ticket)).toBe(told)
  })

  it('is told by what newcomers may expect while the outlook has not heard of it', () => {
    const late = aTicket('1002', { movedRev: 11, place: { at: now, rev: 11 } })
    const [hardly, surely] = [0.1, 0.9].map(today => outlook(undefined, new Map([['CT', { ordinary: prospect(today) }]])))
    expect([hardly, surely].map(known => mayMissToday(aDay({ tickets: [late] }), known, late))).toEqual([true, false])
    expect(mayMissToday(aDay(), hardly, { ...late, appointment: now })).toBe(false)
  })

  it('is not frightened where nobody is at work yet, nothing is known, the office never cuts off, or it waits no more', () => {
    const closed = [1, 2, 3].map(number => aCounter(number, { state: 'closed' }))
    expect(mayMissToday(aDay({ counters: closed }), outlook(), ticket)).toBe(false)
    expect(mayMissToday(aDay(), undefined, ticket)).toBe(false)
    expect(mayMissToday(aDay({ office: office(0) }), outlook(prospect(0)), ticket)).toBe(false)
    expect(mayMissToday(aDay(), outlook(prospect(0)), { ...ticket, state: 'called' })).toBe(false)
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
