import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { base } from '../../common/ui/style.ts'
import { look } from './look.ts'

/** One thing to know, across the whole screen. */
@customElement('moi-message')
export class Message extends LitElement {
  static override styles = [base, look, css`
    section { display: grid; grid-row-gap: 1.5rem; align-content: center; height: 100%; padding: 3rem; border-radius: var(--moi-radius-card); background: var(--moi-card); text-align: center; }
    :host([warn]) section { border: 0.25rem solid var(--moi-warn); background: var(--moi-warn-soft); }
    h1 { text-wrap: balance; font-size: calc(3.5rem * var(--k, 1)); }
    :host([warn]) h1 { color: var(--moi-warn); }
    p { text-wrap: balance; font-size: calc(2.25rem * var(--k, 1)); line-height: 1.4; }
    .figure { font-family: var(--moi-font-number); font-size: 14rem; font-weight: 800; line-height: 1; color: var(--moi-brand); }
  `]

  @property() heading = ''
  @property({ attribute: false }) lines: readonly string[] = []
  /** A number that answers the heading: the counter to go to. */
  @property() figure = ''
  @property({ type: Boolean, reflect: true }) warn = false

  override render () {
    const [first, ...others] = this.lines
    return html`<section role=${this.warn ? 'alert' : 'status'}>
      <h1>${this.heading}</h1>
      ${this.figure ? html`<p>${first}</p><p class="figure">${this.figure}</p>` : first ? html`<p>${first}</p>` : nothing}
      ${others.map(line => html`<p class="second">${line}</p>`)}
    </section>`
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-message': Message } }
