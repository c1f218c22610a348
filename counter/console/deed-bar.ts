import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Undoable } from '../../common/contract/counter.ts'
import { toldTexts } from '../../common/i18n/console-told.ts'
import { consoleTexts } from '../../common/i18n/console.ts'
import { desk } from '../../common/ui/desk.ts'
import { Speaking } from '../../common/ui/language.ts'
import { base, buttons, numbers } from '../../common/ui/style.ts'
import type { Deed, Offer } from './deeds.ts'

const beside: readonly Deed[] = ['recall', 'miss', 'hold', 'transfer', 'pause', 'close']

/**
 * One large button for what comes next, small ones for the rest, each with its key, below them the way back and whatever else is put there.
 * What is not possible now stays in its place, quiet: hands remember places.
 * @fires moi-deed with `{ deed }`
 */
@customElement('moi-deed-bar')
export class DeedBar extends LitElement {
  static override styles = [base, buttons, numbers, desk, css`
    :host { display: grid; gap: 0.5rem; }
    .main { width: 100%; min-height: 3.75rem; font-size: 1.1875rem; font-weight: 700; }
    .main small { display: block; font-size: 0.8125rem; font-weight: 500; line-height: 1.3; }
    .others { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 0.5rem; }
    .others .button { gap: 0.3125rem; width: 100%; padding: 0.25rem 0.1875rem; font-size: 0.8125rem; }
    .others kbd { min-width: 1.25rem; padding: 0 0.25rem; font-size: 0.6875rem; line-height: 1.125rem; }
    .undo { justify-content: flex-start; gap: 0.5rem; width: 100%; min-height: 2.75rem; padding: 0.25rem 0.75rem; font-size: 0.875rem; text-align: left; }
    .undo .what { flex: 1; }
    .undo .left { font-weight: 500; color: var(--moi-text-second); white-space: nowrap; }
    .message { min-height: 1.4em; font-weight: 600; line-height: 1.4; color: var(--moi-stop); }
    .message:empty { display: none; }
    .hint { color: var(--moi-warn); }
    @media (min-width: 30rem) { .others .button { gap: 0.625rem; font-size: 0.9375rem; } .undo { font-size: 0.9375rem; } }
  `]

  @property({ attribute: false }) offer: Offer = { primary: 'next', possible: [] }
  @property({ attribute: false }) pending?: Deed
  /** What can be taken back, and for how many seconds. */
  @property({ attribute: false }) undo?: Undoable
  @property({ type: Number }) seconds = 0
  /** Nothing is pretended while the office cannot be heard. */
  @property({ type: Boolean }) offline = false
  /** What the office answered to the last deed. */
  @property() refusal = ''
  /** A key that means nothing now. */
  @property() hint = ''
  /** Something that asks stands in the place of the large button. */
  @property({ type: Boolean }) asking = false
  @property() recalls = ''
  /** Where the number goes when it is finished here. */
  @property() afterwards = ''
  /** Pressed by keyboard, and perhaps answered in a box since. */
  private pressed?: Deed | undefined
  private readonly text = new Speaking(this, consoleTexts)
  private readonly told = new Speaking(this, toldTexts)

  protected override updated (): void { this.letGo() }

  override render () {
    return html`
      ${this.asking ? nothing : this.button(this.offer.primary, 'primary main')}
      <div class="others" @focusin=${this.letGo}>${beside.map(deed => this.button(deed, ''))}</div>
      ${this.wayBack()}
      <slot></slot>
      <p class="message" role="alert">${this.refusal}</p>
      <p class="message hint" role="status">${this.hint}</p>`
  }

  private button (deed: Deed, tone: string) {
    const isPossible = this.isPossible(deed)
    const isPending = this.pending === deed
    const afterwards = deed === 'finish' && this.afterwards && !isPending ? html`<small>${this.afterwards}</small>` : nothing
    return html`<button type="button" class="button ${tone}" aria-disabled=${!isPossible} aria-busy=${isPending} @click=${(event: MouseEvent) => this.press(event, deed, isPossible)}>
      <span>${isPending ? this.text.say(`pending.${deed}`) : this.text.say(`deed.${deed}`)}${deed === 'recall' && this.recalls ? ` ${this.recalls}` : ''}${afterwards}</span>${this.key(deed)}
    </button>`
  }

  /** Always in its place; with words only as long as something can be taken back. */
  private wayBack () {
    const { undo, seconds } = this
    const isPossible = this.isPossible('undo')
    const isPending = this.pending === 'undo'
    const what = undo && seconds > 0 ? this.told.say('undo', { what: this.told.say(`undid.${undo.deed}`, { number: undo.number }) }) : this.text.say('deed.undo')
    return html`<button type="button" class="button undo" aria-disabled=${!isPossible} aria-busy=${isPending} @click=${(event: MouseEvent) => this.press(event, 'undo', isPossible)}>
      <span class="what">${isPending ? this.text.say('pending.undo') : what}</span>${undo && seconds > 0 && !isPending ? html`<span class="left number">${this.told.say('undo.left', { seconds })}</span>` : nothing}${this.key('undo')}
    </button>`
  }

  private isPossible (deed: Deed): boolean { return !this.offline && !this.pending && this.offer.possible.includes(deed) }

  private press (event: MouseEvent, deed: Deed, isPossible: boolean): void {
    // After a click by hand the keys belong to the page again: else Space would press this button once more.
    if (event.detail > 0) (event.currentTarget as HTMLElement).blur()
    else if (isPossible) this.pressed = deed
    if (isPossible) this.dispatchEvent(new CustomEvent('moi-deed', { detail: { deed }, bubbles: true, composed: true }))
  }

  /** A button whose deed is done and no longer possible gives the keys back to the page. */
  private readonly letGo = (): void => {
    const focused = this.shadowRoot?.activeElement
    if (!this.pressed || this.pending || this.offline || this.offer.possible.includes(this.pressed) || !focused) return
    this.pressed = undefined
    if (focused.getAttribute('aria-disabled') === 'true') (focused as HTMLElement).blur()
  }

  private key (deed: Deed) {
    const key = keyOf(deed, this.text.say.bind(this.text))
    return key ? html`<kbd aria-hidden="true">${key}</kbd>` : nothing
  }
}

/** As it is printed on the keyboard. */
export function keyOf (deed: Deed, say: (key: 'key.space' | 'key.enter' | 'key.delete') => string): string | undefined {
  switch (deed) {
    case 'next':
    case 'resume': return say('key.space')
    case 'start': return 'S'
    case 'finish': return say('key.enter')
    case 'recall': return 'R'
    case 'miss': return say('key.delete')
    case 'hold': return 'H'
    case 'transfer': return 'T'
    case 'undo': return 'Ctrl Z'
    case 'call':
    case 'pause':
    case 'close':
    case 'open':
    case 'take-over': return undefined
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-deed-bar': DeedBar } }
