import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { PaperSheet, PrinterPanel } from '../../common/contract/paper.ts'
import { paperTexts } from '../../common/i18n/paper.ts'
import { Speaking } from '../../common/ui/language.ts'
import { timeText } from '../../common/ui/moment.ts'
import { withOffice } from '../../common/ui/place.ts'
import { base } from '../../common/ui/style.ts'

const dotsAMm = 8
/** White paper beside the print: 80 mm paper carries 72 mm of it. */
const marginMm = 4

/** The printer with the slip that is rising out of it, head first, and below it the slips that have, newest first. All at one scale. */
@customElement('moi-paper-sheets')
export class PaperSheets extends LitElement {
  static override styles = [base, css`
    :host { display: block; }
    h2 { margin-top: var(--moi-8); font-size: var(--moi-size-large); font-weight: 700; line-height: 1.3; }
    .printer { max-width: 26rem; }
    .out { position: relative; display: flex; justify-content: center; padding: 0 var(--moi-5); margin-bottom: -1rem; }
    .strip { max-width: 100%; padding: 4mm 4mm 0; background: #FFFFFF; box-shadow: 0 0.125rem 0.75rem rgba(16, 32, 43, 0.12), inset 0 -0.75rem 0.5rem -0.5rem rgba(0, 0, 0, 0.5); }
    .body { padding: var(--moi-3) var(--moi-3) var(--moi-4); border-radius: var(--moi-radius-card); background: #26343C; color: #FFFFFF; }
    .slot { height: 0.5rem; border-radius: 0.25rem; background: #0B1216; }
    .body p { margin-top: var(--moi-3); font-weight: 600; line-height: 1.3; text-align: center; }
    ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(17.5rem, 1fr)); grid-gap: var(--moi-6); align-items: start; margin-top: var(--moi-4); }
    figcaption { display: flex; align-items: center; min-height: 2rem; margin-bottom: var(--moi-2); font-size: var(--moi-size-small); color: var(--moi-text-second); }
    .badge { margin-left: var(--moi-3); padding: 0.125rem 0.75rem; border-radius: 1rem; background: var(--moi-stop-soft); color: var(--moi-stop); font-weight: 600; }
    .sheet { max-width: 100%; padding: 4mm; background: #FFFFFF; box-shadow: 0 0.125rem 0.75rem rgba(16, 32, 43, 0.12); }
    .sheet.torn { padding-bottom: 0; border-bottom: 0.1875rem dashed var(--moi-stop); }
    img { display: block; width: 100%; height: auto; image-rendering: -webkit-optimize-contrast; }
    .empty { margin-top: var(--moi-4); max-width: 40rem; font-size: var(--moi-size-large); line-height: 1.5; color: var(--moi-text-second); }
  `]

  @property({ attribute: false }) sheets: readonly PaperSheet[] = []
  @property({ attribute: false }) state!: PrinterPanel['state']
  private readonly text = new Speaking(this, paperTexts)

  override render () {
    return html`${this.printer()}
      <h2>${this.text.say('sheets')}</h2>
      ${this.sheets.length > 0 ? html`<ul aria-live="polite">${repeat([...this.sheets].reverse(), sheet => sheet.id, sheet => this.sheet(sheet))}</ul>` : html`<p class="empty">${this.text.say('empty')}</p>`}`
  }

  private printer () {
    const { hangingRows, widthDots } = this.state
    const cm = (hangingRows / dotsAMm / 10).toFixed(1).replace('.', this.text.language === 'vi' ? ',' : '.')
    const isOut = hangingRows > 0
    return html`<div class="printer">
      ${isOut ? html`<div class="out"><div class="strip" .style=${this.width(widthDots)}>${this.picture(`/printer/hanging.png?rows=${hangingRows}`, widthDots, hangingRows)}</div></div>` : nothing}
      <div class="body"><div class="slot"></div><p>${isOut ? this.text.say('hanging', { cm }) : this.text.say('slot')}</p></div></div>`
  }

  private sheet ({ id, at, widthDots, heightDots, complete }: PaperSheet) {
    return html`<li><figure>
      <figcaption><span>${this.text.say('sheet', { time: timeText(at, 'Asia/Ho_Chi_Minh') })}</span>${complete ? nothing : html`<span class="badge">${this.text.say('torn')}</span>`}</figcaption>
      <div class="sheet ${complete ? '' : 'torn'}" .style=${this.width(widthDots)}>${this.picture(`/printer/sheets/${id}.png`, widthDots, heightDots)}</div></figure></li>`
  }

  private picture (path: string, widthDots: number, heightDots: number) {
    return html`<img src=${withOffice(`/api/v1${path}`)} alt="" width=${widthDots} height=${heightDots}>`
  }

  /** Set as a property: the content policy lets no style attribute pass. */
  private width (dots: number): string { return `width: ${dots / dotsAMm + 2 * marginMm}mm` }
}

declare global { interface HTMLElementTagNameMap { 'moi-paper-sheets': PaperSheets } }
