/** What the keyboard is in: a field being typed in, something that Space and Enter press, or nothing of the kind. */
export type Focus = 'text' | 'pressable' | 'page'

const typed: readonly string[] = ['textarea', 'select']
const notTyped: readonly string[] = ['checkbox', 'radio', 'button', 'submit']
const pressable: readonly string[] = ['button', 'a', 'summary', 'input']

/** `innermost` is the first of the event's composed path: shadow roots hide it from `target`. */
export function focusOf (innermost: EventTarget | undefined): Focus {
  if (!(innermost instanceof HTMLElement)) return 'page'
  const isTyped = innermost instanceof HTMLInputElement ? !notTyped.includes(innermost.type) : typed.includes(innermost.localName)
  if (isTyped || innermost.isContentEditable) return 'text'
  return pressable.includes(innermost.localName) ? 'pressable' : 'page'
}
