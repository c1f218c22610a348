import { css, html, LitElement } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { commonTexts } from '../i18n/common.ts'
import { Speaking } from './language.ts'
import { base } from './style.ts'

/** Says on every screen of an unconfirmed office that its numbers and names are samples. */
@customElement('moi-trial-mark')
export class TrialMark extends LitElement {
  static override styles = [base, css`
    :host { display: inline-block; }
    span {
      display: inline-block; padding: 0.2em 0.8em; border: 0.125em solid currentColor; border-radius: 2em;
      font-weight: 600; line-height: 1.35; color: var(--moi-warn); white-space: nowrap;
    }
  `]

  /** Where there is little room: one word. */
  @property({ type: Boolean }) short = false
  private readonly text = new Speaking(this, commonTexts)

  override render () { return html`<span>${this.text.say(this.short ? 'trial.short' : 'trial')}</span>` }
}

declare global { interface HTMLElementTagNameMap { 'moi-trial-mark': TrialMark } }
