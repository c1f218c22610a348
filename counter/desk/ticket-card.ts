import { css, html, LitElement, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { FloorShot } from '../../common/contract/live.ts'
import type { Ticket, TicketTurn } from '../../common/contract/ticket.ts'
import { deskFindTexts } from '../../common/i18n/desk-find.ts'
import { deskTexts } from '../../common/i18n/desk.ts'
import type { Catalogue } from '../../common/ui/catalogue.ts'
import { desk } from '../../common/ui/desk.ts'
import { digitMark, fieldColours } from '../../common/ui/field-colour.ts'
import { forecastText } from '../../common/ui/forecast.ts'
import { Speaking } from '../../common/ui/language.ts'
import { timeText } from '../../common/ui/moment.ts'
import '../../common/ui/number.ts'
import { isComing, type Slip } from '../../common/ui/printing.ts'
import { sign } from '../../common/ui/signs.ts'
import { needsEyes, slipSaid } from '../../common/ui/slip-said.ts'
import { base, buttons, numbers } from '../../common/ui/style.ts'
import type { Done } from './finding.ts'
import { part } from './style.ts'
import { stateSaid, type CardDeed } from './ticket-words.ts'

/**
 * One number: where it is, what its holder may expect, and what can be done for it.
 * @fires moi-card with `{ deed }`
 */
@customElement('moi-ticket-card')
export class TicketCard extends LitElement {
  static override styles = [base, buttons, numbers, desk, part, fieldColours, digitMark, css`
    .card { display: grid; gap: 0.875rem; padding: 1.125rem 1.25rem 1.25rem; }
    .top { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; align-items: end; justify-content: space-between; }
    moi-number { font-size: 4.5rem; font-weight: 800; line-height: 1.15; }
    .marks { display: flex; flex-wrap: wrap; gap: 0.375rem; }
    .mark { padding: 0.125rem 0.625rem; border-radius: 1rem; background: var(--moi-brand-soft); color: var(--moi-brand-deep); font-size: 0.875rem; font-weight: 600; }
    .state { font-size: 1.125rem; font-weight: 700; line-height: 1.4; }
    .what { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 0.75rem; align-items: center; font-weight: 600; line-height: 1.35; }
    .lines { display: grid; gap: 0.25rem; line-height: 1.45; }
    .deeds { display: flex; flex-wrap: wrap; gap: 0.5rem; }
    .deeds .button { flex: 1 1 11rem; }
    .deeds .button.stop { flex: 0 1 auto; }
    .slip { font-weight: 600; line-height: 1.4; color: var(--moi-brand-deep); }
    .slip.look { color: var(--moi-warn); }
    .sure { display: grid; gap: 0.75rem; padding: 0.875rem; border: 1px solid var(--moi-stop); border-radius: 0.875rem; }
    .sure p { font-weight: 600; line-height: 1.4; }
  `]

  @property({ attribute: false }) ticket!: Ticket
  @property({ attribute: false }) turn?: TicketTurn
  @property({ attribute: false }) catalogue?: Catalogue
  @property({ attribute: false }) shot?: FloorShot
  @property({ attribute: false }) now = new Date()
  @property({ attribute: false }) deeds: readonly CardDeed[] = []
  @property({ attribute: false }) done?: Done
  /** Slips asked for here. */
  @property({ attribute: false }) slips: readonly Slip[] = []
  @property({ type: Boolean }) offline = false
  /** Whether it is being asked if the number shall really be given up. */
  @state() asking = false
  private readonly text = new Speaking(this, deskFindTexts)
  private readonly common = new Speaking(this, deskTexts)

  private get zone (): string { return this.shot?.office.timeZone ?? 'Asia/Ho_Chi_Minh' }

  override render () {
    const { ticket } = this
    return html`<section class="card" aria-label=${this.text.say('card', { number: ticket.number })}>
      <div class="top"><moi-number value=${ticket.number}></moi-number>${this.marks()}</div>
      <p class="state" role="status">${stateSaid(ticket, this.zone, this.text.language)}.</p>
      ${this.what()}
      ${this.expected()}
      ${this.told()}
      ${this.asking ? this.sure() : this.buttons()}
    </section>`
  }

  private marks () {
    const { priority, dossiers, appointment, paper } = this.ticket
    const marks = [
      ...paper ? [this.text.say('mark.paper')] : [], ...priority ? [this.common.say('mark.priority')] : [],
      ...dossiers > 1 ? [this.common.say('mark.dossiers', { count: dossiers })] : [], ...appointment ? [this.common.say('mark.appointment', { time: timeText(appointment, this.zone) })] : []
    ]
    return marks.length === 0 ? nothing : html`<p class="marks">${marks.map(mark => html`<span class="mark">${mark}</span>`)}</p>`
  }

  private what () {
    const { ticket, catalogue } = this
    const field = catalogue?.fields.find(({ id }) => id === ticket.field)
    const procedure = catalogue?.procedures.find(({ id }) => id === ticket.procedure)
    if (!field) return nothing
    const next = (ticket.more ?? []).map(({ field, procedure }) => catalogue?.procedures.find(({ id }) => id === procedure) ?? catalogue?.fields.find(({ id }) => id === field))
    return html`<div><p class="what"><span class="digit" data-digit=${field.digit} aria-hidden="true">${field.digit}</span>
      <span>${this.text.of((procedure ?? field).kioskLabel)} · ${this.common.say(`purpose.${ticket.purpose}`)}</span></p>
      ${next.map(service => service ? html`<p class="small">${this.text.say('then', { name: this.text.of(service.kioskLabel) })}</p>` : nothing)}</div>`
  }

  private expected () {
    const { ticket, turn } = this
    const lines = [
      this.text.say(ticket.paper ? 'taken.paper' : 'taken', { time: timeText(ticket.issuedAt, this.zone) }),
      ...ticket.hold?.reason ? [this.text.say('hold.reason', { reason: ticket.hold.reason })] : [],
      ...turn && turn.ahead !== null ? [turn.ahead === 0 ? this.common.say('ahead.0') : this.common.say('ahead', { count: turn.ahead })] : [],
      ...turn?.forecast ? [forecastText(turn.forecast, { now: this.now, zone: this.zone, language: this.text.language })] : [],
      ...turn && turn.counters.length > 0 && ticket.state === 'waiting' ? [this.text.say('counters', { counters: turn.counters.join(', ') })] : []
    ]
    return html`<div class="lines second">${lines.map(line => html`<p>${line}.</p>`)}
      ${turn?.promise?.broken ? html`<p class="warn"><strong>${this.text.say('broken')}</strong></p>` : nothing}</div>`
  }

  private told () {
    const { done, shot } = this
    const printers = shot?.printers ?? []
    return html`
      <p role="status" class=${done?.state === 'done' ? 'said' : ''} ?hidden=${done?.state !== 'done'}>${done?.state === 'done' ? this.text.say(`done.${done.deed}`, { number: this.ticket.number }) : ''}</p>
      ${done?.state === 'refused' ? html`<p class="wrong" role="alert">${done.problem?.detail}${done.problem?.status === 0 ? ` ${this.common.say('unsure')}` : ''}</p>` : nothing}
      ${this.slips.map(slip => html`<p class="slip ${needsEyes(slip, printers) ? 'look' : ''}" role="status">${slipSaid(slip, printers, slip.problem?.detail ?? '')}</p>`)}`
  }

  private buttons () {
    if (this.deeds.length === 0) return nothing
    return html`<div class="deeds">${this.deeds.map((deed, place) => this.button(deed, place === 0))}</div>
      ${this.offline ? html`<p class="small warn" role="status">${this.common.say('offline')}</p>` : nothing}`
  }

  private button (deed: CardDeed, isFirst: boolean) {
    const kind = kindOf[deed]
    const isOff = this.offline || this.done?.state === 'doing' || kind !== undefined && this.slips.some(slip => slip.kind === kind && isComing(slip))
    return html`<button type="button" class="button ${deed === 'cancel' ? 'stop' : isFirst && deed === 'return' ? 'primary' : ''}" aria-disabled=${isOff} @click=${() => { if (!isOff) this.press(deed) }}>
      ${kind ? sign('print') : nothing}<span>${this.text.say(`deed.${deed}`)}</span></button>`
  }

  /** A number that is given up does not come back: asked once. */
  private sure () {
    return html`<div class="sure"><p role="alert">${this.text.say('cancel.sure', { number: this.ticket.number })}</p><div class="deeds">
      <button type="button" class="button" @click=${() => { this.asking = false }}>${this.text.say('cancel.no')}</button>
      <button type="button" class="button stop" aria-disabled=${this.offline} @click=${() => { this.asking = false; if (!this.offline) this.tell('cancel') }}>${this.text.say('cancel.yes', { number: this.ticket.number })}</button></div></div>`
  }

  private press (deed: CardDeed): void {
    if (deed === 'cancel') this.asking = true
    else this.tell(deed)
  }

  private tell (deed: CardDeed): void {
    this.dispatchEvent(new CustomEvent('moi-card', { detail: { deed }, bubbles: true, composed: true }))
  }
}

const kindOf: Readonly<Partial<Record<CardDeed, Slip['kind']>>> = { reprint: 'again', apologise: 'apology', checklist: 'checklist' }

declare global { interface HTMLElementTagNameMap { 'moi-ticket-card': TicketCard } }
