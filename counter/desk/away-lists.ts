import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { FloorShot } from '../../common/contract/live.ts'
import type { PrintJobListed, Ticket } from '../../common/contract/ticket.ts'
import { deskFindTexts } from '../../common/i18n/desk-find.ts'
import { deskTexts } from '../../common/i18n/desk.ts'
import { commonTexts } from '../../common/i18n/common.ts'
import type { Catalogue } from '../../common/ui/catalogue.ts'
import { desk } from '../../common/ui/desk.ts'
import { Speaking } from '../../common/ui/language.ts'
import type { LiveState } from '../../common/ui/live-state.ts'
import { timeText } from '../../common/ui/moment.ts'
import '../../common/ui/number.ts'
import { isComing, type Slip } from '../../common/ui/printing.ts'
import { sign } from '../../common/ui/signs.ts'
import { slipSaid } from '../../common/ui/slip-said.ts'
import { base, buttons, numbers } from '../../common/ui/style.ts'
import type { AwayLists, Brought } from './away.ts'
import { part } from './style.ts'

const minuteMs = 60_000

/**
 * Numbers that are away, each with one touch to bring it back; and slips that may never have come out.
 * @fires moi-bring with `{ ticket }`
 * @fires moi-reprint with `{ ticket: { id, number } }`
 * @fires moi-find with `{ number }`
 * @fires moi-retry
 */
@customElement('moi-desk-away')
export class DeskAway extends LitElement {
  static override styles = [base, buttons, numbers, desk, part, css`
    :host { display: grid; gap: 1rem; }
    .two { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 1.25rem; align-items: start; }
    .card { overflow: hidden; }
    h2 { padding: 0.875rem 1.125rem 0.625rem; }
    li { display: grid; grid-template-columns: 5.25rem minmax(0, 1fr) auto; gap: 0.25rem 0.75rem; align-items: center; min-height: 4rem; padding: 0.5rem 1.125rem; border-top: 1px solid var(--moi-line); }
    .link { min-height: 2.75rem; padding: 0 0.25rem; margin-left: -0.25rem; border-color: transparent; font-family: var(--moi-font-number); font-size: 1.5rem; font-weight: 700; font-variant-numeric: tabular-nums; justify-content: flex-start; }
    .why { font-weight: 600; line-height: 1.35; overflow-wrap: anywhere; }
    li > .deed { min-height: 2.75rem; padding: 0.25rem 0.875rem; font-size: 0.875rem; }
    .none { padding: 0 1.125rem 1rem; line-height: 1.45; }
    .slip { grid-column: 1 / -1; font-size: 0.875rem; font-weight: 600; line-height: 1.4; color: var(--moi-brand-deep); }
    .retry { margin-top: 0.5rem; }
    @media (max-width: 56rem) { .two { grid-template-columns: minmax(0, 1fr); } }
    @media (max-width: 30rem) { li { grid-template-columns: 4.75rem minmax(0, 1fr); } li > .deed { grid-column: 1 / -1; width: 100%; } }
  `]

  @property({ attribute: false }) lists?: AwayLists
  /** Why they could not be asked for. */
  @property() problem = ''
  @property({ attribute: false }) brought?: Brought
  @property({ attribute: false }) slips: readonly Slip[] = []
  @property({ attribute: false }) state!: LiveState<FloorShot> & { readonly shot: FloorShot }
  @property({ attribute: false }) catalogue?: Catalogue
  @property({ attribute: false }) now = new Date()
  @property({ type: Boolean }) mayReturn = true
  @property({ type: Boolean }) mayReprint = true
  private readonly text = new Speaking(this, deskFindTexts)
  private readonly desk = new Speaking(this, deskTexts)
  private readonly common = new Speaking(this, commonTexts)

  private get isOff (): boolean { return this.state.status !== 'live' }
  private get zone (): string { return this.state.shot.office.timeZone }

  override render () {
    const { lists, problem } = this
    return html`
      ${problem ? html`<div class="wrong" role="alert">${problem} <button type="button" class="button retry" @click=${() => this.tell('moi-retry')}>${this.common.say('retry')}</button></div>` : nothing}
      ${this.said()}
      ${lists ? html`${this.doubtful(lists.doubtful)}<div class="two">
        ${this.list(this.text.say('away.missed', { count: lists.missed.length }), this.text.say('away.missed.none'), lists.missed.map(ticket => this.missed(ticket)))}
        ${this.list(this.text.say('away.held', { count: lists.held.length }), this.text.say('away.held.none'), lists.held.map(ticket => this.held(ticket)))}
      </div>` : problem ? nothing : html`<p role="status">${this.common.say('loading')}</p>`}`
  }

  /** What became of the latest return, where it is looked for. */
  private said () {
    const { brought } = this
    const isDone = brought?.state === 'done'
    return html`<p role="status" class=${isDone ? 'said' : ''} ?hidden=${!isDone}>${isDone ? this.text.say('done.return', { number: brought.ticket.number }) : ''}</p>
      ${brought?.state === 'refused' ? html`<p class="wrong" role="alert">${this.text.say('refused.number', { number: brought.ticket.number, why: brought.problem?.detail ?? '' })}${brought.problem?.status === 0 ? ` ${this.desk.say('unsure')}` : ''}</p>` : nothing}`
  }

  private list (heading: string, none: string, rows: readonly TemplateResult[]) {
    return html`<section class="card"><h2>${heading}</h2>${rows.length === 0 ? html`<p class="none second">${none}</p>` : html`<ul>${rows}</ul>`}</section>`
  }

  private missed (ticket: Ticket) {
    return this.row(ticket, this.text.say('missed.at', { time: ticket.calledAt ? timeText(ticket.calledAt, this.zone) : '', counter: ticket.counter ?? '' }), this.nameOf(ticket))
  }

  private held (ticket: Ticket) {
    const { hold } = ticket
    const isLate = hold !== undefined && Date.parse(hold.until) < this.now.getTime()
    const minutes = hold ? Math.round(Math.abs(Date.parse(hold.until) - this.now.getTime()) / minuteMs) : 0
    const until = hold ? this.text.say(isLate ? 'held.late' : 'held.until', { time: timeText(hold.until, this.zone), minutes, counter: hold.counter }) : ''
    return this.row(ticket, html`<span class=${isLate ? 'warn' : ''}>${until}</span>`, hold?.reason ?? this.nameOf(ticket))
  }

  private row (ticket: Ticket, first: string | TemplateResult, second: string) {
    const { number } = ticket
    const isOff = this.isOff || this.brought?.state === 'doing'
    return html`<li>${this.number(number)}<div><p class="why">${first}</p><p class="small">${second}</p></div>
      ${this.mayReturn ? html`<button type="button" class="button deed" aria-label=${this.text.say('return.number', { number })} aria-disabled=${isOff} @click=${() => { if (!isOff) this.tell('moi-bring', { ticket }) }}>${this.text.say('deed.return')}</button>` : nothing}</li>`
  }

  private number (number: string) {
    return html`<button type="button" class="button link" aria-label=${this.desk.say('before.find', { number })} @click=${() => this.tell('moi-find', { number })}>${number}</button>`
  }

  private doubtful (jobs: readonly PrintJobListed[]) {
    const known = jobs.filter(({ ticket }) => ticket !== undefined)
    if (known.length === 0) return nothing
    return html`<section class="card"><h2 class="warn">${this.text.say('doubtful', { count: known.length })}</h2><p class="none second">${this.text.say('doubtful.hint')}</p><ul>${known.map(job => this.doubt(job))}</ul></section>`
  }

  private doubt ({ number, ticket = '', state, at, printer }: PrintJobListed) {
    const slip = this.slips.find(slip => slip.ticket.id === ticket)
    const isOff = this.isOff || slip !== undefined && isComing(slip)
    return html`<li>${this.number(number)}<div><p class="why">${this.text.say(state === 'failed' ? 'doubtful.failed' : 'doubtful.unknown')}</p>
        <p class="small">${this.text.say('doubtful.at', { time: timeText(at, this.zone), where: this.text.say(printer === 'desk' ? 'where.desk' : 'where.kiosk') })}</p></div>
      ${this.mayReprint ? html`<button type="button" class="button deed" aria-label=${this.text.say('reprint.number', { number })} aria-disabled=${isOff} @click=${() => { if (!isOff) this.tell('moi-reprint', { ticket: { id: ticket, number } }) }}>${sign('print')}<span>${this.text.say('deed.reprint')}</span></button>` : nothing}
      ${slip ? html`<p class="slip" role="status">${slipSaid(slip, this.state.shot.printers, slip.problem?.detail ?? '')}</p>` : nothing}</li>`
  }

  private nameOf ({ field, procedure }: Ticket): string {
    const { catalogue } = this
    const named = catalogue?.procedures.find(({ id }) => id === procedure) ?? catalogue?.fields.find(({ id }) => id === field)
    return named ? this.text.of(named.kioskLabel) : field
  }

  private tell (type: string, detail?: object): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }))
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-desk-away': DeskAway } }
