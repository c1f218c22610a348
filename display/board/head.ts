import { css, html, LitElement } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { OfficeShown } from '../../common/contract/live.ts'
import { commonTexts } from '../../common/i18n/common.ts'
import '../../common/ui/clock-face.ts'
import { Speaking } from '../../common/ui/language.ts'
import '../../common/ui/mark.ts'
import { base } from '../../common/ui/style.ts'
import '../../common/ui/trial-mark.ts'
import { halves } from './arrange.ts'

/** Whose hall this is, and what time it is there. */
@customElement('moi-board-head')
export class BoardHead extends LitElement {
  static override styles = [base, css`
    :host {
      display: grid; grid-template-columns: auto 1fr auto auto; grid-column-gap: var(--moi-6); align-items: center;
      height: 7rem; padding: 0 3rem; background: var(--moi-card);
    }
    moi-mark { font-size: 4rem; }
    h1 { max-height: 5rem; overflow: hidden; font-size: 2.125rem; font-weight: 600; line-height: 1.2; }
    h1 span { display: inline-block; }
    moi-clock { font-size: 3rem; --moi-clock-date: 1.625rem; }
    moi-trial-mark { font-size: 1.375rem; }
    @media (max-aspect-ratio: 1/1) {
      :host { height: 8rem; padding: 0 2.25rem; grid-column-gap: var(--moi-5); }
      h1 { font-size: 1.75rem; max-height: 7rem; }
      moi-trial-mark { font-size: 1.125rem; }
      moi-clock { font-size: 2.75rem; --moi-clock-date: 1.5rem; }
    }
  `]

  @property({ attribute: false }) office?: OfficeShown
  @property({ attribute: false }) now?: Date
  private readonly text = new Speaking(this, commonTexts)

  override render () {
    return html`
      <moi-mark></moi-mark>
      <h1 data-bounded>${this.office ? halves(this.text.of(this.office.name)).map(half => html`<span>${half}</span> `) : 'Mời Số'}</h1>
      ${this.office?.trial ? html`<moi-trial-mark short></moi-trial-mark>` : html`<span></span>`}
      <moi-clock dated .now=${this.now} zone=${this.office?.timeZone ?? 'Asia/Ho_Chi_Minh'}></moi-clock>`
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-board-head': BoardHead } }
