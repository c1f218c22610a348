import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { PaperSheet, PrinterPanel } from '../../common/contract/paper.ts'
import { commonTexts } from '../../common/i18n/common.ts'
import { paperTexts } from '../../common/i18n/paper.ts'
import { language, Speaking } from '../../common/ui/language.ts'
import { withOffice } from '../../common/ui/place.ts'
import { base, buttons } from '../../common/ui/style.ts'
import '../../common/ui/trial-mark.ts'
import './panel.ts'
import './sheets.ts'

/** The printer as last seen. */
export interface Seen { readonly sheets: readonly PaperSheet[], readonly panel: PrinterPanel }

/** What the page knows: the printer, or why there is none to see. */
export type Tray =
  | { readonly is: 'loading' }
  | { readonly is: 'real' }
  | { readonly is: 'staff' }
  | { readonly is: 'lost', readonly said: string, readonly seen?: Seen }
  | { readonly is: 'here', readonly seen: Seen }

/** The printer made of software: its paper, and beside it its lights and knobs. `turn` bubbles from the knobs. */
@customElement('moi-paper')
export class Paper extends LitElement {
  static override styles = [base, buttons, css`
    :host { display: block; max-width: 84rem; margin: 0 auto; padding: var(--moi-8) var(--moi-5); }
    header { display: grid; grid-template-columns: minmax(0, 1fr) auto; grid-column-gap: var(--moi-5); align-items: start; }
    h1 { font-size: var(--moi-size-headline); font-weight: 700; line-height: 1.2; }
    header p { grid-column: 1 / -1; margin-top: var(--moi-2); max-width: 46rem; color: var(--moi-text-second); line-height: 1.5; }
    moi-trial-mark { margin-top: var(--moi-3); font-size: 0.875rem; }
    .said { margin-top: var(--moi-8); max-width: 40rem; font-size: var(--moi-size-large); line-height: 1.5; }
    .lost { margin-top: var(--moi-5); color: var(--moi-warn); font-weight: 600; }
    .printer { display: grid; grid-template-columns: minmax(0, 1fr) 25rem; grid-column-gap: var(--moi-8); align-items: start; margin-top: var(--moi-6); }
    moi-printer-panel { grid-column: 2; grid-row: 1; position: sticky; top: var(--moi-5); }
    moi-paper-sheets { grid-column: 1; grid-row: 1; }
    @media (max-width: 56rem) {
      :host { padding: var(--moi-5) var(--moi-4); }
      .printer { display: block; }
      moi-printer-panel { position: static; margin-bottom: var(--moi-8); }
    }
  `]

  @property({ attribute: false }) tray: Tray = { is: 'loading' }
  @property({ type: Boolean }) trial = false
  /** Why the last turn of a knob was not made. */
  @property() refused = ''
  private readonly text = new Speaking(this, paperTexts)
  private readonly common = new Speaking(this, commonTexts)

  override render () {
    return html`<main>
      <header>
        <h1>${this.text.say('title')}</h1>
        <button type="button" class="button" lang=${this.text.language === 'vi' ? 'en' : 'vi'} @click=${() => language.toggle()}>${this.text.say('language')}</button>
        <p>${this.text.say('about')}</p>
      </header>
      ${this.trial ? html`<moi-trial-mark></moi-trial-mark>` : nothing}
      ${this.content()}
    </main>`
  }

  private content () {
    const { tray } = this
    switch (tray.is) {
      case 'loading': return html`<p class="said" role="status">${this.common.say('loading')}</p>`
      case 'real': return html`<p class="said">${this.text.say('real')}</p>`
      case 'staff': return html`<p class="said">${this.text.say('staff')}</p><p class="said"><a class="button primary" href=${withOffice('/counter')}>${this.text.say('signIn')}</a></p>`
      case 'lost': return html`<p class="lost" role="alert">${tray.said}</p>${tray.seen ? this.printer(tray.seen, true) : nothing}`
      case 'here': return this.printer(tray.seen, false)
    }
  }

  private printer ({ sheets, panel }: Seen, cutOff: boolean) {
    return html`<div class="printer">
      <moi-printer-panel .panel=${panel} ?cutOff=${cutOff} .refused=${this.refused}></moi-printer-panel>
      <moi-paper-sheets .sheets=${sheets} .state=${panel.state}></moi-paper-sheets>
    </div>`
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-paper': Paper } }
