import { css, html, LitElement, type PropertyValues } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import { phoneTexts } from '../../common/i18n/phone.ts'
import { Speaking } from '../../common/ui/language.ts'
import { base, buttons } from '../../common/ui/style.ts'
import { sheet } from './style.ts'

/** offered: a small button; asked: are you sure; refused: `wrong` says why. */
export type Cancelling = 'offered' | 'asked' | 'sending' | 'refused'

/**
 * Gives the number up, after one more question: it cannot be had back.
 * @fires moi-cancelling with `{ to }`: 'asked', 'offered' or, when the holder is sure, 'sending'
 */
@customElement('moi-phone-cancel')
export class PhoneCancel extends LitElement {
  static override styles = [base, buttons, sheet, css`
    :host { display: block; text-align: center; }
    .card { border: 0.125rem solid var(--moi-stop); text-align: left; }
    .card p { margin-top: 0.375rem; }
    .wrong { font-weight: 700; color: var(--moi-stop); }
    .button { font-weight: 700; }
    .card .button { width: 100%; margin-top: 0.75rem; }
    .offer { padding: 0 1rem; border-color: transparent; background: transparent; font-weight: 500; color: var(--moi-text-second); text-decoration: underline; }
  `]

  @property() number = ''
  @property() at: Cancelling = 'offered'
  @property() wrong = ''
  @query('.keep') private readonly keep?: HTMLElement
  @query('.offer') private readonly offer?: HTMLElement
  private readonly text = new Speaking(this, phoneTexts)

  override render () {
    const say = this.text.say.bind(this.text)
    if (this.at === 'offered') return html`<button type="button" class="button offer" @click=${() => this.tell('asked')}>${say('cancel')}</button>`
    const isSending = this.at === 'sending'
    return html`<section class="card" aria-busy=${isSending}>
      <h2>${say('cancel.title', { number: this.number })}</h2>
      <p>${say('cancel.hint')}</p>
      <p class="wrong" role="alert" ?hidden=${this.at !== 'refused'}>${this.at === 'refused' ? this.wrong : ''}</p>
      <button type="button" class="button primary keep" ?disabled=${isSending} @click=${() => this.tell('offered')}>${say('cancel.keep')}</button>
      <button type="button" class="button stop" ?disabled=${isSending} @click=${() => this.tell('sending')}>${say(isSending ? 'cancel.sending' : 'cancel')}</button>
    </section>`
  }

  /** The question takes the place of the button that was pressed: the focus must not be lost with it. */
  protected override updated (changed: PropertyValues<this>): void {
    const before = changed.get('at')
    if (before === 'offered' && this.at === 'asked') this.keep?.focus()
    if (before === 'asked' && this.at === 'offered') this.offer?.focus()
  }

  private tell (to: Cancelling): void {
    this.dispatchEvent(new CustomEvent('moi-cancelling', { detail: { to }, bubbles: true, composed: true }))
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-phone-cancel': PhoneCancel } }
