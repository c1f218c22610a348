import type { Deed, Offer } from './deeds.ts'

export type Pressed = Pick<KeyboardEvent, 'code' | 'key' | 'repeat' | 'isComposing' | 'ctrlKey' | 'altKey' | 'metaKey' | 'shiftKey'>
/** What the keyboard is in: a field being typed in, something that Space and Enter press, or nothing of the kind. */
export type Focus = 'text' | 'pressable' | 'page'

/** By place on the keyboard, not by letter: a Vietnamese input method turns S and R into tones. */
const deeds: Readonly<Record<string, Deed>> = { Space: 'next', KeyR: 'recall', KeyS: 'start', Enter: 'finish', NumpadEnter: 'finish', Delete: 'miss' }
const pressingKeys: readonly string[] = ['Space', 'Enter', 'NumpadEnter']

/**
 * What a key means now. Nothing while typing or composing, nothing with a modifier, nothing when held down;
 * and where a button has the focus, Space and Enter press that button and nothing else.
 */
export function deedOfKey (pressed: Pressed, focus: Focus, { possible }: Offer): Deed | 'help' | undefined {
  if (pressed.repeat || pressed.isComposing || pressed.ctrlKey || pressed.altKey || pressed.metaKey || focus === 'text') return undefined
  if (pressed.key === '?' || (pressed.code === 'Slash' && pressed.shiftKey)) return 'help'
  if (pressed.shiftKey || (focus === 'pressable' && pressingKeys.includes(pressed.code))) return undefined
  const deed = deeds[pressed.code]
  return deed === 'next' && possible.includes('resume') ? 'resume' : deed
}

const typed: readonly string[] = ['input', 'textarea', 'select']
const pressable: readonly string[] = ['button', 'a', 'summary']

/** `innermost` is the first of the event's composed path: shadow roots hide it from `target`. */
export function focusOf (innermost: EventTarget | undefined): Focus {
  if (!(innermost instanceof HTMLElement)) return 'page'
  if (typed.includes(innermost.localName) || innermost.isContentEditable) return 'text'
  return pressable.includes(innermost.localName) ? 'pressable' : 'page'
}
