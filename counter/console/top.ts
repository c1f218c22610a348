import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { consoleTexts } from '../../common/i18n/console.ts'
import { language, Speaking } from '../../common/ui/language.ts'
import { base, buttons } from '../../common/ui/style.ts'
import '../../common/ui/trial-mark.ts'
import { desk } from './style.ts'

/** Above each page that stands before the work itself: what is shown is a sample, and the other language. */
@customElement('moi-console-top')
export class ConsoleTop extends LitElement {
  static override styles = [base, buttons, desk, css`
    :host { display: grid; grid-template-columns: 1fr auto; gap: 0.5rem; align-items: center; }
    moi-trial-mark { font-size: 0.75rem; }
    .button { min-height: 2.75rem; padding-right: 0; }
  `]

  @property({ type: Boolean }) trial = false
  private readonly text = new Speaking(this, consoleTexts)

  override render () {
    return html`<span>${this.trial ? html`<moi-trial-mark></moi-trial-mark>` : nothing}</span>
      <button type="button" class="button quiet" lang=${this.text.language === 'vi' ? 'en' : 'vi'} @click=${() => language.toggle()}>${this.text.say('language')}</button>`
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-console-top': ConsoleTop } }
