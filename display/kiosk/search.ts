import { css, html, LitElement } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Procedure } from '../../common/contract/office.ts'
import { kioskTexts } from '../../common/i18n/kiosk.ts'
import '../../common/ui/keyboard.ts'
import { fieldColours } from '../../common/ui/field-colour.ts'
import { Speaking } from '../../common/ui/language.ts'
import { base, buttons } from '../../common/ui/style.ts'
import { findProcedures } from '../../common/ui/find-procedures.ts'
import { look } from './look.ts'
import { touch, type Catalogue } from './model.ts'

/** Procedures by name, letter by letter, without accents. */
@customElement('moi-search')
export class Search extends LitElement {
  static override styles = [base, buttons, look, fieldColours, css`
    .sides { display: grid; grid-gap: 1.5rem; height: 100%; grid-template-rows: minmax(0, 1fr) auto; }
    h1 { margin-bottom: 1rem; font-size: calc(2.75rem * var(--k, 1)); }
    label { display: block; font-size: calc(1.625rem * var(--k, 1)); font-weight: 600; color: var(--moi-text-second); }
    input { width: 100%; min-height: 6rem; margin-top: 0.5rem; padding: 0 1.75rem; border: 0.1875rem solid var(--moi-brand); border-radius: var(--moi-radius-control); background: var(--moi-card); font-size: 2.5rem; font-weight: 600; }
    .found { display: grid; grid-template-rows: auto minmax(0, 1fr); }
    ul { display: grid; grid-gap: 0.75rem; align-content: start; margin-top: 1rem; overflow: auto; }
    li .button { width: 100%; justify-content: flex-start; text-align: left; min-height: 6rem; }
    .digit { flex: none; margin-right: 1.25rem; font-size: 2rem; }
    .none { margin-top: 2rem; font-size: calc(2rem * var(--k, 1)); color: var(--moi-text-second); }
    @media (min-aspect-ratio: 1/1) {
      .sides { grid-template-rows: minmax(0, 1fr); grid-template-columns: minmax(0, 1fr) minmax(0, 1.1fr); grid-gap: 2.25rem; }
      li .button { min-height: 5.25rem; }
      moi-keyboard { align-self: end; }
    }
  `]

  @property() query = ''
  @property({ attribute: false }) catalogue?: Catalogue
  /** How many fit without scrolling. */
  @property({ type: Number }) most = 6
  private readonly text = new Speaking(this, kioskTexts)

  override render () {
    const found = findProcedures(this.catalogue?.procedures ?? [], this.query).slice(0, this.most)
    return html`<div class="sides">
      <div class="found">
        <div><h1>${this.text.say('search.title')}</h1><label for="query">${this.text.say('search.label')}</label>
          <input id="query" .value=${this.query} inputmode="none" autocomplete="off" spellcheck="false" @input=${this.typed}></div>
        ${found.length > 0
          ? html`<ul aria-live="polite">${found.map(procedure => this.row(procedure))}</ul>`
          : html`<p class="none" role="status">${this.text.say(this.query ? 'search.none' : 'search.empty')}</p>`}
      </div>
      <moi-keyboard @moi-key=${this.pressed}></moi-keyboard>
    </div>`
  }

  private row (procedure: Procedure) {
    const field = this.catalogue?.fields.find(({ id }) => id === procedure.field)
    if (!field) return ''
    return html`<li><button type="button" class="button" @click=${() => touch(this, { do: 'procedure', field, procedure })}>
      <span class="digit" data-digit=${field.digit} aria-hidden="true">${field.digit}</span><span>${this.text.of(procedure.kioskLabel)}</span></button></li>`
  }

  private typed (event: Event): void {
    touch(this, { do: 'type', query: (event.target as HTMLInputElement).value })
  }

  private pressed (event: CustomEvent<{ key: string }>): void {
    const { key } = event.detail
    touch(this, { do: 'type', query: key === 'delete' ? this.query.slice(0, -1) : (this.query + key).slice(0, 40) })
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-search': Search } }
