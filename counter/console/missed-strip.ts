import { css, html, LitElement, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { TicketNamed } from '../../common/contract/ticket.ts'
import { consoleTexts } from '../../common/i18n/console.ts'
import { Speaking } from '../../common/ui/language.ts'
import '../../common/ui/number.ts'
import { base, buttons, numbers } from '../../common/ui/style.ts'
import { desk } from './style.ts'

const listed = 4

/**
 * Numbers that did not come when called: one touch brings one back. Takes no room when there are none.
 * @fires moi-return with `{ ticket }`, its id
 */
@customElement('moi-missed-strip')
export class MissedStrip extends LitElement {
  static override styles = [base, buttons, numbers, desk, css`
    :host { display: block; }
    :host([hidden]) { display: none; }
    header { display: grid; grid-template-columns: 1fr auto; gap: 0.75rem; align-items: center; min-height: 2rem; padding: 0.125rem 1rem 0; font-size: 0.875rem; font-weight: 600; color: var(--moi-text-second); }
    h2 { font-size: inherit; font-weight: 700; }
    ul { display: grid; grid-template-columns: 1fr 1fr; gap: 0.5rem; padding: 0.375rem 0.75rem 0.625rem; }
    .button { gap: 0.5rem; width: 100%; min-height: 2.75rem; padding: 0.25rem 0.5rem; font-size: 0.875rem; }
    .button .number { font-size: 1.125rem; font-weight: 700; }
    .button.more { width: auto; padding: 0 0 0 1rem; }
    .wrong { padding: 0.625rem 1rem; font-size: 0.875rem; font-weight: 600; line-height: 1.4; color: var(--moi-stop); }
    .wrong:empty { display: none; }
  `]

  @property({ attribute: false }) missed: readonly TicketNamed[] = []
  /** The ticket on its way back. */
  @property({ attribute: false }) pending?: string
  /** Nothing is pretended while the office cannot be heard. */
  @property({ type: Boolean }) offline = false
  /** What the office answered to the last try. */
  @property() refusal = ''
  @state() private isWhole = false
  private readonly text = new Speaking(this, consoleTexts)

  protected override updated (): void { this.hidden = this.missed.length === 0 && !this.refusal }

  override render () {
    const { missed, isWhole } = this
    const inOrder = [...missed].sort((one, other) => Number(one.number) - Number(other.number))
    const isLong = missed.length > listed
    return html`<section class="card">
      ${missed.length === 0 ? nothing : html`
        <header><h2>${this.text.say('missed', { count: missed.length })}</h2>
          ${isLong ? html`<button type="button" class="button quiet more" aria-expanded=${isWhole} @click=${() => { this.isWhole = !isWhole }}>${this.text.say(isWhole ? 'missed.less' : 'missed.all')}</button>` : nothing}</header>
        <ul>${(isWhole ? inOrder : inOrder.slice(0, listed)).map(ticket => html`<li>${this.number(ticket)}</li>`)}</ul>`}
      <p class="wrong" role="alert">${this.refusal}</p>
    </section>`
  }

  private number ({ id, number }: TicketNamed) {
    const isPossible = !this.offline && this.pending === undefined
    const isPending = this.pending === id
    return html`<button type="button" class="button" aria-disabled=${!isPossible} aria-busy=${isPending} @click=${(event: MouseEvent) => this.press(event, id, isPossible)}>
      <moi-number class="number" value=${number}></moi-number><span>${this.text.say(isPending ? 'missed.returning' : 'missed.return')}</span>
    </button>`
  }

  private press (event: MouseEvent, ticket: string, isPossible: boolean): void {
    // After a click by hand the keys belong to the page again: else Space would press this button once more.
    if (event.detail > 0) (event.currentTarget as HTMLElement).blur()
    if (isPossible) this.dispatchEvent(new CustomEvent('moi-return', { detail: { ticket }, bubbles: true, composed: true }))
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-missed-strip': MissedStrip } }
