import { focusOf, type Focus } from '../../common/ui/focus.ts'
import { Burst, heldBackMs } from './burst.ts'
import type { Pressed } from './keys.ts'
import { scanned } from './scanned.ts'

interface Hearers {
  readonly scan: (text: string) => void
  /** Answers whether the key meant something. */
  readonly hand: (pressed: Pressed, focus: Focus) => boolean
}

/** One keyboard for hand and scanner: a figure that a hand presses comes a blink later, what a scanner types comes as one. */
export class Keyboard {
  private readonly burst = new Burst()
  private readonly hearers: Hearers
  private held?: { readonly pressed: Pressed, readonly focus: Focus }
  private timer?: ReturnType<typeof setTimeout>

  constructor (hearers: Hearers) { this.hearers = hearers }

  readonly hear = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const target = event.composedPath()[0]
    const focus = focusOf(target)
    const heard = this.burst.hear(event.key, event.timeStamp)
    if (heard.is === 'scan' && isMeant(heard.text, focus)) this.scanned(event, heard.text, target)
    else if (heard.is === 'scanning') this.forget()
    else if (isFigure(event)) this.hold(event, focus)
    else this.pressed(event, focus)
  }

  forget (): void {
    clearTimeout(this.timer)
    this.held = undefined
  }

  private scanned (event: KeyboardEvent, text: string, target: EventTarget | undefined): void {
    this.forget()
    // The Enter of a scanner is meant neither for a form nor for the button that happens to have the focus.
    event.preventDefault()
    event.stopPropagation()
    if (target instanceof HTMLInputElement) empty(target)
    this.hearers.scan(text)
  }

  /** Only figures may be the beginning of something else and do harm. */
  private hold ({ code, key, isComposing, ctrlKey, altKey, metaKey, repeat }: Pressed, focus: Focus): void {
    this.forget()
    this.held = { pressed: { code, key, isComposing, ctrlKey, altKey, metaKey, repeat }, focus }
    this.timer = setTimeout(this.release, heldBackMs)
  }

  private readonly release = (): void => {
    const { held } = this
    this.forget()
    if (held) this.hearers.hand(held.pressed, held.focus)
  }

  private pressed (event: KeyboardEvent, focus: Focus): void {
    this.release()
    if (this.hearers.hand(event, focus)) event.preventDefault()
  }
}

const isFigure = ({ key }: Pressed): boolean => /^[0-9]$/.test(key)

/** Into a field people type fast, too: there only what is ours is taken out of it. */
const isMeant = (text: string, focus: Focus): boolean => focus !== 'text' || scanned(text).is !== 'nothing'

/** What a scanner has typed into a field is not what the field is for. */
function empty (field: HTMLInputElement): void {
  field.value = ''
  field.dispatchEvent(new Event('input', { bubbles: true, composed: true }))
}
