import type { CheckInRequest } from '../contract/booking.ts'

/** The letters and digits that codes are made of (server/domain/booking.ts): none that is mistaken for another. */
export const codeLetters = 'ACDEFHJKMNPRTUWXY'
export const codeDigits = '34679'
export const codeLength = 6
const letters = codeLetters + codeDigits

export const isCodeLetter = (letter: string): boolean => letter.length === 1 && letters.includes(letter)

/**
 * The booking in what was scanned or typed in one go: its code, its token, or the address of its page.
 * Anything else (an identity card, the code on a slip) is left alone and never sent.
 */
export function bookingIn (text: string): CheckInRequest | undefined {
  const plain = text.trim()
  const code = plain.replace(/[\s-]/g, '').toUpperCase()
  if (code.length === codeLength && [...code].every(isCodeLetter)) return { code }
  const token = /^(?:https?:\/\/\S+\/book\/)?([A-Za-z0-9_-]{16,64})(?:[/?#]\S*)?$/.exec(plain)?.[1]
  return token === undefined ? undefined : { token }
}
