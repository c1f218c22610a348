import { css, html, LitElement } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { commonTexts } from '../../common/i18n/common.ts'
import '../../common/ui/clock-face.ts'
import { Speaking } from '../../common/ui/language.ts'
import '../../common/ui/mark.ts'
import { base } from '../../common/ui/style.ts'
import '../../common/ui/trial-mark.ts'
import type { ByLanguage } from '../../common/contract/basics.ts'

@customElement('moi-kiosk-head')
export class KioskHead extends LitElement {
  static override styles = [base, css`
    :host { display: grid; grid-template-columns: auto minmax(0, 1fr) auto auto; grid-column-gap: 1.5rem; align-items: center; }
    moi-mark { font-size: 5rem; }
    p { max-height: 5rem; overflow: hidden; font-size: 1.75rem; font-weight: 600; line-height: 1.25; }
    moi-trial-mark { font-size: 1.25rem; }
    moi-clock { font-size: 3.25rem; }
  `]

  @property({ attribute: false }) name?: ByLanguage
  @property({ type: Boolean }) trial = false
  @property() zone = 'Asia/Ho_Chi_Minh'
  @property({ attribute: false }) now?: Date
  private readonly text = new Speaking(this, commonTexts)

  override render () {
    return html`<moi-mark></moi-mark>
      <p data-bounded>${this.name ? this.text.of(this.name) : 'Mời Số'}</p>
      ${this.trial ? html`<moi-trial-mark short></moi-trial-mark>` : html`<span></span>`}
      <moi-clock .now=${this.now} zone=${this.zone}></moi-clock>`
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-kiosk-head': KioskHead } }
