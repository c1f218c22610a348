import { css, html, LitElement } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { Speaking } from './language.ts'
import { commonTexts } from '../i18n/common.ts'
import { dateText, timeText } from './moment.ts'
import { base, numbers } from './style.ts'

/** Time and date on the office's wall. */
@customElement('moi-clock')
export class ClockFace extends LitElement {
  static override styles = [base, numbers, css`
    :host { display: block; text-align: right; line-height: 1.15; }
    .date { font-size: var(--moi-clock-date, 0.55em); font-weight: 500; color: var(--moi-text-second); white-space: nowrap; }
    time { display: block; }
  `]

  @property({ attribute: false }) now?: Date
  @property() zone = 'Asia/Ho_Chi_Minh'
  @property({ type: Boolean }) dated = false
  private readonly text = new Speaking(this, commonTexts)

  override render () {
    if (!this.now) return html``
    return html`
      <time class="number" datetime=${this.now.toISOString()}>${timeText(this.now, this.zone)}</time>
      ${this.dated ? html`<div class="date">${dateText(this.now, this.zone, this.text.language)}</div>` : ''}`
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-clock': ClockFace } }
