import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { MyTicket } from '../../common/contract/ticket.ts'
import { phoneTexts } from '../../common/i18n/phone.ts'
import { isFar } from '../../common/ui/forecast.ts'
import { Speaking } from '../../common/ui/language.ts'
import { timeText } from '../../common/ui/moment.ts'
import { base, numbers } from '../../common/ui/style.ts'
import './expected.ts'
import type { Moved } from './moved.ts'
import type { News } from './news.ts'
import { sheet } from './style.ts'

/** How many go first, when the call is to be expected where the office knows, and a word of regret where it took too long. */
@customElement('moi-phone-wait')
export class PhoneWait extends LitElement {
  static override styles = [base, numbers, sheet, css`
    :host { display: block; }
    .expected { margin-top: 0.75rem; padding-top: 0.75rem; border-top: 1px solid var(--moi-line); }
    .sorry { margin-bottom: 0.875rem; border: 0.125rem solid var(--moi-warn); background: var(--moi-warn-soft); }
    .sorry p { margin-top: 0.25rem; }
    .value { margin-top: 0.125rem; font-size: 1.375rem; font-weight: 700; line-height: 1.2; }
    .value .number { font-size: 2.125rem; letter-spacing: -0.03em; }
    .next { font-size: 1.375rem; font-weight: 700; line-height: 1.25; }
    .next + p { margin-top: 0.25rem; }
    .news { margin-bottom: 0.875rem; padding: 0.75rem 1rem; border-radius: 1.125rem; background: var(--moi-brand-soft); font-weight: 700; line-height: 1.4; }
    .news.undone { border: 0.125rem solid var(--moi-warn); background: var(--moi-warn-soft); }
  `]

  @property({ attribute: false }) mine!: MyTicket
  @property({ attribute: false }) now = new Date()
  @property() zone = 'Asia/Ho_Chi_Minh'
  @property({ type: Number }) promiseMinutes = 0
  @property() news?: News
  @property({ attribute: false }) moved?: Moved
  /** When this was true, once the connection is lost. */
  @property() since?: string
  private readonly text = new Speaking(this, phoneTexts)

  override render () {
    return html`${this.news ? html`<p class="news ${this.news}" role="status">${this.text.say(this.news)}</p>` : nothing}${this.sorry()}${this.place()}`
  }

  private place () {
    const { ahead } = this.mine
    if (ahead === null) return nothing
    return html`<section class="card">
      ${ahead === 0 && !this.since ? this.next() : html`<div class="ahead">
        <p class="label">${this.since ? this.text.say('ahead.then', { time: timeText(this.since, this.zone) }) : this.text.say('ahead')}</p>
        <p class="value"><span class="number">${ahead}</span> ${this.text.say(ahead === 1 ? 'ahead.person' : 'ahead.people')}</p>
      </div>`}
      ${this.mine.forecast || this.mine.hardlyToday || this.mine.served === false ? html`<moi-phone-expected class="expected" .mine=${this.mine} .now=${this.now} zone=${this.zone} .moved=${this.moved} .since=${this.since}></moi-phone-expected>` : nothing}
    </section>`
  }

  private next () {
    const { ticket: { bound }, served } = this.mine
    if (served === false) return html`<p class="next">${this.text.say('ahead.unserved')}</p>`
    // Whoever came back in time is bound to the counter that sent them away.
    const [title, hint] = bound?.next
      ? [this.text.say('return.next'), this.text.say('return.next.hint', { counter: bound.counters.join(', ') })]
      : [this.text.say('ahead.next'), this.text.say(this.isFar ? 'ahead.far.hint' : 'ahead.next.hint')]
    return html`<p class="next">${title}</p><p>${hint}</p>`
  }

  /** Nobody before one, and still long to go: the counter serves other fields first, or is about to have its lunch. */
  private get isFar (): boolean {
    const { forecast, hardlyToday } = this.mine
    return hardlyToday ?? (forecast !== null && isFar(forecast, this.now))
  }

  /** The office promised a shorter wait. A page that is looked at need not wait to be told. */
  private sorry () {
    const { promise } = this.mine
    if (!promise || this.since || !(promise.broken || this.now.getTime() > Date.parse(promise.by))) return nothing
    return html`<section class="card sorry" role="status"><h2>${this.text.say('sorry.title', { minutes: this.promiseMinutes })}</h2><p>${this.text.say('sorry')}</p></section>`
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-phone-wait': PhoneWait } }
