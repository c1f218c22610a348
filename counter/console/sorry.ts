import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { ConsoleShot } from '../../common/contract/live.ts'
import { promiseTexts } from '../../common/i18n/promise.ts'
import '../../common/ui/apology.ts'
import { Speaking } from '../../common/ui/language.ts'
import type { Slip } from '../../common/ui/printing.ts'
import { base } from '../../common/ui/style.ts'

/** Whoever is at the counter waited longer than the office promised: the officer is asked to say sorry. Takes no room otherwise. */
@customElement('moi-sorry')
export class Sorry extends LitElement {
  static override styles = [base, css`
    :host { display: grid; gap: 0.5rem; padding: 0.75rem 1rem; border: 1px solid var(--moi-warn); border-radius: var(--moi-radius-control); background: var(--moi-warn-soft); font-size: 0.875rem; line-height: 1.4; }
    :host([hidden]) { display: none; }
    p { font-weight: 600; }
  `]

  @property({ attribute: false }) shot!: ConsoleShot
  @property({ attribute: false }) slip?: Slip
  @property() refusal = ''
  @property({ type: Boolean }) offline = false
  private readonly text = new Speaking(this, promiseTexts)

  protected override updated (): void { this.hidden = !this.shot.current?.broken }

  override render () {
    const { current, office, printers } = this.shot
    if (!current?.broken) return nothing
    const { id, number } = current.ticket
    return html`<p role="status">${this.text.say('sorry', { number, minutes: office.promiseMinutes })}</p>
      <moi-apology .ticket=${{ id, number }} .slip=${this.slip} .printers=${printers} refusal=${this.refusal} ?offline=${this.offline}></moi-apology>`
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-sorry': Sorry } }
