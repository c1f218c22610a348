import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { HeldShown, MissedShown, Queue } from '../../common/contract/live.ts'
import { consoleTexts } from '../../common/i18n/console.ts'
import { desk } from '../../common/ui/desk.ts'
import { Speaking } from '../../common/ui/language.ts'
import { timeText } from '../../common/ui/moment.ts'
import '../../common/ui/number.ts'
import { sign } from '../../common/ui/signs.ts'
import { base, buttons, numbers } from '../../common/ui/style.ts'

type List = 'held' | 'missed'
/** So many are shown before "show all". */
const listed = { held: 2, missed: 2 } as const

/**
 * Who is not in the hall: sent away for a paper, or not there when called. One touch brings a number back.
 * Takes no room when there is nobody.
 * @fires moi-return with `{ ticket }`, its id
 */
@customElement('moi-away')
export class Away extends LitElement {
  static override styles = [base, buttons, numbers, desk, css`
    :host { display: grid; gap: 0.75rem; }
    :host([hidden]) { display: none; }
    header { display: grid; grid-template-columns: 1fr auto; gap: 0.75rem; align-items: center; min-height: 2.25rem; padding: 0 1rem; font-size: 0.875rem; color: var(--moi-text-second); }
    h2 { font-size: inherit; font-weight: 700; }
    .row { display: grid; grid-template-columns: auto 1fr auto; gap: 0.25rem 0.75rem; align-items: center; min-height: 3rem; padding: 0.25rem 0.5rem 0.25rem 1rem; border-top: 1px solid var(--moi-line); }
    .row .number { font-size: 1.25rem; }
    .what { min-width: 0; font-size: 0.8125rem; line-height: 1.3; }
    .reason { display: block; overflow: hidden; white-space: nowrap; text-overflow: ellipsis; }
    .when { display: block; font-weight: 700; color: var(--moi-brand); }
    .late { color: var(--moi-stop); }
    .late .sign { vertical-align: -0.125em; }
    .button { min-height: 2.5rem; padding: 0.25rem 0.75rem; font-size: 0.875rem; }
    .missed { display: grid; grid-template-columns: 1fr 1fr; gap: 0.5rem; padding: 0 0.5rem 0.5rem; }
    .missed .button { gap: 0.5rem; justify-content: flex-start; width: 100%; min-height: 2.75rem; padding: 0.25rem 0.5rem; text-align: left; }
    .missed .number { flex: none; font-size: 1.125rem; }
    .missed .do, .missed .when { display: block; line-height: 1.25; }
    .missed .when { font-size: 0.75rem; font-weight: 500; color: inherit; }
    .button.more { min-height: 2.25rem; padding: 0 0 0 1rem; }
    .said { padding: 0.625rem 1rem; font-size: 0.875rem; font-weight: 600; line-height: 1.4; }
    .said p:empty { display: none; }
    .wrong { color: var(--moi-stop); }
    .done { color: var(--moi-brand-deep); }
  `]

  @property({ attribute: false }) queue: Pick<Queue, 'held' | 'missed'> = { held: [], missed: [] }
  @property({ type: Number }) counter = 0
  @property({ attribute: false }) now = new Date()
  @property() zone = 'Asia/Ho_Chi_Minh'
  /** The ticket on its way back. */
  @property({ attribute: false }) pending?: string
  /** Nothing is pretended while the office cannot be heard. */
  @property({ type: Boolean }) offline = false
  /** What the office answered to the last try. */
  @property() refusal = ''
  /** Where the last one who came back waits now. */
  @property() done = ''
  @state() private whole: readonly List[] = []
  private readonly text = new Speaking(this, consoleTexts)

  protected override updated (): void {
    const { held, missed } = this.queue
    this.hidden = held.length === 0 && missed.length === 0 && !this.refusal && !this.done
  }

  override render () {
    const { held, missed } = this.queue
    return html`
      <section class="card said" ?hidden=${!this.refusal && !this.done}><p class="wrong" role="alert">${this.refusal}</p><p class="done" role="status">${this.done}</p></section>
      ${this.list('held', held, ticket => this.heldRow(ticket))}
      ${this.list('missed', missed, ticket => this.missedRow(ticket))}`
  }

  private list<Ticket extends HeldShown | MissedShown> (list: List, tickets: readonly Ticket[], row: (ticket: Ticket) => TemplateResult) {
    if (tickets.length === 0) return nothing
    const isWhole = this.whole.includes(list)
    const shown = isWhole ? tickets : tickets.slice(0, listed[list])
    return html`<section class="card">
      <header><h2>${this.text.say(list, { count: tickets.length })}</h2>
        ${tickets.length > listed[list] ? html`<button type="button" class="button quiet more" aria-expanded=${isWhole} @click=${() => this.open(list, !isWhole)}>${this.text.say(isWhole ? 'away.less' : 'away.all')}</button>` : nothing}</header>
      <ul class=${list}>${repeat(shown, ({ id }) => id, ticket => html`<li>${row(ticket)}</li>`)}</ul>
    </section>`
  }

  private heldRow (ticket: HeldShown) {
    const { number, reason, until, counter } = ticket
    const isLate = Date.parse(until) < this.now.getTime()
    const time = timeText(until, this.zone)
    return html`<div class="row"><moi-number class="number" value=${number}></moi-number>
      <span class="what"><span class="reason" data-bounded title=${reason}>${reason}</span>
        <span class="when ${isLate ? 'late' : ''}">${isLate ? html`${sign('warn')} ${this.text.say('held.late', { time })}` : this.text.say('held.until', { time })}${counter === this.counter ? nothing : ` · ${this.text.say('held.counter', { counter })}`}</span></span>
      ${this.button(ticket, html`<span><span class="hidden-visually">${number}</span> ${this.doing(ticket)}</span>`)}</div>`
  }

  private missedRow (ticket: MissedShown) {
    const { number, at, counter } = ticket
    const time = timeText(at, this.zone)
    const when = counter === this.counter ? this.text.say('missed.at', { time }) : this.text.say('missed.atCounter', { time, counter })
    return this.button(ticket, html`<moi-number class="number" value=${number}></moi-number><span><span class="do">${this.doing(ticket)}</span><span class="when">${when}</span></span>`)
  }

  private button (ticket: HeldShown | MissedShown, face: TemplateResult) {
    const isPossible = !this.offline && this.pending === undefined
    return html`<button type="button" class="button" aria-disabled=${!isPossible} aria-busy=${this.pending === ticket.id} @click=${(event: MouseEvent) => this.press(event, ticket.id, isPossible)}>${face}</button>`
  }

  private doing ({ id }: HeldShown | MissedShown): string { return this.text.say(this.pending === id ? 'away.returning' : 'away.return') }

  private open (list: List, isWhole: boolean): void {
    this.whole = isWhole ? [...this.whole, list] : this.whole.filter(other => other !== list)
  }

  private press (event: MouseEvent, ticket: string, isPossible: boolean): void {
    // After a click by hand the keys belong to the page again: else Space would press this button once more.
    if (event.detail > 0) (event.currentTarget as HTMLElement).blur()
    if (isPossible) this.dispatchEvent(new CustomEvent('moi-return', { detail: { ticket }, bubbles: true, composed: true }))
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-away': Away } }
