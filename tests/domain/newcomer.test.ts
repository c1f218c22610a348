import { describe, expect, it } from 'vitest'
import { newcomerProspect, ticketProspect } from '../../server/domain/forecast/newcomer.ts'
import type { Outlook, Range } from '../../server/domain/forecast/range.ts'
import { lastServiceDays } from '../../server/domain/forecast/service-days.ts'
import { aCounter, aDay, anOffice, aTicket, minute, now } from '../support/builders.ts'

const range = (minutes: number): Range => ({ earliest: now + (minutes - 5) * minute, likely: now + minutes * minute, latest: now + (minutes + 10) * minute })
const prospect = (minutes: number) => ({ range: range(minutes), today: 0.9 })
/** Made at 09:00, after the tenth fact. */
const outlook: Outlook = {
  at: now, rev: 10, tickets: new Map([['tk_2001', prospect(8)]]),
  newcomers: new Map([['HT', { ordinary: prospect(20), priority: prospect(12) }]])
}
const ordinary = { field: 'HT', priority: false }
const came = (number: string, rev: number, more: object = {}) => aTicket(number, { place: { at: now, rev }, movedRev: rev, ...more })

describe('whoever takes a number', () => {
  it('may expect what the outlook says of his field and class', () => {
    expect(newcomerProspect(aDay(), outlook, ordinary, now)).toEqual(prospect(20))
    expect(newcomerProspect(aDay(), outlook, { field: 'HT', priority: true }, now)).toEqual(prospect(12))
  })

  it('may expect nothing where nothing is known or nobody is expected to serve', () => {
    expect(newcomerProspect(aDay(), undefined, ordinary, now)).toBeUndefined()
    expect(newcomerProspect(aDay(), outlook, { field: 'CT', priority: false }, now)).toBeUndefined()
  })

  it('is never told a time that is over', () => {
    const late = newcomerProspect(aDay(), outlook, ordinary, now + 22 * minute)?.range
    expect(late).toEqual({ earliest: now + 22 * minute, likely: now + 22 * minute, latest: now + 30 * minute })
  })

  it('waits a service longer for each number of his field given out since', () => {
    // HT has one procedure of 12 minutes, and one counter that has it as a main field.
    const day = aDay({ tickets: [came('2001', 10), came('2002', 11), came('2003', 12), came('1001', 13)] })
    expect(newcomerProspect(day, outlook, ordinary, now)?.range.likely).toBe(range(20 + 24).likely)
    expect(newcomerProspect(day, outlook, { field: 'HT', priority: true }, now)?.range).toEqual(range(12))
  })

  it('is told the less exactly the more numbers were given out since, each the wider and none earlier', () => {
    const after = (howMany: number) => {
      const tickets = Array.from({ length: howMany }, (_, place) => came(String(2001 + place), 11 + place))
      return newcomerProspect(aDay({ tickets }), outlook, ordinary, now)?.range ?? range(0)
    }
    const ranges = [0, 1, 2, 4, 8].map(after)
    const widths = ranges.map(({ earliest, latest }) => latest - earliest)
    expect(widths).toEqual(widths.toSorted((a, b) => a - b))
    expect(new Set(widths).size).toBe(5)
    expect(ranges.map(({ earliest }) => earliest)).toEqual(ranges.map(({ earliest }) => earliest).toSorted((a, b) => a - b))
    // Four services of twelve minutes: less than that sooner, more than that later.
    const [told, later] = [after(0), after(4)]
    expect(later.earliest).toBeLessThan(told.earliest + 40 * minute)
    expect(later.latest).toBeGreaterThan(told.latest + 56 * minute)
  })

  it('waits for the other fields of his counters, and over lunch', () => {
    const duties = new Map([[1, { number: 1, main: ['CT', 'HT'], helper: [] }]])
    const tickets = Array.from({ length: 14 }, (_, place) => came(String(1001 + place), 11 + place))
    const day = aDay({ office: anOffice({ duties }), counters: [aCounter(1)], tickets })
    // Of CT nothing is known but that people come: ten minutes each, and two hours of lunch among them.
    expect(newcomerProspect(day, outlook, ordinary, now)?.range.likely).toBe(range(20 + 140 + 120).likely)
  })

  it('does not wait no time where the length of a procedure is not known', () => {
    const office = anOffice()
    const unknown = { ...office, procedures: new Map([...office.procedures].map(([id, procedure]) => [id, { ...procedure, meanMinutes: 0 }])) }
    expect(newcomerProspect(aDay({ office: unknown, tickets: [came('2001', 11)] }), outlook, ordinary, now)?.range.likely).toBe(range(20 + 10).likely)
  })

  it('is held up less where more counters serve his field', () => {
    const duties = new Map([1, 2, 3].map(number => [number, { number, main: ['HT'], helper: [] }]))
    const day = aDay({ office: anOffice({ duties }), counters: [aCounter(1), aCounter(2), aCounter(3, { state: 'closed' })], tickets: [came('2002', 11)] })
    expect(newcomerProspect(day, outlook, ordinary, now)?.range.likely).toBe(range(26).likely)
  })
})

describe('whoever waits', () => {
  it('may expect what the outlook says of his number, and nothing once it is called', () => {
    const ticket = came('2001', 9)
    expect(ticketProspect(aDay({ tickets: [ticket] }), outlook, ticket, now)).toEqual(prospect(8))
    expect(ticketProspect(aDay(), outlook, { ...ticket, state: 'called', counter: 2 }, now)).toBeUndefined()
  })

  it('may expect what he was told with the slip until the next outlook knows him, whoever came after him', () => {
    const [first, mine, later] = [came('2002', 11), came('2003', 12), came('2004', 13)]
    const told = newcomerProspect(aDay({ tickets: [first] }), outlook, ordinary, now)
    expect(ticketProspect(aDay({ tickets: [first, mine, later] }), outlook, mine, now)).toEqual(told)
  })

  it('may expect nothing yet where a right of his own, or another line, is news to the outlook', () => {
    const bound = came('2002', 11, { bound: { counters: [2], next: true, since: now } })
    const booked = came('2003', 12, { appointment: now + 30 * minute })
    const sentOn = came('2004', 3, { movedRev: 13, waitingSince: now, leg: 2 })
    for (const ticket of [bound, booked, sentOn]) expect(ticketProspect(aDay({ tickets: [ticket] }), outlook, ticket, now)).toBeUndefined()
  })
})

describe('the last service days', () => {
  it('are counted over weekends and holidays, the last one included', () => {
    // Tuesday 24 November is a holiday there.
    expect(lastServiceDays(anOffice(), '2026-11-25', 1)).toBe('2026-11-25')
    expect(lastServiceDays(anOffice(), '2026-11-25', 3)).toBe('2026-11-20')
    expect(lastServiceDays(anOffice(), '2026-11-22', 5)).toBe('2026-11-16')
  })

  it('are all days where the office never closes, and end where it never worked', () => {
    expect(lastServiceDays(anOffice({ alwaysOpen: true }), '2026-11-22', 5)).toBe('2026-11-18')
    expect(lastServiceDays(anOffice({ hours: { days: [], sessions: [] } }), '2026-11-22', 5)).toBe('2026-11-22')
  })
})
