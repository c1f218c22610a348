import type { Focus } from '../../common/ui/focus.ts'

export type Pressed = Pick<KeyboardEvent, 'code' | 'key' | 'isComposing' | 'ctrlKey' | 'altKey' | 'metaKey' | 'repeat'>

/** What a key means while numbers are given out. */
export type Meant =
  | { readonly do: 'field', readonly digit: number }
  | { readonly do: 'take' | 'clear' | 'search' | 'more' | 'priority' }
  | { readonly do: 'dossiers', readonly step: 1 | -1 }

/**
 * By place on the keyboard, not by letter: a Vietnamese input method makes other letters of them. Nothing while typing
 * but Escape, nothing held down but the count; and where a button has the focus, Enter presses that button.
 */
export function meantBy ({ code, key, isComposing, ctrlKey, altKey, metaKey, repeat }: Pressed, focus: Focus): Meant | undefined {
  if (isComposing || ctrlKey || altKey || metaKey) return undefined
  if (code === 'Escape') return { do: 'clear' }
  if (focus === 'text') return undefined
  if (key === '+' || key === '-') return { do: 'dossiers', step: key === '+' ? 1 : -1 }
  if (repeat) return undefined
  if (code === 'Enter' || code === 'NumpadEnter') return focus === 'pressable' ? undefined : { do: 'take' }
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(code)?.[1]
  if (digit !== undefined) return { do: 'field', digit: Number(digit) }
  return letters[code]
}

const letters: Readonly<Record<string, Meant>> = { Slash: { do: 'search' }, KeyT: { do: 'more' }, KeyU: { do: 'priority' } }
