import { Burst, heldBackMs } from './burst.ts'

interface Hearers {
  readonly scan: (text: string) => void
  readonly hand: (event: KeyboardEvent) => void
}

/** One keyboard for hand and scanner: what a hand presses comes a blink later, what a scanner types comes as one. */
export class Keyboard {
  private readonly burst = new Burst()
  private readonly hearers: Hearers
  private held?: { readonly event: KeyboardEvent, readonly path: readonly EventTarget[] }
  private timer?: ReturnType<typeof setTimeout>

  constructor (hearers: Hearers) { this.hearers = hearers }

  readonly hear = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const heard = this.burst.hear(event.key, event.timeStamp)
    if (heard.is === 'scan') {
      this.forget()
      // The Enter of a scanner is meant neither for a form nor for the button that happens to have the focus.
      event.preventDefault()
      event.stopPropagation()
      clear(event.composedPath()[0])
      this.hearers.scan(heard.text)
    } else if (heard.is === 'scanning') this.forget()
    else if (heard.is === 'hand') this.enter(event)
    else if (isFigure(event)) this.hold(event)
    else this.hearers.hand(event)
  }

  forget (): void {
    clearTimeout(this.timer)
    this.held = undefined
  }

  /** Only figures may be the beginning of something else and do harm. */
  private hold (event: KeyboardEvent): void {
    this.forget()
    this.held = { event, path: event.composedPath() }
    this.timer = setTimeout(this.release, heldBackMs)
  }

  private readonly release = (): void => {
    const { held } = this
    this.forget()
    // Once it has been told around, an event no longer knows whom it passed.
    if (held) this.hearers.hand(Object.create(held.event, { composedPath: { value: () => held.path } }) as KeyboardEvent)
  }

  private enter (event: KeyboardEvent): void {
    this.release()
    this.hearers.hand(event)
  }
}

const isFigure = ({ key }: KeyboardEvent): boolean => /^[0-9]$/.test(key)

/** What a scanner has typed into a field is not what the field is for. */
function clear (target: EventTarget | undefined): void {
  if (!(target instanceof HTMLInputElement)) return
  target.value = ''
  target.dispatchEvent(new Event('input', { bubbles: true, composed: true }))
}
