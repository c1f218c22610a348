import { css, html, LitElement } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import { commonTexts } from '../i18n/common.ts'
import { Speaking } from './language.ts'
import { base, buttons } from './style.ts'
import './keyboard.ts'

/**
 * Makes a browser one of the office's screens by the code an administrator made for it.
 * Works with a keyboard, a television's remote (arrows and OK are the browser's own) and, with `touch`, by keys on screen.
 * @fires moi-pair with `{ code }`
 */
@customElement('moi-pairing')
export class Pairing extends LitElement {
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true }
  static override styles = [base, buttons, css`
    :host { display: block; max-width: 44rem; }
    h1, h2 { font-size: var(--moi-size-headline); font-weight: 700; line-height: 1.2; }
    p { margin-top: var(--moi-3); font-size: var(--moi-size-large); color: var(--moi-text-second); }
    label { display: block; margin-top: var(--moi-6); font-size: var(--moi-size-large); font-weight: 600; }
    .row { display: grid; grid-template-columns: 1fr auto; grid-gap: var(--moi-4); margin-top: var(--moi-2); }
    input {
      min-width: 0; width: 100%; min-height: var(--moi-pairing-height, 5rem); padding: 0 var(--moi-5);
      border: 0.125rem solid var(--moi-edge); border-radius: var(--moi-radius-control);
      background: var(--moi-card); font-family: var(--moi-font-number); font-size: var(--moi-pairing-type, 2.25rem); font-weight: 700; letter-spacing: 0.12em;
    }
    form .button { min-height: var(--moi-pairing-height, 5rem); padding: 0 var(--moi-8); font-size: var(--moi-size-title); }
    .wrong { color: var(--moi-stop); font-weight: 600; }
    moi-keyboard { display: block; margin-top: var(--moi-6); }
  `]

  @property({ type: Boolean }) touch = false
  /** One part of a page among others: takes neither the focus nor the main heading. */
  @property({ type: Boolean }) quiet = false
  @property({ type: Boolean }) sending = false
  /** What the office answered to the last code. */
  @property() wrong = ''
  @query('input') private readonly input?: HTMLInputElement
  private readonly text = new Speaking(this, commonTexts)

  override firstUpdated (): void { if (!this.quiet) this.input?.focus() }

  override render () {
    const say = this.text.say.bind(this.text)
    return html`
      ${this.quiet ? html`<h2>${say('pair.title')}</h2>` : html`<h1>${say('pair.title')}</h1>`}
      <p>${say('pair.hint')}</p>
      <form @submit=${this.send}>
        <label for="code">${say('pair.code')}</label>
        <div class="row">
          <input id="code" autocomplete="off" spellcheck="false" maxlength="32" required
            inputmode=${this.touch ? 'none' : 'numeric'} aria-describedby="wrong">
          <button class="button primary" ?disabled=${this.sending}>${say(this.sending ? 'pair.sending' : 'pair.send')}</button>
        </div>
        <p id="wrong" class="wrong" role="alert">${this.wrong}</p>
      </form>
      ${this.touch ? html`<moi-keyboard digits @moi-key=${this.press}></moi-keyboard>` : ''}`
  }

  private press (event: CustomEvent<{ key: string }>): void {
    if (!this.input) return
    const { key } = event.detail
    this.input.value = key === 'delete' ? this.input.value.slice(0, -1) : this.input.value + key
  }

  private send (event: Event): void {
    event.preventDefault()
    const code = (this.input?.value ?? '').trim()
    if (code && !this.sending) this.dispatchEvent(new CustomEvent('moi-pair', { detail: { code }, bubbles: true, composed: true }))
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-pairing': Pairing } }
