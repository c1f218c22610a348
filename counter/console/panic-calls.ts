import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { panicTexts } from '../../common/i18n/console-panic.ts'
import { desk } from '../../common/ui/desk.ts'
import { Speaking } from '../../common/ui/language.ts'
import { timeText } from '../../common/ui/moment.ts'
import { sign } from '../../common/ui/signs.ts'
import { base, buttons } from '../../common/ui/style.ts'
import type { InPanic, PanicDeed } from './panicking.ts'

/**
 * Counters that have called for help: one's own, and those of colleagues. Takes no room when nobody has.
 * @fires moi-panic with `{ deed, counter }`: accept or end
 */
@customElement('moi-panic-calls')
export class PanicCalls extends LitElement {
  static override styles = [base, buttons, desk, css`
    :host { display: grid; gap: 0.5rem; }
    :host([hidden]) { display: none; }
    :host([apart]) { max-width: 32rem; margin: 0 auto; padding: 0.75rem 1rem 0; }
    section { display: grid; gap: 0.5rem; padding: 0.875rem 1rem; border: 0.1875rem solid var(--moi-stop); border-radius: var(--moi-radius-control); background: var(--moi-stop-soft); line-height: 1.4; }
    section.answered { border-width: 0.0625rem; background: var(--moi-card); }
    h2 { display: grid; grid-template-columns: auto 1fr; gap: 0.5rem; align-items: center; font-size: 1.25rem; font-weight: 800; line-height: 1.25; color: var(--moi-stop); }
    .answered h2 { font-size: 1rem; }
    p { font-size: 0.9375rem; }
    @media (min-width: 40rem) { .button { justify-self: start; min-width: 14rem; } }
    .helper { font-weight: 700; color: var(--moi-ok); }
    .wrong { font-weight: 600; color: var(--moi-stop); }
    .wrong:empty { display: none; }
  `]

  @property({ attribute: false }) calls: readonly InPanic[] = []
  /** This console's counter, and whether it is ours. */
  @property({ type: Number }) counter = 0
  @property({ type: Boolean }) mine = false
  /** Whoever sits here. */
  @property() me = ''
  @property() zone = 'Asia/Ho_Chi_Minh'
  /** Deed and counter, as long as its effect is not seen. */
  @property({ attribute: false }) pending?: string
  @property({ type: Boolean }) offline = false
  @property() refusal = ''
  private readonly text = new Speaking(this, panicTexts)

  protected override updated (): void { this.hidden = this.calls.length === 0 && !this.refusal }

  override render () {
    return html`<div role="alert">${this.calls.map(call => this.isHere(call) ? this.here(call) : this.there(call))}</div>
      <p class="wrong" role="alert">${this.refusal}</p>`
  }

  private isHere ({ number }: InPanic): boolean { return this.mine && number === this.counter }

  private here (call: InPanic) {
    const { since, acceptedBy } = call.panic
    return html`<section class=${acceptedBy ? 'answered' : ''}>
      <h2>${sign('warn')}<span>${this.text.say('here', { time: timeText(since, this.zone) })}</span></h2>
      <p class=${acceptedBy ? 'helper' : ''}>${acceptedBy ? this.text.say('here.accepted', { helper: this.named(acceptedBy) }) : this.text.say('here.nobody')}</p>
      ${this.button(call, 'panic/end')}
    </section>`
  }

  private there (call: InPanic) {
    const { number, officer, panic: { since, acceptedBy } } = call
    const isMine = acceptedBy?.name === this.me
    return html`<section class=${acceptedBy ? 'answered' : ''}>
      <h2>${sign('warn')}<span>${this.text.say('there', { counter: number })}</span></h2>
      <p>${this.text.say('there.who', { officer: officer?.name ?? '', time: timeText(since, this.zone) })} ${acceptedBy ? html`<span class="helper">${this.text.say('there.accepted', { helper: this.named(acceptedBy) })}</span>` : nothing}</p>
      ${acceptedBy ? isMine ? this.button(call, 'panic/end') : nothing : this.button(call, 'panic/accept')}
    </section>`
  }

  private named ({ name, counter }: NonNullable<InPanic['panic']['acceptedBy']>): string {
    return counter === undefined ? name : this.text.say('helper', { name, counter })
  }

  private button ({ number }: InPanic, deed: Exclude<PanicDeed, 'panic'>) {
    const [isPending, isAccept] = [this.pending === `${deed} ${number}`, deed === 'panic/accept']
    const words = isAccept ? isPending ? 'accepting' : 'accept' : isPending ? 'ending' : 'end'
    return html`<button type="button" class="button ${isAccept ? 'primary' : ''}" aria-disabled=${this.offline || this.pending !== undefined} aria-busy=${isPending}
      @click=${(event: MouseEvent) => this.press(event, deed, number)}>${this.text.say(words)}</button>`
  }

  private press (event: MouseEvent, deed: PanicDeed, counter: number): void {
    if (event.detail > 0) (event.currentTarget as HTMLElement).blur()
    if (!this.offline && this.pending === undefined) this.dispatchEvent(new CustomEvent('moi-panic', { detail: { deed, counter }, bubbles: true, composed: true }))
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-panic-calls': PanicCalls } }
