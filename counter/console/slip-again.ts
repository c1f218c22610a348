import { css, html, LitElement } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { PrinterShown } from '../../common/contract/printer.ts'
import { toldTexts } from '../../common/i18n/console-told.ts'
import { desk } from '../../common/ui/desk.ts'
import { Speaking } from '../../common/ui/language.ts'
import { isComing, type Slip } from '../../common/ui/printing.ts'
import { needsEyes, slipSaid } from '../../common/ui/slip-said.ts'
import { base, buttons } from '../../common/ui/style.ts'

/**
 * The slip of the number at the counter, once more; and what became of it.
 * @fires moi-reprint
 */
@customElement('moi-slip-again')
export class SlipAgain extends LitElement {
  static override styles = [base, buttons, desk, css`
    :host { display: grid; gap: 0.375rem; }
    .button { justify-content: flex-start; gap: 0.5rem; width: 100%; min-height: 2.75rem; padding: 0.25rem 0.625rem; font-size: 0.875rem; text-align: left; }
    .button span { flex: 1; }
    kbd { min-width: 1.25rem; }
    p { padding: 0.5rem 0.75rem; border-radius: var(--moi-radius-small); background: var(--moi-brand-soft); color: var(--moi-brand-deep); font-size: 0.875rem; font-weight: 600; line-height: 1.4; }
    p:empty { display: none; }
    .look { background: var(--moi-warn-soft); color: var(--moi-text); outline: 1px solid var(--moi-warn); outline-offset: -1px; }
    @media (min-width: 30rem) { .button { font-size: 0.9375rem; } }
  `]

  /** A number is at the counter, and the office can be heard. */
  @property({ type: Boolean }) possible = false
  @property({ attribute: false }) slip?: Slip
  @property({ attribute: false }) printers: readonly PrinterShown[] = []
  /** What the office answered instead of printing. */
  @property() refusal = ''
  private readonly told = new Speaking(this, toldTexts)

  override render () {
    const { slip } = this
    const isBusy = slip !== undefined && isComing(slip)
    const isPossible = this.possible && !isBusy
    return html`
      <button type="button" class="button" aria-disabled=${!isPossible} aria-busy=${isBusy && slip.state === undefined} @click=${(event: MouseEvent) => this.press(event, isPossible)}><span>${this.told.say('slip')}</span><kbd aria-hidden="true">P</kbd></button>
      <p class=${slip && needsEyes(slip, this.printers) ? 'look' : ''} role="status">${slip ? slipSaid(slip, this.printers, this.refusal) : ''}</p>`
  }

  private press (event: MouseEvent, isPossible: boolean): void {
    // After a click by hand the keys belong to the page again.
    if (event.detail > 0) (event.currentTarget as HTMLElement).blur()
    if (isPossible) this.dispatchEvent(new CustomEvent('moi-reprint', { bubbles: true, composed: true }))
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-slip-again': SlipAgain } }
