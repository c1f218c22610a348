import { css, html, nothing } from 'lit'
import { customElement } from 'lit/decorators.js'
import { timeText } from '../../common/ui/moment.ts'
import { Asking, toggled } from './asking.ts'
import { choice } from './choices.ts'
import { freshHold, longestReason, minuteChoices, minutesOf, reasonOf, returnTime, type HoldDraft } from './holding.ts'
import { aboutOf } from './words.ts'

/** So many papers of a procedure, no longer than a chip. */
const mostPapers = 4
const longestChip = 44
const usual = ['form', 'original', 'copy', 'fee', 'signature'] as const

/** Sends the citizen for a paper: what is missing, and until when the number is kept. */
@customElement('moi-hold-dialog')
export class HoldDialog extends Asking<'hold'> {
  static override styles = [...Asking.styles, css`
    .until { display: grid; grid-template-columns: auto 1fr; gap: 0.75rem; align-items: center; padding: 0.5rem 0.75rem; border-radius: var(--moi-radius-small); background: var(--moi-brand-soft); font-size: 0.875rem; line-height: 1.35; color: var(--moi-brand-deep); }
    .until .number { font-size: 1.625rem; }
    .body .until { margin-top: 0.5rem; }
    .short { max-width: 8rem; }
    .trouble { font-size: 0.875rem; color: var(--moi-warn); font-weight: 600; }
  `]

  protected override readonly deed = 'hold' as const

  private get draft (): HoldDraft {
    const { ticket, drafts, shot } = this
    return drafts.hold && drafts.hold.ticket === ticket?.id ? drafts.hold : freshHold(ticket?.id ?? '', shot.hold)
  }

  private put (change: Partial<HoldDraft>): void {
    this.drafts.hold = { ...this.draft, ...change }
    this.changed()
  }

  protected override obstacle (): string { return this.ticketGone() }
  protected override sendLabel (): string { return this.ask.say('hold.send') }

  protected override heading () {
    return this.ask.say('hold.title', { number: this.ticket?.number ?? '' })
  }

  protected override subtitle () {
    const { ticket } = this
    return ticket ? html`<p class="second">${this.text.of(aboutOf(ticket, this.fields, this.procedures))}</p>` : nothing
  }

  protected override body () {
    const { draft } = this
    return html`
      <fieldset><legend>${this.ask.say('hold.what')}</legend>
        <div class="chips">${this.chips().map((label, index) => choice({
          kind: 'checkbox', name: 'missing', value: label, label, isOn: draft.chips.includes(label), isFirst: index === 0, ...index < 9 && { digit: index + 1 },
          onChange: () => this.put({ chips: toggled(draft.chips, label) })
        }))}</div>
        <label class="lined">${this.ask.say('hold.words')}<input class="words" data-bounded type="text" autocomplete="off" maxlength=${longestReason} .value=${draft.words} @input=${(event: Event) => this.put({ words: (event.target as HTMLInputElement).value })}></label>
      </fieldset>
      ${this.when(draft)}
      <label class="tick"><input type="checkbox" .checked=${draft.slip} @change=${() => this.put({ slip: !draft.slip })}>${this.ask.say('hold.slip')}</label>
      ${draft.slip && this.shot.printer !== 'ready' ? html`<p class="trouble">${this.ask.say('hold.noPrinter')}</p>` : nothing}`
  }

  private when (draft: HoldDraft) {
    const chosen = (minutes: HoldDraft['minutes'], label: string) => choice({ kind: 'radio', name: 'minutes', value: String(minutes), label, isOn: draft.minutes === minutes, onChange: () => this.put({ minutes }) })
    return html`<fieldset><legend>${this.ask.say('hold.when')}</legend>
      <div class="chips even">${minuteChoices(this.shot.hold).map(minutes => chosen(minutes, this.ask.say('hold.minutes', { minutes })))}${chosen('other', this.ask.say('other'))}</div>
      ${draft.minutes === 'other' ? html`<label class="lined short">${this.ask.say('hold.other')}<input class="words" id="minutes" type="text" inputmode="numeric" autocomplete="off" maxlength="3" .value=${draft.otherMinutes} @input=${(event: Event) => this.put({ otherMinutes: (event.target as HTMLInputElement).value })}></label>` : nothing}
      ${this.until(minutesOf(draft))}
    </fieldset>`
  }

  private until (minutes: number | undefined) {
    if (minutes === undefined) return nothing
    const { until, isOverBreak, isCut } = returnTime(minutes, this.now, this.shot.hold)
    const notes = [isOverBreak ? this.ask.say('hold.overBreak') : '', isCut ? this.ask.say('hold.cut') : ''].join(' ').trim()
    const time = timeText(until, this.shot.office.timeZone)
    return html`<p class="until" role="status"><span class="number">${time}</span><span>${this.ask.say('hold.until')}${notes ? html` <strong>${notes}</strong>` : nothing}</span></p>`
  }

  /** First the papers of this very procedure, then what is missing everywhere. */
  private chips (): string[] {
    const papers = this.papers.get(this.ticket?.procedure ?? '') ?? []
    return [...papers.filter(paper => paper.length <= longestChip).slice(0, mostPapers), ...usual.map(key => this.ask.say(`hold.chip.${key}`))]
  }

  protected override chooseDigit (digit: number): void {
    const label = this.chips()[digit - 1]
    if (label !== undefined) this.put({ chips: toggled(this.draft.chips, label) })
  }

  protected override wish () {
    const { draft } = this
    const [reason, minutes] = [reasonOf(draft), minutesOf(draft)]
    this.missing = this.wrongWith(reason, minutes)
    if (this.missing) (minutes === undefined && reason ? this.renderRoot.querySelector<HTMLInputElement>('#minutes') : this.wordsField)?.focus()
    return this.missing || minutes === undefined ? undefined : { reason, minutes, slip: draft.slip }
  }

  private wrongWith (reason: string, minutes: number | undefined): string {
    if (reason === '') return this.ask.say('hold.needReason')
    if (reason.length > longestReason) return this.ask.say('hold.longReason', { most: longestReason })
    return minutes === undefined ? this.ask.say('hold.needMinutes') : ''
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-hold-dialog': HoldDialog } }
