import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { FieldForecast, Prospect } from '../../common/contract/forecast.ts'
import type { FieldShown, FloorShot } from '../../common/contract/live.ts'
import { forecastTexts } from '../../common/i18n/forecast.ts'
import { supervisorTexts } from '../../common/i18n/supervisor.ts'
import { desk } from '../../common/ui/desk.ts'
import { digitMark, fieldColours } from '../../common/ui/field-colour.ts'
import { shortForecastText } from '../../common/ui/forecast.ts'
import { Speaking } from '../../common/ui/language.ts'
import { base, numbers } from '../../common/ui/style.ts'
import { unforetold } from './floor-words.ts'
import { panel } from './style.ts'

/** Each field: how many wait, and what somebody may expect who takes a number now. */
@customElement('moi-floor-fields')
export class FloorFields extends LitElement {
  static override styles = [base, numbers, desk, fieldColours, panel, digitMark, css`
    li { display: grid; grid-template-columns: auto minmax(0, 1fr) 2.75rem; gap: 0.125rem 0.75rem; align-items: center; min-height: 3.25rem; padding: 0.4375rem 1.25rem; border-top: 1px solid var(--moi-line); line-height: 1.35; }
    .name { font-weight: 600; }
    .small { font-size: 0.8125rem; color: var(--moi-text-second); }
    .hardly { font-weight: 700; color: var(--moi-warn); }
    .number.n { font-size: 1.375rem; text-align: right; }
    .none .number.n { color: var(--moi-text-third); }
    @media (max-width: 30rem) { li { padding-right: 1rem; padding-left: 1rem; } }
  `]

  @property({ attribute: false }) shot!: FloorShot
  @property({ attribute: false }) now = new Date()
  private readonly text = new Speaking(this, supervisorTexts)
  private readonly foretold = new Speaking(this, forecastTexts)

  override render () {
    const { fields, forecasts } = this.shot
    return html`<section class="card"><h2>${this.text.say('fields')}</h2>
      ${forecasts ? html`<p class="hint">${this.text.say('fields.hint')}</p>` : nothing}
      <ul>${fields.map(field => this.field(field, forecasts?.find(one => one.field === field.id)))}</ul></section>`
  }

  private field ({ id, digit, name }: FieldShown, forecast: FieldForecast | undefined) {
    const waiting = this.shot.waiting[id] ?? 0
    return html`<li class=${waiting === 0 ? 'none' : ''}>
      <span class="digit" data-digit=${digit} aria-hidden="true">${digit}</span>
      <div><p class="name">${this.text.of(name)}</p>${forecast ? this.newcomer(forecast) : nothing}</div>
      <span class="number n"><span class="hidden-visually">${this.text.say('field.waiting')}</span> ${waiting}</span></li>`
  }

  private newcomer ({ field, ordinary, priority }: FieldForecast) {
    const [first, then] = [this.said(field, ordinary), this.said(field, priority)]
    return html`<p class="small">${first}${ordinary.hardlyToday ? html` · <span class="hardly">${this.text.say('field.hardly')}</span>` : nothing}${then === first ? nothing : html` · ${this.text.say('field.priority', { forecast: then })}`}</p>`
  }

  private said (field: string, { forecast }: Prospect): string {
    if (!forecast) return this.foretold.say(`short.${unforetold(field, this.shot.counters)}`)
    return shortForecastText(forecast, { now: this.now, zone: this.shot.office.timeZone, language: this.text.language })
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-floor-fields': FloorFields } }
