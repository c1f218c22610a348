import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { forecastText, kindOf, rangeText, shortForecastText, shownRange } from '../../common/ui/forecast.ts'
import { wallTime } from '../../common/ui/moment.ts'

const zone = 'Asia/Ho_Chi_Minh'
const day = '2026-11-23'
const on = (time: string) => `${day}T${time}+07:00`
const range = (earliest: string, latest: string, closes?: string) => ({ earliest: on(earliest), latest: on(latest), ...closes !== undefined && { closes: on(closes) } })
const now = new Date(on('09:00:00'))
const reading = { now, zone, language: 'vi' } as const

const instant = fc.date({ min: new Date('2026-01-01T00:00:00Z'), max: new Date('2027-12-31T00:00:00Z'), noInvalidDate: true })
const anyRange = fc.tuple(instant, fc.integer({ min: 0, max: 12 * 3_600_000 })).map(([from, lengthMs]) => ({ earliest: from.toISOString(), latest: new Date(from.getTime() + lengthMs).toISOString() }))

describe('a range that is shown', () => {
  it('is rounded outwards by less than five minutes a side, and never empty', () => {
    fc.assert(fc.property(anyRange, ({ earliest, latest }) => {
      const { from, to } = shownRange({ earliest, latest })
      const [early, late] = [Date.parse(earliest) - from.getTime(), to.getTime() - Date.parse(latest)]
      expect(early).toBeGreaterThanOrEqual(0)
      expect(early).toBeLessThan(300_000)
      expect(late).toBeGreaterThanOrEqual(0)
      expect(late).toBeLessThanOrEqual(300_000)
      expect(to.getTime()).toBeGreaterThan(from.getTime())
    }))
  })

  it('is the same whichever end comes first', () => {
    fc.assert(fc.property(anyRange, ({ earliest, latest }) => {
      expect(shownRange({ earliest: latest, latest: earliest })).toEqual(shownRange({ earliest, latest }))
    }))
  })

  it('stands on whole five minutes of the wall, wherever the office is', () => {
    fc.assert(fc.property(anyRange, fc.constantFrom('Asia/Ho_Chi_Minh', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'America/St_Johns', 'UTC'), (foretold, zone) => {
      const { from, to } = shownRange(foretold)
      expect([from, to].map(at => wallTime(at, zone)).map(({ minute, second }) => [minute % 5, second])).toEqual([[0, 0], [0, 0]])
    }))
  })

  it.each([
    ['09:20:00', '09:45:00', '09:20–09:45'], ['09:21:59', '09:41:00', '09:20–09:45'], ['09:20:01', '09:45:01', '09:20–09:50'],
    ['09:20:00', '09:20:00', '09:20–09:25'], ['23:52:00', '23:58:00', '23:50–00:00']
  ])('%s to %s reads %s', (earliest, latest, text) => expect(rangeText(range(earliest, latest), zone)).toBe(text))
})

describe('a forecast in words', () => {
  it.each([
    ['at any moment', '09:00:30', '09:06:00', 'Dự kiến được gọi ngay', 'dự kiến gọi ngay'],
    ['now or later', '09:01:00', '09:23:00', 'Dự kiến được gọi từ nay đến khoảng 09:25', 'dự kiến trước 09:25'],
    ['in a few minutes, which rounds to what is past', '09:04:00', '09:09:00', 'Dự kiến được gọi từ nay đến khoảng 09:10', 'dự kiến trước 09:10'],
    ['later', '09:22:00', '09:41:00', 'Dự kiến được gọi khoảng 09:20–09:45', 'dự kiến 09:20–09:45']
  ])('%s', (_when, earliest, latest, whole, short) => {
    expect(forecastText(range(earliest, latest), reading)).toBe(whole)
    expect(shortForecastText(range(earliest, latest), reading)).toBe(short)
  })

  it('names no end where that may be after closing', () => {
    const late = range('16:50:00', '17:26:00', '17:00:00')
    expect(forecastText(late, reading)).toBe('Dự kiến được gọi từ khoảng 16:50, có thể sau giờ làm việc')
    expect(shortForecastText(late, reading)).toBe('có thể sau giờ làm việc')
    expect(kindOf(range('16:30:00', '16:58:00', '17:00:00'), now)).toBe('range')
    expect(kindOf(range('16:30:00', '16:58:00', '16:58:00'), now)).toBe('after')
  })

  it('begins now where its beginning is past', () => {
    expect(forecastText(range('08:57:00', '17:26:00', '17:00:00'), reading)).toBe('Dự kiến được gọi từ khoảng 09:00, có thể sau giờ làm việc')
  })

  it('never names a time that is past', () => {
    fc.assert(fc.property(anyRange, fc.integer({ min: 0, max: 4 * 3_600_000 }), (foretold, untilMs) => {
      const now = new Date(Date.parse(foretold.earliest) - untilMs)
      const { from, to } = shownRange(foretold)
      const kind = kindOf(foretold, now)
      expect((kind === 'range' ? from : to).getTime()).toBeGreaterThan(now.getTime())
    }))
  })
})
