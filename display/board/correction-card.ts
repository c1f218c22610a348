import { css, html, LitElement } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { boardTexts } from '../../common/i18n/board.ts'
import { Speaking } from '../../common/ui/language.ts'
import { base, numbers } from '../../common/ui/style.ts'
import type { Correction } from './correction.ts'

/** Stands where the call stood that was a mistake, until everybody has seen it. Never yellow: nobody is to go anywhere. */
@customElement('moi-correction-card')
export class CorrectionCard extends LitElement {
  static override styles = [base, numbers, css`
    :host { display: block; height: 23.5rem; }
    .card {
      display: grid; grid-template-columns: auto minmax(0, 1fr); grid-column-gap: 3.5rem; align-items: center; height: 100%; padding: 0 3rem;
      border: 0.375rem solid var(--moi-warn); border-radius: var(--moi-radius-card); background: var(--moi-warn-soft);
    }
    .number { font-size: 14rem; font-weight: 800; line-height: 1; letter-spacing: -0.03em; }
    .number span { display: block; }
    .five .number { font-size: 11.5rem; }
    .more .number { font-size: 7.5rem; }
    .words { font-size: 4.25rem; font-weight: 700; line-height: 1.2; }
    @media (max-aspect-ratio: 1/1) {
      :host { height: 20rem; }
      .card { grid-column-gap: 2.5rem; padding: 0 2.5rem; }
      .number { font-size: 11.5rem; }
      .five .number { font-size: 9.5rem; }
      .more .number { font-size: 5.5rem; }
      .words { font-size: 3.25rem; }
    }
  `]

  @property({ attribute: false }) corrections: readonly Correction[] = []
  private readonly text = new Speaking(this, boardTexts)

  override render () {
    const shown = this.corrections.slice(0, 3).map(({ number }) => number)
    const said = this.text.say('correction', { number: shown.join(', ') })
    return html`<div class="card ${shown.length > 1 ? 'more' : (shown[0] ?? '').length > 4 ? 'five' : ''}" aria-hidden="true">
      <p class="number">${shown.map(number => html`<span>${number}</span>`)}</p>
      <p class="words">${this.text.say('correction.wait')}<br>${this.text.say('correction.turn')}</p>
    </div>
    <p class="hidden-visually" role="alert">${said}</p>`
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-correction-card': CorrectionCard } }
