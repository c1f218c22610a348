import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { panicTexts } from '../../common/i18n/console-panic.ts'
import { desk } from '../../common/ui/desk.ts'
import { Speaking } from '../../common/ui/language.ts'
import { base, buttons } from '../../common/ui/style.ts'

/**
 * Calls colleagues for help: pressed once it says what the second press does.
 * @fires moi-panic-press
 */
@customElement('moi-panic-button')
export class PanicButton extends LitElement {
  static override styles = [base, buttons, desk, css`
    :host { display: block; }
    :host([hidden]) { display: none; }
    .button { justify-content: flex-start; gap: 0.5rem; width: 100%; min-height: 2.75rem; padding: 0.25rem 0.625rem; font-size: 0.875rem; text-align: left; color: var(--moi-stop); }
    .button > span { flex: 1; }
    .button.armed { border-color: var(--moi-stop); background: var(--moi-stop); color: var(--moi-card); }
    @media (min-width: 30rem) { .button { font-size: 0.9375rem; } }
  `]

  @property({ type: Boolean }) armed = false
  @property({ type: Boolean }) sending = false
  @property({ type: Boolean }) offline = false
  private readonly text = new Speaking(this, panicTexts)

  override render () {
    const words = this.sending ? 'raising' : this.armed ? 'button.armed' : 'button'
    return html`<button type="button" class="button ${this.armed ? 'armed' : ''}" aria-disabled=${this.offline || this.sending} aria-busy=${this.sending} @click=${this.press}><span>${this.text.say(words)}</span>${this.sending ? nothing : html`<kbd aria-hidden="true">F9</kbd>`}</button>`
  }

  private readonly press = (event: MouseEvent): void => {
    // After a click by hand the keys belong to the page again.
    if (event.detail > 0) (event.currentTarget as HTMLElement).blur()
    this.dispatchEvent(new CustomEvent('moi-panic-press', { bubbles: true, composed: true }))
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-panic-button': PanicButton } }
