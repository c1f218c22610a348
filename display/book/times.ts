import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Slot } from '../../common/contract/booking.ts'
import { bookTexts } from '../../common/i18n/book.ts'
import { Speaking } from '../../common/ui/language.ts'
import { dateText, timeText } from '../../common/ui/moment.ts'
import { base, buttons, numbers } from '../../common/ui/style.ts'
import { daysAtOnce, firstFree, freeIn, halves, mayGoOn, noonOf, offered, type DaySlots } from '../../common/ui/booking-days.ts'
import type { TimeStep } from './flow.ts'
import { sheet } from './style.ts'

/**
 * Days with a free time, the times of one of them, and the button that books it.
 * @fires moi-day with `{ date }`
 * @fires moi-slot with `{ slot }`
 * @fires moi-later: the days after those shown
 * @fires moi-book
 */
@customElement('moi-book-times')
export class BookTimes extends LitElement {
  static override styles = [base, buttons, numbers, sheet, css`
    :host { display: block; margin: 0 -1.25rem; padding: 0 1.25rem; }
    .days, .slots { display: grid; grid-gap: 0.5rem; }
    .days { grid-template-columns: repeat(auto-fill, minmax(9.5rem, 1fr)); }
    .slots { grid-template-columns: repeat(auto-fill, minmax(5.75rem, 1fr)); }
    .half { margin: 1.25rem 0 0.5rem; }
    .button { width: 100%; padding: 0.375rem 0.5rem; border-width: 1px; }
    .days .button { min-height: 4rem; }
    .slots .button { min-height: 3.25rem; font-size: 1.125rem; }
    .button small { display: block; font-size: 0.875rem; font-weight: 500; line-height: 1.3; color: var(--moi-text-second); }
    .button.on { border-color: var(--moi-brand); background: var(--moi-brand); color: var(--moi-on-brand); }
    .button.on small, .button[disabled] small { color: inherit; }
    .slots .button[disabled] .number { text-decoration: line-through; font-weight: 500; }
    .later, .end { margin-top: 0.75rem; }
    .days ~ .none { margin-top: 0.75rem; }
    .none p { margin-top: 0.25rem; }
    .asking { padding: 1.5rem 0; color: var(--moi-text-second); }
    .bar {
      position: sticky; bottom: 0; margin: 1.5rem -1.25rem 0; padding: 0.875rem 1.25rem 1rem;
      border-top: 1px solid var(--moi-line); background: var(--moi-ground);
    }
    .bar .wrong { grid-column: 1 / 3; font-weight: 700; margin-bottom: 0.5rem; color: var(--moi-stop); }
    .bar p { line-height: 1.35; }
    .bar .what { font-weight: 700; }
    .bar .button { min-height: 3.5rem; margin-top: 0.625rem; border-width: 0.125rem; font-size: 1.125rem; }
    @media (min-width: 48rem) {
      .bar { display: grid; grid-template-columns: minmax(0, 1fr) 16rem; grid-column-gap: 1.5rem; align-items: center; }
      .bar .button { margin-top: 0; }
    }
  `]

  @property({ attribute: false }) step!: TimeStep
  @property() zone = 'Asia/Ho_Chi_Minh'
  /** Why the time was not booked. */
  @property() wrong = ''
  private readonly text = new Speaking(this, bookTexts)

  override render () {
    const { days, doing, date } = this.step
    const shown = offered(days)
    if (shown.length === 0) return doing === 'asking' ? this.asking() : this.none()
    const day = shown.find(day => day.date === date)
    const isFull = firstFree(days) === undefined
    return html`
      <div class="days" role="group" aria-label=${this.text.say('days')}>${shown.map(day => this.day(day))}</div>
      ${doing === 'asking' ? this.asking() : this.later(days)}
      ${day ? halves(day.slots, this.zone).map(({ half, slots }) => html`<h2 class="half" id=${half}>${this.text.say(half)}</h2>
        <div class="slots" role="group" aria-labelledby=${half}>${slots.map(slot => this.time(slot))}</div>`) : nothing}
      ${isFull ? this.none() : this.bar()}`
  }

  /** More days, as long as there may be some; that there are none is said to whoever asked. */
  private later (days: readonly DaySlots[]) {
    if (mayGoOn(days)) return html`<button type="button" class="button quiet later" @click=${() => this.tell('moi-later')}>${this.text.say('days.later')}</button>`
    return days.length > daysAtOnce ? html`<p class="small end" role="status">${this.text.say('days.end')}</p>` : nothing
  }

  private asking () { return html`<p class="asking" role="status">${this.text.say('days.asking')}</p>` }

  private none () {
    return html`<section class="card warn none" role="status"><h2>${this.text.say('none.title')}</h2><p>${this.text.say('none')}</p></section>`
  }

  private day (day: DaySlots) {
    const free = freeIn(day)
    const [weekday, date] = dateText(noonOf(day.date), 'UTC', this.text.language).split(', ')
    const isOn = day.date === this.step.date
    return html`<button type="button" class="button ${isOn ? 'on' : ''}" aria-pressed=${isOn} ?disabled=${free === 0} @click=${() => this.tell('moi-day', { date: day.date })}>
      <span>${weekday} ${date?.slice(0, 5)}<small>${free === 0 ? this.text.say('day.full') : this.text.say('day.free', { count: free })}</small></span></button>`
  }

  private time (slot: Slot) {
    const isOn = slot.at === this.step.chosen?.at
    const note = slot.left === 0 ? 'slot.full' : slot.left === 1 ? 'slot.one' : undefined
    return html`<button type="button" class="button ${isOn ? 'on' : ''}" aria-pressed=${isOn} ?disabled=${slot.left === 0} @click=${() => this.tell('moi-slot', { slot })}>
      <span><span class="number">${timeText(slot.at, this.zone)}</span>${note ? html`<small>${this.text.say(note)}</small>` : nothing}</span></button>`
  }

  private bar () {
    const { chosen, doing, field, procedure } = this.step
    const isSending = doing === 'booking'
    return html`<div class="bar">
      ${this.wrong ? html`<p class="wrong" role="alert">${this.wrong}</p>` : nothing}
      <div><p class="what">${chosen ? this.text.say('chosen', { day: dateText(chosen.at, this.zone, this.text.language), time: timeText(chosen.at, this.zone) }) : this.text.say('choose')}</p>
        <p class="small">${this.text.of((procedure ?? field).name)}</p></div>
      <button type="button" class="button primary" ?disabled=${!chosen || doing !== 'choosing'} aria-busy=${isSending} @click=${() => this.tell('moi-book')}>${this.text.say(isSending ? 'booking' : 'book')}</button>
    </div>`
  }

  private tell (type: string, detail?: object): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }))
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-book-times': BookTimes } }
