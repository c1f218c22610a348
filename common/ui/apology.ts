import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { PrinterShown } from '../contract/printer.ts'
import { promiseTexts } from '../i18n/promise.ts'
import { desk } from './desk.ts'
import { Speaking } from './language.ts'
import { isComing, type Slip } from './printing.ts'
import { needsEyes, slipSaid } from './slip-said.ts'
import { base, buttons } from './style.ts'

/**
 * A slip that says sorry, offered once; and what became of it.
 * @fires moi-apologise with `{ ticket: { id, number } }`
 */
@customElement('moi-apology')
export class Apology extends LitElement {
  static override styles = [base, buttons, desk, css`
    :host { display: grid; gap: 0.375rem; justify-items: start; }
    .button { min-height: 2.75rem; padding: 0.25rem 0.875rem; border-color: var(--moi-edge); font-size: 0.875rem; }
    p { font-size: 0.875rem; font-weight: 600; line-height: 1.4; color: var(--moi-brand-deep); }
    p:empty { display: none; }
    .look { color: var(--moi-warn); }
  `]

  @property({ attribute: false }) ticket: Slip['ticket'] = { id: '', number: '' }
  /** Absent until it is asked for. */
  @property({ attribute: false }) slip?: Slip
  @property({ attribute: false }) printers: readonly PrinterShown[] = []
  /** What the office answered instead of printing. */
  @property() refusal = ''
  /** Nothing is pretended while the office cannot be heard. */
  @property({ type: Boolean }) offline = false
  private readonly text = new Speaking(this, promiseTexts)

  override render () {
    const { slip, ticket: { number } } = this
    return html`
      ${isOffered(slip) ? html`<button type="button" class="button" aria-disabled=${this.offline} aria-label=${this.text.say('apologise.number', { number })} @click=${this.press}>${this.text.say('apologise')}</button>` : nothing}
      <p class=${slip && needsEyes(slip, this.printers) ? 'look' : ''} role="status">${slip ? slipSaid(slip, this.printers, this.refusal) : ''}</p>`
  }

  private readonly press = (event: MouseEvent): void => {
    // After a click by hand the keys belong to the page again.
    if (event.detail > 0) (event.currentTarget as HTMLElement).blur()
    if (!this.offline) this.dispatchEvent(new CustomEvent('moi-apologise', { detail: { ticket: this.ticket }, bubbles: true, composed: true }))
  }
}

/** Not while one is on its way, not after it came out, and not where the office has said there is nothing to be sorry for. */
function isOffered (slip: Slip | undefined): boolean {
  if (!slip) return true
  return slip.problem ? slip.problem.status !== 409 : !isComing(slip) && slip.state !== 'printed'
}

declare global { interface HTMLElementTagNameMap { 'moi-apology': Apology } }
