/** Which words a region uses: linh/nghìn/tư in the north, lẻ/ngàn/bốn in the south. */
export type RegionalWording = 'north' | 'south'

const digits = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const
export const regional = {
  north: { and: 'linh', thousand: 'nghìn', four: 'tư' },
  south: { and: 'lẻ', thousand: 'ngàn', four: 'bốn' }
} as const

/** Digit by digit, as four-digit ticket numbers are called: `2014` → hai không một bốn. */
export function readDigits (number: string): string {
  return [...number].map(digit => digits[Number(digit)]).join(' ')
}

/**
 * A whole number 0–9999 as it is said: mốt, lăm, tư and linh where they belong.
 * Rules: CLDR's Vietnamese spell-out; no speech engine gets digits, for they read them wrong.
 */
export function readNumber (n: number, wording: RegionalWording = 'north'): string {
  if (n >= 1000) return joined(`${digits[Math.floor(n / 1000)]} ${regional[wording].thousand}`, n % 1000 && readHundreds(n % 1000, wording, true))
  return readHundreds(n, wording, false)
}

function readHundreds (n: number, wording: RegionalWording, inside: boolean): string {
  if (n < 100 && !inside) return readTens(n, wording)
  const rest = n % 100
  const hundreds = `${digits[Math.floor(n / 100)]} trăm`
  if (rest === 0) return hundreds
  return joined(hundreds, rest < 10 ? `${regional[wording].and} ${digits[rest]}` : readTens(rest, wording))
}

function readTens (n: number, wording: RegionalWording): string {
  const tens = Math.floor(n / 10)
  const ones = n % 10
  if (tens === 0) return digits[ones] as string
  return joined(tens === 1 ? 'mười' : `${digits[tens]} mươi`, ones && readOnes(ones, tens, wording))
}

function readOnes (ones: number, tens: number, wording: RegionalWording): string {
  if (ones === 5) return 'lăm'
  if (tens > 1 && ones === 1) return 'mốt'
  if (tens > 1 && ones === 4) return regional[wording].four
  return digits[ones] as string
}

function joined (...parts: readonly (string | 0)[]): string {
  return parts.filter(Boolean).join(' ')
}
