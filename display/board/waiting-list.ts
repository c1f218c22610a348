import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { AccuracyShown } from '../../common/contract/live.ts'
import { boardTexts } from '../../common/i18n/board.ts'
import { fieldColours } from '../../common/ui/field-colour.ts'
import { kindOf, rangeText, shownRange } from '../../common/ui/forecast.ts'
import { Speaking } from '../../common/ui/language.ts'
import { timeText } from '../../common/ui/moment.ts'
import { base, numbers } from '../../common/ui/style.ts'
import { tenthsOf, type FieldWaiting } from './arrange.ts'

/** How many wait in each field, and when a number taken now may be called; the digit is the first figure of their numbers. */
@customElement('moi-waiting-list')
export class WaitingList extends LitElement {
  static override styles = [base, numbers, fieldColours, css`
    :host { display: block; padding: 1.5rem 2.25rem; border-radius: var(--moi-radius-card); background: var(--moi-card); }
    .top { display: grid; grid-template-columns: auto minmax(0, 1fr); grid-column-gap: 1rem; align-items: baseline; padding-bottom: 0.375rem; color: var(--moi-text-second); }
    h2 { font-size: 1.625rem; font-weight: 600; line-height: 1.3; letter-spacing: 0.06em; text-transform: uppercase; }
    .top p { font-size: 1.5rem; line-height: 1.3; text-align: right; }
    li {
      display: grid; grid-template-columns: 2.25rem 1fr auto; grid-column-gap: 1.25rem; align-items: center;
      height: 3.25rem; line-height: 1.2; border-top: 0.125rem solid var(--moi-line);
    }
    .foretold li { grid-template-columns: 2.25rem minmax(0, 1fr) auto 11.75rem; grid-column-gap: 1rem; }
    li:first-child { border-top: 0; }
    ul.many li { height: 2.625rem; }
    .digit { width: 2.25rem; border-radius: 0.5rem; background: var(--field); color: #06121A; font-size: 1.5rem; line-height: 2.25rem; text-align: center; }
    .many .digit { width: 2rem; line-height: 2rem; }
    .name { overflow: hidden; font-size: 1.75rem; line-height: 1.4; white-space: nowrap; text-overflow: ellipsis; }
    .many .name { font-size: 1.5rem; }
    .count { font-size: 2.125rem; line-height: 1; }
    .when { font-size: 1.875rem; font-weight: 600; line-height: 1; text-align: right; white-space: nowrap; }
    .when.words { font-family: var(--moi-font); font-size: 1.4375rem; letter-spacing: -0.01em; }
    .accuracy { margin-top: 0.5rem; padding-top: 0.625rem; border-top: 0.125rem solid var(--moi-line); font-size: 1.375rem; line-height: 1.3; color: var(--moi-text-second); }
    @media (max-aspect-ratio: 1/1) {
      :host { padding: 1.25rem 1.5rem; }
      .name { font-size: 1.5rem; }
      .many .name { font-size: 1.375rem; }
      .foretold li { grid-template-columns: 2.25rem minmax(0, 1fr) auto 10.25rem; grid-column-gap: 0.75rem; }
      .top p, .accuracy { font-size: 1.25rem; }
      .accuracy { margin-top: 0.25rem; padding-top: 0.375rem; }
      .when.words { font-size: 1.25rem; }
      .when { font-size: 1.625rem; }
    }
    .none { margin-top: 0.5rem; font-size: 1.75rem; }
  `]

  @property({ attribute: false }) waiting: readonly FieldWaiting[] = []
  /** Only where the office publishes it. */
  @property({ attribute: false }) accuracy?: AccuracyShown
  @property({ attribute: false }) now = new Date()
  @property() zone = 'Asia/Ho_Chi_Minh'
  private readonly text = new Speaking(this, boardTexts)

  override render () {
    const isForetold = this.waiting.some(({ prospect }) => prospect?.forecast || prospect?.hardlyToday)
    return html`<div class="top"><h2>${this.text.say('waiting')}</h2>${isForetold ? html`<p>${this.text.say('waiting.now')}</p>` : nothing}</div>
      ${this.waiting.length === 0
        ? html`<p class="none">${this.text.say('waiting.none')}</p>`
        : html`<ul class="${this.waiting.length > 5 ? 'many' : ''} ${isForetold ? 'foretold' : ''}">${this.waiting.map(waiting => this.row(waiting, isForetold))}</ul>`}
      ${this.accuracy ? this.published(this.accuracy) : nothing}`
  }

  private row ({ field, count, prospect }: FieldWaiting, isForetold: boolean) {
    const when = this.when(prospect)
    return html`<li data-digit=${field.digit}>
      <span class="digit number" aria-hidden="true">${field.digit}</span>
      <span class="name" data-bounded>${this.text.of(field.name)}</span>
      <span class="count number" aria-label=${when ? this.text.say('waiting.expected', { count, when }) : this.text.say('waiting.people', { count })} role="img">${count}</span>
      ${isForetold ? html`<span class="when number ${/^\d/.test(when) ? '' : 'words'}" aria-hidden="true">${when}</span>` : nothing}
    </li>`
  }

  private when (prospect: FieldWaiting['prospect']): string {
    if (prospect?.hardlyToday) return this.text.say('forecast.hardly')
    if (!prospect?.forecast) return ''
    return this.text.say(`forecast.${kindOf(prospect.forecast, this.now)}`, { range: rangeText(prospect.forecast, this.zone), to: timeText(shownRange(prospect.forecast).to, this.zone) })
  }

  private published (accuracy: AccuracyShown) {
    return html`<p class="accuracy">${this.text.say(accuracy.days === 1 ? 'accuracy.1' : 'accuracy', { days: accuracy.days, tenths: tenthsOf(accuracy) })}</p>`
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-waiting-list': WaitingList } }
