import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { property, query } from 'lit/decorators.js'
import { commonTexts } from '../../common/i18n/common.ts'
import { dialogTexts } from '../../common/i18n/console-dialogs.ts'
import { consoleTexts } from '../../common/i18n/console.ts'
import { desk } from '../../common/ui/desk.ts'
import { Speaking } from '../../common/ui/language.ts'
import { base, buttons, numbers } from '../../common/ui/style.ts'

/**
 * A native modal. Escape closes it, the browser returns the focus.
 * @fires moi-dismiss
 */
export abstract class Modal extends LitElement {
  static override styles = [base, buttons, numbers, desk, css`
    dialog { width: calc(100% - 1.5rem); max-width: 26rem; max-height: calc(100% - 1.5rem); padding: 1.25rem; border: 0; border-radius: 1.25rem; background: var(--moi-card); color: var(--moi-text); }
    dialog::backdrop { background: rgba(16, 32, 43, 0.55); }
    @media (forced-colors: active) { dialog { border: 0.125rem solid; } }
    h2 { font-size: 1.25rem; font-weight: 700; line-height: 1.3; }
    p { margin-top: 0.5rem; line-height: 1.45; }
    .choices { display: grid; gap: 0.5rem; margin-top: 1.25rem; }
    dl { display: grid; grid-template-columns: auto 1fr; gap: 0.625rem 1rem; align-items: center; margin-top: 1rem; }
    dt { min-width: 4rem; }
    dl kbd { font-size: 0.875rem; line-height: 1.5rem; }
  `]

  @property({ type: Boolean }) open = false
  @query('dialog') private readonly dialog?: HTMLDialogElement
  protected readonly text = new Speaking(this, consoleTexts)
  protected readonly ask = new Speaking(this, dialogTexts)
  protected readonly common = new Speaking(this, commonTexts)

  protected abstract content (): TemplateResult

  override render () {
    return html`<dialog aria-labelledby="heading" @cancel=${() => this.tell('moi-dismiss')} @close=${this.closed}>${this.open ? this.content() : nothing}</dialog>`
  }

  /** By the browser; told a moment later: by then the box may stand open again, or another in its place. */
  private readonly closed = (): void => { if (this.open && !this.dialog?.open) this.tell('moi-dismiss') }

  protected override updated (changed: PropertyValues<this>): void {
    if (!changed.has('open')) return
    if (this.open && !this.dialog?.open) this.dialog?.showModal()
    if (!this.open && this.dialog?.open) this.dialog.close()
  }

  protected tell (type: string, detail?: object): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }))
  }
}
