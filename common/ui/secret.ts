import { css, html, LitElement, nothing, type PropertyValues } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { Pin, type SignIn } from '../contract/access.ts'
import { signInTexts } from '../i18n/sign-in.ts'
import { centred, desk } from './desk.ts'
import { fits } from './fits.ts'
import { Speaking } from './language.ts'
import { base, buttons } from './style.ts'

const pinLength = 6

/**
 * What only one person knows: a PIN, sent with its last digit, or a password.
 * @fires moi-sign-in with what `POST /session` is told
 */
@customElement('moi-secret')
export class Secret extends LitElement {
  static override shadowRootOptions: ShadowRootInit = { mode: 'open', delegatesFocus: true }
  static override styles = [base, buttons, desk, centred, css`
    form { display: grid; gap: 1rem; }
    label { display: grid; gap: 0.375rem; font-weight: 600; }
    input[type='text'], input[type='password'] {
      width: 100%; min-height: 3.25rem; padding: 0 1rem; border: 2px solid var(--moi-edge); border-radius: 0.875rem;
      background: var(--moi-card); font-size: 1.0625rem; font-weight: 500;
    }
    .pin { font-family: var(--moi-font-number); font-size: 1.75rem; letter-spacing: 0.5em; text-align: center; }
    .check { display: grid; grid-template-columns: auto 1fr; align-items: center; min-height: 2.75rem; font-weight: 500; }
    .check input { width: 1.25rem; height: 1.25rem; margin: 0; accent-color: var(--moi-brand); }
    .caps { color: var(--moi-warn); font-weight: 600; }
  `]

  @property() username = ''
  /** This person has a PIN. */
  @property({ type: Boolean }) pinned = false
  @property({ type: Boolean }) sending = false
  /** What the office answered to the last try. */
  @property() wrong = ''
  @state() private byPassword = false
  @state() private capsLock = false
  @state() private shown = false
  @query('#secret') private readonly field?: HTMLInputElement
  private readonly text = new Speaking(this, signInTexts)

  override firstUpdated (): void { if (this.pinned) this.field?.focus() }

  protected override updated (changed: PropertyValues): void {
    if (changed.has('byPassword') && changed.get('byPassword') !== undefined) this.field?.focus()
    // Nobody can mend digits that are not seen.
    if (changed.has('wrong') && this.wrong && this.isPin && this.field) { this.field.value = ''; this.field.focus() }
  }

  private get isPin (): boolean { return this.pinned && !this.byPassword }

  override render () {
    const say = this.text.say.bind(this.text)
    return html`<form @submit=${this.submit} @keydown=${this.watchCaps} @keyup=${this.watchCaps}>
      ${this.isPin ? this.pin() : this.password()}
      <p class="wrong" role="alert">${this.wrong}</p>
      <button class="button primary" aria-disabled=${this.sending}>${say(this.sending ? 'signIn.sending' : 'signIn.send')}</button>
      ${this.pinned ? html`<button type="button" class="button quiet" @click=${() => { this.byPassword = !this.byPassword }}>${say(this.isPin ? 'signIn.byPassword' : 'signIn.byPin')}</button>` : nothing}
    </form>`
  }

  private pin () {
    return html`<label>${this.text.say('signIn.pin')}
      <input id="secret" class="pin" type="password" inputmode="numeric" autocomplete="off" maxlength=${pinLength} required @input=${this.typed}></label>`
  }

  private password () {
    const say = this.text.say.bind(this.text)
    return html`
      <label>${say('signIn.password')}
        <input id="secret" type=${this.shown ? 'text' : 'password'} autocomplete="current-password" autocapitalize="none" spellcheck="false" maxlength="256" required aria-describedby="caps"></label>
      <p id="caps" class="caps" role="status" ?hidden=${!this.capsLock}>${this.capsLock ? say('signIn.capsLock') : ''}</p>
      <label class="check"><input type="checkbox" .checked=${this.shown} @change=${() => { this.shown = !this.shown }}>${say('signIn.show')}</label>`
  }

  private readonly typed = ({ target }: Event): void => {
    const field = target as HTMLInputElement
    field.value = field.value.replace(/\D/g, '')
    if (fits(Pin, field.value)) this.send({ username: this.username, pin: field.value })
  }

  private readonly submit = (event: Event): void => {
    event.preventDefault()
    const value = this.field?.value ?? ''
    if (!this.isPin) this.send({ username: this.username, password: value })
    else if (fits(Pin, value)) this.send({ username: this.username, pin: value })
  }

  private watchCaps (event: KeyboardEvent): void {
    if (event.getModifierState) this.capsLock = event.getModifierState('CapsLock')
  }

  private send (detail: SignIn): void {
    if (!this.sending && detail.username) this.dispatchEvent(new CustomEvent('moi-sign-in', { detail, bubbles: true, composed: true }))
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-secret': Secret } }
