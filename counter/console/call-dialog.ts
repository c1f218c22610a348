import { css, html, nothing } from 'lit'
import { customElement } from 'lit/decorators.js'
import type { Queued } from '../../common/contract/live.ts'
import '../../common/ui/number.ts'
import { Asking, toggled, type CallDraft } from './asking.ts'
import { choice } from './choices.ts'
import { longestReason, reasonOf } from './holding.ts'
import { aboutOf, minutesSince } from './words.ts'

const usual = ['frail', 'child', 'known', 'ours'] as const
const shortestReason = 3

/** Calls somebody out of order: openly, with a reason. */
@customElement('moi-call-dialog')
export class CallDialog extends Asking<'call'> {
  static override styles = [...Asking.styles, css`
    .note { font-size: 0.875rem; }
    .rows { display: grid; gap: 0.375rem; max-height: 13.5rem; padding: 0.375rem; margin: -0.375rem; overflow-y: auto; }
    .rows .face > span { flex: 1; }
    .line { display: grid; grid-template-columns: auto 1fr auto; gap: 0.625rem; align-items: center; }
    .line .number { font-size: 1.125rem; }
    .what { display: -webkit-box; max-height: 2.6em; overflow: hidden; -webkit-box-orient: vertical; -webkit-line-clamp: 2; font-size: 0.8125rem; font-weight: 500; line-height: 1.3; }
    .wait { font-size: 0.8125rem; white-space: nowrap; }
    .left { color: var(--moi-stop); }
    input:checked + .face .left { color: inherit; }
  `]

  protected override readonly deed = 'call' as const

  private get draft (): CallDraft { return this.drafts.call ?? { chips: [], words: '' } }

  private put (change: Partial<CallDraft>): void {
    this.drafts.call = { ...this.draft, ...change }
    this.changed()
  }

  private get chosen (): Queued | undefined { return this.choosable().find(({ id }) => id === this.draft.ticket) }

  /** Whoever is next anyway is called by "next". */
  private choosable (): readonly Queued[] { return this.listed.slice(1) }

  private isWaiting (id: string): boolean { return this.shot.queue.next.some(queued => queued.id === id) }

  protected override heading () { return this.ask.say('call.title') }

  protected override sendLabel (): string {
    return this.chosen ? this.ask.say('call.sendNumber', { number: this.chosen.number }) : this.ask.say('call.send')
  }

  protected override obstacle (): string {
    const { current, counter, mine } = this.shot
    if (current) return this.ask.say('call.busy', { number: current.ticket.number })
    return mine && counter.state === 'open' ? '' : this.ask.say('call.notNow')
  }

  protected override body () {
    const { draft } = this
    return html`<p class="second note">${this.ask.say('call.note')}</p>
      <fieldset><legend>${this.ask.say('call.who')}</legend><div class="rows">${this.choosable().map((queued, index) => this.row(queued, index === 0))}</div></fieldset>
      <fieldset><legend>${this.ask.say('call.why')}</legend>
        <div class="chips">${this.chips().map((label, index) => choice({
          kind: 'checkbox', name: 'why', value: label, label, digit: index + 1, isOn: draft.chips.includes(label), onChange: () => this.put({ chips: toggled(draft.chips, label) })
        }))}</div>
        <label class="lined">${this.ask.say('call.words')}<input class="words" data-bounded type="text" autocomplete="off" maxlength=${longestReason} .value=${draft.words} @input=${(event: Event) => this.put({ words: (event.target as HTMLInputElement).value })}></label>
      </fieldset>`
  }

  private row (queued: Queued, isFirst: boolean) {
    const minutes = minutesSince(queued.issuedAt, this.now)
    const label = html`<span class="line"><moi-number class="number" value=${queued.number}></moi-number>
      <span class="what" data-bounded>${queued.priority ? html`<strong>${this.text.say('tag.priority')}</strong> · ` : nothing}${this.text.of(aboutOf(queued, this.fields, this.procedures))}</span>
      ${this.isWaiting(queued.id) ? html`<span class="wait">${this.text.say('queue.minutes', { minutes })}</span>` : html`<strong class="wait left">${this.ask.say('call.gone')}</strong>`}</span>`
    return choice({ kind: 'radio', name: 'ticket', value: queued.id, isFirst, isOn: this.draft.ticket === queued.id, label, onChange: () => this.put({ ticket: queued.id }) })
  }

  private chips (): string[] { return usual.map(key => this.ask.say(`call.chip.${key}`)) }

  protected override chooseDigit (digit: number): void {
    const label = this.chips()[digit - 1]
    if (label !== undefined) this.put({ chips: toggled(this.draft.chips, label) })
  }

  protected override wish () {
    const { chosen } = this
    const reason = reasonOf(this.draft)
    this.missing = this.wrongWith(reason)
    if (this.missing && chosen) this.wordsField?.focus()
    return this.missing || !chosen ? undefined : { ticket: chosen.id, reason }
  }

  private wrongWith (reason: string): string {
    if (!this.chosen) return this.ask.say('call.needNumber')
    if (reason.length > longestReason) return this.ask.say('hold.longReason', { most: longestReason })
    return reason.length < shortestReason ? this.ask.say('call.needReason') : ''
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-call-dialog': CallDialog } }
