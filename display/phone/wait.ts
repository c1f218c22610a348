import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { MyTicket } from '../../common/contract/ticket.ts'
import { phoneTexts } from '../../common/i18n/phone.ts'
import { Speaking } from '../../common/ui/language.ts'
import { timeText } from '../../common/ui/moment.ts'
import { base, numbers } from '../../common/ui/style.ts'
import type { News } from './news.ts'
import { sheet } from './style.ts'

/** How many go first, and when the call is to be expected where the office knows. */
@customElement('moi-phone-wait')
export class PhoneWait extends LitElement {
  static override styles = [base, numbers, sheet, css`
    :host { display: block; }
    .two { display: grid; grid-template-columns: 1fr 1fr; grid-gap: 0.75rem; }
    .value { margin-top: 0.125rem; font-size: 1.375rem; font-weight: 700; line-height: 1.2; }
    .value .number { font-size: 2.5rem; letter-spacing: -0.03em; }
    .next { font-size: 1.375rem; font-weight: 700; line-height: 1.25; }
    .next + p { margin-top: 0.25rem; }
    .news { margin-bottom: 0.875rem; padding: 0.75rem 1rem; border-radius: 1.125rem; background: var(--moi-brand-soft); font-weight: 700; line-height: 1.4; }
    .news.undone { border: 0.125rem solid var(--moi-warn); background: var(--moi-warn-soft); }
  `]

  @property({ attribute: false }) mine!: MyTicket
  @property() zone = 'Asia/Ho_Chi_Minh'
  @property() news?: News
  /** When this was true, once the connection is lost. */
  @property() since?: string
  private readonly text = new Speaking(this, phoneTexts)

  override render () {
    return html`${this.news ? html`<p class="news ${this.news}" role="status">${this.text.say(this.news)}</p>` : nothing}${this.place()}`
  }

  private place () {
    const { ahead, forecast } = this.mine
    if (ahead === null) return nothing
    if (ahead === 0 && !this.since) return this.next()
    return html`<div class=${forecast ? 'two' : ''}>
      <section class="card">
        <p class="label">${this.since ? this.text.say('ahead.then', { time: timeText(this.since, this.zone) }) : this.text.say('ahead')}</p>
        <p class="value"><span class="number">${ahead}</span> ${this.text.say(ahead === 1 ? 'ahead.person' : 'ahead.people')}</p>
      </section>
      ${forecast ? this.forecast(forecast) : nothing}
    </div>`
  }

  private next () {
    const { ticket: { bound } } = this.mine
    // Whoever came back in time is bound to the counter that sent them away.
    const [title, hint] = bound?.next
      ? [this.text.say('return.next'), this.text.say('return.next.hint', { counter: bound.counters.join(', ') })]
      : [this.text.say('ahead.next'), this.text.say('ahead.next.hint')]
    return html`<section class="card"><p class="next">${title}</p><p>${hint}</p></section>`
  }

  private forecast ({ earliest, likely, latest }: NonNullable<MyTicket['forecast']>) {
    const time = (at: string) => timeText(at, this.zone)
    return html`<section class="card">
      <p class="label">${this.text.say('forecast')}</p>
      <p class="value"><span class="number">${time(likely)}</span></p>
      <p class="label">${this.text.say('forecast.range', { earliest: time(earliest), latest: time(latest) })}</p>
    </section>`
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-phone-wait': PhoneWait } }
