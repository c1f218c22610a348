import { css, html, LitElement } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { boardTexts } from '../../common/i18n/board.ts'
import { fieldColours } from '../../common/ui/field-colour.ts'
import { Speaking } from '../../common/ui/language.ts'
import { base, numbers } from '../../common/ui/style.ts'
import type { FieldWaiting } from './arrange.ts'

/** How many wait in each field; the digit is the first figure of their numbers. */
@customElement('moi-waiting-list')
export class WaitingList extends LitElement {
  static override styles = [base, numbers, fieldColours, css`
    :host { display: block; padding: 1.5rem 2.25rem; border-radius: var(--moi-radius-card); background: var(--moi-card); }
    h2 { padding-bottom: 0.375rem; font-size: 1.625rem; font-weight: 600; line-height: 1.3; letter-spacing: 0.06em; text-transform: uppercase; color: var(--moi-text-second); }
    li {
      display: grid; grid-template-columns: 2.25rem 1fr auto; grid-column-gap: 1.25rem; align-items: center;
      height: 3.25rem; line-height: 1.2; border-top: 0.125rem solid var(--moi-line);
    }
    li:first-child { border-top: 0; }
    ul.many li { height: 2.625rem; }
    .digit { width: 2.25rem; border-radius: 0.5rem; background: var(--field); color: #06121A; font-size: 1.5rem; line-height: 2.25rem; text-align: center; }
    .many .digit { width: 2rem; line-height: 2rem; }
    .name { overflow: hidden; font-size: 1.75rem; line-height: 1.4; white-space: nowrap; text-overflow: ellipsis; }
    .many .name { font-size: 1.5rem; }
    .count { font-size: 2.125rem; line-height: 1; }
    @media (max-aspect-ratio: 1/1) { .name { font-size: 1.5rem; } .many .name { font-size: 1.375rem; } }
    .none { margin-top: 0.5rem; font-size: 1.75rem; }
  `]

  @property({ attribute: false }) waiting: readonly FieldWaiting[] = []
  private readonly text = new Speaking(this, boardTexts)

  override render () {
    return html`<h2>${this.text.say('waiting')}</h2>
      ${this.waiting.length === 0
        ? html`<p class="none">${this.text.say('waiting.none')}</p>`
        : html`<ul class=${this.waiting.length > 5 ? 'many' : ''}>${this.waiting.map(waiting => this.row(waiting))}</ul>`}`
  }

  private row ({ field, count }: FieldWaiting) {
    return html`<li data-digit=${field.digit}>
      <span class="digit number" aria-hidden="true">${field.digit}</span>
      <span class="name" data-bounded>${this.text.of(field.name)}</span>
      <span class="count number" aria-label=${this.text.say('waiting.people', { count })} role="img">${count}</span>
    </li>`
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-waiting-list': WaitingList } }
