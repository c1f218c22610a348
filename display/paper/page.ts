import { html, LitElement } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { Office } from '../../common/contract/office.ts'
import type { PaperSheet, PrinterPanel, PrinterTurn } from '../../common/contract/paper.ts'
import { Api } from '../../common/ui/api.ts'
import { language, languageFromAddress } from '../../common/ui/language.ts'
import type { Tray } from './view.ts'
import './view.ts'

const lookEveryMs = 1000
const officeEveryMs = 60_000

/** /printer: looks at the virtual printer every second, and turns its knobs. */
@customElement('moi-paper-page')
export class PaperPage extends LitElement {
  private readonly api = new Api()
  @state() private tray: Tray = { is: 'loading' }
  @state() private trial = false
  @state() private refused = ''
  private officeKnownAt = -Infinity
  private isLooking = false
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

  override render () {
    return html`<moi-paper .tray=${this.tray} ?trial=${this.trial} .refused=${this.refused} @turn=${(event: CustomEvent<PrinterTurn>) => void this.turn(event.detail)}></moi-paper>`
  }

  private async turn (turn: PrinterTurn): Promise<void> {
    const turned = await this.api.post<PrinterPanel>('/printer/knobs', turn)
    this.refused = turned.ok ? '' : turned.error.detail
    if (turned.ok) this.show(turned.value)
    await this.look()
  }

  private show (panel: PrinterPanel): void {
    if ('seen' in this.tray && this.tray.seen) this.tray = { is: 'here', seen: { ...this.tray.seen, panel } }
  }

  private async look (): Promise<void> {
    // A slow server is not asked again before it has answered.
    if (this.isLooking) return
    this.isLooking = true
    if (Date.now() - this.officeKnownAt >= officeEveryMs) void this.askOffice()
    const [sheets, panel] = await Promise.all([this.api.get<{ items: PaperSheet[] }>('/printer/sheets'), this.api.get<PrinterPanel>('/printer/knobs')])
    this.isLooking = false
    if (!sheets.ok) this.tray = this.without(sheets.error)
    else if (!panel.ok) this.tray = this.without(panel.error)
    else this.tray = { is: 'here', seen: { sheets: sheets.value.items, panel: panel.value } }
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
    return { is: 'lost', said: detail, ...'seen' in this.tray && this.tray.seen && { seen: this.tray.seen } }
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-paper-page': PaperPage } }
