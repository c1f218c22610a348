import { css, html, LitElement } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { base, numbers } from './style.ts'

/** A ticket's number: seen as figures, heard digit by digit, as the hall's voice says it. */
@customElement('moi-number')
export class TicketNumber extends LitElement {
  static override styles = [base, numbers, css`
    :host { display: inline-block; position: relative; }
    .number { font-weight: inherit; letter-spacing: inherit; }
  `]

  @property() value = ''

  override render () {
    return html`<span class="number" aria-hidden="true">${this.value}</span><span class="hidden-visually">${[...this.value].join(' ')}</span>`
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-number': TicketNumber } }
