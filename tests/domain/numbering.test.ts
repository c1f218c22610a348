import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sequenceOf, ticketNumber } from '../../server/domain/numbering.ts'

describe('numbers', () => {
  it.each([[1, '1001'], [42, '1042'], [999, '1999'], [1000, '11000']])('sequence %i of field 1 is %s', (sequence, number) => {
    expect(ticketNumber({ digit: 1 }, sequence)).toBe(number)
  })

  it('can be read back, and are never shared by two sequences or fields', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 20_000 }), fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 20_000 }), (d1, s1, d2, s2) => {
      expect(sequenceOf(ticketNumber({ digit: d1 }, s1))).toBe(s1)
      expect(ticketNumber({ digit: d1 }, s1) === ticketNumber({ digit: d2 }, s2)).toBe(d1 === d2 && s1 === s2)
    }))
  })
})
