import { html, LitElement } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { TicketShot } from '../../common/contract/live.ts'
import type { RatingRequest } from '../../common/contract/rating.ts'
import type { Field } from '../../common/contract/office.ts'
import type { MyTicket } from '../../common/contract/ticket.ts'
import { phoneTexts } from '../../common/i18n/phone.ts'
import { Api } from '../../common/ui/api.ts'
import { officeClock, Ticking } from '../../common/ui/clock.ts'
import { language, languageFromAddress, Speaking } from '../../common/ui/language.ts'
import type { LiveState } from '../../common/ui/live-state.ts'
import { Watching } from '../../common/ui/watching.ts'
import { isNewCall, isNewlyMissed, titleOf, vibrate } from './attention.ts'
import type { Cancelling } from './cancel.ts'
import { followTicket } from './follow.ts'
import type { FieldNames } from './journey.ts'
import { movedAfter, type Moved } from './moved.ts'
import { newsAfter, type News } from './news.ts'
import type { Rating } from './rate.ts'
import { cancelNumber, sendRating } from './send.ts'
import { tokenOf } from './token.ts'
import './view.ts'

/** How often a time that runs out is counted anew. */
const countEveryMs = 10_000

/** The page behind the QR on a slip: whoever holds the token sees this one ticket, without signing in. */
@customElement('moi-phone-page')
export class PhonePage extends LitElement {
  private readonly token = tokenOf(location.pathname)
  private readonly live = this.token === undefined ? undefined : new Watching(this, { watch: { view: 'ticket', token: this.token }, follow: followTicket })
  private readonly text = new Speaking(this, phoneTexts)
  private readonly clock = new Ticking(this, countEveryMs)
  @state() private rating: Rating = 'asked'
  @state() private cancelling: Cancelling = 'offered'
  @state() private wrong = ''
  @state() private names: FieldNames = {}
  private isNaming = false
  private news?: News
  private moved?: Moved
  private seen?: MyTicket

  private get known (): LiveState<TicketShot> { return this.live?.state ?? { status: 'refused', code: 'NOT_FOUND' } }

  protected override createRenderRoot () { return this }

  override connectedCallback (): void {
    super.connectedCallback()
    language.set(languageFromAddress())
    document.addEventListener('visibilitychange', this.lookedAt)
  }

  override disconnectedCallback (): void {
    super.disconnectedCallback()
    document.removeEventListener('visibilitychange', this.lookedAt)
  }

  override render () {
    return html`<moi-phone .state=${this.known} .now=${this.clock.now} rating=${this.rating} cancelling=${this.cancelling} wrong=${this.wrong}
      .news=${this.news} .moved=${this.moved} .names=${this.names} @moi-cancelling=${({ detail }: CustomEvent<{ to: Cancelling }>) => this.cancel(detail.to)}
      @moi-level=${(event: CustomEvent<{ level: 1 | 2 | 3 | 4 | 5 }>) => this.rate(event.detail)} @moi-skip=${() => this.rate({ skipped: true })}></moi-phone>`
  }

  protected override willUpdate (): void {
    const mine = this.known.shot?.mine
    if (!mine || mine === this.seen) return
    this.news = newsAfter(this.news, this.seen, mine)
    this.moved = movedAfter(this.moved, this.seen?.forecast, mine.forecast, officeClock.now().toISOString())
  }

  protected override updated (): void {
    const { shot } = this.known
    document.title = shot ? titleOf(shot.mine, this.text.language, shot.office.timeZone) : this.text.say('title')
    if (!shot || shot.mine === this.seen) return
    if (isNewCall(this.seen, shot.mine) || isNewlyMissed(this.seen, shot.mine)) {
      vibrate()
      scrollTo(0, 0)
    }
    this.seen = shot.mine
    if (shot.mine.ticket.more) void this.nameFields()
  }

  /** What later services are called: asked once, and only for a number that has some. */
  private async nameFields (): Promise<void> {
    if (this.isNaming) return
    this.isNaming = true
    const fields = await new Api().get<{ items: readonly Field[] }>('/fields')
    this.isNaming = fields.ok
    // Object.fromEntries is younger than the browsers of some phones.
    if (fields.ok) this.names = fields.value.items.reduce<FieldNames>((names, { id, name }) => ({ ...names, [id]: name }), {})
  }

  private async cancel (to: Cancelling): Promise<void> {
    this.cancelling = to
    if (to !== 'sending' || !this.token) return
    const no = await cancelNumber(this.token)
    this.wrong = no ? no.detail ?? this.text.say('cancel.retry') : ''
    this.cancelling = no ? 'refused' : 'offered'
    // Also when it was too late: what the number is now, only the office knows.
    this.live?.refresh()
  }

  private async rate (answer: { level: 1 | 2 | 3 | 4 | 5 } | { skipped: true }): Promise<void> {
    const token = this.known.shot?.mine.rating?.token
    if (!token || this.rating === 'sending') return
    this.rating = 'sending'
    const request: RatingRequest = { token, ...answer }
    const code = await sendRating(request)
    this.rating = code === undefined ? ('skipped' in answer ? 'skipped' : 'thanks') : ratingAfter(code)
  }

  /** A phone that slept may believe in a connection that is long gone. */
  private readonly lookedAt = (): void => { if (!document.hidden) this.live?.refresh() }
}

function ratingAfter (code: string): Rating {
  if (code === 'TOKEN_USED') return 'used'
  return code === 'TOKEN_EXPIRED' || code === 'NOT_FOUND' ? 'expired' : 'retry'
}

declare global { interface HTMLElementTagNameMap { 'moi-phone-page': PhonePage } }
