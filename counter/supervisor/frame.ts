import { css, html, LitElement } from 'lit'
import { customElement } from 'lit/decorators.js'

/** The width of the page and the air around it. */
@customElement('moi-supervisor-frame')
export class SupervisorFrame extends LitElement {
  static override styles = css`
    div { max-width: 80rem; margin: 0 auto; padding: 1.25rem; box-sizing: border-box; }
    @media (max-width: 44rem) { div { padding: 0.75rem; } }
  `

  override render () { return html`<div><slot></slot></div>` }
}

declare global { interface HTMLElementTagNameMap { 'moi-supervisor-frame': SupervisorFrame } }
