import { html, LitElement } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { ForecastReport } from '../../common/contract/forecast.ts'
import type { Field } from '../../common/contract/office.ts'
import { accuracyTexts } from '../../common/i18n/accuracy.ts'
import { Api } from '../../common/ui/api.ts'
import { Speaking } from '../../common/ui/language.ts'
import './accuracy.ts'
import type { Measured, Period } from './accuracy.ts'
import { periodOf } from './accuracy-words.ts'

const daysOf = { week: 7, quarter: 90 } as const

/**
 * The report, asked for once for each period that is looked at.
 * @fires moi-signed-out
 */
@customElement('moi-accuracy-page')
export class AccuracyPage extends LitElement {
  @state() private measured: Measured = { period: 'usual', isLoading: true }
  @state() private fields: readonly Field[] = []
  /** The office's own date, as its first answer tells: the clock of this computer may be wrong. */
  private today?: string
  private readonly api = new Api('staff')
  private readonly text = new Speaking(this, accuracyTexts)

  protected override createRenderRoot () { return this }

  override connectedCallback (): void {
    super.connectedCallback()
    void this.askNames()
    void this.ask(this.measured.period)
  }

  override render () {
    return html`<main><moi-accuracy .measured=${this.measured} .nameOf=${(id: string) => this.nameOf(id)}
      @moi-period=${(event: CustomEvent<{ period: Period }>) => this.ask(event.detail.period)} @moi-action=${() => this.ask(this.measured.period)}></moi-accuracy></main>`
  }

  protected override updated (): void { document.title = this.text.say('title') }

  private async ask (wanted: Period): Promise<void> {
    const asking: Measured = { period: wanted, isLoading: true, ...this.measured.report && { report: this.measured.report } }
    this.measured = asking
    const answer = await this.api.get<ForecastReport>(`/reports/forecast${this.query(wanted)}`)
    // Another period was chosen meanwhile.
    if (this.measured !== asking) return
    if (answer.ok) this.answered(wanted, answer.value)
    else if (answer.error.status === 401) this.dispatchEvent(new CustomEvent('moi-signed-out', { bubbles: true, composed: true }))
    else this.measured = { ...asking, isLoading: false, problem: answer.error.detail }
  }

  private answered (period: Period, report: ForecastReport): void {
    if (period === 'usual') this.today = report.to
    this.measured = { period, isLoading: false, report }
  }

  /** The usual period is the office's to settle. */
  private query (period: Period): string {
    if (period === 'usual' || this.today === undefined) return ''
    const { from, to } = periodOf(daysOf[period], this.today)
    return `?from=${from}&to=${to}`
  }

  private async askNames (): Promise<void> {
    const fields = await this.api.get<{ readonly items: readonly Field[] }>('/fields')
    if (fields.ok) this.fields = fields.value.items
  }

  private nameOf (id: string): string {
    const field = this.fields.find(field => field.id === id)
    return field ? this.text.of(field.name) : id
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-accuracy-page': AccuracyPage } }
