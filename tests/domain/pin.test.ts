import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isWeakPin } from '../../server/domain/pin.ts'

it.each(['000000', '100000', '121212', '112211', '123456', '654321', '456789', '890123', '135791', '864208', '123123', '123321', '112233', '998877', '147258', '159753'])('refuses %s', pin => {
  expect(isWeakPin(pin)).toBe(true)
})

it.each(['482913', '305871', '719284', '224467', '100238'])('takes %s', pin => {
  expect(isWeakPin(pin)).toBe(false)
})

it('leaves almost every PIN to choose', () => {
  const some = Array.from({ length: 142_857 }, (_, place) => String(place * 7).padStart(6, '0'))
  expect(some.filter(isWeakPin).length / some.length).toBeLessThan(0.01)
})

it('judges a PIN and its reverse alike, but for runs over the pad', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 6, maxLength: 6 }), digits => {
    const [pin, reverse] = [digits.join(''), digits.toReversed().join('')]
    fc.pre(!/[147]{3}|[258]{3}|[369]{3}|[357]{3}|[159]{3}|[789]{3}|[456]{3}|[123]{3}/.test(pin))
    expect(isWeakPin(pin)).toBe(isWeakPin(reverse))
  }))
})
