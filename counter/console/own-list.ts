import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { ServedHere } from '../../common/contract/counter.ts'
import type { Outcome } from '../../common/contract/office.ts'
import { commonTexts } from '../../common/i18n/common.ts'
import { finishTexts } from '../../common/i18n/console-finish.ts'
import { desk } from '../../common/ui/desk.ts'
import { Speaking } from '../../common/ui/language.ts'
import { timeText } from '../../common/ui/moment.ts'
import '../../common/ui/number.ts'
import { base, numbers } from '../../common/ui/style.ts'
import { aboutOf, type Names } from './words.ts'

/**
 * The numbers served at this counter today, newest first; fetched when it is unfolded.
 * @fires moi-look with `{ open }`
 */
@customElement('moi-own-list')
export class OwnList extends LitElement {
  static override styles = [base, numbers, desk, css`
    :host { display: block; }
    summary { padding: 0.625rem 1rem; border-radius: var(--moi-radius-control); font-size: 0.875rem; font-weight: 700; line-height: 1.5rem; color: var(--moi-text-second); cursor: pointer; }
    ul { max-height: 16rem; overflow-y: auto; }
    li { display: grid; grid-template-columns: auto 1fr auto; gap: 0.75rem; align-items: center; min-height: 2.5rem; padding: 0.375rem 1rem; border-top: 1px solid var(--moi-line); font-size: 0.875rem; line-height: 1.3; }
    .number { font-size: 1rem; }
    .how { display: block; font-size: 0.8125rem; color: var(--moi-text-second); overflow-wrap: anywhere; }
    .when { text-align: right; white-space: nowrap; }
    .when small { display: block; font-size: 0.8125rem; color: var(--moi-text-second); }
    .none { padding: 0.5rem 1rem 0.75rem; font-size: 0.875rem; }
  `]

  @property({ type: Number }) count = 0
  /** Absent until they have come. */
  @property({ attribute: false }) items?: readonly ServedHere[]
  @property({ type: Boolean }) failed = false
  @property({ type: Boolean }) open = false
  @property({ attribute: false }) outcomes: readonly Outcome[] = []
  @property({ attribute: false }) fields: Names = new Map()
  @property({ attribute: false }) procedures: Names = new Map()
  @property() zone = 'Asia/Ho_Chi_Minh'
  private readonly text = new Speaking(this, finishTexts)
  private readonly common = new Speaking(this, commonTexts)

  override render () {
    return html`<details class="card" .open=${this.open} @toggle=${this.toggled}>
      <summary @click=${this.pressed}>${this.text.say('own', { count: this.count })}</summary>
      ${this.open ? this.list() : nothing}
    </details>`
  }

  private list () {
    const { items } = this
    if (this.failed) return html`<p class="none" role="alert">${this.text.say('own.failed')}</p>`
    if (!items) return html`<p class="none" role="status">${this.common.say('loading')}</p>`
    if (items.length === 0) return html`<p class="none">${this.text.say('own.none')}</p>`
    return html`<ul tabindex="0" aria-label=${this.text.say('own', { count: this.count })}>${items.map(item => this.row(item))}</ul>`
  }

  private row (item: ServedHere) {
    const minutes = item.startedAt === null ? undefined : Math.round((Date.parse(item.endedAt) - Date.parse(item.startedAt)) / 60_000)
    return html`<li>
      <moi-number class="number" value=${item.number}></moi-number>
      <span>${this.text.of(aboutOf(item, this.fields, this.procedures))}<span class="how">${this.how(item)}</span></span>
      <span class="when">${timeText(item.endedAt, this.zone)}${minutes === undefined ? nothing : html`<small>${this.text.say('own.minutes', { minutes })}</small>`}</span>
    </li>`
  }

  private how ({ end, outcome, dossierCode }: ServedHere): string {
    const known = this.outcomes.find(({ id }) => id === outcome)
    return [end === 'sent' ? this.text.say('own.sent') : '', known ? this.text.of(known.name) : outcome ?? '', dossierCode ?? ''].filter(part => part !== '').join(' · ')
  }

  private readonly pressed = (event: MouseEvent): void => {
    // After a click by hand the keys belong to the page again.
    if (event.detail > 0) (event.currentTarget as HTMLElement).blur()
  }

  private readonly toggled = (event: Event): void => {
    const { open } = event.target as HTMLDetailsElement
    if (open !== this.open) this.dispatchEvent(new CustomEvent('moi-look', { detail: { open }, bubbles: true, composed: true }))
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-own-list': OwnList } }
