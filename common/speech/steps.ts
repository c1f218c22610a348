import type { Announced } from './announcement.ts'
import { clipOfWord, readCounter } from './clips.ts'

/** A clip to play; where a folder has not got it whole, its `parts` one after the other say the same. */
export interface Spoken { readonly clip: string, readonly parts?: readonly string[] }
/** One step of an announcement: something said, or silence. */
export type Step = Spoken | { readonly pauseMs: number }

const pause = {
  /** Between digits that belong together, and between a stem and its number. */
  breathMs: 50,
  /** Between pairs of digits, "hai không – một bốn": bảy and mười, hai and ba blur in a loud hall. */
  pairMs: 190,
  /** The comma before the counter. */
  commaMs: 330
} as const

/**
 * What a loudspeaker plays for a call: whole stems, the number digit by digit in pairs, the counter as a number.
 * The order is the same in every language; a folder of clips says it in its own words.
 */
export function stepsOf ({ number, counter, repeat }: Announced, language: string): readonly Step[] {
  return [
    repeat > 0 ? { clip: 'again', parts: ['once-more', 'call'] } : { clip: 'call' },
    { pauseMs: pause.breathMs },
    ...digitSteps(number),
    { pauseMs: pause.commaMs },
    { clip: 'to-counter' },
    { pauseMs: pause.breathMs },
    counterStep(counter, language)
  ]
}

/** A whole number said as such; one to nine are the digits. */
export function counterStep (n: number, language: string): Spoken {
  if (n < 10) return { clip: `digit-${n}` }
  const words = readCounter(n, language)
  const parts = words ? words.map(word => clipOfWord(word, language)) : [...String(n)].map(digit => `digit-${digit}`)
  return { clip: `number-${n}`, parts }
}

/** Pairs from the right, so that the field's digit of an odd number stands alone: 1 – 10 – 42. */
function digitSteps (number: string): readonly Step[] {
  return [...number].flatMap((digit, index): readonly Step[] => {
    const said = { clip: `digit-${digit}` }
    if (index === 0) return [said]
    return [{ pauseMs: (number.length - index) % 2 === 0 ? pause.pairMs : pause.breathMs }, said]
  })
}

export const isSpoken = (step: Step): step is Spoken => 'clip' in step

/**
 * The clips that say a step, taken from the first folder that can: whole, else in parts, but never half from one voice
 * and half from another. Undefined when no folder can.
 */
export function chosenClips (step: Spoken, folders: readonly ReadonlySet<string>[]): { readonly folder: number, readonly clips: readonly string[] } | undefined {
  for (const [folder, has] of folders.entries()) {
    if (has.has(step.clip)) return { folder, clips: [step.clip] }
    if (step.parts?.every(part => has.has(part))) return { folder, clips: step.parts }
  }
  return undefined
}
