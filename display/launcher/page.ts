import { html, LitElement } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { Paired, TrialOpened, TrialScreen } from '../../common/contract/access.ts'
import type { Counter } from '../../common/contract/counter.ts'
import type { Field, Office } from '../../common/contract/office.ts'
import { Api } from '../../common/ui/api.ts'
import { language, languageFromAddress } from '../../common/ui/language.ts'
import { withOffice } from '../../common/ui/place.ts'
import { pathOf } from './steps.ts'
import type { LauncherModel } from './view.ts'
import './view.ts'

interface Items<Item> { readonly items: readonly Item[] }

@customElement('moi-launcher-page')
export class LauncherPage extends LitElement {
  private readonly api = new Api()
  @state() private model: LauncherModel = { counters: [], fields: [], opening: false, pairing: false, wrong: '' }

  protected override createRenderRoot () { return this }

  override connectedCallback (): void {
    super.connectedCallback()
    language.set(languageFromAddress())
    void this.load()
  }

  override render () {
    return html`<moi-launcher .model=${this.model} @moi-open=${this.open} @moi-pair=${this.pair} @moi-retry=${this.load}></moi-launcher>`
  }

  private change (change: Partial<LauncherModel>): void { this.model = { ...this.model, ...change } }

  private async load (): Promise<void> {
    const [office, counters, fields] = await Promise.all([
      this.api.get<Office>('/office'), this.api.get<Items<Counter>>('/counters'), this.api.get<Items<Field>>('/fields')
    ])
    if (!office.ok) return this.change({ problem: office.error })
    this.change({ office: office.value, counters: counters.ok ? counters.value.items : [], fields: fields.ok ? fields.value.items : [], problem: undefined })
  }

  /** The tab is opened in the click itself and sent on later: browsers block a tab that comes after an answer. */
  private open ({ detail }: CustomEvent<TrialScreen>): void {
    const tab = window.open('', '_blank')
    this.change({ opening: true, refused: undefined, blockedPath: undefined })
    void this.become(detail, tab)
  }

  private async become (wish: TrialScreen, tab: Window | null): Promise<void> {
    const opened = await this.api.post<TrialOpened>('/trial/screens', wish)
    this.change({ opening: false, refused: opened.ok ? undefined : opened.error.detail })
    if (!opened.ok) return tab?.close()
    const path = withOffice(opened.value.path)
    if (tab) tab.location.href = path
    else this.change({ blockedPath: path })
  }

  private async pair ({ detail }: CustomEvent<{ code: string }>): Promise<void> {
    this.change({ pairing: true, wrong: '' })
    const paired = await this.api.post<Paired>('/devices/pair', detail)
    this.change({ pairing: false, wrong: paired.ok ? '' : paired.error.detail })
    if (paired.ok) location.href = withOffice(pathOf(paired.value.device))
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-launcher-page': LauncherPage } }
