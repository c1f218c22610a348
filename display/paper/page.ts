import { html, LitElement } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { Office } from '../../common/contract/office.ts'
import { Api } from '../../common/ui/api.ts'
import { language, languageFromAddress } from '../../common/ui/language.ts'
import type { Sheet, Tray } from './view.ts'
import './view.ts'

const lookEveryMs = 2000
const officeEveryMs = 60_000

/** /printer: looks into the virtual printer's tray every two seconds. */
@customElement('moi-paper-page')
export class PaperPage extends LitElement {
  private readonly api = new Api()
  @state() private tray: Tray = { is: 'loading' }
  @state() private trial = false
  private officeKnownAt = -Infinity
  private timer?: ReturnType<typeof setInterval>

  protected override createRenderRoot () { return this }

  override connectedCallback (): void {
    super.connectedCallback()
    language.set(languageFromAddress())
    void this.look()
    this.timer = setInterval(() => void this.look(), lookEveryMs)
  }

  override disconnectedCallback (): void {
    super.disconnectedCallback()
    clearInterval(this.timer)
  }

  override render () { return html`<moi-paper .tray=${this.tray} ?trial=${this.trial}></moi-paper>` }

  private async look (): Promise<void> {
    if (Date.now() - this.officeKnownAt >= officeEveryMs) void this.askOffice()
    const answer = await this.api.get<{ items: Sheet[] }>('/printer/sheets')
    this.tray = answer.ok ? { is: 'here', sheets: answer.value.items } : this.without(answer.error)
  }

  /** Again until it answers, then seldom: an office is confirmed once. */
  private async askOffice (): Promise<void> {
    const office = await this.api.get<Office>('/office')
    if (!office.ok) return
    this.officeKnownAt = Date.now()
    this.trial = office.value.trial
  }

  private without ({ status, detail }: { status: number, detail: string }): Tray {
    if (status === 404) return { is: 'real' }
    if (status === 401 || status === 403) return { is: 'staff' }
    return { is: 'lost', said: detail, sheets: 'sheets' in this.tray ? this.tray.sheets : [] }
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-paper-page': PaperPage } }
