import { css, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Forecast } from '../../common/contract/ticket.ts'
import { forecastText } from '../../common/ui/forecast.ts'
import { kept } from '../../common/ui/kept.ts'
import { Speaking } from '../../common/ui/language.ts'
import { forecastTexts } from '../../common/i18n/forecast.ts'
import { base } from '../../common/ui/style.ts'

/** When somebody may expect to be called, in one sentence whose times are what is seen first. */
@customElement('moi-expected')
export class Expected extends LitElement {
  static override styles = [base, css`
    :host { display: block; }
    b { font-family: var(--moi-font-number); font-weight: 700; letter-spacing: -0.01em; white-space: nowrap; }
  `]

  @property({ attribute: false }) forecast?: Forecast | null
  @property({ attribute: false }) now = new Date()
  @property() zone = 'Asia/Ho_Chi_Minh'
  private readonly text = new Speaking(this, forecastTexts)

  override render () {
    if (!this.forecast) return nothing
    return kept(`${forecastText(this.forecast, { now: this.now, zone: this.zone, language: this.text.language })}.`)
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-expected': Expected } }
