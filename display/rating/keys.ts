import type { ByLanguage } from '../../common/contract/basics.ts'
import type { Level } from '../../common/contract/rating.ts'
import type { FlowEvent, Scene } from './flow.ts'

export type Pressed = Pick<KeyboardEvent, 'code' | 'repeat' | 'ctrlKey' | 'altKey' | 'metaKey'>

/** A keypad beside the screen: 1–5 answer, then 1–9 choose reasons; Escape is the way out. */
export function eventOfKey (pressed: Pressed, reasons: readonly ByLanguage[], at: Scene['step']): FlowEvent | undefined {
  if (pressed.repeat || pressed.ctrlKey || pressed.altKey || pressed.metaKey) return undefined
  if (pressed.code === 'Escape') return { type: at === 'reasons' ? 'plain' : 'skip' }
  const digit = Number(/^(?:Digit|Numpad)([1-9])$/.exec(pressed.code)?.[1])
  if (at === 'question' && digit >= 1 && digit <= 5) return { type: 'level', level: digit as Level }
  const reason = at === 'reasons' ? reasons[digit - 1] : undefined
  return reason && { type: 'reason', reason: reason.vi }
}
