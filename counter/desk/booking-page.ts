import { html, LitElement } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Principal } from '../../common/contract/access.ts'
import type { Booked, CheckInRequest, Slot } from '../../common/contract/booking.ts'
import type { FloorShot } from '../../common/contract/live.ts'
import { may } from '../../common/contract/permissions.ts'
import { Api, newKey } from '../../common/ui/api.ts'
import { countedFrom, datesAhead, type DaySlots } from '../../common/ui/booking-days.ts'
import type { Catalogue } from '../../common/ui/catalogue.ts'
import type { LiveState } from '../../common/ui/live-state.ts'
import { noBooking, withDay, withDays, withField, type BookingDraft } from './booking-flow.ts'
import './booking.ts'
import { Issuing } from './issuing.ts'
import type { Memory } from './memory.ts'

/**
 * Booked times: numbers for those who have one, times for those who want one.
 * @fires moi-signed-out
 */
@customElement('moi-booking-page')
export class BookingPage extends LitElement {
  @property({ attribute: false }) state!: LiveState<FloorShot> & { readonly shot: FloorShot }
  @property({ attribute: false }) catalogue?: Catalogue
  @property({ attribute: false }) memory!: Memory
  @property({ attribute: false }) me!: Principal
  @property({ attribute: false }) now = new Date()
  @state() private draft: BookingDraft = noBooking
  private readonly api = new Api('staff')
  private readonly issuing = new Issuing(this, this.api)
  /** One choice, one key: booked again after a lost answer, it is the same booking. */
  private key?: string

  protected override createRenderRoot () { return this }

  protected override willUpdate (): void {
    if (this.issuing.isSignedOut || this.draft.problem?.code === 'SIGN_IN_REQUIRED') queueMicrotask(() => this.dispatchEvent(new CustomEvent('moi-signed-out', { bubbles: true, composed: true })))
  }

  override render () {
    const { issuing: { stage, printing } } = this
    return html`<moi-desk-booking .state=${this.state} .catalogue=${this.catalogue} .now=${this.now} code=${this.memory.code} .stage=${stage} .slip=${printing.slip} .draft=${this.draft} .mayReprint=${may(this.me, 'reprint')}
      @moi-code=${(event: CustomEvent<{ code: string }>) => this.typed(event.detail.code)} @moi-check-in=${(event: CustomEvent<{ code: string }>) => this.checkIn({ code: event.detail.code.toUpperCase() })}
      @moi-reprint=${(event: CustomEvent<{ ticket: { id: string, number: string } }>) => printing.print(event.detail.ticket)} @moi-next-person=${() => this.issuing.again()}
      @moi-book-field=${(event: CustomEvent<{ field: string }>) => this.ask(event.detail.field)} @moi-day=${(event: CustomEvent<{ date: string }>) => { this.draft = withDay(this.draft, event.detail.date) }}
      @moi-slot=${(event: CustomEvent<{ slot: Slot }>) => this.choose(event.detail.slot)} @moi-book=${this.book} @moi-book-again=${() => { this.draft = noBooking }}></moi-desk-booking>`
  }

  /** By the code that was typed, or the token that was scanned. */
  async checkIn (asked: CheckInRequest): Promise<void> {
    const given = await this.issuing.checkIn(asked)
    if (!given) return
    this.memory.gave(given)
    this.memory.code = ''
    this.requestUpdate()
  }

  private typed (code: string): void {
    this.memory.code = code
    if (this.issuing.stage.at !== 'choosing') this.issuing.again()
    this.requestUpdate()
  }

  private choose (slot: Slot): void {
    const { problem: _, ...draft } = this.draft
    this.key = undefined
    this.draft = { ...draft, slot }
  }

  private async ask (field: string): Promise<void> {
    this.draft = withField(field)
    const days = await this.daysOf(field)
    if (this.draft.field !== field || !days) return
    this.draft = withDays(this.draft, days)
  }

  /** How far ahead it may be booked the office says by its answers: two weeks are asked for at once. */
  private async daysOf (field: string): Promise<readonly DaySlots[] | undefined> {
    const office = this.catalogue?.office
    if (!office) return undefined
    const dates = datesAhead(countedFrom(office, this.now), office.timeZone, 0)
    const answers = await Promise.all(dates.map(date => this.api.get<{ readonly items: readonly Slot[] }>(`/slots?field=${field}&date=${date}`)))
    const failed = answers.flatMap(answer => answer.ok ? [] : [answer.error])[0]
    if (failed) this.draft = { ...this.draft, doing: 'choosing', problem: failed }
    return failed ? undefined : answers.flatMap((answer, place) => answer.ok ? [{ date: dates[place] ?? '', slots: answer.value.items }] : [])
  }

  private readonly book = async (): Promise<void> => {
    const { field, slot } = this.draft
    if (field === undefined || !slot || this.draft.doing !== 'choosing') return
    const { problem: _, ...draft } = this.draft
    this.draft = { ...draft, doing: 'booking' }
    this.key ??= newKey()
    const answer = await this.api.post<Booked>('/bookings', { field, at: slot.at }, { key: this.key })
    if (answer.ok || answer.error.status !== 0) this.key = undefined
    this.draft = answer.ok ? { ...noBooking, booked: answer.value } : { ...draft, doing: 'choosing', problem: answer.error }
    if (!answer.ok && answer.error.code === 'SLOT_TAKEN') await this.refresh(field)
  }

  private async refresh (field: string): Promise<void> {
    const { problem } = this.draft
    const days = await this.daysOf(field)
    if (days && this.draft.field === field) this.draft = { ...withDays(this.draft, days), ...problem && { problem } }
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-booking-page': BookingPage } }
