import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Counter } from '../../common/contract/counter.ts'
import type { FieldShown, FloorShot } from '../../common/contract/live.ts'
import { deskTexts } from '../../common/i18n/desk.ts'
import { forecastTexts } from '../../common/i18n/forecast.ts'
import { desk } from '../../common/ui/desk.ts'
import { digitMark, fieldColours } from '../../common/ui/field-colour.ts'
import { prospectOf, shortForecastText } from '../../common/ui/forecast.ts'
import { Speaking } from '../../common/ui/language.ts'
import type { LiveState } from '../../common/ui/live-state.ts'
import '../../common/ui/printer-strip.ts'
import { promiseSaid } from '../../common/ui/promise-said.ts'
import { base, buttons, numbers } from '../../common/ui/style.ts'
import { part } from './style.ts'

/**
 * What a guide tells people who ask how long it takes: who waits where, whom the promise fails, which counters work.
 * @fires moi-find with `{ number }`
 */
@customElement('moi-desk-hall')
export class DeskHall extends LitElement {
  static override styles = [base, buttons, numbers, desk, part, fieldColours, digitMark, css`
    :host { display: grid; gap: 1rem; }
    .promise { display: grid; gap: 0.625rem; padding: 0.875rem 1.125rem; }
    .promise p { font-weight: 600; line-height: 1.45; }
    .promise.broken { border-color: var(--moi-warn); background: var(--moi-warn-soft); }
    .two { display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); gap: 1.25rem; align-items: start; }
    .rows { overflow: hidden; }
    h2 { padding: 0.875rem 1.125rem 0.625rem; }
    li { display: grid; grid-template-columns: 1.75rem minmax(0, 1fr) auto; gap: 0.125rem 0.75rem; align-items: center; min-height: 3.5rem; padding: 0.4375rem 1.125rem; border-top: 1px solid var(--moi-line); line-height: 1.35; }
    .name { font-weight: 600; }
    .n { font-size: 1.5rem; }
    .none .n { color: var(--moi-text-third); }
    .c { font-size: 1.375rem; color: var(--moi-brand); text-align: center; }
    .chips .button { font-family: var(--moi-font-number); font-size: 1rem; font-variant-numeric: tabular-nums; }
    .past { filter: grayscale(1); }
    @media (max-width: 56rem) { .two { grid-template-columns: minmax(0, 1fr); } }
  `]

  @property({ attribute: false }) state!: LiveState<FloorShot> & { readonly shot: FloorShot }
  @property({ attribute: false }) now = new Date()
  private readonly text = new Speaking(this, deskTexts)
  private readonly foretold = new Speaking(this, forecastTexts)

  override render () {
    const { shot, status } = this.state
    const past = status === 'live' ? '' : 'past'
    return html`
      ${status === 'live' ? html`<moi-printer-strip .printers=${shot.printers}></moi-printer-strip>` : nothing}
      ${this.promise(shot, past)}
      <div class="two ${past}">
        <section class="card rows"><h2>${this.text.say('hall.fields')}</h2><ul>${[...shot.fields].sort((a, b) => a.digit - b.digit).map(field => this.field(field, shot))}</ul></section>
        <section class="card rows"><h2>${this.text.say('hall.counters')}</h2>${shot.counters.length === 0 ? html`<p class="promise second">${this.text.say('hall.noCounters')}</p>` : html`<ul>${[...shot.counters].sort((a, b) => a.number - b.number).map(counter => this.counter(counter))}</ul>`}</section>
      </div>`
  }

  /** In short; what to do about it is the supervisor's page. */
  private promise ({ promise }: FloorShot, past: string) {
    if (!promise) return nothing
    const { broken } = promise
    return html`<section class="card promise ${broken.length > 0 ? 'broken' : ''} ${past}"><p role="status">${promiseSaid(promise, this.text.language)}.</p>
      ${broken.length > 0 ? html`<div class="chips">${broken.slice(0, 12).map(({ number }) => html`<button type="button" class="button" aria-label=${this.text.say('before.find', { number })} @click=${() => this.dispatchEvent(new CustomEvent('moi-find', { detail: { number }, bubbles: true, composed: true }))}>${number}</button>`)}</div>` : nothing}</section>`
  }

  private field ({ id, digit, name }: FieldShown, { waiting, forecasts, office: { timeZone: zone } }: FloorShot) {
    const count = waiting[id] ?? 0
    const prospect = prospectOf(forecasts, id, false)
    const said = prospect?.forecast ? shortForecastText(prospect.forecast, { now: this.now, zone, language: this.text.language }) : prospect ? this.foretold.say('short.none') : ''
    return html`<li class=${count === 0 ? 'none' : ''}><span class="digit" data-digit=${digit} aria-hidden="true">${digit}</span>
      <div><p class="name">${this.text.of(name)}</p>${said ? html`<p class="small">${said}${prospect?.hardlyToday ? html` · <strong class="warn">${this.text.say('hardly.short')}</strong>` : nothing}</p>` : nothing}</div>
      <span><span class="hidden-visually">${this.text.say('hall.waiting')}</span> <span class="number n">${count}</span></span></li>`
  }

  private counter ({ number, state, ticket, officer, reason, main }: Counter) {
    const said = ticket ? this.text.say(ticket.state === 'serving' ? 'counter.serving' : 'counter.called', { number: ticket.number })
      : state === 'paused' ? this.text.say(reason ? 'counter.paused.reason' : 'counter.paused', { reason: reason ?? '' }) : this.text.say(state === 'open' ? 'counter.free' : 'counter.closed')
    const fields = main.map(id => this.state.shot.fields.find(field => field.id === id)).flatMap(field => field ? [this.text.of(field.name)] : [])
    return html`<li><span class="number c">${number}</span><div><p class="name">${said}</p><p class="small">${[officer?.name, fields.join(', ')].filter(Boolean).join(' · ')}</p></div><span></span></li>`
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-desk-hall': DeskHall } }
