import { expect, it } from 'vitest'
import readings from './number-readings.json' with { type: 'json' }
import { announcement } from '../../common/speech/announcement.ts'
import { readDigits, readNumber } from '../../common/speech/vietnamese.ts'

it.each(readings.numbers.filter(({ n }) => typeof n === 'number'))('reads $n as it is said', ({ n, north, south, digits }) => {
  expect(readNumber(n, 'north')).toBe(north)
  expect(readNumber(n, 'south')).toBe(south)
  expect(readDigits(String(n))).toBe(digits)
})

it('reads every number 0–9999 differently', () => {
  expect(new Set(Array.from({ length: 10_000 }, (_, n) => readNumber(n))).size).toBe(10_000)
})

it('calls a number in the words of the contract', () => {
  expect(announcement({ number: '2014', counter: 2, repeat: 0 })).toEqual({
    vi: 'Mời công dân có số hai không một bốn, đến quầy số hai.',
    en: 'Number two zero one four, please go to counter two.'
  })
})

it('begins a recall with an apology to nobody: "again"', () => {
  const { vi, en } = announcement({ number: '1001', counter: 21, repeat: 2 })
  expect(vi).toBe('Xin nhắc lại, mời công dân có số một không không một, đến quầy số hai mươi mốt.')
  expect(en).toBe('Again, number one zero zero one, please go to counter twenty-one.')
})
