import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { property, query, state } from 'lit/decorators.js'
import type { ConsoleShot, Queued } from '../../common/contract/live.ts'
import type { Ticket } from '../../common/contract/ticket.ts'
import { choices } from './choices.ts'
import type { Asked, Wishes } from './deeds.ts'
import type { FinishDraft } from './finish-draft.ts'
import type { HoldDraft } from './holding.ts'
import { choiceOfKey, focusOf } from './keys.ts'
import { Modal } from './modal.ts'
import type { PauseDraft } from './pause-dialog.ts'
import type { Names, Papers } from './words.ts'

export interface TransferDraft { readonly ticket: string, readonly kind: 'field' | 'counter', readonly field?: string, readonly counter?: number, readonly back: boolean }
export interface CallDraft { readonly ticket?: string, readonly chips: readonly string[], readonly words: string }
/** What was chosen and typed and not yet sent: outlives a closed box, a lost line and an ended session. */
export interface Drafts { hold?: HoldDraft, transfer?: TransferDraft, call?: CallDraft, pause?: PauseDraft, finish?: FinishDraft }

/**
 * A box that asks before a deed. It stays, with all that was typed, until the office has said yes.
 * @fires moi-send with `{ deed, wish }`
 */
export abstract class Asking<What extends Asked> extends Modal {
  static override styles = [...Modal.styles, choices, css`
    dialog { padding: 0; }
    dialog[open] { display: flex; flex-direction: column; }
    form { display: flex; flex-direction: column; min-height: 0; }
    .head { padding: 1rem 1rem 0.625rem; }
    .head p { margin-top: 0.125rem; line-height: 1.35; }
    .body { display: grid; gap: 0.875rem; align-content: start; min-height: 0; padding: 0.25rem 1rem 0.875rem; overflow-y: auto; }
    .body p { margin: 0; }
    .foot { display: grid; gap: 0.5rem; padding: 0.75rem 1rem 1rem; border-top: 1px solid var(--moi-line); }
    .foot p { margin: 0; font-size: 0.9375rem; font-weight: 600; line-height: 1.4; }
    .foot p:empty { display: none; }
    .two { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0.5rem; }
    .two .button { gap: 0.5rem; }
    .wrong { color: var(--moi-stop); }
    .away { color: var(--moi-warn); }
  `]

  @property({ attribute: false }) shot!: ConsoleShot
  @property({ attribute: false }) fields: Names = new Map()
  @property({ attribute: false }) procedures: Names = new Map()
  @property({ attribute: false }) papers: Papers = new Map()
  @property({ attribute: false }) now = new Date()
  @property({ attribute: false }) drafts: Drafts = {}
  /** Nothing is pretended while the office cannot be heard. */
  @property({ type: Boolean }) offline = false
  @property({ type: Boolean }) sending = false
  /** What the office answered to the last try. */
  @property() refusal = ''
  /** What is still to be filled in. */
  @state() protected missing = ''
  /** As they were when the box opened: a hand on its way must not meet another number. */
  protected ticket?: Ticket
  protected listed: readonly Queued[] = []
  @query('.words') protected readonly wordsField?: HTMLInputElement

  protected abstract readonly deed: What
  protected abstract heading (): TemplateResult | string
  protected subtitle (): TemplateResult | typeof nothing { return nothing }
  protected abstract body (): TemplateResult
  protected abstract sendLabel (): string
  /** What to send; undefined where something is missing, after saying what. */
  protected abstract wish (): Wishes[What] | undefined
  /** Why this can no longer be done, whatever is filled in. */
  protected abstract obstacle (): string
  /** A digit key on its own. */
  protected chooseDigit (_digit: number): void {}

  protected override willUpdate (changed: PropertyValues<this>): void {
    if (!changed.has('open') || !this.open) return
    this.missing = ''
    this.ticket = this.shot.current?.ticket
    this.listed = this.shot.queue.next
  }

  protected override content () {
    const obstacle = this.sending ? '' : this.obstacle()
    return html`<form novalidate @submit=${(event: Event) => this.send(event, obstacle)} @keydown=${this.press}>
      <div class="head"><h2 id="heading">${this.heading()}</h2>${this.subtitle()}</div>
      <div class="body">${this.body()}</div>
      <div class="foot">
        <p class="wrong" role="alert">${obstacle || this.missing || this.refusal}</p>
        <p class="away" role="status">${this.offline ? this.ask.say('offline') : nothing}</p>
        <div class="two">
          <button class="button primary" aria-disabled=${this.offline || this.sending || obstacle !== ''} aria-busy=${this.sending}><span>${this.sending ? this.text.say(`pending.${this.deed}`) : this.sendLabel()}</span><kbd aria-hidden="true">Enter</kbd></button>
          <button type="button" class="button" @click=${() => this.tell('moi-dismiss')}><span>${this.ask.say('cancel')}</span><kbd aria-hidden="true">Esc</kbd></button>
        </div>
      </div>
    </form>`
  }

  protected changed (): void {
    this.missing = ''
    this.requestUpdate()
  }

  /** The number at the counter, as long as it is there. */
  protected ticketGone (): string {
    const { ticket, shot } = this
    return ticket && shot.mine && shot.current?.ticket.id === ticket.id ? '' : this.ask.say('gone', { number: ticket?.number ?? '' })
  }

  private send (event: Event, obstacle: string): void {
    event.preventDefault()
    if (this.offline || this.sending || obstacle) return
    const wish = this.wish()
    if (wish) this.tell('moi-send', { deed: this.deed, wish })
  }

  private readonly press = (event: KeyboardEvent): void => {
    const digit = choiceOfKey(event, focusOf(event.composedPath()[0]))
    if (digit === undefined) return
    event.preventDefault()
    this.chooseDigit(digit)
  }
}

/** A chip switched on or off. */
export function toggled (chips: readonly string[], chip: string): readonly string[] {
  return chips.includes(chip) ? chips.filter(other => other !== chip) : [...chips, chip]
}
