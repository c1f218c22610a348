import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { consoleTexts } from '../../common/i18n/console.ts'
import { Speaking } from '../../common/ui/language.ts'
import { base, buttons } from '../../common/ui/style.ts'
import type { Deed, Offer } from './deeds.ts'
import { desk } from './style.ts'

const beside: readonly Deed[] = ['recall', 'miss', 'pause', 'close']

/**
 * One large button for what comes next, small ones for the rest, each with its key.
 * What is not possible now stays in its place, quiet: hands remember places.
 * @fires moi-deed with `{ deed }`
 */
@customElement('moi-deed-bar')
export class DeedBar extends LitElement {
  static override styles = [base, buttons, desk, css`
    :host { display: grid; gap: 0.5rem; }
    .main { width: 100%; min-height: 3.75rem; font-size: 1.1875rem; font-weight: 700; }
    .others { display: grid; grid-template-columns: 1fr 1fr; gap: 0.5rem; }
    .others .button { width: 100%; }
    .message { min-height: 1.4em; font-weight: 600; line-height: 1.4; color: var(--moi-stop); }
    .message:empty { display: none; }
    .hint { color: var(--moi-warn); }
  `]

  @property({ attribute: false }) offer: Offer = { primary: 'next', possible: [] }
  @property({ attribute: false }) pending?: Deed
  /** Nothing is pretended while the office cannot be heard. */
  @property({ type: Boolean }) offline = false
  /** What the office answered to the last deed. */
  @property() refusal = ''
  /** A key that means nothing now. */
  @property() hint = ''
  @property() recalls = ''
  private readonly text = new Speaking(this, consoleTexts)

  override render () {
    return html`
      ${this.button(this.offer.primary, 'primary main')}
      <div class="others">${beside.map(deed => this.button(deed, ''))}</div>
      <p class="message" role="alert">${this.refusal}</p>
      <p class="message hint" role="status">${this.hint}</p>`
  }

  private button (deed: Deed, tone: string) {
    const isPossible = !this.offline && !this.pending && this.offer.possible.includes(deed)
    const isPending = this.pending === deed
    return html`<button type="button" class="button ${tone}" aria-disabled=${!isPossible} aria-busy=${isPending} @click=${(event: MouseEvent) => this.press(event, deed, isPossible)}>
      <span>${isPending ? this.text.say(`pending.${deed}`) : this.text.say(`deed.${deed}`)}${deed === 'recall' && this.recalls ? ` ${this.recalls}` : ''}</span>${this.key(deed)}
    </button>`
  }

  private press (event: MouseEvent, deed: Deed, isPossible: boolean): void {
    // After a click by hand the keys belong to the page again: else Space would press this button once more.
    if (event.detail > 0) (event.currentTarget as HTMLElement).blur()
    if (isPossible) this.dispatchEvent(new CustomEvent('moi-deed', { detail: { deed }, bubbles: true, composed: true }))
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
    case 'pause':
    case 'close':
    case 'open':
    case 'take-over': return undefined
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-deed-bar': DeedBar } }
