import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { ByLanguage } from '../../common/contract/basics.ts'
import { commonTexts } from '../../common/i18n/common.ts'
import { deskTexts } from '../../common/i18n/desk.ts'
import { desk } from '../../common/ui/desk.ts'
import { language, Speaking } from '../../common/ui/language.ts'
import '../../common/ui/mark.ts'
import { base, buttons } from '../../common/ui/style.ts'
import '../../common/ui/trial-mark.ts'
import type { Tab } from './tabs.ts'

/**
 * Above the desk: which office, who works here, and the parts of the page.
 * @fires moi-sign-out
 */
@customElement('moi-desk-top')
export class DeskTop extends LitElement {
  static override styles = [base, buttons, desk, css`
    :host { display: block; border-bottom: 1px solid var(--moi-line); background: var(--moi-card); }
    .wide { max-width: 80rem; margin: 0 auto; padding: 0.625rem 1.25rem 0; }
    .bar { display: grid; grid-template-columns: auto minmax(0, 1fr) auto; gap: 0.25rem 0.75rem; align-items: center; }
    moi-mark { font-size: 2rem; }
    h1 { font-size: 1.0625rem; font-weight: 800; line-height: 1.25; }
    .office { font-size: 0.8125rem; line-height: 1.3; }
    .right { display: flex; flex-wrap: wrap; gap: 0 0.25rem; align-items: center; justify-content: flex-end; }
    .me { font-size: 0.875rem; font-weight: 600; }
    .right .button { min-height: 2.75rem; padding: 0.25rem 0.5rem; font-size: 0.875rem; }
    moi-trial-mark { font-size: 0.6875rem; margin-right: 0.5rem; }
    nav { display: flex; gap: 0.25rem; }
    nav a { display: inline-flex; align-items: center; min-height: 2.875rem; padding: 0 0.875rem; border-bottom: 0.1875rem solid transparent; color: var(--moi-text-second); font-size: 0.9375rem; font-weight: 600; line-height: 1.2; text-decoration: none; }
    nav a[aria-current] { border-color: var(--moi-brand); color: var(--moi-brand-deep); }
    nav a:hover { background: var(--moi-brand-soft); }
    .count { min-width: 1.375rem; margin-left: 0.375rem; padding: 0 0.3125rem; border-radius: 0.6875rem; background: var(--moi-stop); color: #FFFFFF; font-family: var(--moi-font-number); font-size: 0.8125rem; line-height: 1.375rem; text-align: center; }
    @media (max-width: 44rem) {
      .wide { padding: 0.5rem 0.75rem 0; }
      moi-mark { font-size: 1.75rem; }
      .right { grid-column: 1 / 4; flex-wrap: nowrap; justify-content: flex-start; }
      .me { flex: 1 1 0; min-width: 0; line-height: 1.25; }
      .right .button { flex: none; padding: 0.25rem 0.375rem; }
      moi-trial-mark { flex: none; }
      nav { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 0; margin: 0 -0.75rem; }
      nav a { justify-content: center; min-height: 2.75rem; padding: 0 0.25rem; text-align: center; font-size: 0.875rem; }
    }
  `]

  @property({ attribute: false }) office?: ByLanguage
  @property({ type: Boolean }) trial = false
  @property() me = ''
  @property({ attribute: false }) tabs: readonly Tab[] = []
  @property() tab?: Tab
  /** Numbers kept waiting beyond the promise. */
  @property({ type: Number }) alerts = 0
  private readonly text = new Speaking(this, deskTexts)
  private readonly common = new Speaking(this, commonTexts)

  override render () {
    return html`<header class="wide">
      <div class="bar">
        <moi-mark></moi-mark>
        <div><h1>${this.text.say('heading')}</h1><p class="office second">${this.office ? this.text.of(this.office) : ''}</p></div>
        <div class="right">
          ${this.trial ? html`<moi-trial-mark short></moi-trial-mark>` : nothing}
          <span class="me">${this.me}</span>
          <button type="button" class="button quiet" lang=${this.text.language === 'vi' ? 'en' : 'vi'} @click=${() => language.toggle()}>${this.common.say('language')}</button>
          <button type="button" class="button quiet" @click=${() => this.dispatchEvent(new CustomEvent('moi-sign-out', { bubbles: true, composed: true }))}>${this.text.say('signOut')}</button>
        </div>
      </div>
      <nav aria-label=${this.text.say('tabs')}>${this.tabs.map(tab => html`<a href="#${tab}" aria-current=${tab === this.tab ? 'page' : nothing}>${this.text.say(`tab.${tab}`)}${tab === 'hall' && this.alerts > 0 ? html`<span class="count" aria-label=${this.text.say('alerts', { count: this.alerts })}>${this.alerts}</span>` : nothing}</a>`)}</nav>
    </header>`
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-desk-top': DeskTop } }
