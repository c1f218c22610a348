import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Prospect } from '../../common/contract/forecast.ts'
import type { Office } from '../../common/contract/office.ts'
import { cutOffTexts } from '../../common/i18n/kiosk-cut-off.ts'
import '../../common/ui/code.ts'
import { rangeText } from '../../common/ui/forecast.ts'
import { Speaking } from '../../common/ui/language.ts'
import { timeText } from '../../common/ui/moment.ts'
import { base, buttons, numbers } from '../../common/ui/style.ts'
import { look } from './look.ts'
import { touch } from './model.ts'
import './pin.ts'
import type { Hardly } from './steps.ts'

/** Said before a number is printed that will hardly be served today: when it might be, and what can be done instead. */
@customElement('moi-hardly')
export class HardlyToday extends LitElement {
  static override styles = [base, buttons, numbers, look, css`
    .sides { display: grid; grid-gap: 1.5rem; height: 100%; grid-template-rows: minmax(0, 1fr) minmax(0, 1fr) auto auto; }
    .codeless { grid-template-rows: minmax(0, 1fr) auto auto auto; }
    .bookless { grid-template-rows: minmax(0, 1fr) auto auto; }
    moi-pin, moi-message { height: 100%; }
    .card { display: grid; align-content: center; padding: 2rem 2.5rem; border-radius: var(--moi-radius-card); background: var(--moi-card); box-shadow: var(--moi-shadow); }
    .told { text-align: center; }
    h1 { font-size: calc(3.5rem * var(--k, 1)); }
    .told p { text-wrap: balance; font-size: calc(2.25rem * var(--k, 1)); line-height: 1.35; }
    .told h1 + p { margin-top: 1.75rem; }
    .told .number { margin: 0.5rem 0 0.75rem; font-size: calc(6.5rem * var(--f, 1)); line-height: 1.1; color: var(--moi-brand-deep); }
    .way { grid-template-columns: auto minmax(0, 1fr); grid-column-gap: 2.5rem; align-items: center; }
    .way.plain { grid-template-columns: minmax(0, 1fr); grid-row-gap: 1.5rem; }
    h2 { font-size: calc(2.5rem * var(--k, 1)); }
    .way p { margin-top: 0.5rem; text-wrap: balance; font-size: calc(2rem * var(--k, 1)); line-height: 1.35; color: var(--moi-text-second); }
    .way .wifi { font-size: calc(1.75rem * var(--k, 1)); }
    moi-code { width: 22rem; height: 22rem; }
    .button { min-height: 7.5rem; font-size: calc(2rem * var(--f, 1)); font-weight: 700; }
    .others { display: grid; grid-auto-flow: column; grid-auto-columns: minmax(0, 1fr); grid-column-gap: 1.25rem; }
    @media (min-aspect-ratio: 1/1) {
      .sides, .bookless, .codeless { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); grid-template-rows: minmax(0, 1fr) auto auto; grid-gap: 1.25rem 2.25rem; }
      .told { grid-row: 1 / 3; }
      .bookless .today { grid-row: 1 / 3; }
      h1 { font-size: calc(3rem * var(--k, 1)); }
      .told p { font-size: calc(2rem * var(--k, 1)); }
      .told .number { font-size: calc(6rem * var(--f, 1)); }
      h2 { font-size: calc(1.875rem * var(--k, 1)); }
      .card { padding: 1.25rem 2rem; }
      .way.plain { grid-row-gap: 1rem; }
      .way p, .way .wifi { font-size: calc(1.625rem * var(--k, 1)); }
      moi-code { width: 15rem; height: 15rem; }
      .button { min-height: 6rem; }
      .others { grid-column: 1 / 3; }
    }
  `]

  @property({ attribute: false }) step?: Hardly
  /** As the office expects it now; absent where it has not said. */
  @property({ attribute: false }) prospect?: Prospect
  /** Of whoever has priority in the same field. */
  @property({ attribute: false }) withPriority?: Prospect
  @property({ attribute: false }) office?: Office
  private readonly text = new Speaking(this, cutOffTexts)

  override render () {
    const { step } = this
    if (!step) return nothing
    if (step.pin !== undefined) return html`<moi-pin .step=${step}></moi-pin>`
    return this.isPast(step) ? this.again() : html`<div class="sides ${!this.isBookable(step) ? 'bookless' : this.office?.bookUrl ? '' : 'codeless'}">${this.told()}${this.booking(step)}${this.today()}
      <div class="others">${this.mayHavePriority(step) ? this.button('priority', 'goOn') : nothing}${this.button('other', 'back')}</div></div>`
  }

  /** The line has become shorter since; what the office itself said still holds. */
  private isPast ({ told }: Hardly): boolean {
    return told === undefined && this.prospect?.hardlyToday === false
  }

  /** Who goes before others may still be called; which class it is, is asked where it is always asked. */
  private mayHavePriority ({ next }: Hardly): boolean {
    return next !== undefined && this.withPriority?.hardlyToday === false && (this.office?.priorityClasses.length ?? 0) > 0
  }

  private told () {
    const forecast = this.prospect?.forecast
    const zone = this.office?.timeZone ?? ''
    return html`<section class="card told" role="status"><h1>${this.text.say('title')}</h1>
      ${forecast && this.prospect?.hardlyToday ? html`<p>${this.text.say('expected')}</p><p class="number">${rangeText(forecast, zone)}</p>
        ${forecast.closes ? html`<p>${this.text.say('closes', { time: timeText(forecast.closes, zone) })}</p>` : nothing}`
        : html`<p>${this.text.say('late')}</p>`}
    </section>`
  }

  /** On the citizen's own phone, where phones reach the page; else the guide helps. */
  private booking (step: Hardly) {
    if (!this.isBookable(step)) return nothing
    const { bookUrl, wifi } = this.office ?? {}
    const [title, hint] = [this.text.say('book'), this.text.say(bookUrl ? 'book.scan' : 'book.ask')]
    return html`<section class="card way ${bookUrl ? '' : 'plain'}">${bookUrl ? html`<moi-code value=${bookUrl} label="${title}. ${hint}"></moi-code>` : nothing}
      <div><h2>${title}</h2><p>${hint}</p>${bookUrl && wifi ? html`<p class="wifi">${this.text.say('wifi', { wifi })}</p>` : nothing}</div></section>`
  }

  private isBookable ({ field }: Hardly): boolean { return field.bookable && (this.office?.bookable ?? false) }

  private today () {
    return html`<section class="card way plain today"><div><h2>${this.text.say('today')}</h2><p>${this.text.say('today.ask')}</p></div>${this.button('guide', 'guide')}</section>`
  }

  private again () {
    return html`<moi-message heading=${this.text.say('again.title')} .lines=${[this.text.say('again')]} .actions=${[{ label: this.text.say('goOn'), touched: { do: 'goOn' }, primary: true }]}></moi-message>`
  }

  private button (label: 'other' | 'guide' | 'priority', what: 'back' | 'guide' | 'goOn') {
    return html`<button type="button" class="button" @click=${() => touch(this, { do: what })}>${this.text.say(label)}</button>`
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-hardly': HardlyToday } }
