import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Forecast, MyTicket } from '../../common/contract/ticket.ts'
import { forecastTexts } from '../../common/i18n/forecast.ts'
import { phoneTexts } from '../../common/i18n/phone.ts'
import { kindOf, rangeText, shortForecastText, shownRange } from '../../common/ui/forecast.ts'
import { Speaking } from '../../common/ui/language.ts'
import { timeText } from '../../common/ui/moment.ts'
import { base, numbers } from '../../common/ui/style.ts'
import { isNews, type Moved } from './moved.ts'
import { sheet } from './style.ts'

/** When the call may come: the range large, what it is worth small, and politely when it has changed. */
@customElement('moi-phone-expected')
export class PhoneExpected extends LitElement {
  static override styles = [base, numbers, sheet, css`
    :host { display: block; }
    .value { margin-top: 0.125rem; font-size: 1.5rem; font-weight: 700; line-height: 1.25; }
    .value .number { font-size: 2.5rem; letter-spacing: -0.03em; }
    .note { margin-top: 0.25rem; font-size: 0.9375rem; line-height: 1.4; color: var(--moi-text-second); }
    .late { color: var(--moi-warn); font-weight: 700; }
    .moved { margin-top: 0.375rem; font-size: 0.9375rem; font-weight: 700; line-height: 1.35; color: var(--moi-brand); }
    .moved.later { color: var(--moi-warn); }
  `]

  @property({ attribute: false }) mine!: MyTicket
  @property({ attribute: false }) now = new Date()
  @property() zone = 'Asia/Ho_Chi_Minh'
  @property({ attribute: false }) moved?: Moved
  /** When this was true, once the connection is lost. */
  @property() since?: string
  private readonly text = new Speaking(this, phoneTexts)
  private readonly common = new Speaking(this, forecastTexts)

  override render () {
    const { forecast, served } = this.mine
    if (forecast) return html`${this.range(forecast)}<div role="status">${this.news(forecast)}</div>`
    if (this.lateToday) return html`<p class="note late" role="status">${this.lateToday}</p>`
    return served === false ? html`<p class="note">${this.common.say('none')}.</p>` : nothing
  }

  private range (forecast: Forecast) {
    const kind = this.since ? 'range' : kindOf(forecast, this.now)
    return html`<p class="label">${this.label(kind)}</p><p class="value">${this.value(forecast, kind)}</p>
      ${this.lateToday ? html`<p class="note late" role="status">${this.lateToday}</p>` : kind === 'after' && forecast.closes !== undefined
        ? html`<p class="note late">${this.text.say('forecast.closes', { time: timeText(forecast.closes, this.zone) })}</p>`
        : html`<p class="note">${this.text.say('forecast.note')}</p>`}`
  }

  /** Where this number may not be called today: what to do about it. */
  private get lateToday (): string {
    const { hardlyToday, closes } = this.mine
    return hardlyToday && closes !== undefined ? this.common.say('hardlyToday', { time: timeText(closes, this.zone) }) : ''
  }

  private label (kind: ReturnType<typeof kindOf>): string {
    if (this.since) return this.text.say('forecast.then', { time: timeText(this.since, this.zone) })
    return this.text.say(kind === 'range' || kind === 'after' ? `forecast.${kind}` : 'forecast')
  }

  private value (forecast: Forecast, kind: ReturnType<typeof kindOf>) {
    const { from, to } = shownRange(forecast)
    switch (kind) {
      case 'now': return this.text.say('forecast.now.value')
      case 'until': return this.text.say('forecast.until.value', { to: timeText(to, this.zone) })
      case 'range': return html`<span class="number">${rangeText(forecast, this.zone)}</span>`
      case 'after': return html`<span class="number">${timeText(from < this.now ? this.now : from, this.zone)}</span>`
    }
  }

  /** Heard with the new range, whose own place is not read again. */
  private news (forecast: Forecast) {
    if (!this.moved || this.since || !isNews(this.moved, this.now)) return nothing
    return html`<p class="moved ${this.moved.to}">${this.text.say(`moved.${this.moved.to}`, { time: timeText(this.moved.at, this.zone) })}<span class="hidden-visually">, ${shortForecastText(forecast, { now: this.now, zone: this.zone, language: this.text.language })}</span></p>`
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-phone-expected': PhoneExpected } }
