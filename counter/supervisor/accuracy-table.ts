import { css, html, LitElement, nothing, svg } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { ForecastAccuracy } from '../../common/contract/forecast.ts'
import { accuracyTexts } from '../../common/i18n/accuracy.ts'
import { desk } from '../../common/ui/desk.ts'
import { Speaking } from '../../common/ui/language.ts'
import { base, numbers } from '../../common/ui/style.ts'
import { aim, biasSaid, enough, percent, saidIn } from './accuracy-words.ts'
import { panel } from './style.ts'

export interface Row { readonly name: string, readonly accuracy: ForecastAccuracy }

/** One line for each hour or field: how many, how right, how far off, and to which side. */
@customElement('moi-accuracy-table')
export class AccuracyTable extends LitElement {
  static override styles = [base, numbers, desk, panel, css`
    table { width: 100%; border-collapse: collapse; font-size: 0.9375rem; line-height: 1.3; }
    caption { padding: 0.875rem 1.25rem 0.5rem; font-size: 1rem; font-weight: 700; text-align: left; }
    th, td { padding: 0.5rem 0.5rem; border-top: 1px solid var(--moi-line); text-align: right; font-weight: 500; }
    thead th { border-top: 0; font-size: 0.8125rem; font-weight: 600; color: var(--moi-text-second); vertical-align: bottom; }
    td, .hour { white-space: nowrap; }
    th.covered { text-align: left; }
    th:first-child { padding-left: 1.25rem; text-align: left; }
    td:last-child, th:last-child { padding-right: 1.25rem; }
    tbody th { font-weight: 600; }
    .hour { font-family: var(--moi-font-number); font-variant-numeric: tabular-nums; }
    .share { display: grid; grid-template-columns: minmax(0, 1fr) 3rem; gap: 0.5rem; align-items: center; min-width: 7rem; }
    svg { display: block; width: 100%; height: 0.875rem; }
    .ground { fill: var(--moi-brand-soft); }
    .bar { fill: var(--moi-brand); }
    .low .bar { fill: var(--moi-warn); }
    .aim { stroke: var(--moi-text); stroke-width: 2; }
    .few th, .few td { color: var(--moi-text-third); font-weight: 400; }
    .few .bar { fill: var(--moi-edge); }
    .number { font-weight: 600; letter-spacing: 0; }
    @media (max-width: 30rem) {
      caption { padding-right: 1rem; padding-left: 1rem; }
      .hour { white-space: normal; }
      table { font-size: 0.8125rem; }
      th, td { padding: 0.5rem 0.25rem; white-space: normal; }
      th:first-child { padding-left: 1rem; }
      td:last-child, th:last-child { padding-right: 1rem; }
      .share { grid-template-columns: minmax(0, 1fr); gap: 0.25rem; min-width: 3.25rem; }
      .share .number { grid-row: 1; }
    }
  `]

  @property() heading = ''
  /** What the first column names. */
  @property() column = ''
  @property({ attribute: false }) rows: readonly Row[] = []
  /** The names are hours. */
  @property({ type: Boolean }) hours = false
  private readonly text = new Speaking(this, accuracyTexts)

  override render () {
    return html`<div class="card"><table>
      <caption>${this.heading}</caption>
      <thead><tr><th scope="col">${this.column}</th>${(['called', 'covered', 'error', 'bias'] as const).map(column => html`<th scope="col" class=${column}>${this.text.say(`column.${column}`)}</th>`)}</tr></thead>
      <tbody>${this.rows.map(row => this.row(row))}</tbody>
    </table></div>`
  }

  private row ({ name, accuracy: { called, covered, meanErrorMinutes, biasMinutes } }: Row) {
    const tone = called < enough ? 'few' : covered !== null && covered < aim - 0.05 ? 'low' : ''
    return html`<tr class=${tone}>
      <th scope="row" class=${this.hours ? 'hour' : ''}>${name}</th>
      <td class="number">${called}</td>
      <td>${covered === null ? '–' : html`<div class="share">${bar(covered)}<span class="number">${this.text.say('unit.percent', { percent: percent(covered) })}</span></div>`}</td>
      <td>${meanErrorMinutes === null ? '–' : this.text.say('minutes', { minutes: Math.round(meanErrorMinutes) })}</td>
      <td>${biasMinutes === null ? nothing : saidIn(this.text.language, biasSaid(biasMinutes, 'word'))}</td></tr>`
  }
}

/** The figure stands beside it. */
function bar (share: number) {
  const across = (part: number) => `${(part * 100).toFixed(1)}%`
  return html`<svg aria-hidden="true" focusable="false">${svg`
    <rect class="ground" width="100%" height="100%" rx="3"/><rect class="bar" width=${across(share)} height="100%" rx="3"/>
    <line class="aim" x1=${across(aim)} x2=${across(aim)} y1="0" y2="100%"/>`}</svg>`
}

declare global { interface HTMLElementTagNameMap { 'moi-accuracy-table': AccuracyTable } }
