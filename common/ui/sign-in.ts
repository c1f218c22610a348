import { css, html, LitElement, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { signInTexts } from '../i18n/sign-in.ts'
import { centred, desk } from './desk.ts'
import { Speaking } from './language.ts'
import './mark.ts'
import './page-top.ts'
import { base, buttons } from './style.ts'

/**
 * Name and password. What was typed stays when the office says no.
 * @fires moi-sign-in with `{ username, password }`
 */
@customElement('moi-sign-in')
export class SignIn extends LitElement {
  static override styles = [base, buttons, desk, centred, css`
    moi-mark { font-size: 3rem; }
    form { display: grid; gap: 1rem; }
    label { display: grid; gap: 0.375rem; font-weight: 600; }
    input[type='text'], input[type='password'] {
      width: 100%; min-height: 3.25rem; padding: 0 1rem; border: 2px solid var(--moi-edge); border-radius: 0.875rem;
      background: var(--moi-card); font-size: 1.0625rem; font-weight: 500;
    }
    .check { display: grid; grid-template-columns: auto 1fr; align-items: center; min-height: 2.75rem; font-weight: 500; }
    .check input { width: 1.25rem; height: 1.25rem; margin: 0; accent-color: var(--moi-brand); }
    .caps { color: var(--moi-warn); font-weight: 600; }
  `]

  @property({ type: Boolean }) trial = false
  @property({ type: Boolean }) sending = false
  /** What the office answered to the last try. */
  @property() wrong = ''
  /** What the person signs in to. */
  @property() heading = ''
  /** Where the session of someone who was working has ended: what is kept meanwhile. */
  @property() ended = ''
  @state() private capsLock = false
  @state() private shown = false
  @query('#username') private readonly username?: HTMLInputElement
  @query('#password') private readonly password?: HTMLInputElement
  private readonly text = new Speaking(this, signInTexts)

  override firstUpdated (): void { this.username?.focus() }

  override render () {
    const say = this.text.say.bind(this.text)
    return html`<main>
      <moi-page-top ?trial=${this.trial}></moi-page-top>
      <moi-mark></moi-mark>
      <h1>${this.heading}</h1>
      ${this.ended ? html`<p>${this.ended}</p>` : nothing}
      <form @submit=${this.send} @keydown=${this.watchCaps} @keyup=${this.watchCaps}>
        <label>${say('signIn.username')}
          <input id="username" type="text" autocomplete="username" autocapitalize="none" spellcheck="false" maxlength="64" required></label>
        <label>${say('signIn.password')}
          <input id="password" type=${this.shown ? 'text' : 'password'} autocomplete="current-password" autocapitalize="none" spellcheck="false" maxlength="256" required aria-describedby="caps"></label>
        <p id="caps" class="caps" role="status" ?hidden=${!this.capsLock}>${this.capsLock ? say('signIn.capsLock') : ''}</p>
        <label class="check"><input type="checkbox" .checked=${this.shown} @change=${() => { this.shown = !this.shown }}>${say('signIn.show')}</label>
        <p class="wrong" role="alert">${this.wrong}</p>
        <button class="button primary" aria-disabled=${this.sending}>${say(this.sending ? 'signIn.sending' : 'signIn.send')}</button>
      </form>
    </main>`
  }

  private watchCaps (event: KeyboardEvent): void {
    if (event.getModifierState) this.capsLock = event.getModifierState('CapsLock')
  }

  private send (event: Event): void {
    event.preventDefault()
    const detail = { username: this.username?.value.trim() ?? '', password: this.password?.value ?? '' }
    if (!this.sending) this.dispatchEvent(new CustomEvent('moi-sign-in', { detail, bubbles: true, composed: true }))
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-sign-in': SignIn } }
