import { css, html, LitElement } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { TicketNamed } from '../../common/contract/ticket.ts'
import { boardTexts } from '../../common/i18n/board.ts'
import { Speaking } from '../../common/ui/language.ts'
import '../../common/ui/number.ts'
import { base, numbers } from '../../common/ui/style.ts'

const most = 5

/** Missed numbers stay in sight, beside what to do about it. */
@customElement('moi-board-foot')
export class BoardFoot extends LitElement {
  static override styles = [base, numbers, css`
    :host { display: grid; grid-template-columns: auto 1fr; grid-column-gap: 2.5rem; align-items: center; height: 5.25rem; padding: 0 3rem; background: var(--moi-foot); color: var(--moi-on-foot); }
    .missed { display: grid; grid-auto-flow: column; grid-column-gap: 1.75rem; align-items: center; font-size: 2rem; white-space: nowrap; }
    .tag { padding: 0.375rem 1.125rem; border: 0.125rem solid currentColor; border-radius: var(--moi-radius-small); font-size: 1.625rem; font-weight: 600; line-height: 1.4; }
    .more { font-size: 1.625rem; }
    .hint { grid-column: 2; font-size: 1.75rem; line-height: 1.25; text-align: right; }
    .hint.tight { justify-self: end; max-width: 36rem; font-size: 1.5rem; }
    @media (max-aspect-ratio: 1/1) {
      :host { grid-template-columns: 1fr; align-content: center; grid-row-gap: 0.5rem; height: 8.5rem; padding: 0 2.25rem; }
      .missed { justify-content: start; grid-column-gap: 1.25rem; }
      .hint, .hint.tight { grid-column: 1; font-size: 1.5rem; max-width: none; justify-self: start; text-align: left; }
    }
  `]

  @property({ attribute: false }) missed: readonly TicketNamed[] = []
  private readonly text = new Speaking(this, boardTexts)

  override render () {
    return html`${this.missed.length > 0 ? this.numbers() : ''}
      <p class="hint ${this.missed.length > 2 ? 'tight' : ''}">${this.text.say('missed.hint')}</p>`
  }

  private numbers () {
    const more = this.missed.length - most
    return html`<p class="missed"><span class="tag">${this.text.say('missed')}</span>
      ${this.missed.slice(0, most).map(({ number }) => html`<moi-number value=${number}></moi-number>`)}
      ${more > 0 ? html`<span class="more">${this.text.say('missed.more', { count: more })}</span>` : ''}</p>`
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-board-foot': BoardFoot } }
