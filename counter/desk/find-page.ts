import { html, LitElement } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import type { Principal } from '../../common/contract/access.ts'
import type { FloorShot, LiveFact } from '../../common/contract/live.ts'
import { Api } from '../../common/ui/api.ts'
import type { Catalogue } from '../../common/ui/catalogue.ts'
import type { LiveState } from '../../common/ui/live-state.ts'
import { Printing } from '../../common/ui/printing.ts'
import './find.ts'
import type { DeskFind } from './find.ts'
import { Finding } from './finding.ts'
import type { Memory } from './memory.ts'
import { deedsFor, type CardDeed } from './ticket-words.ts'

/**
 * Finds a number and does what its holder needs.
 * @fires moi-signed-out
 */
@customElement('moi-find-page')
export class FindPage extends LitElement {
  @property({ attribute: false }) state!: LiveState<FloorShot> & { readonly shot: FloorShot }
  @property({ attribute: false }) catalogue?: Catalogue
  @property({ attribute: false }) memory!: Memory
  @property({ attribute: false }) me!: Principal
  @property({ attribute: false }) now = new Date()
  @query('moi-desk-find') private readonly view?: DeskFind
  private readonly api = new Api('staff')
  private readonly finding = new Finding(this, this.api)
  private readonly again = new Printing(this, this.api)
  private readonly sorry = new Printing(this, this.api, 'apology')
  private readonly list = new Printing(this, this.api, 'checklist')

  protected override createRenderRoot () { return this }

  override connectedCallback (): void {
    super.connectedCallback()
    if (this.memory.sought) void this.finding.seek(this.memory.sought)
  }

  protected override willUpdate (): void {
    if ([this.finding, this.again, this.sorry, this.list].some(({ isSignedOut }) => isSignedOut)) queueMicrotask(() => this.dispatchEvent(new CustomEvent('moi-signed-out', { bubbles: true, composed: true })))
  }

  override render () {
    const { finding: { sought, done }, again, sorry, list } = this
    return html`<moi-desk-find .sought=${sought} .done=${done} .typed=${this.memory.sought} .deeds=${this.deeds} .slips=${[again.slip, sorry.slip, list.slip].filter(slip => slip !== undefined)}
      .state=${this.state} .catalogue=${this.catalogue} .now=${this.now}
      @moi-type=${(event: CustomEvent<{ number: string }>) => this.typed(event.detail.number)} @moi-seek=${(event: CustomEvent<{ number: string }>) => this.seek(event.detail.number)}
      @moi-card=${(event: CustomEvent<{ deed: CardDeed }>) => this.do(event.detail.deed)}></moi-desk-find>`
  }

  seek (number: string): void {
    this.leave()
    this.memory.sought = number
    void this.finding.seek(number)
  }

  async scan (token: string): Promise<void> {
    this.leave()
    const number = await this.finding.scan(token)
    if (number === undefined) return
    this.memory.sought = number
    this.requestUpdate()
  }

  heard (fact: LiveFact): void { this.finding.heard(fact) }

  focusNumber (): void { this.view?.focusNumber() }

  private typed (number: string): void {
    this.memory.sought = number
    this.requestUpdate()
  }

  private leave (): void {
    for (const printing of [this.again, this.sorry, this.list]) printing.end()
  }

  private get deeds (): readonly CardDeed[] {
    const { finding: { sought }, state: { shot } } = this
    if (sought.at !== 'found') return []
    const { ticket, turn } = sought
    const hasPapers = this.catalogue?.procedures.some(({ id, papers }) => id === ticket.procedure && papers.length > 0) ?? false
    return deedsFor(ticket, this.me, { isBroken: turn?.promise?.broken ?? shot.promise?.broken.some(({ id }) => id === ticket.id) ?? false, hasPapers })
  }

  private do (deed: CardDeed): void {
    const { sought } = this.finding
    if (sought.at !== 'found' || this.state.status !== 'live') return
    const { ticket } = sought
    switch (deed) {
      case 'return':
      case 'cancel': return void this.finding.do(deed)
      case 'reprint': return void this.again.print(ticket)
      case 'apologise': return void this.sorry.print(ticket)
      case 'checklist': return void this.list.print({ id: ticket.procedure ?? '', number: '' })
    }
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-find-page': FindPage } }
