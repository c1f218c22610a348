import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { TicketShot } from '../../common/contract/live.ts'
import { commonTexts } from '../../common/i18n/common.ts'
import { phoneTexts } from '../../common/i18n/phone.ts'
import { language, Speaking } from '../../common/ui/language.ts'
import type { LiveState } from '../../common/ui/live-state.ts'
import '../../common/ui/stale-banner.ts'
import { base, buttons } from '../../common/ui/style.ts'
import '../../common/ui/trial-mark.ts'
import './cancel.ts'
import type { Cancelling } from './cancel.ts'
import './details.ts'
import './hero.ts'
import { hasJourney, type FieldNames } from './journey.ts'
import type { Moved } from './moved.ts'
import type { News } from './news.ts'
import './rate.ts'
import type { Rating } from './rate.ts'
import './wait.ts'

/** States in which papers still matter. */
const preparing: readonly string[] = ['waiting', 'called', 'held', 'missed']
/** States from which the number has still somewhere to go. */
const onTheWay: readonly string[] = [...preparing, 'serving']

/** The citizen's own page, drawn from their ticket alone. */
@customElement('moi-phone')
export class Phone extends LitElement {
  static override styles = [base, buttons, css`
    /* Two weights only, 500 and 700: each one more costs a phone 60 kB of type. */
    :host { display: block; max-width: 30rem; margin: 0 auto; font-weight: 500; }
    .button { font-weight: 700; }
    main { display: grid; grid-row-gap: 0.875rem; padding: 1.25rem 1.25rem 0.75rem; }
    .office { font-size: 0.9375rem; font-weight: 700; line-height: 1.35; }
    .fresh { margin-top: 0.25rem; font-size: 0.9375rem; font-weight: 700; line-height: 1.35; color: var(--moi-ok); white-space: nowrap; }
    .fresh::before { content: ''; display: inline-block; width: 0.625rem; height: 0.625rem; margin-right: 0.375rem; border-radius: 50%; background: currentColor; }
    .stay { text-align: center; font-size: 0.9375rem; color: var(--moi-text-second); }
    footer { display: grid; grid-template-columns: 1fr auto; align-items: center; padding: 0 1.25rem 1.25rem; }
    moi-trial-mark { font-size: 0.8125rem; }
    .quiet { padding: 0 0.5rem; }
    .message { padding: 20vh 0.25rem; text-align: center; }
    .message h1 { font-size: 1.625rem; font-weight: 700; line-height: 1.25; }
    .message p { margin-top: 0.75rem; font-size: 1.0625rem; line-height: 1.45; color: var(--moi-text-second); }
  `]

  @property({ attribute: false }) state: LiveState<TicketShot> = { status: 'loading' }
  @property({ attribute: false }) now = new Date()
  @property() rating: Rating = 'asked'
  @property() cancelling: Cancelling = 'offered'
  /** Why the number was not cancelled. */
  @property() wrong = ''
  @property() news?: News
  @property({ attribute: false }) moved?: Moved
  @property({ attribute: false }) names: FieldNames = {}
  private readonly text = new Speaking(this, phoneTexts)
  private readonly common = new Speaking(this, commonTexts)

  override render () {
    const { shot, status } = this.state
    return html`
      <main aria-busy=${status === 'loading'}>${status === 'refused' || !shot ? this.message() : this.ticket(shot)}</main>
      <footer>
        <span>${shot?.office.trial ? html`<moi-trial-mark></moi-trial-mark>` : nothing}</span>
        <button type="button" class="button quiet" lang=${this.text.language === 'vi' ? 'en' : 'vi'} @click=${() => language.toggle()}>${this.text.say('language')}</button>
      </footer>`
  }

  private ticket (shot: TicketShot) {
    const { mine, office, field, procedure } = shot
    const { state } = mine.ticket
    const isStale = this.state.status === 'stale'
    return html`
      <header>
        <p class="office">${this.text.of(office.name)}</p>
        ${isStale ? nothing : html`<p class="fresh">${this.common.say('connected')}</p>`}
      </header>
      ${isStale ? html`<moi-stale-banner since=${this.state.staleSince ?? nothing} zone=${office.timeZone}>${this.text.say('stale.hint')}</moi-stale-banner>` : nothing}
      <moi-phone-hero .mine=${mine} .field=${field} .now=${this.now} zone=${office.timeZone} ?answered=${this.rating !== 'asked'}></moi-phone-hero>
      ${state === 'waiting' ? html`<moi-phone-wait .mine=${mine} .now=${this.now} zone=${office.timeZone} promiseMinutes=${office.promiseMinutes} .news=${this.news} .moved=${this.moved} .since=${isStale ? this.state.staleSince : undefined}></moi-phone-wait>` : nothing}
      ${state === 'done' ? html`<moi-phone-rate .question=${mine.rating} at=${this.rating}></moi-phone-rate>` : nothing}
      ${onTheWay.includes(state) && hasJourney(mine.ticket) ? html`<moi-phone-journey .ticket=${mine.ticket} .field=${field} .names=${this.names} zone=${office.timeZone}></moi-phone-journey>` : nothing}
      ${preparing.includes(state) ? html`<moi-phone-details .procedure=${procedure} .overtakenBy=${mine.overtakenBy}></moi-phone-details>` : nothing}
      ${state === 'waiting' && !isStale ? html`<p class="stay">${this.text.say('stay')}</p>` : nothing}
      ${preparing.includes(state) ? html`<moi-phone-cancel number=${mine.ticket.number} at=${this.cancelling} wrong=${this.wrong}></moi-phone-cancel>` : nothing}`
  }

  private message () {
    const { status } = this.state
    if (status === 'loading') return html`<div class="message" role="status"><h1>${this.common.say('loading')}</h1></div>`
    const key = status === 'refused' ? 'unknown' : 'unreached'
    return html`<div class="message" role="alert"><h1>${this.text.say(`${key}.title`)}</h1><p>${this.text.say(key)}</p></div>`
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-phone': Phone } }
