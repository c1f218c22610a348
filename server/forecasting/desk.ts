import type { Outlook } from '../domain/forecast/range.ts'
import type { Scene } from '../domain/forecast/scene.ts'
import type { Lesson } from './reckoner.ts'

/** An outlook, or why there is none: an error, or `lost` where the desk has forgotten everything in the meantime. */
export type Answer = { readonly outlook: Outlook, readonly tookMs: number } | { readonly error: string } | { readonly lost: true }

/** Where outlooks are reckoned. */
export interface Desk {
  /** From one question to the next it is left in peace for so long. 0: it answers at once, within the very commit that asks. */
  readonly gapMs: number
  /** Opens it if need be. Another number than before: it has forgotten everything it was told. Undefined: not now. */
  readonly open: () => number | undefined
  readonly tell: (lesson: Lesson) => void
  /** Each question is answered once, in order. */
  readonly ask: (office: string, scene: Scene, answered: (answer: Answer) => void) => void
  readonly stop: () => Promise<void>
}

export function answerOf (reckon: () => Outlook): Exclude<Answer, { lost: true }> {
  const begun = performance.now()
  try {
    return { outlook: reckon(), tookMs: performance.now() - begun }
  } catch (error) {
    return { error: error instanceof Error ? error.stack ?? error.message : String(error) }
  }
}
