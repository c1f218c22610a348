import { html, LitElement } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { Booked, BookingShown, Slot } from '../../common/contract/booking.ts'
import type { Field, Office, Procedure } from '../../common/contract/office.ts'
import { bookTexts } from '../../common/i18n/book.ts'
import { Api, newKey } from '../../common/ui/api.ts'
import { language, languageFromAddress, Speaking } from '../../common/ui/language.ts'
import { countedFrom, datesAhead, type DaySlots } from '../../common/ui/booking-days.ts'
import { atFirst, next, type BookEvent, type BookModel, type TimeStep } from './flow.ts'
import { tokenIn } from './token.ts'
import './view.ts'

interface Items<Item> { readonly items: readonly Item[] }

/** Where a citizen books a time; behind the # of its address, the booking of whoever holds it. */
@customElement('moi-book-page')
export class BookPage extends LitElement {
  private readonly api = new Api()
  private readonly text = new Speaking(this, bookTexts)
  @state() private model: BookModel = atFirst
  /** Of the wish under way: asked again after a lost answer, it must not book twice. */
  private wish?: { readonly what: string, readonly key: string }

  protected override createRenderRoot () { return this }

  override connectedCallback (): void {
    super.connectedCallback()
    language.set(languageFromAddress())
    addEventListener('popstate', this.moved)
    void this.open()
  }

  override disconnectedCallback (): void {
    super.disconnectedCallback()
    removeEventListener('popstate', this.moved)
  }

  override render () {
    return html`<moi-book .model=${this.model} @moi-choose=${({ detail }: CustomEvent<BookEvent>) => this.chosen(detail)} @moi-back=${() => history.back()} @moi-retry=${this.retry}
      @moi-day=${({ detail }: CustomEvent<{ date: string }>) => this.take({ type: 'day', ...detail })} @moi-slot=${({ detail }: CustomEvent<{ slot: Slot }>) => this.take({ type: 'slot', ...detail })}
      @moi-later=${() => this.askDays()} @moi-book=${this.book} @moi-again=${this.again}
      @moi-cancelling=${({ detail }: CustomEvent<{ to: 'offered' | 'asked' | 'sending' }>) => this.cancel(detail.to)}></moi-book>`
  }

  protected override updated (): void {
    const { step } = this.model
    document.title = step.at === 'booked' ? this.text.say('title.booked', { code: step.booking.code }) : this.text.say('title')
  }

  private take (event: BookEvent): void { this.model = next(this.model, event) }

  private async open (): Promise<void> {
    const [office, fields, procedures] = await Promise.all([
      this.api.get<Office>('/office'), this.api.get<Items<Field>>('/fields'), this.api.get<Items<Procedure>>('/procedures')
    ])
    if (!office.ok) return this.take({ type: 'failed', problem: office.error })
    if (!fields.ok) return this.take({ type: 'failed', problem: fields.error })
    this.take({ type: 'opened', office: office.value, fields: fields.value.items, procedures: procedures.ok ? procedures.value.items : [] })
    await this.show()
  }

  /** What the address says: a booking, or the beginning of one. */
  private async show (): Promise<void> {
    const token = tokenIn(location.hash)
    if (token === undefined) return this.take({ type: 'again' })
    const found = await this.api.get<BookingShown>(`/bookings/${token}`)
    if (found.ok) this.take({ type: 'found', token, booking: found.value.booking })
    else this.take(found.error.code === 'NOT_FOUND' ? { type: 'lost' } : { type: 'failed', problem: found.error })
  }

  /** Every step forward is one in the browser's history, so that its back button goes one step back. */
  private chosen (event: BookEvent): void {
    history.pushState(null, '')
    this.take(event)
    if (this.model.step.at === 'time') void this.askDays()
  }

  private readonly moved = (): void => {
    const { step } = this.model
    const isWithin = step.at === 'procedure' || step.at === 'time'
    if (isWithin && tokenIn(location.hash) === undefined) this.take({ type: 'back' })
    else if (this.model.office) void this.show()
  }

  private readonly retry = (): void => {
    if (this.model.step.at === 'time') return void this.askDays()
    this.model = atFirst
    void this.open()
  }

  private readonly again = (): void => {
    history.pushState(null, '', location.pathname + location.search)
    this.take({ type: 'again' })
  }

  /** The days after those known; or, `dates` given, those anew. */
  private async askDays (dates?: readonly string[]): Promise<void> {
    const { office, step } = this.model
    if (step.at !== 'time' || !office) return
    this.take({ type: 'asking' })
    const asked = dates ?? datesAhead(countedFrom(office, new Date()), office.timeZone, step.days.length)
    const answers = await Promise.all(asked.map(date => this.api.get<Items<Slot>>(`/slots?field=${encodeURIComponent(step.field.id)}&date=${date}`)))
    if (!this.isStill(step)) return
    const days: DaySlots[] = []
    for (const [index, answer] of answers.entries()) {
      if (!answer.ok) return this.take({ type: 'failed', problem: answer.error })
      days.push({ date: asked[index] ?? '', slots: answer.value.items })
    }
    this.take({ type: 'days', days })
  }

  /** Whoever has gone to another field meanwhile gets no times of the one before. */
  private isStill ({ field }: TimeStep): boolean {
    const { step } = this.model
    return step.at === 'time' && step.field.id === field.id
  }

  private readonly book = async (): Promise<void> => {
    const { step } = this.model
    if (step.at !== 'time' || !step.chosen || step.doing !== 'choosing') return
    const { chosen: { at }, field, procedure, date } = step
    this.take({ type: 'booking' })
    const wish = { field: field.id, ...procedure && { procedure: procedure.id }, at, language: language.current }
    const what = JSON.stringify(wish)
    if (this.wish?.what !== what) this.wish = { what, key: newKey() }
    const booked = await this.api.post<Booked>('/bookings', wish, { key: this.wish.key })
    if (booked.ok) {
      this.wish = undefined
      history.replaceState(null, '', `#${booked.value.token}`)
      return this.take({ type: 'booked', booked: booked.value })
    }
    if (booked.error.code === 'SLOT_TAKEN' || booked.error.code === 'BOOKING_CLOSED') await this.askDays(date === undefined ? undefined : [date])
    this.take({ type: 'failed', problem: booked.error })
  }

  private async cancel (to: 'offered' | 'asked' | 'sending'): Promise<void> {
    const { step } = this.model
    if (step.at !== 'booked') return
    this.take({ type: 'cancelling', to })
    if (to !== 'sending') return
    const cancelled = await this.api.post<BookingShown>(`/bookings/${step.token}/cancel`, {})
    if (cancelled.ok) return this.take({ type: 'found', token: step.token, booking: cancelled.value.booking })
    // Too late: what has become of it, the office knows.
    if (cancelled.error.code === 'WRONG_STATE') await this.show()
    this.take({ type: 'failed', problem: cancelled.error })
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-book-page': BookPage } }
