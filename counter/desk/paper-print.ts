import { css, html, LitElement, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Field } from '../../common/contract/office.ts'
import type { PaperNumbers } from '../../common/contract/paper-numbers.ts'
import type { PrinterShown } from '../../common/contract/printer.ts'
import { deskPaperTexts } from '../../common/i18n/desk-paper.ts'
import { deskTexts } from '../../common/i18n/desk.ts'
import { desk } from '../../common/ui/desk.ts'
import { Speaking } from '../../common/ui/language.ts'
import { isComing, type Slip } from '../../common/ui/printing.ts'
import { sign } from '../../common/ui/signs.ts'
import { needsEyes, slipSaid } from '../../common/ui/slip-said.ts'
import { base, buttons, numbers } from '../../common/ui/style.ts'
import { freeStretch, numbersOf, usedOf } from './paper-draft.ts'
import { part } from './style.ts'

/** So many slips at a time, as the office takes them. */
const mostAtOnce = 50

/**
 * Before an outage: numbers printed to be kept in a drawer.
 * @fires moi-field with `{ field }`
 * @fires moi-print with `{ field, from, to }`
 */
@customElement('moi-paper-print')
export class PaperPrint extends LitElement {
  static override styles = [base, buttons, numbers, desk, part, css`
    .card { display: grid; gap: 1rem; padding: 1.125rem 1.25rem 1.25rem; }
    .hint { font-size: 0.875rem; line-height: 1.45; color: var(--moi-text-second); }
    .asked { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 0.75rem; }
    .asked .wide { grid-column: 1 / -1; }
    .used { display: grid; gap: 0.5rem; line-height: 1.45; }
    .slip { font-weight: 600; line-height: 1.4; color: var(--moi-brand-deep); }
    .slip.look { color: var(--moi-warn); }
  `]

  @property({ attribute: false }) fields: readonly Field[] = []
  @property({ attribute: false }) known?: PaperNumbers
  @property({ attribute: false }) slip?: Slip
  @property({ attribute: false }) printers: readonly PrinterShown[] = []
  @property({ type: Boolean }) offline = false
  /** Why the office does not say which numbers there are. */
  @property() problem = ''
  @state() private from?: string
  @state() private to?: string
  private readonly text = new Speaking(this, deskPaperTexts)
  private readonly common = new Speaking(this, deskTexts)

  override render () {
    const { known, slip, printers } = this
    return html`<section class="card">
      <div><h2>${this.text.say('print')}</h2><p class="hint">${this.text.say('print.hint')}</p></div>
      <div class="asked"><div class="wide"><label for="field">${this.text.say('field')}</label>
        <select id="field" @change=${this.chosen}>
          <option value="" ?selected=${!known}>${this.text.say('field.choose')}</option>
          ${this.fields.map(({ id, digit, name }) => html`<option value=${id} ?selected=${id === known?.field}>${digit} · ${this.text.of(name)}</option>`)}</select></div>
        ${known ? html`${this.figure('from', this.from ?? known.from)}${this.figure('to', this.to ?? known.to)}` : nothing}</div>
      ${this.problem ? html`<p class="wrong" role="alert">${this.problem}</p>` : nothing}
      ${known ? html`${this.used(known)}${this.button(known)}` : nothing}
      ${slip ? html`<p class="slip ${needsEyes(slip, printers) ? 'look' : ''}" role="status">${slipSaid(slip, printers, slip.problem?.detail ?? '')}</p>` : nothing}
    </section>`
  }

  private figure (name: 'from' | 'to', value: string) {
    return html`<div><label for=${name}>${this.text.say(name)}</label><input id=${name} class="figure" inputmode="numeric" autocomplete="off" maxlength="7" .value=${value}
      @input=${(event: Event) => { this[name] = (event.target as HTMLInputElement).value.trim() }}></div>`
  }

  /** For another day they may be printed all the same: tomorrow all of them are free. */
  private used (known: PaperNumbers) {
    const stretch = { from: this.from ?? known.from, to: this.to ?? known.to }
    const used = usedOf(stretch, known)
    if (used.length === 0) return nothing
    const free = freeStretch(known, numbersOf(stretch).length)
    return html`<div class="used" role="status"><p class="warn"><strong>${this.text.say('print.used', { numbers: used.join(', ') })}</strong> ${this.text.say(free ? 'print.used.hint' : 'print.used.all')}</p>
      ${free ? html`<button type="button" class="button" @click=${() => { this.from = free.from; this.to = free.to }}>${this.text.say('print.free', { from: free.from, to: free.to })}</button>` : nothing}</div>`
  }

  private button (known: PaperNumbers) {
    const [from, to] = [this.from ?? known.from, this.to ?? known.to]
    const count = numbersOf({ from, to }).length
    const isReady = count > 0 && count <= mostAtOnce && from >= known.from && to <= known.to && !this.offline && !(this.slip && isComing(this.slip))
    return html`<button type="button" class="button primary" aria-disabled=${!isReady} @click=${() => { if (isReady) this.tell('moi-print', { field: known.field, from, to }) }}>${sign('print')}<span>${this.text.say(count > 0 ? 'print.n' : 'print.go', { count })}</span></button>
      <p class="small">${count > 0 && count <= mostAtOnce && from >= known.from && to <= known.to ? this.text.say('print.where') : this.text.say('print.range', { from: known.from, to: known.to, most: mostAtOnce })}</p>
      ${this.offline ? html`<p class="small warn" role="status">${this.common.say('offline')}</p>` : nothing}`
  }

  private readonly chosen = ({ target }: Event): void => {
    this.from = undefined
    this.to = undefined
    this.tell('moi-field', { field: (target as HTMLSelectElement).value })
  }

  private tell (type: string, detail: object): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }))
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-paper-print': PaperPrint } }
