import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shownRange } from '../../common/ui/forecast.ts'
import { accuracyOf } from '../../server/domain/forecast/accuracy.ts'
import { rangeAsTold, type Outlook, type Prospect, type Range } from '../../server/domain/forecast/range.ts'
import { matters, settled } from '../../server/domain/forecast/settle.ts'
import type { Instant } from '../../server/domain/time.ts'
import { minute, now } from '../support/builders.ts'

const range = (earliest: number, likely: number, latest: number): Range => ({ earliest: now + earliest * minute, likely: now + likely * minute, latest: now + latest * minute })
const outlook = (at: Instant, rev: number, one: Range): Outlook => {
  const prospect: Prospect = { range: one, today: 1 }
  return { at, rev, tickets: new Map([['tk', prospect]]), newcomers: new Map([['CT', { ordinary: prospect }]]) }
}
const of = (told: Outlook) => [told.tickets.get('tk')?.range, told.newcomers.get('CT')?.ordinary?.range]

describe('without a new fact', () => {
  it('lets no time slip by more than the clock', () => {
    const told = settled(outlook(now, 7, range(10, 20, 30)), outlook(now + 2 * minute, 7, range(15, 21, 29)))
    expect(of(told)).toEqual([range(12, 21, 29), range(12, 21, 29)])
  })

  it('says what is new as soon as a fact is', () => {
    const fresh = outlook(now + minute, 8, range(40, 50, 60))
    expect(settled(outlook(now, 7, range(10, 20, 30)), fresh)).toBe(fresh)
    expect(settled(undefined, fresh)).toBe(fresh)
  })

  it('keeps every range in order, never in the past, whatever is reckoned', () => {
    const ranges = fc.tuple(fc.nat(90), fc.nat(90), fc.nat(90)).map(three => three.toSorted((a, b) => a - b) as [number, number, number])
    fc.assert(fc.property(ranges, ranges, fc.nat(30), (was, is, passed) => {
      const at = now + passed * minute
      const before = outlook(now, 7, range(...was))
      const fresh = range(...is.map(time => time + passed) as [number, number, number])
      const [told] = of(settled(before, outlook(at, 7, fresh)))
      if (!told) throw new Error('nothing told')
      expect(told.earliest).toBeGreaterThanOrEqual(at)
      expect(told.likely).toBeGreaterThanOrEqual(told.earliest)
      expect(told.latest).toBeGreaterThanOrEqual(told.likely)
      for (const bound of ['earliest', 'likely', 'latest'] as const) expect(told[bound]).toBeLessThanOrEqual(Math.max(at, range(...was)[bound] + passed * minute))
    }))
  })
})

describe('what people are told of', () => {
  it('is a time that moved by three minutes, or by a fifth of a long wait', () => {
    expect(matters(range(5, 10, 15), range(5, 12, 17), now)).toBe(false)
    expect(matters(range(5, 10, 15), range(5, 10, 18), now)).toBe(true)
    expect(matters(range(60, 90, 120), range(50, 80, 110), now)).toBe(false)
    expect(matters(range(60, 90, 120), range(40, 70, 100), now)).toBe(true)
  })

  it('is a forecast that has come or gone', () => {
    expect(matters(undefined, range(1, 2, 3), now)).toBe(true)
    expect(matters(range(1, 2, 3), undefined, now)).toBe(true)
    expect(matters(undefined, undefined, now)).toBe(false)
  })
})

describe('how right forecasts were', () => {
  const past = (calledAt: number | undefined) => ({
    serviceDate: '2026-11-23', field: 'CT', priority: false, issuedAt: now, range: range(10, 20, 40), promisedBy: now + 30 * minute,
    ...calledAt !== undefined && { calledAt: now + calledAt * minute }
  })

  it('counts those who were called', () => {
    expect(accuracyOf([past(5), past(20), past(40), past(45), past(undefined)])).toEqual({
      called: 4, covered: 0.5, early: 0.25, late: 0.25, meanErrorMinutes: 15, biasMinutes: 7.5, meanWidthMinutes: 30
    })
  })

  it('holds to the call what was shown and printed: the range rounded outwards to five minutes', () => {
    const narrow = { ...past(4.9), range: range(1, 2, 3) }
    expect(accuracyOf([narrow])).toMatchObject({ covered: 1, meanWidthMinutes: 5 })
    fc.assert(fc.property(fc.integer({ min: 0, max: 300 * minute }), fc.integer({ min: 0, max: 300 * minute }), (from, width) => {
      const told = { earliest: now + from, latest: now + from + width }
      const shown = shownRange({ earliest: new Date(told.earliest).toISOString(), latest: new Date(told.latest).toISOString() })
      expect(rangeAsTold(told)).toEqual({ from: shown.from.getTime(), to: shown.to.getTime() })
    }))
  })

  it('says nothing where nobody was', () => {
    expect(accuracyOf([past(undefined)])).toEqual({ called: 0 })
  })
})
