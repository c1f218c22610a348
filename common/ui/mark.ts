import { css, html, LitElement } from 'lit'
import { customElement } from 'lit/decorators.js'

/** The product's sign: a ticket. Its size is its font size. */
@customElement('moi-mark')
export class Mark extends LitElement {
  static override styles = css`
    :host { display: block; width: 1em; height: 1em; line-height: 0; }
    svg { width: 1em; height: 1em; }
  `

  override render () {
    return html`<svg viewBox="0 0 64 64" aria-hidden="true" focusable="false">
      <rect width="64" height="64" rx="16" fill="#0B5D57"/>
      <path d="M18 19h28a5 5 0 0 1 5 5v4a4 4 0 0 0 0 8v4a5 5 0 0 1-5 5H18a5 5 0 0 1-5-5v-4a4 4 0 0 0 0-8v-4a5 5 0 0 1 5-5z" fill="#fff"/>
      <path d="M24 32h16" stroke="#0B5D57" stroke-width="5" stroke-linecap="round"/>
    </svg>`
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-mark': Mark } }
