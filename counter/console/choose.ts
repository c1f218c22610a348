import { css, html, LitElement, nothing, type PropertyValues } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import type { Counter } from '../../common/contract/counter.ts'
import { commonTexts } from '../../common/i18n/common.ts'
import { doorTexts } from '../../common/i18n/console-door.ts'
import { consoleTexts } from '../../common/i18n/console.ts'
import { centred, desk } from '../../common/ui/desk.ts'
import { Speaking } from '../../common/ui/language.ts'
import '../../common/ui/page-top.ts'
import { base, buttons, numbers } from '../../common/ui/style.ts'
import type { Names } from './words.ts'

/**
 * Which counter to work at: one's own first, and who holds which.
 * @fires moi-choose with `{ counter }`
 * @fires moi-sign-out
 */
@customElement('moi-choose-counter')
export class ChooseCounter extends LitElement {
  static override styles = [base, buttons, numbers, desk, centred, css`
    ul { display: grid; gap: 0.75rem; }
    .counter { display: grid; grid-template-columns: 3.5rem 1fr; grid-auto-flow: row; gap: 0 1rem; justify-content: stretch; width: 100%; padding: 0.875rem 1rem; font-weight: 500; text-align: left; }
    .counter.own { border: 2px solid var(--moi-brand); }
    .counter .number { grid-row: 1 / 4; align-self: center; font-size: 2rem; text-align: center; color: var(--moi-brand); }
    .mine { font-size: 0.875rem; font-weight: 700; color: var(--moi-brand); }
    .fields { font-weight: 600; }
  `]

  /** Absent while they are on their way. */
  @property({ attribute: false }) counters?: readonly Counter[]
  @property({ attribute: false }) fields: Names = new Map()
  @property({ type: Number }) own?: number
  @property() officer = ''
  @property({ type: Boolean }) trial = false
  @property() wrong = ''
  @query('.own') private readonly mine?: HTMLElement
  private readonly text = new Speaking(this, consoleTexts)
  private readonly door = new Speaking(this, doorTexts)
  private readonly common = new Speaking(this, commonTexts)

  /** Whoever signed in by keyboard goes on by Enter. */
  protected override updated (changed: PropertyValues<this>): void {
    if (changed.has('counters') && this.counters) this.mine?.focus()
  }

  override render () {
    return html`<main aria-busy=${!this.counters}>
      <moi-page-top ?trial=${this.trial}></moi-page-top>
      <p class="second">${this.officer}</p>
      <h1>${this.door.say('choose.title')}</h1>
      <p class="wrong" role="alert">${this.wrong}</p>
      ${this.list()}
      <button type="button" class="button quiet" @click=${() => this.dispatchEvent(new CustomEvent('moi-sign-out', { bubbles: true, composed: true }))}>${this.text.say('signOut')}</button>
    </main>`
  }

  private list () {
    if (!this.counters) return html`<p role="status">${this.common.say('loading')}</p>`
    if (this.counters.length === 0) return html`<p>${this.door.say('choose.none')}</p>`
    const ownFirst = [...this.counters].sort((a, b) => Number(b.number === this.own) - Number(a.number === this.own) || a.number - b.number)
    return html`<ul>${ownFirst.map(counter => html`<li>${this.counter(counter)}</li>`)}</ul>`
  }

  private counter ({ number, main, state, officer }: Counter) {
    const isOwn = number === this.own
    const fields = main.map(id => this.text.of(this.fields.get(id) ?? { vi: id, en: id })).join(', ')
    return html`<button type="button" class="button counter ${isOwn ? 'own' : ''}" @click=${() => this.choose(number)}>
      <span class="number"><span class="hidden-visually">${this.common.say('counter.word')}</span> ${number}</span>
      ${isOwn ? html`<span class="mine">${this.door.say('choose.own')}</span>` : nothing}
      <span class="fields">${fields}</span>
      <span class="second">${state === 'closed' || !officer ? this.door.say('choose.free') : this.door.say('choose.held', { officer: officer.name })}</span>
    </button>`
  }

  private choose (counter: number): void {
    this.dispatchEvent(new CustomEvent('moi-choose', { detail: { counter }, bubbles: true, composed: true }))
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-choose-counter': ChooseCounter } }
