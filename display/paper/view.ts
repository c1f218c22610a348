import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { commonTexts } from '../../common/i18n/common.ts'
import { paperTexts } from '../../common/i18n/paper.ts'
import { language, Speaking } from '../../common/ui/language.ts'
import { timeText } from '../../common/ui/moment.ts'
import { withOffice } from '../../common/ui/place.ts'
import { base, buttons } from '../../common/ui/style.ts'
import '../../common/ui/trial-mark.ts'

export interface Sheet { readonly id: number, readonly at: string, readonly widthDots: number, readonly heightDots: number }

/** What the page knows: the paper, or why there is none to see. */
export type Tray =
  | { readonly is: 'loading' }
  | { readonly is: 'real' }
  | { readonly is: 'staff' }
  | { readonly is: 'lost', readonly said: string, readonly sheets: readonly Sheet[] }
  | { readonly is: 'here', readonly sheets: readonly Sheet[] }

/** Slips as they came out of the virtual printer, newest first. */
@customElement('moi-paper')
export class Paper extends LitElement {
  static override styles = [base, buttons, css`
    :host { display: block; max-width: 76rem; margin: 0 auto; padding: var(--moi-8) var(--moi-5); }
    header { display: grid; grid-template-columns: 1fr auto; grid-column-gap: var(--moi-5); align-items: start; }
    h1 { font-size: var(--moi-size-headline); font-weight: 700; line-height: 1.2; }
    header p { margin-top: var(--moi-2); max-width: 46rem; color: var(--moi-text-second); line-height: 1.5; }
    moi-trial-mark { margin-top: var(--moi-3); font-size: 0.875rem; }
    .said { margin-top: var(--moi-8); max-width: 40rem; font-size: var(--moi-size-large); line-height: 1.5; }
    .lost { margin-top: var(--moi-5); color: var(--moi-warn); font-weight: 600; }
    ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(17rem, 1fr)); grid-gap: var(--moi-6); align-items: start; margin-top: var(--moi-8); }
    figure { padding: var(--moi-4); border-radius: var(--moi-radius-small); background: #FFFFFF; box-shadow: 0 0.125rem 0.75rem rgba(16, 32, 43, 0.12); }
    img { display: block; width: 100%; height: auto; }
    figcaption { margin-bottom: var(--moi-3); font-size: 0.875rem; color: #41535E; }
  `]

  @property({ attribute: false }) tray: Tray = { is: 'loading' }
  @property({ type: Boolean }) trial = false
  private readonly text = new Speaking(this, paperTexts)
  private readonly common = new Speaking(this, commonTexts)

  override render () {
    return html`<main>
      <header>
        <div><h1>${this.text.say('title')}</h1><p>${this.text.say('about')}</p></div>
        <button type="button" class="button" lang=${this.text.language === 'vi' ? 'en' : 'vi'} @click=${() => language.toggle()}>${this.text.say('language')}</button>
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
      case 'lost': return html`<p class="lost" role="alert">${tray.said}</p>${this.sheets(tray.sheets)}`
      case 'here': return tray.sheets.length > 0 ? this.sheets(tray.sheets) : html`<p class="said">${this.text.say('empty')}</p>`
    }
  }

  private sheets (sheets: readonly Sheet[]) {
    if (sheets.length === 0) return nothing
    return html`<ul aria-live="polite">${[...sheets].reverse().map(sheet => {
      const said = this.text.say('sheet', { time: timeText(sheet.at, 'Asia/Ho_Chi_Minh') })
      return html`<li><figure><figcaption>${said}</figcaption>
        <img src=${withOffice(`/api/v1/printer/sheets/${sheet.id}.png`)} alt="" width=${sheet.widthDots} height=${sheet.heightDots}></figure></li>`
    })}</ul>`
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-paper': Paper } }
