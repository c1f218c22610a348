import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { base, buttons } from '../../common/ui/style.ts'
import { look } from './look.ts'
import { touch, type Touched } from './model.ts'

/** Something to do next, under what there is to know. */
export interface Action { readonly label: string, readonly touched: Touched, readonly primary?: boolean }

/** One thing to know, across the whole screen. */
@customElement('moi-message')
export class Message extends LitElement {
  static override styles = [base, buttons, look, css`
    section, .told { display: grid; grid-row-gap: 1.5rem; align-content: center; }
    section { height: 100%; padding: 3rem; border-radius: var(--moi-radius-card); background: var(--moi-card); text-align: center; }
    :host([warn]) section { border: 0.25rem solid var(--moi-warn); background: var(--moi-warn-soft); }
    h1 { text-wrap: balance; font-size: calc(3.5rem * var(--k, 1)); }
    :host([warn]) h1 { color: var(--moi-warn); }
    p { text-wrap: balance; font-size: calc(2.25rem * var(--k, 1)); line-height: 1.4; }
    .figure { font-family: var(--moi-font-number); font-size: 14rem; font-weight: 800; line-height: 1; color: var(--moi-brand); }
    /* The figure stands taller than its line. */
    .figure:last-child { margin-bottom: 1.5rem; }
    .actions { display: grid; grid-gap: 1.25rem; justify-self: center; width: 40rem; max-width: 100%; margin-top: 1.5rem; }
    .button { min-height: 7rem; font-size: calc(2.125rem * var(--k, 1)); }
    @media (min-aspect-ratio: 1/1) {
      section, .told { grid-row-gap: 1.25rem; }
      section { padding: 2rem 3rem; }
      .figure { font-size: 11rem; }
      .actions { width: auto; grid-auto-flow: column; grid-auto-columns: minmax(26rem, auto); margin-top: 1rem; }
    }
  `]

  @property() heading = ''
  @property({ attribute: false }) lines: readonly string[] = []
  /** What comes before. */
  @property() lead = ''
  /** A number that answers the first line: the counter to go to. */
  @property() figure = ''
  @property({ type: Boolean, reflect: true }) warn = false
  @property({ attribute: false }) actions: readonly Action[] = []

  override render () {
    const [first, ...others] = this.lines
    return html`<section>
      <div class="told" role=${this.warn ? 'alert' : 'status'}>
        <h1>${this.heading}</h1>
        ${this.lead ? html`<p>${this.lead}</p>` : nothing}
        ${this.figure ? html`<p>${first}</p><p class="figure">${this.figure}</p>` : first ? html`<p>${first}</p>` : nothing}
        ${others.map(line => html`<p class="second">${line}</p>`)}
      </div>
      ${this.actions.length === 0 ? nothing : html`<div class="actions">${this.actions.map(action => this.button(action))}</div>`}
    </section>`
  }

  private button ({ label, touched, primary }: Action) {
    return html`<button type="button" class="button ${primary ? 'primary' : ''}" @click=${() => touch(this, touched)}>${label}</button>`
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-message': Message } }
