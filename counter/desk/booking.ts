import { css, html, LitElement, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { Slot } from '../../common/contract/booking.ts'
import type { FloorShot } from '../../common/contract/live.ts'
import { bookTexts } from '../../common/i18n/book.ts'
import { deskBookingTexts } from '../../common/i18n/desk-booking.ts'
import { deskTexts } from '../../common/i18n/desk.ts'
import { codeLength } from '../../common/ui/booking-code.ts'
import { freeIn, halves, noonOf, offered, type DaySlots } from '../../common/ui/booking-days.ts'
import type { Catalogue } from '../../common/ui/catalogue.ts'
import '../../common/ui/code.ts'
import { desk } from '../../common/ui/desk.ts'
import { Speaking } from '../../common/ui/language.ts'
import type { LiveState } from '../../common/ui/live-state.ts'
import { dateText, timeText } from '../../common/ui/moment.ts'
import type { Slip } from '../../common/ui/printing.ts'
import { base, buttons, numbers } from '../../common/ui/style.ts'
import type { BookingDraft } from './booking-flow.ts'
import './given-card.ts'
import type { Stage } from './issuing.ts'
import { part } from './style.ts'

/**
 * Whoever has booked gets a number; whoever has not is booked a time.
 * @fires moi-code with `{ code }`, moi-check-in with `{ code }`
 * @fires moi-book-field with `{ field }`, moi-day with `{ date }`, moi-slot with `{ slot }`, moi-book, moi-book-again
 */
@customElement('moi-desk-booking')
export class DeskBooking extends LitElement {
  static override styles = [base, buttons, numbers, desk, part, css`
    :host { display: grid; grid-template-columns: minmax(0, 24rem) minmax(0, 1fr); gap: 1.25rem; align-items: start; }
    .card { display: grid; gap: 0.875rem; padding: 1.125rem 1.25rem 1.25rem; }
    .left { display: grid; gap: 0.875rem; }
    form { display: grid; gap: 0.375rem; }
    .row { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0.5rem; }
    input.figure { min-height: 3.5rem; font-size: 1.625rem; font-weight: 700; letter-spacing: 0.12em; text-transform: uppercase; }
    .row .button { min-height: 3.5rem; }
    .days, .slots { display: grid; gap: 0.5rem; grid-template-columns: repeat(auto-fill, minmax(8.5rem, 1fr)); }
    .slots { grid-template-columns: repeat(auto-fill, minmax(5.5rem, 1fr)); margin-top: 0.375rem; }
    .days .button, .slots .button { width: 100%; min-height: 2.875rem; padding: 0.25rem 0.5rem; }
    .button small { display: block; font-size: 0.8125rem; font-weight: 500; line-height: 1.25; }
    .slots .button[disabled] .number { text-decoration: line-through; font-weight: 500; }
    .book { min-height: 3.5rem; font-size: 1.0625rem; }
    .letters { font-size: 2.75rem; font-weight: 700; letter-spacing: 0.06em; line-height: 1.15; }
    .hint { line-height: 1.45; }
    .phone { display: grid; grid-template-columns: 8rem minmax(0, 1fr); gap: 0.875rem; align-items: center; }
    moi-code { width: 8rem; height: 8rem; border-radius: 0.75rem; overflow: hidden; }
    @media (max-width: 56rem) { :host { grid-template-columns: minmax(0, 1fr); } }
  `]

  @property({ attribute: false }) state!: LiveState<FloorShot> & { readonly shot: FloorShot }
  @property({ attribute: false }) catalogue?: Catalogue
  @property({ attribute: false }) now = new Date()
  @property() code = ''
  @property({ attribute: false }) stage: Stage = { at: 'choosing' }
  @property({ attribute: false }) slip?: Slip
  @property({ type: Boolean }) mayReprint = true
  @property({ attribute: false }) draft!: BookingDraft
  /** Sent, and no code at all: said until it is typed on. */
  @state() private misshapen = false
  @query('#code') private readonly input?: HTMLInputElement
  private readonly text = new Speaking(this, deskBookingTexts)
  private readonly desk = new Speaking(this, deskTexts)
  private readonly book = new Speaking(this, bookTexts)

  private get zone (): string { return this.state.shot.office.timeZone }
  private get isOff (): boolean { return this.state.status !== 'live' }

  override render () {
    return html`<div class="left">${this.checkIn()}${this.stage.at === 'given' ? html`<moi-desk-given .given=${this.stage.given} .catalogue=${this.catalogue} .shot=${this.state.shot} .now=${this.now} .slip=${this.slip} ?offline=${this.isOff} .reprintable=${this.mayReprint}></moi-desk-given>` : nothing}</div>
      ${this.draft.booked ? this.booked() : this.time()}`
  }

  private checkIn () {
    const { stage } = this
    const isSending = stage.at === 'sending'
    return html`<section class="card"><div><h2>${this.text.say('checkIn')}</h2><p class="small">${this.text.say('checkIn.hint')}</p></div>
      <form @submit=${this.send}><label for="code">${this.text.say('code')}</label>
        <div class="row"><input id="code" class="figure" autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="12" .value=${this.code} aria-invalid=${this.misshapen ? 'true' : 'false'} @input=${this.typed}>
          <button class="button primary" aria-disabled=${isSending || this.isOff}>${this.text.say(isSending ? 'checkIn.sending' : 'checkIn.send')}</button></div></form>
      ${this.misshapen ? html`<p class="wrong" role="alert">${this.text.say('code.shape', { count: codeLength })}</p>` : stage.at === 'refused' ? html`<p class="wrong" role="alert">${stage.problem.code === 'NOT_FOUND' ? this.text.say('checkIn.unknown') : stage.problem.detail}${stage.problem.status === 0 ? ` ${this.desk.say('unsure')}` : ''}</p>` : nothing}
      ${this.isOff ? html`<p class="small warn" role="status">${this.desk.say('offline')}</p>` : nothing}</section>`
  }

  private time () {
    const { draft } = this
    const fields = this.catalogue?.fields.filter(({ bookable }) => bookable) ?? []
    return html`<section class="card"><div><h2>${this.text.say('time')}</h2><p class="small">${this.text.say('time.hint')}</p></div>
      <div class="chips" role="group" aria-label=${this.text.say('field')}>${fields.map(({ id, kioskLabel }) => html`<button type="button" class="button" aria-pressed=${id === draft.field ? 'true' : 'false'} @click=${() => this.tell('moi-book-field', { field: id })}>${this.text.of(kioskLabel)}</button>`)}</div>
      ${draft.problem ? html`<p class="wrong" role="alert">${draft.problem.detail}${draft.problem.status === 0 ? ` ${this.desk.say('unsure')}` : ''}</p>` : nothing}
      ${draft.field === undefined ? nothing : draft.doing === 'asking' ? html`<p class="second" role="status">${this.book.say('days.asking')}</p>` : this.days(draft)}</section>`
  }

  private days (draft: BookingDraft) {
    const shown = offered(draft.days)
    if (shown.length === 0) return html`<p class="said" role="status">${this.text.say('none')}</p>`
    const day = shown.find(({ date }) => date === draft.date)
    const isReady = draft.slot !== undefined && draft.doing === 'choosing' && !this.isOff
    return html`<div class="days" role="group" aria-label=${this.book.say('days')}>${shown.map(one => this.day(one))}</div>
      ${day ? halves(day.slots, this.zone).map(({ half, slots }) => html`<div><h3 id=${half}>${this.book.say(half)}</h3><div class="slots" role="group" aria-labelledby=${half}>${slots.map(slot => this.hour(slot))}</div></div>`) : nothing}
      <button type="button" class="button primary book" aria-disabled=${!isReady} @click=${() => { if (isReady) this.tell('moi-book') }}>${draft.doing === 'booking' ? this.book.say('booking')
        : draft.slot ? this.text.say('book.at', { day: dateText(draft.slot.at, this.zone, this.text.language), time: timeText(draft.slot.at, this.zone) }) : this.book.say('choose')}</button>`
  }

  private day (day: DaySlots) {
    const free = freeIn(day)
    const [weekday, date] = dateText(noonOf(day.date), 'UTC', this.text.language).split(', ')
    return html`<button type="button" class="button" aria-pressed=${day.date === this.draft.date ? 'true' : 'false'} ?disabled=${free === 0} @click=${() => this.tell('moi-day', { date: day.date })}>
      <span>${weekday} ${date?.slice(0, 5)}<small>${free === 0 ? this.book.say('day.full') : this.book.say('day.free', { count: free })}</small></span></button>`
  }

  private hour (slot: Slot) {
    return html`<button type="button" class="button" aria-pressed=${slot.at === this.draft.slot?.at ? 'true' : 'false'} ?disabled=${slot.left === 0} @click=${() => this.tell('moi-slot', { slot })}><span class="number">${timeText(slot.at, this.zone)}</span></button>`
  }

  /** The code, large enough to be copied from across the desk. */
  private booked () {
    const { booked } = this.draft
    if (!booked) return nothing
    const { booking: { code, at, field } } = booked
    const named = this.catalogue?.fields.find(({ id }) => id === field)
    return html`<section class="card" role="status"><h2>${this.text.say('booked')}</h2>
      <p class="number letters" aria-label=${[...code].join(' ')}>${code.slice(0, 3)} ${code.slice(3)}</p>
      <p class="hint"><strong>${named ? this.text.of(named.kioskLabel) : field}: ${this.book.say('chosen', { day: dateText(at, this.zone, this.text.language), time: timeText(at, this.zone) })}</strong></p>
      <p class="hint">${this.text.say('booked.hint')}</p>
      ${this.phone(booked.token)}
      <button type="button" class="button" @click=${() => this.tell('moi-book-again')}>${this.text.say('again')}</button></section>`
  }

  /** Where phones reach the office, the citizen takes the booking along. */
  private phone (token: string) {
    const bookUrl = this.catalogue?.office.bookUrl
    return bookUrl === undefined ? nothing : html`<div class="phone"><moi-code value="${bookUrl}#${token}" label=${this.book.say('code.qr')}></moi-code><p class="hint">${this.text.say('booked.phone')}</p></div>`
  }

  private readonly typed = (): void => {
    this.misshapen = false
    this.tell('moi-code', { code: this.input?.value ?? '' })
  }

  private readonly send = (event: Event): void => {
    event.preventDefault()
    const code = (this.input?.value ?? '').trim()
    this.misshapen = !isShapedAsCode(code)
    if (!this.misshapen && this.stage.at !== 'sending' && !this.isOff) this.tell('moi-check-in', { code })
  }

  private tell (type: string, detail?: object): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }))
  }
}

/** Letters that no code has are the office's to refuse: it says to look at each of them again. */
const isShapedAsCode = (typed: string): boolean => /^[A-Z0-9]+$/i.test(plain(typed)) && plain(typed).length === codeLength
const plain = (typed: string): string => typed.replace(/[\s-]/g, '')

declare global { interface HTMLElementTagNameMap { 'moi-desk-booking': DeskBooking } }
