import { describe, expect, it } from 'vitest'
import { aimSaid, biasSaid, coveredSaid, hourText, percent, periodOf, promiseSaid, saidIn } from '../../counter/supervisor/accuracy-words.ts'

const vi = (sentence: Parameters<typeof saidIn>[1]) => saidIn('vi', sentence)

describe('the accuracy of forecasts in words', () => {
  it.each([
    [0.82, 'Trong 10 số, 8 số được gọi trong khoảng đã dự kiến.'], [0.55, 'Trong 10 số, 6 số được gọi trong khoảng đã dự kiến.'],
    [0.96, 'Gần như mọi số được gọi trong khoảng đã dự kiến.'], [0.03, 'Hầu như không số nào được gọi trong khoảng đã dự kiến.']
  ])('covered %d: %s', (covered, said) => { expect(vi(coveredSaid(covered))).toBe(said) })

  it.each([
    [200, 0.75, 'aim.met'], [200, 0.85, 'aim.met'], [200, 0.74, 'aim.narrow'], [200, 0.86, 'aim.wide'], [29, 0.2, 'aim'], [0, null, 'aim']
  ])('%d numbers, covered %j: %s', (called, covered, key) => { expect(aimSaid({ called, covered }).key).toBe(key) })

  it.each([
    [2.6, 'muộn 3 phút', 'Thường gọi muộn hơn 3 phút so với dự kiến.'], [-4.4, 'sớm 4 phút', 'Thường gọi sớm hơn 4 phút so với dự kiến.'],
    [0.4, 'đúng giờ', 'Không lệch hẳn về phía sớm hay muộn.'], [-0.4, 'đúng giờ', 'Không lệch hẳn về phía sớm hay muộn.']
  ])('bias %d: %s', (bias, word, said) => { expect([vi(biasSaid(bias, 'word')), vi(biasSaid(bias, 'said'))]).toEqual([word, said]) })

  it('says how the promise was kept, with thousands as each language writes them', () => {
    expect(vi(promiseSaid({ kept: 1101, broken: 79 }, 'vi'))).toBe('1.101 số được gọi trong cam kết, 79 số chờ quá.')
    expect(saidIn('en', promiseSaid({ kept: 1101, broken: 0 }, 'en'))).toBe('Every number (1,101) was called within it.')
    expect(promiseSaid({ kept: 0, broken: 0 }, 'vi').key).toBe('promise.none')
  })
})

it.each([[0.999, 99], [1, 100], [0.001, 1], [0, 0], [0.825, 83]])('%d is %d per cent: never all or nothing that is not quite so', (share, whole) => { expect(percent(share)).toBe(whole) })

it.each([[7, '2026-11-23', '2026-11-17'], [90, '2026-11-23', '2026-08-26'], [7, '2026-03-02', '2026-02-24']])('%d days up to %s begin on %s', (days, to, from) => { expect(periodOf(days, to)).toEqual({ from, to }) })

it('names an hour by both its ends', () => { expect([hourText(7), hourText(13)]).toEqual(['07:00–08:00', '13:00–14:00']) })
