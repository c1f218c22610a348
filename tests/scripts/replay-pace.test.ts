import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { paceOf, usualPaceRule, type Stretch } from '../../scripts/bench/replay/pace.ts'

const rule = { trust: 30, fadeMs: 4 * 3_600_000, variation: 1 }
const stretches = (count: number, took: number, more: Partial<Stretch> = {}) => Array.from({ length: count }, () => ({ took, usual: 10, agoMs: 0, ...more }))

describe('the pace of today', () => {
  it('is the usual one while nothing was seen, and as unsure as the experience it rests on', () => {
    expect(paceOf([])).toEqual({ factor: 1, spread: usualPaceRule.variation / Math.sqrt(usualPaceRule.trust) })
  })

  it('goes half the way after as many stretches as the experience weighs, and all the way after very many', () => {
    expect(paceOf(stretches(30, 20), rule).factor).toBeCloseTo(1.5)
    expect(paceOf(stretches(30_000, 20), rule).factor).toBeCloseTo(2, 2)
  })

  it('is believed less the longer ago it was seen', () => {
    const factorAfter = (hours: number) => paceOf(stretches(30, 20, { agoMs: hours * 3_600_000 }), rule).factor
    expect(factorAfter(4)).toBeLessThan(factorAfter(0))
    expect(factorAfter(100)).toBeCloseTo(1)
  })

  it('grows with the time that a running stretch takes, which is no end yet', () => {
    const running = (took: number) => paceOf(stretches(1, took, { running: true }), rule).factor
    expect(running(0)).toBe(1)
    expect(running(60)).toBeGreaterThan(running(10))
    expect(running(10)).toBeGreaterThan(paceOf(stretches(1, 10), rule).factor)
  })

  it('lies between the usual and what was seen, and grows surer with every end', () => {
    const seen = fc.array(fc.record({ took: fc.double({ min: 0, max: 100, noNaN: true }), usual: fc.constant(10), agoMs: fc.nat(8 * 3_600_000) }), { minLength: 1, maxLength: 50 })
    fc.assert(fc.property(seen, all => {
      const { factor, spread } = paceOf(all, rule)
      const ratios = [1, ...all.map(({ took, usual }) => took / usual)]
      expect(factor).toBeGreaterThanOrEqual(Math.min(...ratios) - 1e-9)
      expect(factor).toBeLessThanOrEqual(Math.max(...ratios) + 1e-9)
      expect(spread).toBeLessThan(paceOf(all.slice(1), rule).spread)
    }))
  })
})
