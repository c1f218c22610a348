import type { CheckInRequest } from '../../common/contract/booking.ts'
import { codeLength, isCodeLetter } from '../../common/ui/booking-code.ts'
import type { CheckingIn, Input, Step } from './steps.ts'

/** What a touch on a key, or a keyboard that somebody put here, does to the code. After a "no" a letter begins anew. */
export function typed (step: Step, key: string): Step {
  if (step.at !== 'booking' || step.sending) return step
  const letter = key.toUpperCase()
  const isLetter = isCodeLetter(letter)
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
