import { css, html, LitElement } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { MissedShown } from '../../common/contract/live.ts'
import { boardTexts } from '../../common/i18n/board.ts'
import { Speaking } from '../../common/ui/language.ts'
import '../../common/ui/number.ts'
import { base, numbers } from '../../common/ui/style.ts'
import { turn } from './arrange.ts'

const atOnce = 3

/** Missed numbers stay in sight, in turns where they are many, beside what to do about it. */
@customElement('moi-board-foot')
export class BoardFoot extends LitElement {
  static override styles = [base, numbers, css`
    :host { display: grid; grid-template-columns: auto 1fr; grid-column-gap: 2.5rem; align-items: center; height: 5.25rem; padding: 0 3rem; background: var(--moi-foot); color: var(--moi-on-foot); }
    .missed { display: grid; grid-auto-flow: column; grid-column-gap: 1.75rem; align-items: center; font-size: 2rem; white-space: nowrap; }
    .tag { padding: 0.375rem 1.125rem; border: 0.125rem solid currentColor; border-radius: var(--moi-radius-small); font-size: 1.625rem; font-weight: 600; line-height: 1.4; }
    moi-number { font-weight: 700; }
    small, .more { font-size: 1.625rem; }
    .hint { grid-column: 2; font-size: 1.75rem; line-height: 1.25; text-align: right; }
    .hint.tight { justify-self: end; max-width: 36rem; font-size: 1.625rem; }
    @media (max-aspect-ratio: 1/1) {
      :host { grid-template-columns: 1fr; align-content: center; grid-row-gap: 0.5rem; height: 8.5rem; padding: 0 2.25rem; }
      .missed { justify-content: start; grid-column-gap: 1.25rem; font-size: 1.75rem; }
      .tag, small, .more { font-size: 1.375rem; }
      .hint, .hint.tight { grid-column: 1; font-size: 1.5rem; max-width: none; justify-self: start; text-align: left; }
    }
  `]

  @property({ attribute: false }) missed: readonly MissedShown[] = []
  @property({ attribute: false }) now = new Date()
  private readonly text = new Speaking(this, boardTexts)

  override render () {
    return html`${this.missed.length > 0 ? this.numbers() : ''}
      <p class="hint ${this.missed.length > 1 ? 'tight' : ''}">${this.text.say(this.missed.length > 0 ? 'missed.hint' : 'missed.none')}</p>`
  }

  private numbers () {
    const { items, page, pages } = turn(this.missed, atOnce, this.now)
    return html`<p class="missed"><span class="tag">${this.text.say('missed')}</span>
      ${items.map(missed => this.number(missed))}
      ${pages > 1 ? html`<span class="more">${this.text.say('serving.page', { page, pages })}</span>` : ''}</p>`
  }

  private number ({ number, counter }: MissedShown) {
    return html`<span><moi-number value=${number}></moi-number>${counter > 0 ? html` <small>(${this.text.say('missed.counter', { counter })})</small>` : ''}</span>`
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-board-foot': BoardFoot } }
