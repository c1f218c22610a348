import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { centred, desk } from './desk.ts'
import { base, buttons } from './style.ts'

/**
 * One sentence where there is nothing to work with yet, and perhaps one thing to do about it.
 * @fires moi-action
 */
@customElement('moi-notice')
export class Notice extends LitElement {
  static override styles = [base, buttons, desk, centred, css`h1 + p { margin-top: 0.5rem; }`]

  @property() heading = ''
  @property() words = ''
  @property() action = ''

  override render () {
    return html`<main><div role="status"><h1>${this.heading}</h1>${this.words ? html`<p>${this.words}</p>` : nothing}</div>
      ${this.action ? html`<button type="button" class="button primary" @click=${() => this.dispatchEvent(new CustomEvent('moi-action', { bubbles: true, composed: true }))}>${this.action}</button>` : nothing}
    </main>`
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-notice': Notice } }
