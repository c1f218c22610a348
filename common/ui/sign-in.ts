import { css, html, LitElement, nothing, type PropertyValues } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { SignIn as SignInRequest } from '../contract/access.ts'
import { signInTexts } from '../i18n/sign-in.ts'
import { centred, desk } from './desk.ts'
import { Speaking } from './language.ts'
import './mark.ts'
import './page-top.ts'
import './secret.ts'
import { lastUsedFirst, namesLike, type StaffNamed } from './staff-names.ts'
import { base, buttons } from './style.ts'

/**
 * Who is there: chosen by name and shown by PIN, or typed with a password. What was typed stays when the office says no.
 * @fires moi-sign-in with what `POST /session` is told
 */
@customElement('moi-sign-in')
export class SignIn extends LitElement {
  static override styles = [base, buttons, desk, centred, css`
    moi-mark { font-size: 3rem; }
    form { display: grid; gap: 1rem; }
    label { display: grid; gap: 0.375rem; font-weight: 600; }
    input { width: 100%; min-height: 3.25rem; padding: 0 1rem; border: 2px solid var(--moi-edge); border-radius: 0.875rem; background: var(--moi-card); font-size: 1.0625rem; font-weight: 500; }
    .names { display: grid; gap: 0.375rem; max-height: 21.5rem; padding: 0.25rem; margin: -0.25rem; overflow-y: auto; }
    .names .button { justify-content: flex-start; width: 100%; min-height: 3rem; padding: 0.25rem 1rem; text-align: left; }
    .who { display: block; line-height: 1.3; }
    .title { display: block; font-size: 0.8125rem; font-weight: 500; line-height: 1.3; color: var(--moi-text-second); }
    .chosen { display: grid; grid-template-columns: 1fr auto; gap: 0.5rem; align-items: center; padding: 0.75rem 0.5rem 0.75rem 1rem; }
    .chosen strong { display: block; font-size: 1.125rem; }
  `]

  @property({ type: Boolean }) trial = false
  @property({ type: Boolean }) sending = false
  /** What the office answered to the last try. */
  @property() wrong = ''
  /** What the person signs in to. */
  @property() heading = ''
  /** Where the session of someone who was working has ended: what is kept meanwhile. */
  @property() ended = ''
  /** Who may be chosen; none where the office does not say. */
  @property({ attribute: false }) names: readonly StaffNamed[] = []
  @state() chosen?: StaffNamed
  @state() private typed = ''
  /** Whom the last try was for: what the office answered is about nobody else. */
  @state() private tried = ''
  @query('#username') private readonly username?: HTMLInputElement
  private readonly text = new Speaking(this, signInTexts)

  override firstUpdated (): void { this.username?.focus() }

  protected override updated (changed: PropertyValues<this>): void {
    if (changed.has('chosen') && changed.get('chosen') && !this.chosen) this.username?.focus()
  }

  override render () {
    return html`<main @moi-sign-in=${(event: CustomEvent<SignInRequest>) => { this.tried = event.detail.username }}>
      <moi-page-top ?trial=${this.trial}></moi-page-top>
      <moi-mark></moi-mark>
      <h1>${this.heading}</h1>
      ${this.ended ? html`<p>${this.ended}</p>` : nothing}
      ${this.chosen ? this.known(this.chosen) : this.unknown()}
    </main>`
  }

  private known (chosen: StaffNamed) {
    return html`
      <div class="card chosen"><p><strong>${chosen.name}</strong><span class="title">${chosen.title}</span></p>
        <button type="button" class="button" @click=${() => { this.chosen = undefined }}>${this.text.say('names.other')}</button></div>
      ${this.secret(chosen.username, chosen.hasPin)}`
  }

  private unknown () {
    return html`
      <form @submit=${this.enter}>
        <label>${this.text.say(this.names.length > 0 ? 'names.field' : 'signIn.username')}
          <input id="username" type="text" autocomplete="username" autocapitalize="none" spellcheck="false" maxlength="64" required .value=${this.typed} @input=${() => { this.typed = this.username?.value ?? '' }}></label>
      </form>
      ${this.isTypedWhole ? this.secret(this.typed.trim(), false) : this.list()}`
  }

  private list () {
    const found = namesLike(lastUsedFirst(this.names), this.typed)
    return html`<p class="hidden-visually" role="status">${this.text.say('names.found', { count: found.length })}</p>
      <ul class="names">${found.map(named => html`<li><button type="button" class="button" @click=${() => { this.chosen = named }}>
        <span><span class="who">${named.name}</span><span class="title">${named.title}</span></span></button></li>`)}</ul>`
  }

  private secret (username: string, hasPin: boolean) {
    return html`<moi-secret username=${username} ?pinned=${hasPin} ?sending=${this.sending} wrong=${username === this.tried ? this.wrong : ''}></moi-secret>`
  }

  /** A whole username, or somebody whom no list names: a password follows. */
  private get isTypedWhole (): boolean {
    const typed = this.typed.trim()
    return this.names.length === 0 || this.names.some(({ username }) => username === typed) || (typed !== '' && namesLike(this.names, typed).length === 0)
  }

  /** Enter takes whoever is named in full, or the first of those that fit. */
  private readonly enter = (event: Event): void => {
    event.preventDefault()
    const named = this.names.find(({ username }) => username === this.typed.trim())
    if (named?.hasPin) this.chosen = named
    else if (this.isTypedWhole) this.renderRoot.querySelector('moi-secret')?.focus()
    else this.chosen = namesLike(lastUsedFirst(this.names), this.typed)[0]
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-sign-in': SignIn } }
