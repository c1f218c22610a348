import { html, LitElement } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Principal } from '../../common/contract/access.ts'
import type { FloorShot, LiveFact } from '../../common/contract/live.ts'
import { may } from '../../common/contract/permissions.ts'
import type { Ticket } from '../../common/contract/ticket.ts'
import { Api } from '../../common/ui/api.ts'
import type { Catalogue } from '../../common/ui/catalogue.ts'
import type { LiveState } from '../../common/ui/live-state.ts'
import type { Slip } from '../../common/ui/printing.ts'
import './away-lists.ts'
import { Away } from './away.ts'

/**
 * Who is away, kept true while somebody looks.
 * @fires moi-signed-out
 */
@customElement('moi-away-page')
export class AwayPage extends LitElement {
  @property({ attribute: false }) state!: LiveState<FloorShot> & { readonly shot: FloorShot }
  @property({ attribute: false }) catalogue?: Catalogue
  @property({ attribute: false }) me!: Principal
  @property({ attribute: false }) now = new Date()
  private readonly away = new Away(this, new Api('staff'))
  private printers?: FloorShot['printers']
  private snapshot?: string

  protected override createRenderRoot () { return this }

  /** Another snapshot, or something about a printer: what was told in between may have passed unheard. */
  protected override willUpdate (): void {
    if (this.away.isSignedOut) queueMicrotask(() => this.dispatchEvent(new CustomEvent('moi-signed-out', { bubbles: true, composed: true })))
    const { shot, status } = this.state
    const snapshot = `${status} ${shot.epoch} ${shot.at}`
    const isNews = this.snapshot !== undefined && (snapshot !== this.snapshot || shot.printers !== this.printers)
    this.snapshot = snapshot
    this.printers = shot.printers
    if (isNews && status === 'live') void this.away.ask()
  }

  heard (fact: LiveFact): void { if (fact.type.startsWith('ticket:')) void this.away.ask() }

  override render () {
    const { away: { lists, problem, brought, slips } } = this
    return html`<moi-desk-away .lists=${lists} problem=${problem?.detail ?? ''} .brought=${brought} .slips=${slips} .state=${this.state} .catalogue=${this.catalogue} .now=${this.now}
      .mayReturn=${may(this.me, 'return-ticket')} .mayReprint=${may(this.me, 'reprint')} @moi-retry=${() => this.away.ask()}
      @moi-bring=${(event: CustomEvent<{ ticket: Ticket }>) => this.away.bring(event.detail.ticket)} @moi-reprint=${(event: CustomEvent<{ ticket: Slip['ticket'] }>) => this.away.reprint(event.detail.ticket)}></moi-desk-away>`
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-away-page': AwayPage } }
