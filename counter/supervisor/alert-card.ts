import { css, html, LitElement, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { FieldShown, PromiseAtRisk, PromiseBroken } from '../../common/contract/live.ts'
import type { PrinterShown } from '../../common/contract/printer.ts'
import { supervisorTexts } from '../../common/i18n/supervisor.ts'
import '../../common/ui/apology.ts'
import { desk } from '../../common/ui/desk.ts'
import { digitMark, fieldColours } from '../../common/ui/field-colour.ts'
import { Speaking } from '../../common/ui/language.ts'
import { timeText } from '../../common/ui/moment.ts'
import '../../common/ui/number.ts'
import { sign } from '../../common/ui/signs.ts'
import { base, buttons, numbers } from '../../common/ui/style.ts'
import type { Alert, Remedy } from './alerts.ts'
import type { Said } from './apologies.ts'
import { minutesSince, roundedUp } from './floor-words.ts'
import { panel } from './style.ts'

const mostShown = 6

/**
 * One field in which people wait beyond the promise, or soon will: who, and what can be done about it.
 * @fires moi-apologise with `{ ticket: { id, number } }`
 */
@customElement('moi-alert-card')
export class AlertCard extends LitElement {
  static override styles = [base, buttons, numbers, desk, fieldColours, panel, digitMark, css`
    .card { border: 2px solid var(--moi-warn); }
    .card.broken { border-color: var(--moi-stop); }
    header { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 0.125rem 0.75rem; align-items: center; padding: 0.875rem 1.25rem; }
    header .digit { grid-row: 1 / 3; }
    h3 { font-size: 1rem; font-weight: 700; line-height: 1.3; }
    .counts { font-size: 0.875rem; font-weight: 600; line-height: 1.35; }
    li.row { display: grid; grid-template-columns: 4.5rem minmax(0, 1fr) auto; gap: 0.25rem 0.75rem; align-items: center; min-height: 3.25rem; padding: 0.375rem 1.25rem; border-top: 1px solid var(--moi-line); }
    .row .number { font-size: 1.375rem; }
    .what { font-size: 0.9375rem; line-height: 1.35; }
    .over { display: block; font-weight: 700; }
    .over .sign { vertical-align: -0.125em; }
    /* What became of a slip takes a line of its own. */
    li.told { grid-template-columns: 4.5rem minmax(0, 1fr); padding-top: 0.625rem; padding-bottom: 0.625rem; }
    .told moi-apology { grid-column: 2; }
    .more { padding: 0 0.5rem; border-top: 1px solid var(--moi-line); }
    .more .button { min-height: 2.75rem; padding: 0 0.75rem; font-size: 0.875rem; }
    .do { padding: 0.75rem 1.25rem 0.875rem; border-top: 1px solid var(--moi-line); background: var(--moi-warn-soft); font-size: 0.9375rem; line-height: 1.45; }
    h4 { margin: 0 0 0.125rem; font-size: 0.875rem; font-weight: 700; }
    .do li { padding-left: 1rem; text-indent: -1rem; }
    .do li::before { content: '– '; }
    @media (max-width: 30rem) {
      header, li.row, .do { padding-right: 1rem; padding-left: 1rem; }
      li.row { grid-template-columns: 4.25rem minmax(0, 1fr); padding-top: 0.625rem; padding-bottom: 0.625rem; }
      moi-apology { grid-column: 2; }
    }
  `]

  @property({ attribute: false }) alert!: Alert
  @property({ attribute: false }) field?: FieldShown
  /** What became of each slip that says sorry, by ticket. */
  @property({ attribute: false }) apologies: ReadonlyMap<string, Said> = new Map()
  @property({ attribute: false }) printers: readonly PrinterShown[] = []
  @property({ attribute: false }) now = new Date()
  @property() zone = 'Asia/Ho_Chi_Minh'
  @property({ type: Boolean }) offline = false
  @state() private whole = false
  private readonly text = new Speaking(this, supervisorTexts)

  override render () {
    const { alert: { broken, soon, remedies } } = this
    const most = this.whole ? Infinity : mostShown
    const [late, next] = [broken.slice(0, most), soon.slice(0, Math.max(0, most - broken.length))]
    return html`<section class="card ${broken.length > 0 ? 'broken' : ''}">
      ${this.head()}
      <ul>${late.map(ticket => this.late(ticket))}${next.map(ticket => this.next(ticket))}</ul>
      ${this.more(broken.length + soon.length, late.length + next.length)}
      <div class="do"><h4>${this.text.say('remedies')}</h4>
        <ul>${remedies.length > 0 ? remedies.map(remedy => html`<li>${this.remedy(remedy)}</li>`) : html`<li>${this.text.say('remedy.none')}</li>`}</ul></div>
    </section>`
  }

  private more (all: number, shown: number) {
    if (all <= mostShown) return nothing
    return html`<p class="more"><button type="button" class="button quiet" aria-expanded=${this.whole} @click=${() => { this.whole = !this.whole }}>${this.whole ? this.text.say('less') : this.text.say('more', { count: all - shown })}</button></p>`
  }

  private head () {
    const { alert: { field, broken, soon }, field: shown } = this
    const counts = { broken: broken.length, soon: soon.length }
    const key = broken.length === 0 ? 'field.soon' : soon.length === 0 ? 'field.broken' : 'field.counts'
    return html`<header>
      <span class="digit" data-digit=${shown?.digit ?? 9} aria-hidden="true">${shown?.digit ?? ''}</span>
      <h3>${shown ? this.text.of(shown.name) : field}</h3>
      <p class="counts ${broken.length > 0 ? 'stop' : 'warn'}">${this.text.say(key, counts)}</p></header>`
  }

  private late ({ id, number, since, promisedBy }: PromiseBroken) {
    const said = this.apologies.get(id)
    return html`<li class="row ${said ? 'told' : ''}"><moi-number class="number" value=${number}></moi-number>
      <p class="what"><span class="over stop">${sign('warn')} ${promisedBy === undefined ? '' : this.text.say('broken.by', { over: minutesSince(promisedBy, this.now) })}</span>${this.text.say('broken', { minutes: minutesSince(since, this.now) })}</p>
      <moi-apology .ticket=${{ id, number }} .slip=${said?.slip} refusal=${said?.refusal ?? ''} .printers=${this.printers} ?offline=${this.offline}></moi-apology></li>`
  }

  private next ({ number, promisedBy, likely }: PromiseAtRisk) {
    return html`<li class="row"><moi-number class="number" value=${number}></moi-number>
      <p class="what">${this.text.say('soon', { by: timeText(promisedBy, this.zone), likely: timeText(roundedUp(likely), this.zone) })}</p></li>`
  }

  private remedy ({ kind, counter, reason }: Remedy): string {
    return reason === undefined ? this.text.say(`remedy.${kind}`, { counter }) : this.text.say('remedy.resume.reason', { counter, reason })
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-alert-card': AlertCard } }
