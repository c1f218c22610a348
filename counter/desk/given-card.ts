import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { FloorShot } from '../../common/contract/live.ts'
import { deskTexts } from '../../common/i18n/desk.ts'
import type { Catalogue } from '../../common/ui/catalogue.ts'
import '../../common/ui/code.ts'
import { desk } from '../../common/ui/desk.ts'
import { digitMark, fieldColours } from '../../common/ui/field-colour.ts'
import { forecastText } from '../../common/ui/forecast.ts'
import { kept } from '../../common/ui/kept.ts'
import { Speaking } from '../../common/ui/language.ts'
import { timeText } from '../../common/ui/moment.ts'
import '../../common/ui/number.ts'
import { isComing, type Slip } from '../../common/ui/printing.ts'
import { sign } from '../../common/ui/signs.ts'
import { needsEyes, slipSaid } from '../../common/ui/slip-said.ts'
import { base, buttons, numbers } from '../../common/ui/style.ts'
import type { Given } from './issuing.ts'
import { part } from './style.ts'

/**
 * The number that was just given: large, with what to tell its holder, and what became of the slip.
 * @fires moi-reprint with `{ ticket: { id, number } }`
 * @fires moi-next-person
 */
@customElement('moi-desk-given')
export class DeskGiven extends LitElement {
  static override styles = [base, buttons, numbers, desk, part, fieldColours, digitMark, css`
    .card { display: grid; gap: 0.75rem; padding: 1.125rem; border: 2px solid var(--moi-brand); }
    .what { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 0.75rem; align-items: center; font-weight: 700; line-height: 1.3; }
    moi-number { font-size: clamp(4rem, 22vw, 6.5rem); font-weight: 800; line-height: 1.1; letter-spacing: -0.02em; }
    moi-number.long { font-size: clamp(3.5rem, 18vw, 5rem); }
    .marks { display: flex; flex-wrap: wrap; gap: 0.375rem; }
    .mark { padding: 0.125rem 0.625rem; border-radius: 1rem; background: var(--moi-brand-soft); color: var(--moi-brand-deep); font-size: 0.875rem; font-weight: 600; }
    .ahead { font-size: 1.125rem; font-weight: 700; line-height: 1.35; }
    .expected { line-height: 1.45; }
    .expected b { white-space: nowrap; }
    .slip { font-weight: 600; line-height: 1.4; color: var(--moi-brand-deep); }
    .slip.look { color: var(--moi-warn); }
    .phone { display: grid; grid-template-columns: 8rem minmax(0, 1fr); gap: 0.875rem; align-items: center; font-size: 0.9375rem; line-height: 1.4; }
    moi-code { width: 8rem; height: 8rem; border-radius: 0.75rem; overflow: hidden; }
    .deeds { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 0.5rem; }
    .deeds .button { min-height: 3.25rem; }
  `]

  @property({ attribute: false }) given!: Given
  @property({ attribute: false }) catalogue?: Catalogue
  @property({ attribute: false }) shot?: FloorShot
  @property({ attribute: false }) now = new Date()
  /** Absent where no paper was wanted. */
  @property({ attribute: false }) slip?: Slip
  @property({ type: Boolean }) offline = false
  @property({ type: Boolean }) reprintable = true
  private readonly text = new Speaking(this, deskTexts)

  private get zone (): string { return this.shot?.office.timeZone ?? 'Asia/Ho_Chi_Minh' }

  override render () {
    const { taken: { ticket } } = this.given
    return html`<section class="card" role="status" aria-label=${this.text.say('given')}>
      ${this.what()}
      <moi-number class=${ticket.number.length > 4 ? 'long' : ''} value=${ticket.number}></moi-number>
      ${this.marks()}
      ${this.turn()}
      ${this.paper()}
      ${this.phone()}
      <div class="deeds">
        ${this.reprintable ? html`<button type="button" class="button" aria-disabled=${this.offline || this.slip !== undefined && isComing(this.slip)} @click=${this.reprint}>${sign('print')}<span>${this.text.say(this.slip ? 'reprint' : 'print')}</span></button>` : nothing}
        <button type="button" class="button primary" @click=${() => this.tell('moi-next-person')}><span>${this.text.say('given.next')}</span><kbd>Esc</kbd></button>
      </div>
    </section>`
  }

  private what () {
    const { taken: { ticket }, booked } = this.given
    const field = this.catalogue?.fields.find(({ id }) => id === ticket.field)
    const procedure = this.catalogue?.procedures.find(({ id }) => id === ticket.procedure)
    return html`${booked?.before ? html`<p class="said">${this.text.say('given.before', { time: timeText(ticket.issuedAt, this.zone) })}</p>` : nothing}
      <p class="what">${field ? html`<span class="digit" data-digit=${field.digit} aria-hidden="true">${field.digit}</span><span>${this.text.of((procedure ?? field).kioskLabel)}</span>` : nothing}</p>`
  }

  private marks () {
    const { taken: { ticket: { priority, dossiers, more, appointment } } } = this.given
    const marks = [
      ...priority ? [this.text.say('mark.priority')] : [], ...dossiers > 1 ? [this.text.say('mark.dossiers', { count: dossiers })] : [],
      ...more ? [this.text.say('mark.more', { count: more.length })] : [], ...appointment ? [this.text.say('mark.appointment', { time: timeText(appointment, this.zone) })] : []
    ]
    return marks.length === 0 ? nothing : html`<p class="marks">${marks.map(mark => html`<span class="mark">${mark}</span>`)}</p>`
  }

  private turn () {
    const { taken: { ahead, forecast }, booked } = this.given
    if (booked?.before) return nothing
    const said = forecast ? `${forecastText(forecast, { now: this.now, zone: this.zone, language: this.text.language })}.` : ''
    return html`<div><p class="ahead">${ahead === 0 ? this.text.say('ahead.0') : this.text.say('ahead', { count: ahead })}</p>
      ${said ? html`<p class="expected">${kept(said)}</p>` : nothing}</div>`
  }

  private paper () {
    if (!this.slip) return html`<p class="slip">${this.text.say(this.given.booked?.before ? 'given.before.paper' : 'given.noPaper')}</p>`
    const printers = this.shot?.printers ?? []
    return html`<p class="slip ${needsEyes(this.slip, printers) ? 'look' : ''}">${slipSaid(this.slip, printers, this.slip.problem?.detail ?? '')}</p>`
  }

  /** Without paper, the phone keeps the number; where phones reach the office. */
  private phone () {
    const { url } = this.given.taken
    if (this.slip && !needsEyes(this.slip, this.shot?.printers ?? []) || !this.catalogue?.office.onPhones) return nothing
    return html`<div class="phone"><moi-code value=${url} label=${this.text.say('given.code')}></moi-code><p>${this.text.say('given.phone')}</p></div>`
  }

  private readonly reprint = (): void => {
    const { id, number } = this.given.taken.ticket
    if (!this.offline && !(this.slip && isComing(this.slip))) this.tell('moi-reprint', { ticket: { id, number } })
  }

  private tell (type: string, detail?: object): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }))
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-desk-given': DeskGiven } }
