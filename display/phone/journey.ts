import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { ByLanguage } from '../../common/contract/basics.ts'
import type { FieldShown } from '../../common/contract/live.ts'
import type { Service, Ticket } from '../../common/contract/ticket.ts'
import { phoneTexts } from '../../common/i18n/phone.ts'
import { Speaking } from '../../common/ui/language.ts'
import { timeText } from '../../common/ui/moment.ts'
import { base } from '../../common/ui/style.ts'
import { sheet } from './style.ts'

/** Field id → its name; absent while unknown. */
export type FieldNames = Readonly<Record<string, ByLanguage>>

/** Whether there is anything to be told that other numbers have not. */
export function hasJourney ({ leg, state, more, back, appointment }: Ticket): boolean {
  return (more?.length ?? 0) > 0 || back !== undefined || (state === 'waiting' && (leg > 1 || appointment !== undefined))
}

/** Where this number has still to go, and what it keeps on the way. */
@customElement('moi-phone-journey')
export class PhoneJourney extends LitElement {
  static override styles = [base, sheet, css`
    :host { display: block; }
    section + section { margin-top: 0.875rem; padding-top: 0.875rem; border-top: 1px solid var(--moi-line); }
    h2 + p, ol + p { margin-top: 0.25rem; }
    ol { margin: 0.375rem 0; }
    li { display: grid; grid-template-columns: auto minmax(0, 1fr) auto; grid-column-gap: 0.625rem; align-items: baseline; padding: 0.3125rem 0; line-height: 1.4; }
    .place { width: 1.5rem; border-radius: 50%; background: var(--moi-brand-soft); font-weight: 700; line-height: 1.5rem; text-align: center; color: var(--moi-brand-deep); }
    .now { font-weight: 700; }
    .now .place { background: var(--moi-brand); color: var(--moi-on-brand); }
    .when { font-size: 0.9375rem; color: var(--moi-text-second); }
  `]

  @property({ attribute: false }) ticket!: Ticket
  @property({ attribute: false }) field!: FieldShown
  @property({ attribute: false }) names: FieldNames = {}
  @property() zone = 'Asia/Ho_Chi_Minh'
  private readonly text = new Speaking(this, phoneTexts)

  override render () {
    const parts = [this.moved(), this.services(), this.back(), this.appointment()].filter(part => part !== undefined)
    return parts.length === 0 ? nothing : html`<div class="card">${parts.map(part => html`<section>${part}</section>`)}</div>`
  }

  private moved () {
    const { leg, state, issuedAt } = this.ticket
    if (leg === 1 || state !== 'waiting') return undefined
    return html`<h2>${this.text.say('moved', { field: this.text.of(this.field.name) })}</h2>
      <p>${this.text.say('moved.kept', { time: timeText(issuedAt, this.zone) })}</p>`
  }

  private services () {
    const { more, leg } = this.ticket
    if (!more || more.length === 0) return undefined
    const count = more.length + 1
    return html`<h2>${leg === 1 ? this.text.say('services.first', { count }) : this.text.say('services.left', { count })}</h2>
      <ol><li class="now"><span class="place" aria-hidden="true">1</span><span>${this.text.of(this.field.name)}</span><span class="when">${this.text.say('services.now')}</span></li>
        ${this.later(more)}</ol>
      <p>${this.text.say('services.hint')}</p>`
  }

  /** By name; while the names are not known, only how many. */
  private later (more: readonly Service[]) {
    const named = more.map(({ field }) => this.names[field])
    if (named.includes(undefined)) return html`<li><span class="place" aria-hidden="true">+</span><span>${more.length === 1 ? this.text.say('services.more.1') : this.text.say('services.more', { count: more.length })}</span></li>`
    return named.map((name, index) => html`<li><span class="place" aria-hidden="true">${index + 2}</span><span>${name ? this.text.of(name) : ''}</span><span class="when">${this.text.say('services.then')}</span></li>`)
  }

  private back () {
    const { back, more = [] } = this.ticket
    return back === undefined ? undefined : html`<p>${this.text.say(more.length > 0 ? 'back.last' : 'back', { counter: back })}</p>`
  }

  private appointment () {
    const { appointment, state } = this.ticket
    if (appointment === undefined || state !== 'waiting') return undefined
    return html`<h2>${this.text.say('appointment', { time: timeText(appointment, this.zone) })}</h2><p>${this.text.say('appointment.hint')}</p>`
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-phone-journey': PhoneJourney } }
