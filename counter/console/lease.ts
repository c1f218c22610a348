import { css, html, LitElement, nothing, type PropertyValues } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { ConsoleShot } from '../../common/contract/live.ts'
import { doorTexts } from '../../common/i18n/console-door.ts'
import { consoleTexts } from '../../common/i18n/console.ts'
import { centred, desk } from '../../common/ui/desk.ts'
import { Speaking } from '../../common/ui/language.ts'
import { timeText } from '../../common/ui/moment.ts'
import '../../common/ui/page-top.ts'
import { base, buttons, numbers } from '../../common/ui/style.ts'
import type { Deed } from './deeds.ts'
import type { Names } from './words.ts'

/**
 * A counter that is not ours: closed, or someone else's. Taking over is said twice, never done in passing.
 * @fires moi-deed with `{ deed }`: open or take-over
 * @fires moi-change-counter
 */
@customElement('moi-counter-lease')
export class CounterLease extends LitElement {
  static override styles = [base, buttons, numbers, desk, centred, css`
    .badge { justify-self: start; padding: 0.25rem 0.875rem; border-radius: var(--moi-radius-small); background: var(--moi-brand); color: var(--moi-on-brand); font-weight: 700; }
    .lost { padding: 0.875rem 1rem; border: 2px solid var(--moi-warn); border-radius: var(--moi-radius-control); background: var(--moi-warn-soft); font-weight: 600; }
    .facts { display: grid; gap: 0.25rem; }
    .confirm { display: grid; gap: 0.75rem; padding: 1rem; border: 2px solid var(--moi-warn); border-radius: var(--moi-radius-control); background: var(--moi-card); }
    .two { display: grid; grid-template-columns: 1fr 1fr; gap: 0.75rem; }
  `]

  @property({ attribute: false }) shot!: ConsoleShot
  @property({ attribute: false }) fields: Names = new Map()
  /** Who is looking, to tell "someone else" from "you, elsewhere". */
  @property() me = ''
  /** This browser held the counter until a moment ago. */
  @property({ type: Boolean }) lost = false
  @property({ attribute: false }) pending?: Deed
  @property({ type: Boolean }) offline = false
  @property() wrong = ''
  @state() confirming = false
  @query('h1') private readonly headline?: HTMLElement
  @query('.primary') private readonly primary?: HTMLElement
  private readonly text = new Speaking(this, consoleTexts)
  private readonly door = new Speaking(this, doorTexts)

  /** Whoever came by keyboard opens by Enter. Nobody takes over, or opens what was just closed, in passing. */
  protected override updated (changed: PropertyValues<this>): void {
    const isClosed = this.shot.counter.state === 'closed'
    const before = changed.get('shot')
    if (!changed.has('shot') || (before && (before.counter.state === 'closed') === isClosed)) return
    ;(isClosed && !this.lost ? this.primary : this.headline)?.focus()
  }

  override render () {
    const { counter, office } = this.shot
    const isClosed = counter.state === 'closed'
    return html`<main @keydown=${once}>
      <moi-page-top ?trial=${office.trial}></moi-page-top>
      <p class="badge">${this.text.say('counter', { counter: counter.number })}</p>
      ${isClosed ? nothing : this.taken()}
      <h1 tabindex="-1">${this.heading()}</h1>
      <div class="facts">${isClosed ? this.closed() : this.held()}</div>
      <p class="wrong" role="alert">${this.wrong}</p>
      ${isClosed ? this.deed('open', this.door.say('lease.open')) : this.takeOver()}
      <button type="button" class="button" @click=${() => this.tell('moi-change-counter')}>${this.door.say('lease.other')}</button>
    </main>`
  }

  /** Who took the counter from here, as the office remembers it also for a browser that was away. */
  private taken () {
    const { counter: { number, officer }, office, takenBy } = this.shot
    const said = takenBy ? this.door.say('lease.lostAt', { counter: number, officer: takenBy.officer.name, time: timeText(takenBy.at, office.timeZone) })
      : this.lost ? this.door.say('lease.lost', { counter: number, officer: officer?.name ?? '' }) : ''
    return said ? html`<p class="lost" role="alert">${said}</p>` : nothing
  }

  private heading (): string {
    const { number, state, officer } = this.shot.counter
    if (state === 'closed') return this.door.say('lease.closed', { counter: number })
    return officer?.id === this.me ? this.door.say('lease.self', { counter: number }) : this.door.say('lease.held', { counter: number, officer: officer?.name ?? '' })
  }

  private closed () {
    const fields = this.shot.counter.main.map(id => this.text.of(this.fields.get(id) ?? { vi: id, en: id })).join(', ')
    return html`<p>${this.text.say('fields.main')}: <strong>${fields}</strong></p>
      <p class="second">${this.door.say('lease.closed.hint')} ${this.shot.queue.waiting > 0 ? this.door.say('lease.waiting', { waiting: this.shot.queue.waiting }) : ''}</p>`
  }

  private held () {
    const { shot: { counter, office, stale, heardAt } } = this
    return html`<p>${counter.officer?.title ?? ''}</p>
      <p>${this.door.say('lease.since', { time: timeText(counter.since, office.timeZone) })} ${stale ? html`<strong>${this.door.say('lease.stale')}</strong> ${heardAt ? this.door.say('lease.heard', { time: timeText(heardAt, office.timeZone) }) : nothing}` : nothing}</p>
      ${counter.ticket ? html`<p>${this.door.say('lease.ticket', { number: counter.ticket.number })}</p>` : nothing}`
  }

  private takeOver () {
    const { number } = this.shot.counter
    if (!this.confirming) return html`<button type="button" class="button primary" aria-disabled=${this.offline} @click=${() => { this.confirming = !this.offline }}>${this.door.say('lease.takeOver')}</button>`
    return html`<div class="confirm" role="group" aria-labelledby="confirm">
      <p id="confirm">${this.door.say('lease.confirm', { counter: number })}</p>
      <div class="two">
        ${this.deed('take-over', this.door.say('lease.confirm.yes'))}
        <button type="button" class="button" @click=${() => { this.confirming = false }}>${this.door.say('lease.confirm.no')}</button>
      </div>
    </div>`
  }

  private deed (deed: 'open' | 'take-over', label: string) {
    const isPending = this.pending === deed
    return html`<button type="button" class="button primary" aria-disabled=${isPending || this.offline} @click=${() => this.tell('moi-deed', { deed })}>
      ${isPending ? this.text.say(`pending.${deed}`) : label}</button>`
  }

  private tell (type: string, detail?: object): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }))
  }
}

/** The Enter that chose the counter, still held down, must not open it. */
function once (event: KeyboardEvent): void {
  if (event.repeat && event.key === 'Enter') event.preventDefault()
}

declare global { interface HTMLElementTagNameMap { 'moi-counter-lease': CounterLease } }
