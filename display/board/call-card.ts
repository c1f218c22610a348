import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { keyed } from 'lit/directives/keyed.js'
import type { CallShown } from '../../common/contract/live.ts'
import { boardTexts } from '../../common/i18n/board.ts'
import { Speaking } from '../../common/ui/language.ts'
import { base, numbers } from '../../common/ui/style.ts'
import { isBeingCalled, isExplained, isInSpotlight } from './arrange.ts'

/** The newest call, in figures readable across the hall: number and counter equal in size. */
@customElement('moi-call-card')
export class CallCard extends LitElement {
  static override styles = [base, numbers, css`
    :host { display: block; height: 23.5rem; }
    .card {
      display: grid; grid-template-columns: auto auto; justify-content: space-between; align-content: center;
      height: 100%; padding: 0 3rem; border-radius: var(--moi-radius-card); background: var(--moi-card); color: var(--moi-text);
    }
    .calling { background: var(--moi-call); color: var(--moi-on-call); }
    .word { font-size: 2.25rem; font-weight: 600; line-height: 1.3; }
    .quiet .word { color: var(--moi-text-second); }
    .right { text-align: right; }
    .number { font-size: 17.5rem; font-weight: 800; line-height: 1; letter-spacing: -0.03em; }
    .six .number { font-size: 16rem; }
    .seven .number { font-size: 14rem; }
    .why { grid-column: 1 / 3; font-size: 2rem; font-weight: 600; line-height: 1.3; }
    .reasoned .number { font-size: 15.5rem; }
    .reasoned.six .number { font-size: 15rem; }
    .reasoned.seven .number { font-size: 13.5rem; }
    .reasoned .word { line-height: 1.2; }
    :host([compact]) { height: 18.5rem; }
    :host([compact]) .number { font-size: 13.5rem; }
    :host([compact]) .reasoned .number { font-size: 11.5rem; }
    :host([compact]) .why { font-size: 1.875rem; }
    :host([compact]) .seven .number { font-size: 11.5rem; }
    .spotlight { box-shadow: 0 0 0 0.3125rem var(--moi-ground), 0 0 0 0.625rem var(--moi-call); animation: glow 1.6s ease-in-out 6; }
    /* Well under three flashes a second. */
    @keyframes glow { 50% { background: #FFE3A3; } }
    @media (prefers-reduced-motion: reduce) { .spotlight { animation: none; } }
    @media (max-aspect-ratio: 1/1) {
      :host { height: 20rem; }
      .card { padding: 0 2.5rem; }
      .word { font-size: 2rem; }
      .number { font-size: 15rem; }
      .six .number { font-size: 14rem; }
      .seven .number { font-size: 12rem; }
      .why, :host([compact]) .why { font-size: 1.75rem; }
      .reasoned .number, .reasoned.six .number { font-size: 13rem; }
      .reasoned.seven .number { font-size: 11.5rem; }
    }
  `]

  @property({ attribute: false }) shown?: CallShown
  @property({ attribute: false }) now = new Date()
  /** Less tall, where something else has to be said. */
  @property({ type: Boolean, reflect: true }) compact = false
  private readonly text = new Speaking(this, boardTexts)

  override render () {
    if (!this.shown) return html``
    const { ticket, counter, call } = this.shown
    return html`${keyed(call.id, html`<div class=${this.classes(this.shown)} aria-hidden="true">
      <div class="word">${this.word('number')}</div><div class="word right">${this.word('counter')}</div>
      <div class="number">${ticket.number}</div><div class="number right">${counter}</div>
      ${isExplained(call) ? html`<div class="why">${this.text.of(call.why.text)}</div>` : nothing}
    </div>`)}
    <p class="hidden-visually" role="status">${this.text.of(call.announcement)}${isExplained(call) ? ` ${this.text.of(call.why.text)}` : ''}</p>`
  }

  private word (of: 'number' | 'counter'): string {
    return this.text.say(`${this.shown && isBeingCalled(this.shown, this.now) ? 'calling' : 'latest'}.${of}`)
  }

  private classes (shown: CallShown): string {
    const figures = shown.ticket.number.length + String(shown.counter).length
    return ['card', isBeingCalled(shown, this.now) ? 'calling' : 'quiet', isInSpotlight(shown, this.now) ? 'spotlight' : '', isExplained(shown.call) ? 'reasoned' : '', figures > 6 ? 'seven' : figures > 5 ? 'six' : ''].join(' ')
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-call-card': CallCard } }
