import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { PrinterShown } from '../../common/contract/printer.ts'
import type { PrintJobListed } from '../../common/contract/ticket.ts'
import { toldTexts } from '../../common/i18n/console-told.ts'
import { desk } from '../../common/ui/desk.ts'
import { Speaking } from '../../common/ui/language.ts'
import { isComing, type Slip } from '../../common/ui/printing.ts'
import { slipSaid } from '../../common/ui/slip-said.ts'
import { base, buttons } from '../../common/ui/style.ts'

const mostShown = 4

/** Slips that may never have come out, and those of them that were asked for again; `refusal`: why one was not printed. */
export interface DoubtsShown {
  readonly listed: readonly PrintJobListed[]
  readonly again: readonly { readonly slip: Slip, readonly refusal: string }[]
}

/**
 * Numbers whose slip may never have come out: somebody looks at the printer, and prints again what is not there.
 * @fires moi-reprint-doubtful with `{ ticket: { id, number } }`
 */
@customElement('moi-doubtful-slips')
export class DoubtfulSlips extends LitElement {
  static override styles = [base, buttons, desk, css`
    :host { display: grid; gap: 0.5rem; padding: 0.625rem 1rem; border: 1px solid var(--moi-warn); border-radius: var(--moi-radius-control); background: var(--moi-card); font-size: 0.875rem; line-height: 1.4; }
    :host([hidden]) { display: none; }
    p:empty { display: none; }
    .again { display: flex; flex-wrap: wrap; gap: 0.5rem; }
    .button { min-height: 2.75rem; padding: 0.25rem 0.75rem; font-size: 0.875rem; }
  `]

  @property({ attribute: false }) doubts: DoubtsShown = { listed: [], again: [] }
  @property({ attribute: false }) printers: readonly PrinterShown[] = []
  @property({ type: Boolean }) offline = false
  private readonly told = new Speaking(this, toldTexts)

  protected override updated (): void { this.hidden = this.open.length === 0 && this.doubts.again.length === 0 }

  override render () {
    const { open } = this
    const shown = open.slice(0, mostShown)
    return html`
      <p role="status">${open.length > 0 ? this.told.say('slip.doubt', { numbers: this.named(open) }) : ''}</p>
      ${shown.length > 0 ? html`<div class="again">${shown.map(job => html`<button type="button" class="button" aria-disabled=${this.offline} @click=${(event: MouseEvent) => this.press(event, job)}>${this.told.say('slip.doubt.again', { number: job.number })}</button>`)}</div>` : nothing}
      ${this.doubts.again.map(({ slip, refusal }) => html`<p role="status">${slipSaid(slip, this.printers, refusal)}</p>`)}`
  }

  /** Those that nobody has asked for again yet. */
  private get open (): readonly PrintJobListed[] {
    const coming = new Set(this.doubts.again.flatMap(({ slip }) => isComing(slip) ? slip.ticket.id : []))
    return this.doubts.listed.filter(({ ticket }) => ticket !== undefined && !coming.has(ticket))
  }

  private named (open: readonly PrintJobListed[]): string {
    const numbers = open.slice(0, mostShown).map(({ number }) => number).join(', ')
    return open.length > mostShown ? `${numbers} ${this.told.say('slip.doubt.more', { count: open.length - mostShown })}` : numbers
  }

  private press (event: MouseEvent, { ticket, number }: PrintJobListed): void {
    // After a click by hand the keys belong to the page again.
    if (event.detail > 0) (event.currentTarget as HTMLElement).blur()
    if (!this.offline) this.dispatchEvent(new CustomEvent('moi-reprint-doubtful', { detail: { ticket: { id: ticket, number } }, bubbles: true, composed: true }))
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-doubtful-slips': DoubtfulSlips } }
