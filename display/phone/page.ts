import { html, LitElement } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { TicketShot } from '../../common/contract/live.ts'
import type { RatingRequest } from '../../common/contract/rating.ts'
import type { MyTicket } from '../../common/contract/ticket.ts'
import { phoneTexts } from '../../common/i18n/phone.ts'
import { language, languageFromAddress, Speaking } from '../../common/ui/language.ts'
import type { LiveState } from '../../common/ui/live-state.ts'
import { Watching } from '../../common/ui/watching.ts'
import { isNewCall, titleOf, vibrate } from './attention.ts'
import { followTicket } from './follow.ts'
import type { Rating } from './rate.ts'
import { sendRating } from './send.ts'
import { tokenOf } from './token.ts'
import './view.ts'

/** The page behind the QR on a slip: whoever holds the token sees this one ticket, without signing in. */
@customElement('moi-phone-page')
export class PhonePage extends LitElement {
  private readonly token = tokenOf(location.pathname)
  private readonly live = this.token === undefined ? undefined : new Watching(this, { watch: { view: 'ticket', token: this.token }, follow: followTicket })
  private readonly text = new Speaking(this, phoneTexts)
  @state() private rating: Rating = 'asked'
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
    return html`<moi-phone .state=${this.known} rating=${this.rating}
      @moi-level=${(event: CustomEvent<{ level: 1 | 2 | 3 | 4 | 5 }>) => this.rate(event.detail)} @moi-skip=${() => this.rate({ skipped: true })}></moi-phone>`
  }

  protected override updated (): void {
    const mine = this.known.shot?.mine
    document.title = mine ? titleOf(mine, this.text.language) : this.text.say('title')
    if (!mine || mine === this.seen) return
    if (isNewCall(this.seen, mine)) {
      vibrate()
      scrollTo(0, 0)
    }
    this.seen = mine
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
