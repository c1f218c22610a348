import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { finishTexts } from '../../common/i18n/console-finish.ts'
import { desk } from '../../common/ui/desk.ts'
import { Speaking } from '../../common/ui/language.ts'
import { base, buttons, numbers } from '../../common/ui/style.ts'

/**
 * The next number is about to be called by itself. Takes no room otherwise.
 * @fires moi-wrap-up-stop
 */
@customElement('moi-wrap-up')
export class WrapUpBar extends LitElement {
  static override styles = [base, buttons, numbers, desk, css`
    :host { display: grid; grid-template-columns: 1fr auto; gap: 0.75rem; align-items: center; padding: 0.5rem 0.5rem 0.5rem 1rem; border: 0.125rem solid var(--moi-brand); border-radius: var(--moi-radius-control); background: var(--moi-brand-soft); color: var(--moi-brand-deep); font-size: 0.9375rem; line-height: 1.35; }
    :host([hidden]) { display: none; }
    p { font-weight: 600; }
    .number { font-size: 1.125rem; }
    .second { display: block; font-size: 0.8125rem; font-weight: 500; color: inherit; }
  `]

  /** Absent while nothing is counted down. */
  @property({ type: Number }) seconds?: number
  private readonly text = new Speaking(this, finishTexts)

  protected override updated (): void { this.hidden = this.seconds === undefined }

  override render () {
    if (this.seconds === undefined) return nothing
    return html`<div><p>${this.text.say('wrapUp')} <span class="number" role="timer">${this.text.say('wrapUp.seconds', { seconds: this.seconds })}</span></p><span class="second">${this.text.say('wrapUp.hint')}</span></div>
      <button type="button" class="button" @click=${() => this.dispatchEvent(new CustomEvent('moi-wrap-up-stop', { bubbles: true, composed: true }))}>${this.text.say('wrapUp.stop')}</button>`
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-wrap-up': WrapUpBar } }
