import { html } from 'lit'
import { customElement } from 'lit/decorators.js'
import { PauseRequest } from '../../common/contract/counter.ts'
import { fits } from '../../common/ui/fits.ts'
import { Asking } from './asking.ts'
import { choice } from './choices.ts'

const usual = ['meeting', 'dossier', 'colleague', 'machine', 'short'] as const
const longestReason = 120

export interface PauseDraft { readonly chip?: string, readonly words: string }

/** Nobody is called for a while; why, if the officer wants to say so. */
@customElement('moi-pause-dialog')
export class PauseDialog extends Asking<'pause'> {
  protected override readonly deed = 'pause' as const

  private get draft (): PauseDraft { return this.drafts.pause ?? { words: '' } }

  private put (change: Partial<PauseDraft>): void {
    this.drafts.pause = { ...this.draft, ...change }
    this.changed()
  }

  protected override heading () { return this.ask.say('pause.title', { counter: this.shot.counter.number }) }
  protected override sendLabel (): string { return this.text.say('deed.pause') }

  protected override obstacle (): string {
    const { current, counter, mine } = this.shot
    if (current) return this.ask.say('pause.busy', { number: current.ticket.number })
    return mine && counter.state === 'open' ? '' : this.ask.say('pause.notNow')
  }

  protected override body () {
    const { draft } = this
    return html`<fieldset><legend>${this.ask.say('pause.why')}</legend>
      <div class="chips">${this.chips().map((label, index) => choice({
        kind: 'radio', name: 'why', value: label, label, digit: index + 1, isFirst: index === 0, isOn: draft.chip === label, onChange: () => this.put({ chip: label })
      }))}</div>
      <label class="lined">${this.ask.say('pause.words')}<input class="words" data-bounded type="text" autocomplete="off" maxlength=${longestReason} .value=${draft.words} @input=${(event: Event) => this.put({ words: (event.target as HTMLInputElement).value })}></label>
    </fieldset>`
  }

  private chips (): string[] { return usual.map(key => this.ask.say(`pause.chip.${key}`)) }

  protected override chooseDigit (digit: number): void {
    const label = this.chips()[digit - 1]
    if (label !== undefined) this.put({ chip: label })
  }

  protected override wish () {
    const { chip, words } = this.draft
    const reason = [chip, words.trim()].filter(part => part).join('; ')
    const wish = reason ? { reason } : {}
    this.missing = fits(PauseRequest, wish) ? '' : this.ask.say('hold.longReason', { most: longestReason })
    return this.missing ? undefined : wish
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-pause-dialog': PauseDialog } }
