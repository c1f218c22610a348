import type { CheckInRequest } from '../../common/contract/booking.ts'
import type { CheckingIn, Input, Step } from './steps.ts'

/** The letters and digits that codes are made of (server/domain/booking.ts): none that is mistaken for another. */
export const codeLetters = 'ACDEFHJKMNPRTUWXY'
export const codeDigits = '34679'
export const codeLength = 6
const letters = codeLetters + codeDigits

/** What a touch on a key, or a keyboard that somebody put here, does to the code. After a "no" a letter begins anew. */
export function typed (step: Step, key: string): Step {
  if (step.at !== 'booking' || step.sending) return step
  const letter = key.toUpperCase()
  const isLetter = letter.length === 1 && letters.includes(letter)
  if (key !== 'delete' && !isLetter) return step
  const code = key === 'delete' ? step.code.slice(0, -1) : ((step.problem ? '' : step.code) + letter).slice(0, codeLength)
  return { at: 'booking', code, sending: false }
}

export const isWhole = ({ code }: CheckingIn): boolean => code.length === codeLength

/** From a scan the code is nowhere to be seen: what was typed before is not what was asked. */
export function checkingIn (step: Step, asked: CheckInRequest): Step {
  if (step.at === 'booking' && step.sending) return step
  return { at: 'booking', code: 'code' in asked ? asked.code : '', sending: true, asked }
}

export function notCheckedIn (step: Step, { asked, problem }: Extract<Input, { do: 'notCheckedIn' }>): Step {
  return step.at === 'booking' && step.asked === asked ? { ...step, sending: false, problem } : step
}

/**
 * The booking in what was scanned or typed in one go: its code, its token, or the address of its page.
 * Anything else (an identity card, the code on a slip) is left alone and never sent.
 */
export function bookingIn (text: string): CheckInRequest | undefined {
  const plain = text.trim()
  const code = plain.replace(/[\s-]/g, '').toUpperCase()
  if (code.length === codeLength && [...code].every(letter => letters.includes(letter))) return { code }
  const token = /^(?:https?:\/\/\S+\/book\/)?([A-Za-z0-9_-]{16,64})(?:[/?#]\S*)?$/.exec(plain)?.[1]
  return token === undefined ? undefined : { token }
}
