import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { ForecastAccuracy, ForecastReport } from '../../common/contract/forecast.ts'
import { accuracyTexts } from '../../common/i18n/accuracy.ts'
import { commonTexts } from '../../common/i18n/common.ts'
import { desk } from '../../common/ui/desk.ts'
import { Speaking } from '../../common/ui/language.ts'
import { withOffice } from '../../common/ui/place.ts'
import { base, buttons, numbers } from '../../common/ui/style.ts'
import './accuracy-table.ts'
import { aimSaid, biasSaid, countText, coveredSaid, dayText, enough, hourText, percent, promiseSaid, saidIn, type Sentence } from './accuracy-words.ts'

export const periods = ['week', 'usual', 'quarter'] as const
export type Period = typeof periods[number]

/** What is known of the forecasts of a period. */
export interface Measured {
  readonly period: Period
  /** Of this or, until the answer is here, of the period looked at before. */
  readonly report?: ForecastReport
  readonly isLoading: boolean
  /** Why the office did not answer the last question. */
  readonly problem?: string
}

/**
 * How right this office's forecasts were and how it kept its promise.
 * @fires moi-period with `{ period }`
 * @fires moi-action to ask again
 */
@customElement('moi-accuracy')
export class Accuracy extends LitElement {
  static override styles = [base, buttons, numbers, desk, css`
    :host { display: grid; gap: 1rem; }
    h2 { font-size: 1.25rem; font-weight: 700; line-height: 1.3; }
    .second { margin-top: 0.25rem; line-height: 1.4; }
    .bar { display: flex; flex-wrap: wrap; gap: 0.5rem; align-items: center; }
    .bar .button { min-height: 2.75rem; }
    .bar .button[aria-pressed='true'] { border-color: var(--moi-brand); background: var(--moi-brand); color: var(--moi-on-brand); }
    .bar a { margin-left: auto; }
    .facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 17rem), 1fr)); gap: 1rem; align-items: stretch; }
    .fact { padding: 1rem 1.25rem; }
    .fact h3 { font-size: 0.9375rem; font-weight: 600; line-height: 1.3; color: var(--moi-text-second); }
    .fact .figure { margin: 0.25rem 0 0.375rem; font-family: var(--moi-font-number); font-size: 2.5rem; font-weight: 800; line-height: 1.15; letter-spacing: -0.03em; font-variant-numeric: tabular-nums; }
    .small .fact .figure { font-size: 1rem; font-weight: 600; letter-spacing: 0; color: var(--moi-text-second); }
    .few { font-size: 1.375rem; font-weight: 700; line-height: 1.3; }
    .fact p + p { margin-top: 0.25rem; }
    .fact p { font-size: 0.9375rem; line-height: 1.45; }
    .first p.said { font-weight: 600; }
    .note { padding: 1rem 1.25rem; line-height: 1.45; }
    .note h3 { font-size: 1rem; font-weight: 700; }
    .problem { display: grid; gap: 0.625rem; justify-items: start; border: 2px solid var(--moi-warn); background: var(--moi-warn-soft); }
    .all { display: grid; gap: 1rem; }
    .old { filter: grayscale(1); }
    .two { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1rem; align-items: start; }
    .legend { font-size: 0.8125rem; line-height: 1.4; }
    @media (min-width: 60rem) { .two { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); } }
    @media (max-width: 30rem) { .bar a { margin-left: 0; } .bar .button { padding: 0.375rem 0.625rem; } }
  `]

  @property({ attribute: false }) measured: Measured = { period: 'usual', isLoading: true }
  /** Field id → its name in the page's language. */
  @property({ attribute: false }) nameOf: (field: string) => string = field => field
  private readonly text = new Speaking(this, accuracyTexts)
  private readonly common = new Speaking(this, commonTexts)

  override render () {
    const { report, isLoading, problem } = this.measured
    return html`
      <div><h2>${this.text.say('heading')}</h2><p class="second">${this.text.say('hint')}</p></div>
      ${this.choice(report)}
      ${problem === undefined ? nothing : this.problem(problem, report)}
      <p role="status" class=${isLoading ? 'second' : 'hidden-visually'}>${isLoading ? this.text.say('loading') : report ? this.dates(report) : ''}</p>
      ${report ? html`<div class="all ${isLoading || problem !== undefined ? 'old' : ''}" aria-busy=${isLoading}>${report.all.called > 0 ? this.figures(report) : this.none(report)}</div>` : nothing}`
  }

  private choice (report: ForecastReport | undefined) {
    const choose = (period: Period) => this.dispatchEvent(new CustomEvent('moi-period', { detail: { period }, bubbles: true, composed: true }))
    return html`<div class="bar" role="group" aria-label=${this.text.say('period')}>
      ${periods.map(period => html`<button type="button" class="button" aria-pressed=${period === this.measured.period} @click=${() => choose(period)}>${this.text.say(`period.${period}`)}</button>`)}
      ${report ? html`<a class="button" href=${withOffice(`/api/v1/reports/forecast.csv?from=${report.from}&to=${report.to}`)} download>${this.text.say('csv')}</a>` : nothing}</div>`
  }

  private problem (detail: string, report: ForecastReport | undefined) {
    return html`<div class="card note problem" role="alert"><div><h3>${this.text.say('problem.title')}</h3><p>${detail} ${report ? this.text.say('problem.old') : ''}</p></div>
      <button type="button" class="button" @click=${() => this.dispatchEvent(new CustomEvent('moi-action', { bubbles: true, composed: true }))}>${this.common.say('retry')}</button></div>`
  }

  private none (report: ForecastReport) {
    return html`<p class="second">${this.dates(report)}.</p><div class="card note"><h3>${this.text.say('none.title')}</h3><p>${report.made > 0 ? this.text.say('none.waiting', { made: report.made }) : this.text.say('none')}</p></div>
      ${report.promise.kept + report.promise.broken > 0 ? html`<div class="facts">${this.promise(report)}</div>` : nothing}`
  }

  private figures (report: ForecastReport) {
    const { made, all, byHour, byField } = report
    return html`<p class="second">${this.dates(report)}. ${this.text.say('counts', { made: countText(made, this.text.language), called: countText(all.called, this.text.language) })} </p>
      ${all.called < enough ? html`<p class="card note few">${this.text.say('few', { called: all.called })}</p>` : nothing}
      <div class="facts ${all.called < enough ? 'small' : ''}">${this.covered(all)}${this.error(all)}${this.bias(all)}${this.promise(report)}</div>
      <div class="two">
        <moi-accuracy-table hours heading=${this.text.say('byHour')} column=${this.text.say('column.hour')} .rows=${byHour.map(({ hour, ...accuracy }) => ({ name: hourText(hour), accuracy }))}></moi-accuracy-table>
        <moi-accuracy-table heading=${this.text.say('byField')} column=${this.text.say('column.field')} .rows=${byField.map(({ field, ...accuracy }) => ({ name: this.nameOf(field), accuracy }))}></moi-accuracy-table>
      </div>
      <p class="legend second">${this.text.say('legend', { count: enough })}</p>`
  }

  private covered (all: ForecastAccuracy) {
    const { covered, early, late } = all
    if (covered === null) return nothing
    const share = (part: number | null) => this.text.say('unit.percent', { percent: percent(part ?? 0) })
    return this.fact('first', this.text.say('covered'), share(covered), html`<p class="said">${this.said(coveredSaid(covered))}</p><p>${this.said(aimSaid(all))}</p><p>${this.text.say('outside', { early: share(early), late: share(late) })}</p>`)
  }

  private error ({ meanErrorMinutes, meanWidthMinutes }: ForecastAccuracy) {
    if (meanErrorMinutes === null) return nothing
    const minutes = Math.round(meanErrorMinutes)
    return this.fact('', this.text.say('error'), this.text.say('minutes', { minutes }), html`<p>${this.text.say('error.said', { minutes })}</p>${meanWidthMinutes === null ? nothing : html`<p>${this.text.say('width', { minutes: Math.round(meanWidthMinutes) })}</p>`}`)
  }

  private bias ({ biasMinutes }: ForecastAccuracy) {
    if (biasMinutes === null) return nothing
    return this.fact('', this.text.say('bias'), this.said(biasSaid(biasMinutes, 'word')), html`<p>${this.said(biasSaid(biasMinutes, 'said'))}</p>`)
  }

  private promise ({ promise }: ForecastReport) {
    const { minutes, kept, broken, apologies } = promise
    const share = kept + broken > 0 ? this.text.say('unit.percent', { percent: percent(kept / (kept + broken)) }) : '–'
    return this.fact('', this.text.say('promise', { minutes }), share, html`<p>${this.said(promiseSaid(promise, this.text.language))}</p><p>${this.text.say('apologies', { count: apologies })}</p>`)
  }

  private fact (kind: string, name: string, figure: string, words: TemplateResult) {
    return html`<section class="card fact ${kind}"><h3>${name}</h3><p class="figure">${figure}</p>${words}</section>`
  }

  private dates ({ from, to }: ForecastReport): string { return this.text.say('dates', { from: dayText(from), to: dayText(to) }) }

  private said (sentence: Sentence): string { return saidIn(this.text.language, sentence) }
}

declare global { interface HTMLElementTagNameMap { 'moi-accuracy': Accuracy } }
