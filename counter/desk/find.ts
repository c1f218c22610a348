import { css, html, LitElement, nothing } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import type { FloorShot } from '../../common/contract/live.ts'
import { deskFindTexts } from '../../common/i18n/desk-find.ts'
import type { Catalogue } from '../../common/ui/catalogue.ts'
import { desk } from '../../common/ui/desk.ts'
import { Speaking } from '../../common/ui/language.ts'
import type { LiveState } from '../../common/ui/live-state.ts'
import type { Slip } from '../../common/ui/printing.ts'
import { base, buttons, numbers } from '../../common/ui/style.ts'
import type { Done, Sought } from './finding.ts'
import { part } from './style.ts'
import './ticket-card.ts'
import type { CardDeed } from './ticket-words.ts'

/** So many digits make a number; a longer one is sent with Enter. */
const wholeNumber = 4

/**
 * A number is typed or scanned, and its card is shown.
 * @fires moi-type with `{ number }`: what is typed so far
 * @fires moi-seek with `{ number }`
 */
@customElement('moi-desk-find')
export class DeskFind extends LitElement {
  static override styles = [base, buttons, numbers, desk, part, css`
    :host { display: grid; grid-template-columns: minmax(0, 20rem) minmax(0, 36rem); gap: 1.25rem; align-items: start; }
    form { display: grid; gap: 0.5rem; }
    .row { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0.5rem; }
    input.figure { min-height: 4rem; font-size: 2rem; font-weight: 700; letter-spacing: 0.04em; }
    .row .button { min-height: 4rem; padding: 0.25rem 1.25rem; }
    .note { padding: 1.25rem; line-height: 1.45; }
    @media (max-width: 44rem) { :host { grid-template-columns: minmax(0, 1fr); } }
  `]

  @property({ attribute: false }) sought: Sought = { at: 'nothing' }
  @property({ attribute: false }) done?: Done
  @property() typed = ''
  @property({ attribute: false }) deeds: readonly CardDeed[] = []
  @property({ attribute: false }) slips: readonly Slip[] = []
  @property({ attribute: false }) state!: LiveState<FloorShot> & { readonly shot: FloorShot }
  @property({ attribute: false }) catalogue?: Catalogue
  @property({ attribute: false }) now = new Date()
  @query('input') private readonly input?: HTMLInputElement
  private readonly text = new Speaking(this, deskFindTexts)

  override firstUpdated (): void { if (matchMedia('(hover: hover)').matches) this.focusNumber() }

  focusNumber (): void {
    this.input?.focus()
    this.input?.select()
  }

  override render () {
    return html`
      <form role="search" @submit=${this.send}>
        <label for="number">${this.text.say('number')}</label>
        <div class="row"><input id="number" class="figure" inputmode="numeric" autocomplete="off" spellcheck="false" maxlength="7" placeholder="2014" .value=${this.typed} @input=${this.changed} @focus=${() => this.input?.select()}>
          <button class="button primary">${this.text.say('find')}</button></div>
        <p class="small">${this.text.say('number.hint')}</p>
      </form>
      <div>${this.found()}</div>`
  }

  private found () {
    const { sought } = this
    switch (sought.at) {
      case 'nothing': return html`<p class="card note second">${this.text.say('nothing')}</p>`
      case 'asking': return html`<p class="card note second" role="status">${this.text.say('asking')}</p>`
      case 'none': return html`<p class="card note" role="status"><strong>${sought.number ? this.text.say('none', { number: sought.number }) : this.text.say('none.scan')}</strong> ${this.text.say('none.do')}</p>`
      case 'failed': return html`<div class="wrong" role="alert">${sought.problem.detail}</div>`
      case 'found': return html`<moi-ticket-card .ticket=${sought.ticket} .turn=${sought.turn} .catalogue=${this.catalogue} .shot=${this.state.shot} .now=${this.now} .deeds=${this.deeds} .done=${this.done} .slips=${this.slips} ?offline=${this.state.status !== 'live'}></moi-ticket-card>`
      default: return nothing
    }
  }

  private readonly changed = (): void => {
    const number = (this.input?.value ?? '').replace(/\D/g, '')
    if (this.input && this.input.value !== number) this.input.value = number
    this.tell('moi-type', { number })
    if (number.length === wholeNumber) this.tell('moi-seek', { number })
  }

  private readonly send = (event: Event): void => {
    event.preventDefault()
    if (this.typed) this.tell('moi-seek', { number: this.typed })
  }

  private tell (type: string, detail: object): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }))
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-desk-find': DeskFind } }
