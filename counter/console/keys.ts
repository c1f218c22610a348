import type { Focus } from '../../common/ui/focus.ts'
import type { Deed, Offer } from './deeds.ts'

export { focusOf, type Focus } from '../../common/ui/focus.ts'

export type Pressed = Pick<KeyboardEvent, 'code' | 'key' | 'repeat' | 'isComposing' | 'ctrlKey' | 'altKey' | 'metaKey' | 'shiftKey'>

/** By place on the keyboard, not by letter: a Vietnamese input method turns S and R into tones. */
const deeds: Readonly<Record<string, Deed>> = {
  Space: 'next', KeyR: 'recall', KeyS: 'start', Enter: 'finish', NumpadEnter: 'finish', Delete: 'miss', KeyH: 'hold', KeyT: 'transfer'
}
/** Deeds, and what else a key does. */
export type Meant = Deed | 'help' | 'reprint' | 'mini' | 'panic'
const others: Readonly<Record<string, Meant>> = { KeyP: 'reprint', KeyM: 'mini', F9: 'panic' }
const pressingKeys: readonly string[] = ['Space', 'Enter', 'NumpadEnter']

/**
 * What a key means now. Nothing while typing or composing, nothing with a modifier but Ctrl+Z, nothing when held down;
 * and where a button has the focus, Space and Enter press that button and nothing else.
 * While a code is being filled in beside them no letter is a deed: it may be meant for the code.
 */
export function deedOfKey (pressed: Pressed, focus: Focus, { possible }: Offer, isFilling = false): Meant | undefined {
  const { code, key, shiftKey } = pressed
  if (pressed.repeat || pressed.isComposing) return undefined
  // Nobody types with it, and whoever needs help may be in the middle of a word.
  if (focus === 'text') return code === 'F9' ? 'panic' : undefined
  if (isCtrlZ(pressed)) return 'undo'
  if (pressed.ctrlKey || pressed.altKey || pressed.metaKey) return undefined
  if (key === '?' || (code === 'Slash' && shiftKey)) return 'help'
  if (isFilling && code.startsWith('Key')) return undefined
  if (shiftKey || (focus === 'pressable' && pressingKeys.includes(code))) return undefined
  const deed = deeds[code]
  return deed === 'next' && possible.includes('resume') ? 'resume' : deed ?? others[code]
}

function isCtrlZ ({ code, ctrlKey, metaKey, altKey, shiftKey }: Pressed): boolean {
  return code === 'KeyZ' && ctrlKey !== metaKey && !altKey && !shiftKey
}

/** Which of the first nine choices of a dialog a digit means; none while typing, held down, or with a modifier. */
export function choiceOfKey ({ code, repeat, isComposing, ctrlKey, altKey, metaKey }: Pressed, focus: Focus): number | undefined {
  if (focus === 'text' || repeat || isComposing || ctrlKey || altKey || metaKey) return undefined
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(code)?.[1]
  return digit === undefined ? undefined : Number(digit)
}
