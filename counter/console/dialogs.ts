import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import { commonTexts } from '../../common/i18n/common.ts'
import { consoleTexts } from '../../common/i18n/console.ts'
import { Speaking } from '../../common/ui/language.ts'
import { base, buttons } from '../../common/ui/style.ts'
import { keyOf } from './deed-bar.ts'
import type { Deed } from './deeds.ts'
import { desk } from './style.ts'

/**
 * A native modal. Escape closes it, the browser returns the focus.
 * @fires moi-dismiss
 */
abstract class Modal extends LitElement {
  static override styles = [base, buttons, desk, css`
    dialog { width: calc(100% - 2rem); max-width: 26rem; padding: 1.25rem; border: 0; border-radius: 1.25rem; background: var(--moi-card); color: var(--moi-text); }
    dialog::backdrop { background: rgba(16, 32, 43, 0.55); }
    h2 { font-size: 1.25rem; font-weight: 700; line-height: 1.3; }
    p { margin-top: 0.5rem; line-height: 1.45; }
    .choices { display: grid; gap: 0.5rem; margin-top: 1.25rem; }
    dl { display: grid; grid-template-columns: auto 1fr; gap: 0.625rem 1rem; align-items: center; margin-top: 1rem; }
    dt { min-width: 4rem; }
    kbd { font-size: 0.875rem; line-height: 1.5rem; }
  `]

  @property({ type: Boolean }) open = false
  @query('dialog') private readonly dialog?: HTMLDialogElement
  protected readonly text = new Speaking(this, consoleTexts)
  protected readonly common = new Speaking(this, commonTexts)

  protected abstract content (): TemplateResult

  override render () {
    return html`<dialog aria-labelledby="heading" @close=${() => this.tell('moi-dismiss')}>${this.open ? this.content() : nothing}</dialog>`
  }

  protected override updated (changed: PropertyValues<this>): void {
    if (!changed.has('open')) return
    if (this.open && !this.dialog?.open) this.dialog?.showModal()
    if (!this.open && this.dialog?.open) this.dialog.close()
  }

  protected tell (type: string, detail?: object): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }))
  }
}

const withKeys: readonly Deed[] = ['next', 'start', 'finish', 'recall', 'miss']

/** The keys of one hand. */
@customElement('moi-console-help')
export class ConsoleHelp extends Modal {
  protected override content () {
    const say = this.text.say.bind(this.text)
    return html`<h2 id="heading">${say('help.title')}</h2>
      <dl>
        ${withKeys.map(deed => html`<dt><kbd>${keyOf(deed, say)}</kbd></dt><dd>${say(`deed.${deed}`)}</dd>`)}
        <dt><kbd>?</kbd></dt><dd>${say('help.help')}</dd>
      </dl>
      <p class="second">${say('help.note')}</p>
      <div class="choices"><button type="button" class="button primary" @click=${() => this.tell('moi-dismiss')}>${this.common.say('close')}</button></div>`
  }
}

/**
 * Signing out of a counter that is still open: better closed first, unless someone is at it.
 * @fires moi-sign-out with `{ close }`
 */
@customElement('moi-console-leave')
export class ConsoleLeave extends Modal {
  @property({ type: Number }) counter = 0
  /** The number still at the counter. */
  @property() busyWith = ''

  protected override content () {
    const say = this.text.say.bind(this.text)
    return html`<h2 id="heading">${say('leave.title', { counter: this.counter })}</h2>
      <p>${this.busyWith ? say('leave.busy', { number: this.busyWith }) : say('leave.idle')}</p>
      <div class="choices">
        ${this.busyWith ? nothing : html`<button type="button" class="button primary" @click=${() => this.tell('moi-sign-out', { close: true })}>${say('leave.close')}</button>`}
        <button type="button" class="button" @click=${() => this.tell('moi-dismiss')}>${say('leave.stay')}</button>
        <button type="button" class="button" @click=${() => this.tell('moi-sign-out', { close: false })}>${say('leave.only')}</button>
      </div>`
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-console-help': ConsoleHelp, 'moi-console-leave': ConsoleLeave } }
