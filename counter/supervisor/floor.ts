import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { FloorShot } from '../../common/contract/live.ts'
import { supervisorTexts } from '../../common/i18n/supervisor.ts'
import { desk } from '../../common/ui/desk.ts'
import { Speaking } from '../../common/ui/language.ts'
import type { LiveState } from '../../common/ui/live-state.ts'
import '../../common/ui/printer-strip.ts'
import { sign } from '../../common/ui/signs.ts'
import '../../common/ui/stale-banner.ts'
import { base } from '../../common/ui/style.ts'
import './alert-card.ts'
import { alertsOf } from './alerts.ts'
import type { Said } from './apologies.ts'
import './counter-list.ts'
import './field-list.ts'

/**
 * The floor now: what needs somebody first, then counters, fields and printers.
 * @fires moi-apologise with `{ ticket: { id, number } }`
 */
@customElement('moi-floor')
export class Floor extends LitElement {
  static override styles = [base, desk, css`
    :host { display: grid; gap: 1rem; }
    .top { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; align-items: baseline; justify-content: space-between; }
    h2 { font-size: 1.25rem; font-weight: 700; line-height: 1.3; }
    .today { font-size: 0.9375rem; line-height: 1.4; color: var(--moi-text-second); }
    .alerts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 28rem), 1fr)); gap: 1rem; align-items: start; margin-top: 0.75rem; }
    .calm { display: grid; grid-template-columns: auto 1fr; gap: 0.75rem; align-items: center; margin-top: 0.75rem; padding: 1rem 1.25rem; font-weight: 600; }
    .calm .sign { font-size: 1.25rem; color: var(--moi-ok); }
    .two { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1rem; align-items: start; }
    .ready { font-size: 0.875rem; color: var(--moi-text-second); }
    .past { filter: grayscale(1); }
    @media (min-width: 60rem) { .two { grid-template-columns: minmax(0, 7fr) minmax(0, 5fr); } }
  `]

  @property({ attribute: false }) state!: LiveState<FloorShot> & { readonly shot: FloorShot }
  @property({ attribute: false }) now = new Date()
  /** By ticket. */
  @property({ attribute: false }) apologies: ReadonlyMap<string, Said> = new Map()
  /** Slips that say sorry asked for today; absent while it is not known. */
  @property({ type: Number }) apologisedToday?: number
  private readonly text = new Speaking(this, supervisorTexts)

  override render () {
    const { shot, status, staleSince } = this.state
    const isStale = status === 'stale'
    const past = isStale ? 'past' : ''
    return html`
      ${isStale ? html`<moi-stale-banner since=${staleSince ?? nothing} zone=${shot.office.timeZone}>${this.text.say('stale')}</moi-stale-banner>` : nothing}
      <section class=${past}>
        <div class="top"><h2>${this.text.say('alerts')}</h2><p class="today">${this.today(shot)}</p></div>
        ${this.alerts(shot, isStale)}
      </section>
      ${isStale ? nothing : html`<moi-printer-strip .printers=${shot.printers}></moi-printer-strip>`}
      <div class="two ${past}">
        <moi-floor-counters .shot=${shot} .now=${this.now}></moi-floor-counters>
        <moi-floor-fields .shot=${shot} .now=${this.now}></moi-floor-fields>
      </div>
      ${isStale || shot.printers.some(({ state }) => state !== 'ready') ? nothing : html`<p class="ready">${this.text.say('printers.ready')}</p>`}`
  }

  private alerts (shot: FloorShot, isStale: boolean) {
    const alerts = alertsOf(shot)
    if (alerts.length === 0) {
      return html`<div class="card calm">${shot.promise ? sign('check') : html`<span></span>`}<p role="status">${this.text.say(shot.promise ? 'alerts.none' : 'alerts.unknown')}</p></div>`
    }
    return html`<div class="alerts">${repeat(alerts, ({ field }) => field, alert => html`<moi-alert-card .alert=${alert} .field=${shot.fields.find(({ id }) => id === alert.field)}
      .apologies=${this.apologies} .printers=${shot.printers} .now=${this.now} zone=${shot.office.timeZone} ?offline=${isStale}></moi-alert-card>`)}</div>`
  }

  private today ({ promise }: FloorShot): string {
    if (promise?.brokenToday === undefined) return ''
    const broken = this.text.say('today', { broken: promise.brokenToday, minutes: promise.minutes })
    return this.apologisedToday === undefined ? `${broken}.` : `${broken} · ${this.text.say('today.apologies', { count: this.apologisedToday })}.`
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-floor': Floor } }
