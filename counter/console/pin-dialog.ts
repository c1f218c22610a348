import { css, html, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { Pin } from '../../common/contract/access.ts'
import { optionTexts } from '../../common/i18n/console-options.ts'
import { fits } from '../../common/ui/fits.ts'
import { Speaking } from '../../common/ui/language.ts'
import { choices } from './choices.ts'
import { Modal } from './modal.ts'

/**
 * Six digits of one's own, for a shared computer. What was typed stays until the office has taken it.
 * @fires moi-pin with `{ password, pin }`
 */
@customElement('moi-pin-dialog')
export class PinDialog extends Modal {
  static override styles = [...Modal.styles, choices, css`
    form { display: grid; gap: 0.75rem; }
    label.lined { margin: 0; }
    .pin { letter-spacing: 0.3em; }
    .wrong { font-weight: 600; color: var(--moi-stop); }
    .wrong:empty { display: none; }
  `]

  @property({ type: Boolean }) sending = false
  @property({ type: Boolean }) offline = false
  /** What the office answered to the last try. */
  @property() refusal = ''
  @state() private isShort = false
  @query('#password') private readonly password?: HTMLInputElement
  @query('#pin') private readonly pin?: HTMLInputElement
  private readonly option = new Speaking(this, optionTexts)

  protected override content () {
    const say = this.option.say.bind(this.option)
    return html`<form novalidate @submit=${this.send}>
      <h2 id="heading">${say('pin.title')}</h2>
      <p class="second">${say('pin.note')}</p>
      <label class="lined">${say('pin.password')}<input id="password" class="words" type="password" autocomplete="current-password" maxlength="256" autofocus></label>
      <label class="lined">${say('pin.new')}<input id="pin" class="words pin" type="password" inputmode="numeric" autocomplete="off" maxlength="6" aria-describedby="wrong" @input=${this.typed}></label>
      <p id="wrong" class="wrong" role="alert">${this.isShort ? say('pin.short') : this.refusal}</p>
      ${this.offline ? html`<p role="status">${this.ask.say('offline')}</p>` : nothing}
      <div class="choices">
        <button class="button primary" aria-disabled=${this.sending || this.offline}>${say(this.sending ? 'pin.sending' : 'pin.send')}</button>
        <button type="button" class="button" @click=${() => this.tell('moi-dismiss')}>${this.ask.say('cancel')}</button>
      </div>
    </form>`
  }

  private readonly typed = (): void => {
    if (this.pin) this.pin.value = this.pin.value.replace(/\D/g, '')
    this.isShort = false
  }

  private readonly send = (event: Event): void => {
    event.preventDefault()
    const [password, pin] = [this.password?.value ?? '', this.pin?.value ?? '']
    this.isShort = !fits(Pin, pin)
    if (this.isShort) this.pin?.focus()
    else if (password === '') this.password?.focus()
    else if (!this.sending && !this.offline) this.tell('moi-pin', { password, pin })
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-pin-dialog': PinDialog } }
