const digits = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'] as const
const teens = ['ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'] as const
const tens = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'] as const

export function readDigits (number: string): string {
  return [...number].map(digit => digits[Number(digit)]).join(' ')
}

/** A whole number 0–999, enough for counters. */
export function readNumber (n: number): string {
  if (n < 10) return digits[n] as string
  if (n < 20) return teens[n - 10] as string
  if (n < 100) return [tens[Math.floor(n / 10)], n % 10 ? digits[n % 10] : ''].filter(Boolean).join('-')
  return [`${digits[Math.floor(n / 100)]} hundred`, n % 100 ? `and ${readNumber(n % 100)}` : ''].filter(Boolean).join(' ')
}
