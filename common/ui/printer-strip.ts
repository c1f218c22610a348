import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { PrinterShown } from '../contract/printer.ts'
import { printerTexts } from '../i18n/printers.ts'
import { Speaking } from './language.ts'
import { cannotPrint } from './printers.ts'
import { sign } from './signs.ts'
import { base } from './style.ts'

/** Each printer that needs somebody: what is wrong, what to do about it, and where slips come out meanwhile. */
@customElement('moi-printer-strip')
export class PrinterStrip extends LitElement {
  static override styles = [base, css`
    :host { display: grid; gap: 0.5rem; }
    :host([hidden]) { display: none; }
    .printer { display: grid; grid-template-columns: auto 1fr; gap: 0.625rem; padding: 0.625rem 1rem; border: 2px solid var(--moi-warn); border-radius: var(--moi-radius-control); background: var(--moi-warn-soft); font-size: 0.875rem; line-height: 1.4; }
    .printer.low { border-width: 1px; background: var(--moi-card); }
    .sign { margin-top: 0.15em; color: var(--moi-warn); font-size: 1.125rem; }
    .what { font-weight: 700; }
    .technical { margin-top: 0.25rem; font-size: 0.8125rem; color: var(--moi-text-second); overflow-wrap: anywhere; }
  `]

  @property({ attribute: false }) printers: readonly PrinterShown[] = []
  private readonly text = new Speaking(this, printerTexts)

  protected override updated (): void { this.hidden = this.troubled.length === 0 }

  override render () {
    return html`${this.troubled.map(printer => this.strip(printer))}`
  }

  private get troubled (): readonly PrinterShown[] { return this.printers.filter(({ state }) => state !== 'ready') }

  private strip ({ printer, state, label, detail, reliefBy }: PrinterShown) {
    if (state === 'ready') return nothing
    const technical = [label, detail].filter(Boolean).join(' · ')
    const mends = state === 'fault' || state === 'unreachable'
    return html`<div class="printer ${state === 'paper-low' ? 'low' : ''}" role="status">${sign('warn')}<div>
      <p class="what">${this.text.say(nameOf(printer))}: ${this.text.say(`printer.${state}`)}</p>
      <p>${this.text.say(`printer.${state}.do`)} ${cannotPrint(state) ? this.meanwhile(printer, reliefBy) : nothing}</p>
      ${mends && technical ? html`<p class="technical">${technical}</p>` : nothing}
    </div></div>`
  }

  private meanwhile (printer: string, reliefBy: string | undefined): string {
    if (reliefBy !== undefined) return this.text.say(reliefBy === 'desk' ? 'printer.relief.desk' : 'printer.relief.kiosk')
    return printer === 'desk' ? '' : this.text.say('printer.screen')
  }
}

const nameOf = (printer: string) => printer === 'desk' ? 'printer.desk' : 'printer.kiosk'

declare global { interface HTMLElementTagNameMap { 'moi-printer-strip': PrinterStrip } }
