import { css, html, LitElement } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { CallShown, FieldShown } from '../../common/contract/live.ts'
import { boardTexts } from '../../common/i18n/board.ts'
import { fieldColours } from '../../common/ui/field-colour.ts'
import { Speaking } from '../../common/ui/language.ts'
import '../../common/ui/number.ts'
import { base, numbers } from '../../common/ui/style.ts'

/** Who is at which counter. Up to three rows stand large, up to eight in two columns. */
@customElement('moi-serving-list')
export class ServingList extends LitElement {
  static override styles = [base, numbers, fieldColours, css`
    :host { display: block; }
    ul { display: grid; grid-gap: 1rem; height: 100%; grid-template-rows: repeat(3, 1fr); grid-auto-columns: 1fr; grid-auto-flow: column; }
    ul.many { grid-template-columns: repeat(2, 1fr); grid-gap: 0.75rem 1rem; }
    ul.rows-2 { grid-template-rows: repeat(2, 1fr); }
    ul.rows-4 { grid-template-rows: repeat(4, 1fr); }
    li {
      position: relative; display: grid; grid-template-columns: auto 1fr auto auto; align-items: center; grid-column-gap: 1.5rem;
      min-width: 0; min-height: 0; padding: 0 2.25rem 0 3rem; overflow: hidden; border-radius: var(--moi-radius-card); background: var(--moi-card);
    }
    li::before { content: ''; position: absolute; top: 0; bottom: 0; left: 0; width: 1rem; background: var(--field); }
    .number { font-size: 5.5rem; line-height: 1; }
    .field { max-height: 2.6em; overflow: hidden; font-size: 1.75rem; line-height: 1.25; color: var(--moi-text-second); }
    .tag { display: block; font-weight: 600; color: var(--moi-text); }
    .word { font-size: 1.875rem; color: var(--moi-text-second); }
    .many li { grid-column-gap: 1rem; padding: 0 1.5rem 0 2.25rem; border-radius: var(--moi-radius-control); }
    .many .number { font-size: 3.75rem; }
    .rows-2 .number, .rows-3 .number { font-size: 4.375rem; }
    .many .field { font-size: 1.375rem; }
    .many .word { font-size: 1.375rem; }
    .past li { border: 0.1875rem dashed rgba(169, 190, 202, 0.5); background: none; }
    .past .number { font-weight: 600; color: var(--moi-text-second); }
    @media (max-aspect-ratio: 1/1) {
      ul.many { grid-template-columns: 1fr; grid-gap: 0.625rem; }
      ul.rows-2 { grid-template-rows: repeat(4, 1fr); }
      ul.rows-3 { grid-template-rows: repeat(6, 1fr); }
      ul.rows-4 { grid-template-rows: repeat(8, 1fr); }
      .many .tag { display: inline; margin-right: 0.5em; }
      .many .number { font-size: 4rem; }
      .rows-2 .number, .rows-3 .number { font-size: 4.375rem; }
    .many .field { font-size: 1.625rem; }
    }
  `]

  @property({ attribute: false }) calls: readonly CallShown[] = []
  @property({ attribute: false }) fields: readonly FieldShown[] = []
  /** How many there are on all pages: the size must not jump from page to page. */
  @property({ type: Number }) total = 0
  /** Drawn as what was, not what is. */
  @property({ type: Boolean }) past = false
  private readonly text = new Speaking(this, boardTexts)

  override render () {
    const rows = Math.min(4, Math.ceil(this.total / 2))
    const size = this.total > 3 ? `many rows-${rows}` : ''
    return html`<ul class="${size} ${this.past ? 'past' : ''}">${repeat(this.calls, ({ counter }) => counter, shown => this.row(shown))}</ul>`
  }

  private row ({ ticket, counter, state }: CallShown) {
    const field = this.fields.find(({ id }) => id === ticket.field)
    return html`<li data-digit=${field?.digit ?? 9}>
      <moi-number class="number" value=${ticket.number}></moi-number>
      <span class="field" data-bounded>
        ${state === 'called' && !this.past ? html`<span class="tag">${this.text.say('called.tag')}</span>` : ''}
        ${field ? this.text.of(field.name) : ''}
      </span>
      <span class="word">${this.text.say('counter')}</span>
      <span class="number">${counter}</span>
    </li>`
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-serving-list': ServingList } }
