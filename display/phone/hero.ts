import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { FieldShown } from '../../common/contract/live.ts'
import type { MyTicket } from '../../common/contract/ticket.ts'
import { phoneTexts } from '../../common/i18n/phone.ts'
import { Speaking } from '../../common/ui/language.ts'
import { timeText } from '../../common/ui/moment.ts'
import '../../common/ui/number.ts'
import { base, numbers } from '../../common/ui/style.ts'
import { countdown, isLate, todo } from './away.ts'

/** The number and what has become of it: the one thing seen at arm's length. */
@customElement('moi-phone-hero')
export class PhoneHero extends LitElement {
  static override styles = [base, numbers, css`
    :host { display: block; }
    .hero { padding: 1.25rem 1.5rem 1.375rem; border-radius: 1.75rem; background: var(--moi-brand); color: var(--moi-on-brand); line-height: 1.35; }
    .label { font-size: 1rem; font-weight: 500; }
    .number { display: block; margin: 0.25rem 0 0.375rem -0.25rem; font-size: 6.5rem; font-weight: 700; line-height: 1; letter-spacing: -0.04em; }
    .long .number { font-size: 5.25rem; }
    .where { font-size: 1.0625rem; font-weight: 500; }
    h1 { font-size: 1.625rem; font-weight: 700; line-height: 1.25; }
    .small { display: grid; grid-template-columns: auto 1fr; grid-column-gap: 0.75rem; align-items: baseline; font-weight: 500; }
    .small .number { margin: 0; font-size: 2.25rem; font-weight: 700; letter-spacing: -0.02em; }
    .small + h1 { margin-top: 0.375rem; }
    .below { margin-top: 0.125rem; font-size: 1.25rem; font-weight: 700; line-height: 1.3; }
    .words { margin-top: 0.5rem; font-size: 1.0625rem; line-height: 1.45; }
    .soft { border: 0.125rem solid var(--moi-brand); background: var(--moi-brand-soft); color: var(--moi-text); }
    .warn { border: 0.125rem solid var(--moi-warn); background: var(--moi-warn-soft); color: var(--moi-text); }
    .over { border: 1px solid var(--moi-line); background: var(--moi-card); color: var(--moi-text); }
    .called { background: var(--moi-call); color: var(--moi-on-call); }
    .called h1 { font-size: 2rem; font-weight: 700; }
    .called .go { margin-top: 0.25rem; font-size: 1.375rem; font-weight: 700; }
    .called .big { margin: 0; font-size: 9.5rem; font-weight: 700; line-height: 1; }
    .called .small { margin-top: 0.75rem; padding-top: 0.75rem; border-top: 0.125rem solid rgba(27, 20, 0, 0.25); }
    @media (prefers-reduced-motion: no-preference) {
      .called { animation: arrive 480ms var(--moi-ease); }
      @keyframes arrive { from { transform: scale(0.94); } 60% { transform: scale(1.02); } to { transform: none; } }
    }
    @media (max-height: 660px) { .number { font-size: 5.5rem; } .long .number { font-size: 5rem; } .called .big { font-size: 7.5rem; } }
  `]

  @property({ attribute: false }) mine!: MyTicket
  @property({ attribute: false }) field!: FieldShown
  @property({ attribute: false }) now = new Date()
  @property() zone = 'Asia/Ho_Chi_Minh'
  /** Thanks were said for the answer; once is enough. */
  @property({ type: Boolean }) answered = false
  private readonly text = new Speaking(this, phoneTexts)

  override render (): TemplateResult {
    const { ticket, counters } = this.mine
    const say = this.text.say.bind(this.text)
    const counter = ticket.counter ?? counters[0] ?? ''
    switch (ticket.state) {
      case 'waiting': return this.waiting()
      case 'called': return this.called(counter)
      case 'serving': return this.told('soft', say('serving.title', { counter }), say('serving'))
      case 'held': return this.held()
      case 'missed': return this.told('warn', say('missed.title'), this.todo())
      case 'done': return this.told('over', say('done.title'), this.answered ? '' : say('done'))
      case 'cancelled': return this.told('over', say('cancelled.title'), this.todo())
      case 'expired': return this.told('over', say('expired.title'), this.todo(), say('expired.of', { date: ticket.serviceDate.split('-').reverse().join('/') }))
    }
  }

  private todo (): string {
    const said = todo(this.mine, this.now, this.zone)
    return said ? this.text.of(said) : ''
  }

  /** Sent away for a paper: until when comes first, then what to bring and what to do. */
  private held () {
    const { hold } = this.mine.ticket
    if (!hold) return this.told('soft', this.text.say('held.title'), this.todo())
    const time = timeText(hold.until, this.zone)
    if (isLate(this.mine, this.now)) return this.told('warn', this.text.say('late.title', { time }), this.todo())
    const left = countdown(hold.until, this.now, this.text.language)
    return this.told('soft', this.text.say('held.title'), [this.todo(), this.text.say('held.papers')], this.text.say('held.until', { time, left }))
  }

  private waiting () {
    const { ticket, counters } = this.mine
    const where = counters.length > 0 ? ` · ${this.text.say('counter.one', { counters: this.either(counters) })}` : ''
    return html`<section class="hero ${ticket.number.length > 4 ? 'long' : ''}">
      <h1 class="label">${this.text.say('number')}</h1>
      <moi-number class="number" value=${ticket.number}></moi-number>
      <p class="where">${this.text.of(this.field.name)}${where}</p>
    </section>`
  }

  private called (counter: number | string) {
    return html`<section class="hero called" role="alert">
      <h1>${this.text.say('called')}</h1>
      <p class="go">${this.text.say('called.go')}</p>
      <p class="number big">${counter}</p>
      ${this.small(this.text.say('called.number'))}
    </section>`
  }

  private told (tone: 'soft' | 'warn' | 'over', title: string, words: string | readonly string[], below = '') {
    return html`<section class="hero ${tone}" role="status">
      ${this.small(this.text.of(this.field.name))}
      <h1>${title}</h1>
      ${below ? html`<p class="below">${below}</p>` : nothing}
      ${[words].flat().map(line => line ? html`<p class="words">${line}</p>` : nothing)}
    </section>`
  }

  private small (beside: string) {
    return html`<p class="small"><moi-number class="number" value=${this.mine.ticket.number}></moi-number><span>${beside}</span></p>`
  }

  /** 1, 2 hoặc 3 */
  private either (counters: readonly number[]): string {
    const last = counters[counters.length - 1]
    return counters.length < 2 ? String(last) : `${counters.slice(0, -1).join(', ')}${this.text.say('counter.or')}${last}`
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-phone-hero': PhoneHero } }
