import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { commonTexts } from '../i18n/common.ts'
import { desk } from './desk.ts'
import { language, Speaking } from './language.ts'
import { base, buttons } from './style.ts'
import './trial-mark.ts'

/** Above each page that stands before the work itself: what is shown is a sample, and the other language. */
@customElement('moi-page-top')
export class PageTop extends LitElement {
  static override styles = [base, buttons, desk, css`
    :host { display: grid; grid-template-columns: 1fr auto; gap: 0.5rem; align-items: center; }
    moi-trial-mark { font-size: 0.75rem; }
    .button { min-height: 2.75rem; padding-right: 0; }
  `]

  @property({ type: Boolean }) trial = false
  private readonly text = new Speaking(this, commonTexts)

  override render () {
    return html`<span>${this.trial ? html`<moi-trial-mark></moi-trial-mark>` : nothing}</span>
      <button type="button" class="button quiet" lang=${this.text.language === 'vi' ? 'en' : 'vi'} @click=${() => language.toggle()}>${this.text.say('language')}</button>`
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-page-top': PageTop } }
