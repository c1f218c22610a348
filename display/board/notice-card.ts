import { css, html, LitElement } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { base } from '../../common/ui/style.ts'
import type { NoticeSheet } from './arrange.ts'

/** The light card: what the office publishes, one sheet at a time. */
@customElement('moi-notice-card')
export class NoticeCard extends LitElement {
  static override styles = [base, css`
    :host { display: grid; grid-template-rows: auto 1fr auto; min-height: 0; padding: 1.75rem 2.25rem; overflow: hidden; border-radius: var(--moi-radius-card); background: #F6F4EE; color: #10202B; }
    h2 { max-height: 2.5em; overflow: hidden; font-size: 2.125rem; font-weight: 700; line-height: 1.25; color: #083F3B; }
    ul { min-height: 0; margin-top: 0.75rem; overflow: hidden; }
    li { position: relative; margin-bottom: 0.375rem; padding-left: 1.25rem; font-size: var(--moi-notice-type, 1.75rem); font-weight: 500; line-height: 1.35; }
    li::before { content: ''; position: absolute; top: 0.62em; left: 0; width: 0.375rem; height: 0.375rem; border-radius: 50%; background: currentColor; }
    li:only-child { padding-left: 0; }
    li:only-child::before { display: none; }
    .dots { display: grid; grid-auto-flow: column; justify-content: start; grid-column-gap: 0.5rem; height: 0.75rem; margin-top: 1rem; }
    .dots i { width: 0.75rem; height: 0.75rem; border-radius: 0.5rem; background: #C9CFC9; }
    .dots .now { width: 2rem; background: #0B5D57; }
  `]

  @property({ attribute: false }) sheets: readonly NoticeSheet[] = []
  @property({ type: Number }) at = 0

  override render () {
    const sheet = this.sheets[this.at]
    if (!sheet) return html``
    return html`<h2 data-bounded>${sheet.title}</h2>
      <ul data-bounded>${sheet.lines.map(line => html`<li>${line}</li>`)}</ul>
      ${this.sheets.length > 1 ? this.dots() : html`<span></span>`}`
  }

  private dots () {
    return html`<div class="dots" aria-hidden="true">${this.sheets.slice(0, 16).map((_, index) => html`<i class=${index === this.at ? 'now' : ''}></i>`)}</div>`
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-notice-card': NoticeCard } }
