import fc from 'fast-check'
import { expect, it } from 'vitest'
import { clockBehindMs, longestGapMs, officeTime } from '../../server/domain/office-time.ts'
import { minute, now } from '../support/builders.ts'

const day = { lastAt: now }

it('is the wall\'s, as long as that runs on', () => {
  expect(officeTime(day, now, 5)).toBe(now)
  expect(officeTime(day, now + minute, 0)).toBe(now + minute)
})

it('runs on by what has really passed while the wall is behind', () => {
  expect(officeTime(day, now - 120 * minute, 3 * minute)).toBe(now + 3 * minute)
  expect(officeTime(day, now - 120 * minute, 0)).toBe(now)
})

it('is a whole instant, whatever fractions the stopwatch shows', () => {
  fc.assert(fc.property(fc.double({ min: -1, max: 1e7, noNaN: true }), since => Number.isInteger(officeTime(day, now - minute, since))))
})

it('waits for the wall where nothing happens for long', () => {
  expect(officeTime(day, now - 120 * minute, 60 * minute)).toBe(now + longestGapMs)
})

it('never runs back, and never past both the wall and what has really passed', () => {
  fc.assert(fc.property(fc.integer({ min: -2_000, max: 2_000 }), fc.integer({ min: -5, max: 2_000 }), (off, since) => {
    const at = officeTime(day, now + off * minute, since * minute)
    expect(at).toBeGreaterThanOrEqual(now)
    expect(at).toBeLessThanOrEqual(Math.max(now + off * minute, now + Math.max(0, since) * minute))
  }))
})

it('catches up with a clock that was two hours ahead over an evening, with one that was a day ahead within two nights', () => {
  const nights = (aheadMinutes: number) => {
    let [lastAt, wall, nights] = [now + aheadMinutes * minute, now, 0]
    while (lastAt > wall) {
      for (let worked = 0; worked < 8 * 60; worked++) {
        wall += minute
        lastAt = officeTime({ lastAt }, wall, minute)
      }
      nights++
      wall += 16 * 60 * minute
    }
    return nights
  }
  expect([nights(120), nights(24 * 60)]).toEqual([1, 2])
})

it('says how far the clock is behind, and nothing when all is well', () => {
  expect(clockBehindMs(day, now - 5 * minute)).toBe(5 * minute)
  expect(clockBehindMs(day, now + 5)).toBe(0)
})
