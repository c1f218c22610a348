import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Field, Office } from '../../common/contract/office.ts'
import type { MyTicket } from '../../common/contract/ticket.ts'
import { kioskTexts } from '../../common/i18n/kiosk.ts'
import { kioskRulesTexts } from '../../common/i18n/kiosk-rules.ts'
import '../../common/ui/code.ts'
import { kindOf } from '../../common/ui/forecast.ts'
import { forecastTexts } from '../../common/i18n/forecast.ts'
import { Speaking } from '../../common/ui/language.ts'
import { timeText } from '../../common/ui/moment.ts'
import '../../common/ui/number.ts'
import { sign } from '../../common/ui/signs.ts'
import { base, buttons } from '../../common/ui/style.ts'
import './expected.ts'
import { look } from './look.ts'
import { countText, touch, type Touched } from './model.ts'
import { isPaperInTrouble, paperText, waitedMs, type OwnPrinter, type PaperKnown } from './paper.ts'
import { reprintShown, reprintText } from './reprint.ts'
import { meaningOf, paperSince } from './shown.ts'
import { kioskSign } from './signs.ts'
import type { Shown } from './steps.ts'

/** The number, larger than anything else; what to do now; how the paper is doing. */
@customElement('moi-taken')
export class Taken extends LitElement {
  static override styles = [base, buttons, look, css`
    .sides { display: grid; grid-gap: 1.5rem; height: 100%; grid-template-rows: auto auto auto minmax(0, 1fr) auto; }
    .slip { padding: 2.5rem 2.5rem 2.75rem; border-radius: var(--moi-radius-card); background: var(--moi-brand); color: #FFFFFF; text-align: center; }
    .slip h1, .slip p { font-size: calc(2.25rem * var(--k, 1)); font-weight: 500; line-height: 1.35; }
    .number { display: block; margin: 0.5rem 0; font-size: 21rem; font-weight: 800; line-height: 1; letter-spacing: -0.03em; }
    .number.long { font-size: 17.5rem; }
    .where { font-weight: 700 !important; }
    .ahead { padding: 1.75rem 2.25rem; border-radius: var(--moi-radius-card); background: var(--moi-card); }
    .ahead p { font-size: calc(1.875rem * var(--k, 1)); line-height: 1.4; }
    .ahead .first { font-size: calc(2.5rem * var(--k, 1)); font-weight: 700; }
    .ahead .expected { margin: 0.25rem 0; font-size: calc(2.125rem * var(--k, 1)); font-weight: 600; line-height: 1.3; }
    .ahead .note { font-size: calc(1.5rem * var(--k, 1)); color: var(--moi-text-second); }
    .ahead .late { margin: 0.25rem 0; font-weight: 700; color: var(--moi-warn); }
    /* Without paper the code needs the room. */
    .paperless .note, .paperless .late + .sit { display: none; }
    .paperless .late { font-size: calc(1.625rem * var(--k, 1)); line-height: 1.3; }
    .ahead .meaning { display: grid; grid-template-columns: auto minmax(0, 1fr); grid-column-gap: 1rem; align-items: center; margin: 0.5rem 0; font-weight: 600; color: var(--moi-brand-deep); }
    .meaning .sign { font-size: 2.5rem; color: var(--moi-brand); }
    .paper { display: grid; grid-template-columns: auto minmax(0, 1fr); grid-column-gap: 1.25rem; align-items: center; padding: 1.5rem 2rem; border-radius: var(--moi-radius-card); background: var(--moi-brand-soft); color: var(--moi-brand-deep); font-size: calc(2rem * var(--k, 1)); font-weight: 600; line-height: 1.35; }
    .paper .sign { font-size: 3rem; }
    .paper.trouble { border: 0.1875rem solid var(--moi-warn); background: var(--moi-warn-soft); color: var(--moi-text); }
    .paper.trouble .sign { color: var(--moi-warn); }
    .phone { display: grid; grid-template-columns: auto minmax(0, 1fr); grid-column-gap: 2rem; align-items: center; padding: 1.5rem 2rem; border-radius: var(--moi-radius-card); background: var(--moi-card); font-size: calc(2rem * var(--k, 1)); font-weight: 500; line-height: 1.35; }
    moi-code { width: 20rem; height: 20rem; }
    .paperless .ahead .expected { font-size: calc(1.875rem * var(--k, 1)); }
    /* In large type the words need the room. */
    .paperless moi-code { width: calc(51.5rem - 24.5rem * var(--k, 1)); height: calc(51.5rem - 24.5rem * var(--k, 1)); }
    .codeless { grid-template-rows: minmax(0, 1fr) auto auto auto; }
    .codeless .slip { display: grid; align-content: center; }
    .paperless .phone { font-size: calc(2.25rem * var(--k, 1)); font-weight: 700; }
    .wifi { margin-top: 0.75rem; font-size: calc(1.625rem * var(--k, 1)); font-weight: 500; color: var(--moi-text-second); }
    .close { display: grid; grid-template-columns: minmax(0, 1fr) auto; grid-column-gap: 2rem; align-items: center; font-size: calc(1.75rem * var(--k, 1)); }
    .bar { height: 0.75rem; margin-top: 0.5rem; overflow: hidden; border-radius: 0.375rem; background: var(--moi-line); }
    .bar i { display: block; width: 100%; height: 100%; background: var(--moi-brand); transform-origin: left; transition: transform 1s linear; }
    @media (prefers-reduced-motion: reduce) { .bar i { transition: none; } }
    .close .button { min-width: 15rem; }
    .close .buttons { display: grid; grid-auto-flow: column; grid-column-gap: 1.25rem; }
    @media (min-aspect-ratio: 1/1) {
      .sides { grid-template-columns: minmax(0, 1.35fr) minmax(0, 1fr); grid-template-rows: minmax(0, 1fr) auto auto; grid-column-gap: 2.25rem; }
      .slip { grid-row: 1 / 3; display: grid; align-content: center; }
      .ahead { align-self: stretch; display: grid; align-content: center; }
      .phone { grid-column: 2; }
      .paper { grid-column: 2; }
      moi-code { width: 12rem; height: 12rem; }
      .close { grid-column: 1 / 3; }
      .paper { grid-row: 2; }
      .phone { grid-row: 3; margin-bottom: 0; }
      .sides { grid-template-rows: minmax(0, 1fr) auto auto auto; }
      .slip { grid-row: 1 / 4; }
      .paperless { grid-template-rows: auto auto minmax(0, 1fr) auto; grid-row-gap: 1.25rem; }
      .paperless .ahead { padding: 1.125rem 2.25rem; }
      .paperless .sit { display: none; }
      .paperless .ahead .expected { font-size: calc(1.875rem * var(--k, 1)); }
      .paperless .paper { padding: 1rem 1.5rem; }
      .paperless .phone { padding: 0.75rem 1.5rem; grid-column-gap: 1.5rem; font-size: calc(2rem * var(--k, 1)); }
      .paperless moi-code { width: calc(48rem - 31rem * var(--k, 1)); height: calc(48rem - 31rem * var(--k, 1)); }
      .booked .ahead { padding: 1.125rem 2rem; }
      .booked .paper, .booked .phone { padding: 1rem 1.5rem; }
      .booked moi-code { width: 10rem; height: 10rem; }
      .codeless { grid-template-rows: minmax(0, 1fr) auto auto; }
      .codeless .slip { grid-row: 1 / 3; }
    }
  `]

  @property({ attribute: false }) step?: Shown
  /** The step's field as it is served now. */
  @property({ attribute: false }) field?: Field
  @property({ attribute: false }) now = new Date()
  @property() zone = 'Asia/Ho_Chi_Minh'
  /** The kiosk's own printer. */
  @property({ attribute: false }) printer?: OwnPrinter
  @property({ attribute: false }) office?: Office
  private readonly text = new Speaking(this, kioskTexts)
  private readonly foretold = new Speaking(this, forecastTexts)
  private readonly rules = new Speaking(this, kioskRulesTexts)

  override render () {
    if (!this.step) return nothing
    const isTrouble = !this.step.again && this.isInTrouble(this.step)
    return html`<div class="sides ${isTrouble ? 'paperless' : ''} ${this.code(this.step) === undefined ? 'codeless' : ''} ${this.step.booked ? 'booked' : ''}">${this.slip(this.step)}${this.ahead(this.step)}${this.paper(this.step)}${this.phone(this.step)}${this.closing(this.step)}</div>`
  }

  private slip ({ taken: { ticket }, field, again }: Shown) {
    const counters = this.counters(field.counters)
    const more = ticket.more?.length ?? 0
    return html`<section class="slip" role="status">
      <h1>${again ? this.rules.say('again') : this.text.say('taken')}</h1>
      <moi-number class="number ${ticket.number.length > 4 ? 'long' : ''}" value=${ticket.number}></moi-number>
      <p>${this.text.of(field.name)}${more > 0 ? html` ${this.rules.say(`more.taken.${more === 1 ? '1' : 'n'}`, { count: more })}` : nothing}</p>
      <p class="where">${[counters, ticket.priority ? this.text.say('taken.priority') : ''].filter(Boolean).join(' · ')}</p>
    </section>`
  }

  private counters (counters: readonly number[]): string {
    if (counters.length === 0) return ''
    const last = counters[counters.length - 1]!
    const named = counters.length === 1 ? String(last) : this.text.say('taken.or', { first: counters.slice(0, -1).join(', '), last })
    return this.text.say('taken.counter', { counters: named })
  }

  private ahead (step: Shown) {
    const { again } = step
    const isWaiting = !again || again.mine?.ticket.state === 'waiting'
    return html`<section class="ahead"><p class="first">${again ? this.standing(again.mine) : this.aheadText(step.taken.ahead)}</p>
      ${step.booked && isWaiting ? html`<p class="meaning">${kioskSign('calendar')}<span>${this.meaning(step)}</span></p>` : nothing}
      ${isWaiting ? this.expected(step) : nothing}
      ${isWaiting ? html`<p class="sit">${this.text.say('taken.next')}</p>` : nothing}</section>`
  }

  /** When, and what that is worth; where it may not be today any more, what to do. */
  private expected ({ taken, again }: Shown) {
    const { forecast } = taken
    const { hardlyToday, closes } = again?.mine ?? taken
    return html`${forecast ? html`<p class="expected"><moi-expected .forecast=${forecast} .now=${this.now} zone=${this.zone}></moi-expected></p>` : nothing}
      ${hardlyToday && closes !== undefined ? html`<p class="late">${this.foretold.say('hardlyToday', { time: timeText(closes, this.zone) })}</p>`
        : forecast && kindOf(forecast, this.now) !== 'now' ? html`<p class="note">${this.foretold.say('note')}</p>` : nothing}`
  }

  private aheadText (count: number): string {
    const field = this.field ?? this.step?.field
    return field ? this.text.say(`ahead.${countText(count, field)}`, { count }) : ''
  }

  private meaning ({ taken, shownAt }: Shown): string {
    const { appointment } = taken.ticket
    return this.rules.say(`meaning.${meaningOf(taken, shownAt)}`, { time: appointment ? timeText(appointment, this.zone) : '' })
  }

  /** How a number stands that was given out before; what to do now the office says itself. */
  private standing (mine: MyTicket | undefined): string {
    const { state, counter } = mine?.ticket ?? {}
    if (mine?.advice) return this.text.of(mine.advice)
    if (state === 'waiting' && mine?.ahead !== null) return this.aheadText(mine?.ahead ?? 0)
    if (state === 'called' || state === 'serving') return this.rules.say(`again.${state}`, { counter: counter ?? '' })
    return this.rules.say(state === 'done' ? 'again.done' : 'again.ask')
  }

  private paper (step: Shown) {
    if (step.again) return html`<p class="paper">${sign('print')}<span>${this.rules.say('again.paper', { time: timeText(step.taken.ticket.issuedAt, this.zone) })}</span></p>`
    const isTrouble = this.isInTrouble(step)
    const said = reprintText(step, this.reprint(step)) ?? paperText(this.known(step))
    return html`<p class="paper ${isTrouble ? 'trouble' : ''}" role="status">${sign(isTrouble ? 'warn' : 'print')}<span>${this.text.say(said, { number: step.taken.ticket.number })}</span></p>`
  }

  private known (step: Shown): PaperKnown {
    return { print: step.print, at: step.printer, ageMs: waitedMs(paperSince(step), this.now.getTime(), this.printer), printer: this.printer }
  }

  private reprint (step: Shown) { return reprintShown(step, this.now.getTime(), this.printer) }

  private isInTrouble (step: Shown): boolean {
    return isPaperInTrouble(this.known(step)) || step.reprint?.at === 'refused' || step.reprint?.at === 'unsure'
  }

  /** Where the code leads. One that leads nowhere promises nothing: it is there where phones can reach the page. */
  private code ({ taken: { url } }: Shown): string | undefined {
    return url && this.office?.onPhones !== false ? url : undefined
  }

  private phone (step: Shown) {
    const url = this.code(step)
    if (url === undefined) return nothing
    const words = this.text.say(!step.again && this.isInTrouble(step) ? 'code.keep' : 'code')
    const wifi = this.office?.wifi
    return html`<section class="phone"><moi-code value=${url} label=${words}></moi-code>
      <div><p>${words}</p>${wifi === undefined ? nothing : html`<p class="wifi">${this.text.say('code.wifi', { wifi })}</p>`}</div></section>`
  }

  private closing (step: Shown) {
    const { shownAt, closesAt } = step
    const leftMs = Math.max(0, closesAt - this.now.getTime())
    return html`<div class="close">
      <div><p class="second">${this.text.say('closing', { seconds: Math.ceil(leftMs / 1000) })}</p>
        <div class="bar" aria-hidden="true"><i .style=${`transform: scaleX(${Math.min(1, leftMs / (closesAt - shownAt)).toFixed(3)})`}></i></div></div>
      <div class="buttons">${this.choices(this.reprint(step))}</div>
    </div>`
  }

  private choices (shown: ReturnType<typeof reprintShown>) {
    if (shown === 'ask') return html`${this.button('print.again.no', { do: 'keepSlip' })}${this.button('print.again', { do: 'printAgain' }, 'primary')}`
    const offer = shown === 'offer' ? this.button('print.again', { do: 'reprint', now: this.now.getTime() }) : nothing
    return html`${offer}${this.button('done', { do: 'home' }, 'primary')}`
  }

  private button (label: 'done' | 'print.again' | 'print.again.no', touched: Touched, tone = '') {
    return html`<button type="button" class="button ${tone}" @click=${() => touch(this, touched)}>${this.text.say(label)}</button>`
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-taken': Taken } }
