import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { fieldColours } from '../../common/ui/field-colour.ts'
import { sign } from '../../common/ui/signs.ts'
import { base, buttons, numbers } from '../../common/ui/style.ts'
import { sheet } from './style.ts'

export interface Choice { readonly label: string, readonly hint?: string, readonly digit?: number, readonly choose: () => void }

/** Things to choose one of, each as wide as a thumb needs. */
@customElement('moi-book-choices')
export class BookChoices extends LitElement {
  static override styles = [base, buttons, numbers, sheet, fieldColours, css`
    :host { display: block; }
    ul { display: grid; grid-gap: 0.625rem; }
    .button { width: 100%; min-height: 4rem; padding: 0.625rem 1rem; border-width: 1px; text-align: left; font-size: 1.125rem; }
    .words { flex: 1; }
    .hint { display: block; margin-top: 0.125rem; font-size: 0.9375rem; font-weight: 500; line-height: 1.35; color: var(--moi-text-second); }
    .digit { flex: none; width: 2.25rem; margin-right: 0.875rem; border-radius: 0.625rem; background: var(--field); color: #FFFFFF; font-size: 1.25rem; line-height: 2.25rem; text-align: center; }
    .sign { flex: none; color: var(--moi-text-third); }
    @media (min-width: 48rem) { ul { grid-template-columns: repeat(2, minmax(0, 1fr)); } li { display: grid; } }
  `]

  @property({ attribute: false }) choices: readonly Choice[] = []

  override render () {
    return html`<ul>${this.choices.map(({ label, hint, digit, choose }) => html`<li>
      <button type="button" class="button" data-digit=${digit ?? nothing} @click=${choose}>
        ${digit === undefined ? nothing : html`<span class="digit number" aria-hidden="true">${digit}</span>`}
        <span class="words">${label}${hint ? html`<span class="hint">${hint}</span>` : nothing}</span>${sign('next')}
      </button></li>`)}</ul>`
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-book-choices': BookChoices } }
