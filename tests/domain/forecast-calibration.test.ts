import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calibrated, calibrationOf, moved, type Foretold, type Outcome } from '../../server/domain/forecast/calibration.ts'
import { seededDice } from '../../scripts/day/dice.ts'

const rule = { grain: 1, trust: 100 }
const foretold: Foretold = { earliest: 20, likely: 30, latest: 50 }

/** Waits that are spread as if by chance, evenly from `from` to `to`. */
function outcomes (count: number, from: number, to: number, group?: string, seed = 1): Outcome[] {
  const { uniform } = seededDice(seed)
  return Array.from({ length: count }, () => ({ foretold, actual: from + uniform() * (to - from), ...group !== undefined && { group } }))
}
const covered = ({ earliest, latest }: Foretold, seen: readonly Outcome[]) => seen.filter(({ actual }) => earliest <= actual && actual <= latest).length / seen.length

describe('calibration', () => {
  it('leaves forecasts as they are made while nothing is known of them', () => {
    expect(calibrated(foretold, calibrationOf([], rule))).toEqual(foretold)
    expect(calibrated(foretold, calibrationOf([], rule), 'short')).toEqual(foretold)
  })

  it.each([['too narrow', 0, 200], ['too wide', 28, 34], ['too early', 60, 90], ['too late', 0, 12]])('holds four in five where ranges were %s (calls from %i to %i)', (_, from, to) => {
    const learnt = calibrated(foretold, calibrationOf(outcomes(40_000, from, to), rule))
    const later = outcomes(8000, from, to, undefined, 2)
    expect(covered(learnt, later)).toBeGreaterThan(0.75)
    expect(covered(learnt, later)).toBeLessThan(0.85)
    expect(Math.abs(learnt.likely - (from + to) / 2)).toBeLessThan((to - from) * 0.05)
  })

  it('is moved little by a few and carried by many', () => {
    const latestAfter = (count: number) => calibrated(foretold, calibrationOf(outcomes(count, 60, 90), rule)).latest
    expect(latestAfter(5)).toBeLessThan(55)
    expect(latestAfter(5)).toBeGreaterThan(50)
    expect(latestAfter(5000)).toBeGreaterThan(85)
  })

  it('learns groups apart, each from all groups together', () => {
    const learnt = calibrationOf([...outcomes(3000, 60, 90, 'long'), ...outcomes(3000, 28, 34, 'short')], rule)
    expect(calibrated(foretold, learnt, 'long').likely).toBeGreaterThan(70)
    expect(calibrated(foretold, learnt, 'short').likely).toBeLessThan(35)
    expect(calibrated(foretold, learnt, 'never seen')).toEqual(calibrated(foretold, learnt))
  })

  it('widens a range that had no width at all', () => {
    const point = { earliest: 10, likely: 10, latest: 10 }
    const learnt = calibrated(point, calibrationOf(outcomes(2000, 5, 15).map(({ actual }) => ({ foretold: point, actual })), rule))
    expect(learnt.earliest).toBeLessThan(8)
    expect(learnt.latest).toBeGreaterThan(12)
  })

  it('moves the range of a group without widening it, and leaves that of an unknown one', () => {
    const learnt = calibrationOf(outcomes(3000, 60, 90, 'late'), rule)
    const { earliest, likely, latest } = moved(foretold, learnt, 'late')
    expect([likely - earliest, latest - likely]).toEqual([10, 20].map(half => expect.closeTo(half)))
    expect(likely).toBeGreaterThan(70)
    expect(moved(foretold, learnt, 'never seen')).toEqual(foretold)
  })

  it('never turns a range round, whatever came', () => {
    const aRange = fc.tuple(fc.nat(100), fc.nat(100), fc.nat(100)).map(([start, early, late]) => ({ earliest: start, likely: start + early, latest: start + early + late }))
    fc.assert(fc.property(fc.array(fc.record({ foretold: aRange, actual: fc.nat(1000), group: fc.constantFrom('a', 'b') })), aRange, (seen, next) => {
      const { earliest, likely, latest } = calibrated(next, calibrationOf(seen, rule), 'a')
      expect(earliest).toBeLessThanOrEqual(likely)
      expect(likely).toBeLessThanOrEqual(latest)
    }))
  })
})
