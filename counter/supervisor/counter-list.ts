import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Counter } from '../../common/contract/counter.ts'
import type { CallShown, FieldShown, FloorShot } from '../../common/contract/live.ts'
import { supervisorTexts } from '../../common/i18n/supervisor.ts'
import { desk } from '../../common/ui/desk.ts'
import { Speaking } from '../../common/ui/language.ts'
import { isSameDay, timeText } from '../../common/ui/moment.ts'
import '../../common/ui/number.ts'
import { base, numbers } from '../../common/ui/style.ts'
import { minutesSince, standingOf, type Standing } from './floor-words.ts'
import { panel } from './style.ts'

/** Each counter: who sits there, whom it serves since when, or why it serves nobody. */
@customElement('moi-floor-counters')
export class FloorCounters extends LitElement {
  static override styles = [base, numbers, desk, panel, css`
    li { display: grid; grid-template-columns: 2.75rem minmax(0, 1fr) minmax(0, 1fr); gap: 0.125rem 1rem; align-items: center; min-height: 3.75rem; padding: 0.5rem 1.25rem; border-top: 1px solid var(--moi-line); line-height: 1.35; }
    .number.n { font-size: 1.75rem; text-align: center; color: var(--moi-brand); }
    .closed .number.n { color: var(--moi-text-third); }
    .who { font-weight: 600; }
    .small { font-size: 0.8125rem; color: var(--moi-text-second); }
    .state { font-size: 0.9375rem; font-weight: 700; }
    .state::before { content: ''; display: inline-block; width: 0.625rem; height: 0.625rem; margin-right: 0.5rem; border-radius: 50%; background: currentColor; }
    .serving .state, .called .state { color: var(--moi-brand); }
    .free .state { color: var(--moi-ok); }
    .paused .state { color: var(--moi-warn); }
    .paused .state::before, .closed .state::before { border-radius: 0.125rem; }
    .closed .state { color: var(--moi-text-third); }
    .none { padding: 0 1.25rem 1rem; }
    @media (max-width: 30rem) { li { grid-template-columns: 2.25rem minmax(0, 1fr); padding: 0.625rem 1rem; } .number.n { grid-row: 1 / 3; align-self: start; } }
  `]

  @property({ attribute: false }) shot!: FloorShot
  @property({ attribute: false }) now = new Date()
  private readonly text = new Speaking(this, supervisorTexts)

  override render () {
    const { counters } = this.shot
    return html`<section class="card"><h2>${this.text.say('counters')}</h2>
      ${counters.length === 0 ? html`<p class="none">${this.text.say('counters.none')}</p>` : html`<ul>${[...counters].sort((a, b) => a.number - b.number).map(counter => this.counter(counter))}</ul>`}</section>`
  }

  private counter (counter: Counter) {
    const { number, officer, main } = counter
    const standing = standingOf(counter, this.shot)
    return html`<li class=${standing.kind}>
      <span class="number n">${number}</span>
      <div><p class="who">${officer?.name ?? nothing}</p><p class="small">${main.map(id => this.named(id)).join(', ')}</p></div>
      <div>${this.standing(standing, counter)}</div></li>`
  }

  private standing (standing: Standing, { since }: Counter): TemplateResult {
    const zone = this.shot.office.timeZone
    // A counter that nobody has opened today stands so since another day, which is no news of today.
    const from = isSameDay(since, this.now, zone) ? this.text.say('counter.since', { time: timeText(since, zone) }) : ''
    const shown = (state: string, small: string) => html`<p class="state">${state}</p>${small ? html`<p class="small">${small}</p>` : nothing}`
    switch (standing.kind) {
      case 'called':
      case 'serving': {
        const { number, call } = standing
        return shown(this.text.say(`counter.${standing.kind}`, { number }), call ? this.calledAt(call) : '')
      }
      case 'free': return shown(this.text.say('counter.free'), standing.waiting > 0 ? this.text.say('counter.free.waiting', { waiting: standing.waiting }) : this.text.say('counter.free.none'))
      case 'paused': return shown(standing.reason ? this.text.say('counter.paused.reason', { reason: standing.reason }) : this.text.say('counter.paused'), from)
      case 'closed': return shown(this.text.say('counter.closed'), from)
    }
  }

  private calledAt ({ call: { at } }: CallShown): string {
    const [time, minutes] = [timeText(at, this.shot.office.timeZone), minutesSince(at, this.now)]
    return minutes > 0 ? this.text.say('counter.calledAt', { time, minutes }) : this.text.say('counter.calledNow', { time })
  }

  private named (id: string): string {
    const field: FieldShown | undefined = this.shot.fields.find(field => field.id === id)
    return field ? this.text.of(field.name) : id
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-floor-counters': FloorCounters } }
