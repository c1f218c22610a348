import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Counter } from '../../common/contract/counter.ts'
import type { CallShown } from '../../common/contract/live.ts'
import { consoleTexts } from '../../common/i18n/console.ts'
import { desk } from '../../common/ui/desk.ts'
import { Speaking } from '../../common/ui/language.ts'
import { timeText } from '../../common/ui/moment.ts'
import { base, numbers } from '../../common/ui/style.ts'

/** What goes on at the other counters. */
@customElement('moi-colleagues')
export class Colleagues extends LitElement {
  static override styles = [base, numbers, desk, css`
    :host { display: block; }
    h2 { padding: 0.625rem 1rem; font-size: 0.875rem; font-weight: 700; color: var(--moi-text-second); }
    li { display: grid; grid-template-columns: auto 1fr auto; gap: 0.75rem; align-items: center; min-height: 2.5rem; padding: 0.375rem 1rem; border-top: 1px solid var(--moi-line); font-size: 0.875rem; line-height: 1.3; }
    .number { font-size: 1rem; min-width: 1.25rem; }
    .state { font-weight: 600; text-align: right; }
  `]

  @property({ attribute: false }) counters: readonly Counter[] = []
  /** Calls that still stand, and since when. */
  @property({ attribute: false }) calls: readonly CallShown[] = []
  @property() zone = 'Asia/Ho_Chi_Minh'
  private readonly text = new Speaking(this, consoleTexts)

  override render () {
    if (this.counters.length === 0) return nothing
    return html`<section class="card"><h2>${this.text.say('colleagues')}</h2>
      <ul>${this.counters.map(counter => html`<li>
        <span class="number"><span class="hidden-visually">${this.text.say('counter', { counter: '' })}</span>${counter.number}</span>
        <span class="second">${counter.state === 'closed' ? '' : counter.officer?.name ?? ''}</span>
        <span class="state">${this.doing(counter)}</span>
      </li>`)}</ul></section>`
  }

  private doing ({ state, ticket, reason }: Counter): string {
    if (state === 'closed') return this.text.say('state.closed')
    if (ticket) return this.withTicket(ticket)
    if (state === 'paused') return reason ? `${this.text.say('state.paused')}: ${reason}` : this.text.say('state.paused')
    return this.text.say('colleague.free')
  }

  private withTicket ({ id, number, state }: NonNullable<Counter['ticket']>): string {
    if (state !== 'called') return this.text.say('colleague.serving', { number })
    const call = this.calls.find(({ ticket }) => ticket.id === id)?.call
    return call ? this.text.say('colleague.calledSince', { number, time: timeText(call.at, this.zone) }) : this.text.say('colleague.called', { number })
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-colleagues': Colleagues } }
