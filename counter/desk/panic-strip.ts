import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Counter } from '../../common/contract/counter.ts'
import { deskTexts } from '../../common/i18n/desk.ts'
import { desk } from '../../common/ui/desk.ts'
import { Speaking } from '../../common/ui/language.ts'
import { timeText } from '../../common/ui/moment.ts'
import { sign } from '../../common/ui/signs.ts'
import { base, buttons } from '../../common/ui/style.ts'
import type { PanicDeed } from './panics.ts'

/**
 * Counters whose officer has called for help: above everything else, until it is over.
 * @fires moi-panic with `{ deed, counter }`
 */
@customElement('moi-panic-strip')
export class PanicStrip extends LitElement {
  static override styles = [base, buttons, desk, css`
    :host { display: grid; gap: 0.5rem; }
    .call { display: grid; grid-template-columns: auto minmax(0, 1fr) auto; gap: 0.5rem 0.875rem; align-items: center; padding: 0.75rem 1rem; border: 2px solid var(--moi-stop); border-radius: var(--moi-radius-control); background: var(--moi-stop-soft); line-height: 1.4; }
    .call.coming { border-width: 1px; background: var(--moi-card); }
    .call > .sign { font-size: 1.5rem; color: var(--moi-stop); }
    strong { display: block; font-size: 1.0625rem; }
    .button.go { border-color: var(--moi-stop); background: var(--moi-stop); color: #FFFFFF; }
    .wrong { font-weight: 600; color: var(--moi-stop); }
    @media (max-width: 30rem) { .call .button { grid-column: 1 / -1; } }
  `]

  @property({ attribute: false }) counters: readonly Counter[] = []
  @property() zone = 'Asia/Ho_Chi_Minh'
  @property() me = ''
  @property({ type: Boolean }) mayAccept = false
  @property({ type: Boolean }) offline = false
  /** The counter something is being told of. */
  @property({ type: Number }) pending?: number
  /** Why it was not done. */
  @property() wrong = ''
  private readonly text = new Speaking(this, deskTexts)

  override render () {
    const calls = this.counters.filter(({ panic }) => panic !== undefined)
    return html`${calls.map(counter => this.call(counter))}${this.wrong && calls.length > 0 ? html`<p class="wrong" role="alert">${this.wrong}</p>` : nothing}`
  }

  private call ({ number: counter, panic, officer }: Counter) {
    if (!panic) return nothing
    const { acceptedBy } = panic
    return html`<div class="call ${acceptedBy ? 'coming' : ''}" role="alert">${sign('warn')}
      <p><strong>${this.text.say('panic', { counter })}</strong>${[officer?.name, this.text.say('panic.since', { time: timeText(panic.since, this.zone) }), acceptedBy ? this.text.say('panic.accepted', { name: acceptedBy.name }) : ''].filter(Boolean).join(' · ')}</p>
      ${this.button(counter, acceptedBy?.name)}</div>`
  }

  /** Whoever has said that he comes, says when it is over. */
  private button (counter: number, acceptedBy: string | undefined) {
    if (!this.mayAccept || acceptedBy !== undefined && acceptedBy !== this.me) return nothing
    const deed: PanicDeed = acceptedBy === undefined ? 'accept' : 'end'
    const isOff = this.offline || this.pending === counter
    return html`<button type="button" class="button ${deed === 'accept' ? 'go' : ''}" aria-disabled=${isOff} @click=${() => { if (!isOff) this.dispatchEvent(new CustomEvent('moi-panic', { detail: { deed, counter }, bubbles: true, composed: true })) }}>${this.text.say(`panic.${deed}`)}</button>`
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-panic-strip': PanicStrip } }
