/** Runs over the pad that fingers find by themselves. */
const padRuns = ['147258', '258369', '147369', '159753', '753159', '159357', '357159', '789456', '456123', '789123', '456789']

/**
 * Whether somebody who watches or guesses would come upon a PIN soon: few different digits (100000, 121212), even steps
 * (123456, 864208), a half said twice or backwards (123123, 123321), pairs in steps (112233), a run over the pad.
 */
export function isWeakPin (pin: string): boolean {
  const [first, second] = [pin.slice(0, 3), pin.slice(3)]
  const pairs = pin.match(/../g) ?? []
  return new Set(pin).size < 3 || isEven(pin) || first === second || first === [...second].reverse().join('')
    || (pairs.every(([a, b]) => a === b) && isEven(pairs.map(pair => pair.charAt(0)).join(''))) || padRuns.includes(pin)
}

/** Each digit as far from the one before, 0 after 9. */
function isEven (digits: string): boolean {
  const steps = [...digits].slice(1).map((digit, before) => (Number(digit) - Number(digits[before]) + 10) % 10)
  return new Set(steps).size === 1
}
