import { css, html, LitElement } from 'lit'
import { customElement } from 'lit/decorators.js'

/** The width of the page, and the air between what stands on it. */
@customElement('moi-desk-frame')
export class DeskFrame extends LitElement {
  static override styles = css`
    main { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1rem; max-width: 80rem; margin: 0 auto; padding: 1.25rem; box-sizing: border-box; }
    @media (max-width: 44rem) { main { padding: 0.75rem; } }
  `

  override render () { return html`<main><slot></slot></main>` }
}

/** Two parts side by side, the first the larger one; one below the other where there is little room. */
@customElement('moi-desk-sides')
export class DeskSides extends LitElement {
  static override styles = css`
    div { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 22rem); gap: 1.25rem; align-items: start; }
    @media (max-width: 56rem) { div { grid-template-columns: minmax(0, 1fr); } }
  `

  override render () { return html`<div><slot></slot></div>` }
}

declare global { interface HTMLElementTagNameMap { 'moi-desk-frame': DeskFrame, 'moi-desk-sides': DeskSides } }
