import { css, html, LitElement, nothing, type PropertyValues } from 'lit'
import { customElement, property, query, queryAll } from 'lit/decorators.js'
import type { Outcome } from '../../common/contract/office.ts'
import { finishTexts } from '../../common/i18n/console-finish.ts'
import { consoleTexts } from '../../common/i18n/console.ts'
import { desk } from '../../common/ui/desk.ts'
import { Speaking } from '../../common/ui/language.ts'
import { base, buttons } from '../../common/ui/style.ts'
import { choice, choices } from './choices.ts'
import { isCode, type FinishDraft } from './finish-draft.ts'
import { choiceOfKey, focusOf } from './keys.ts'

/**
 * How it ended, and the dossier's code, for whoever wants to say so: a line when closed, never in the way.
 * @fires moi-finish-draft with a {@link FinishDraft}, moi-finish-open with `{ open }`, moi-deed: finish
 */
@customElement('moi-finish-strip')
export class FinishStrip extends LitElement {
  static override styles = [base, buttons, desk, choices, css`
    :host { display: block; }
    :host([hidden]) { display: none; }
    .button { justify-content: flex-start; gap: 0.5rem; width: 100%; min-height: 2.75rem; padding: 0.25rem 0.625rem; font-size: 0.875rem; text-align: left; }
    .button > span { flex: 1; }
    form { display: grid; gap: 0.625rem; padding: 0.75rem; border: 0.125rem solid var(--moi-brand); border-radius: var(--moi-radius-control); background: var(--moi-card); }
    .button .what { display: -webkit-box; max-height: 2.6em; overflow: hidden; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow-wrap: anywhere; }
    .chips { display: grid; grid-template-columns: 1fr 1fr; }
    .face { min-height: 2.5rem; font-size: 0.875rem; }
    label.lined { margin: 0; }
    .two { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0.5rem; }
    .two .button { justify-content: center; text-align: center; }
    .wrong { font-size: 0.875rem; font-weight: 600; line-height: 1.4; color: var(--moi-stop); }
    .wrong:empty { display: none; }
    @media (min-width: 30rem) { .button { font-size: 0.9375rem; } }
  `]

  @property({ attribute: false }) draft?: FinishDraft
  @property({ attribute: false }) outcomes: readonly Outcome[] = []
  @property({ type: Boolean }) open = false
  /** Nothing is pretended while the office cannot be heard. */
  @property({ type: Boolean }) offline = false
  @property({ type: Boolean }) sending = false
  @query('input:checked, input[type=radio], #code') private readonly first?: HTMLInputElement
  @queryAll('input[type=radio]') private readonly radios!: NodeListOf<HTMLInputElement>
  @query('#code') private readonly code?: HTMLInputElement
  private readonly text = new Speaking(this, finishTexts)
  private readonly deeds = new Speaking(this, consoleTexts)

  protected override updated (changed: PropertyValues<this>): void {
    this.hidden = this.draft === undefined
    if (!changed.has('open') || !this.open) return
    const isWrong = this.draft !== undefined && !isCode(this.draft.code)
    const chosen = this.renderRoot.querySelector<HTMLInputElement>('input:checked')
    ;(isWrong ? this.code : chosen ?? this.first)?.focus()
  }

  override render () {
    const { draft } = this
    if (!draft) return nothing
    return this.open ? this.form(draft) : html`<button type="button" class="button" aria-expanded="false" @click=${this.unfold}><span class="what" data-bounded>${this.summary(draft)}</span></button>`
  }

  private summary ({ outcome, code }: FinishDraft): string {
    const said = [outcome === undefined ? '' : this.nameOf(outcome), code.trim()].filter(part => part !== '')
    return said.length > 0 ? said.join(' · ') : this.text.say('strip')
  }

  private nameOf (outcome: string): string {
    const known = this.outcomes.find(({ id }) => id === outcome)
    return known ? this.text.of(known.name) : outcome
  }

  private form (draft: FinishDraft) {
    return html`<form novalidate @submit=${this.submit} @keydown=${this.press}>
      <fieldset><legend>${this.text.say('outcome')}</legend>
        <div class="chips">${this.outcomes.map(({ id, name }, index) => choice({
          kind: 'radio', name: 'outcome', value: id, label: this.text.of(name), isOn: draft.outcome === id, ...index < 9 && { digit: index + 1 }, onChange: () => this.put({ outcome: id })
        }))}</div>
      </fieldset>
      <label class="lined">${this.text.say('code')}<input id="code" class="words" type="text" autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="60"
        aria-describedby="wrong" aria-invalid=${!isCode(draft.code)} .value=${draft.code} @input=${() => this.put({ code: this.code?.value ?? '' })}></label>
      <p id="wrong" class="wrong" role="alert">${isCode(draft.code) ? '' : this.text.say('code.wrong')}</p>
      <div class="two">
        <button class="button primary" aria-disabled=${this.offline || this.sending}>${this.deeds.say(this.sending ? 'pending.finish' : 'deed.finish')} <kbd aria-hidden="true">Enter</kbd></button>
        <button type="button" class="button" @click=${this.fold}>${this.text.say('fold')} <kbd aria-hidden="true">Esc</kbd></button>
      </div>
    </form>`
  }

  private put (change: Partial<FinishDraft>): void {
    if (this.draft) this.tell('moi-finish-draft', { ...this.draft, ...change })
  }

  private readonly submit = (event: Event): void => {
    event.preventDefault()
    if (this.draft && !isCode(this.draft.code)) this.code?.focus()
    else if (!this.offline && !this.sending) this.tell('moi-deed', { deed: 'finish' })
  }

  private readonly press = (event: KeyboardEvent): void => {
    if (event.code === 'Escape') return this.fold()
    // The key that opened the strip, still held down, must not send it.
    if (event.repeat && event.key === 'Enter') event.preventDefault()
    const digit = choiceOfKey(event, focusOf(event.composedPath()[0]))
    const outcome = digit === undefined ? undefined : this.outcomes[digit - 1]
    if (!outcome) return
    event.preventDefault()
    // Else Tab would go from the first to the chosen one instead of on to the code.
    this.radios[this.outcomes.indexOf(outcome)]?.focus()
    this.put({ outcome: outcome.id })
  }

  private readonly unfold = (): void => this.tell('moi-finish-open', { open: true })
  private readonly fold = (): void => this.tell('moi-finish-open', { open: false })

  private tell (type: string, detail: object): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }))
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-finish-strip': FinishStrip } }
