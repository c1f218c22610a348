import { css, html, LitElement } from 'lit'
import { customElement } from 'lit/decorators.js'
import { base } from '../../common/ui/style.ts'

/** One line above the calls that the whole hall has to know: a break, or a call that was a mistake. */
@customElement('moi-board-strip')
export class BoardStrip extends LitElement {
  static override styles = [base, css`
    :host { display: block; padding-bottom: 1rem; }
    p {
      padding: 0.5rem 1.75rem; border: 0.1875rem solid var(--moi-warn); border-radius: var(--moi-radius-control);
      background: var(--moi-warn-soft); font-size: 1.9375rem; font-weight: 600; line-height: 1.3;
    }
    @media (max-aspect-ratio: 1/1) { p { padding: 0.5rem 1.25rem; font-size: 1.6875rem; } }
  `]

  override render () { return html`<p role="status"><slot></slot></p>` }
}

declare global { interface HTMLElementTagNameMap { 'moi-board-strip': BoardStrip } }
