import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { Principal } from '../../common/contract/access.ts'
import type { FloorShot, LiveFact } from '../../common/contract/live.ts'
import { may } from '../../common/contract/permissions.ts'
import { commonTexts } from '../../common/i18n/common.ts'
import { deskTexts } from '../../common/i18n/desk.ts'
import { Api } from '../../common/ui/api.ts'
import { fetchCatalogue, type Catalogue } from '../../common/ui/catalogue.ts'
import { Ticking } from '../../common/ui/clock.ts'
import type { Focus } from '../../common/ui/focus.ts'
import { followFloor } from '../../common/ui/follow-floor.ts'
import { Speaking } from '../../common/ui/language.ts'
import type { LiveState } from '../../common/ui/live-state.ts'
import '../../common/ui/notice.ts'
import '../../common/ui/printer-strip.ts'
import '../../common/ui/stale-banner.ts'
import { Watching } from '../../common/ui/watching.ts'
import './away-page.ts'
import type { AwayPage } from './away-page.ts'
import './booking-page.ts'
import type { BookingPage } from './booking-page.ts'
import './find-page.ts'
import './frame.ts'
import type { FindPage } from './find-page.ts'
import './hall.ts'
import './issue-page.ts'
import type { IssuePage } from './issue-page.ts'
import { Keyboard } from './keyboard.ts'
import { meantBy, type Pressed } from './keys.ts'
import type { Memory } from './memory.ts'
import './panic-strip.ts'
import { Panics, type PanicDeed } from './panics.ts'
import './paper-page.ts'
import { scanned } from './scanned.ts'
import { tabOf, tabsOf, type Tab } from './tabs.ts'
import './top.ts'

type Known = LiveState<FloorShot> & { readonly shot: FloorShot }

/**
 * The guide's desk, from the line to the office down to the part that is asked for.
 * @fires moi-signed-out, moi-sign-out
 */
@customElement('moi-desk')
export class Desk extends LitElement {
  static override styles = css`
    :host { display: block; }
    .told { margin: 0; padding: 0.625rem 0.875rem; border: 1px solid var(--moi-warn); border-radius: 0.875rem; background: var(--moi-warn-soft); font-weight: 600; line-height: 1.4; }
    .told[hidden] { display: none; }
  `

  @property({ attribute: false }) me!: Principal
  @property({ attribute: false }) memory!: Memory
  @state() private hash = location.hash
  @state() private catalogue?: Catalogue
  /** What was scanned and is nothing of ours. */
  @state() private told = ''
  @query('moi-issue-page') private readonly issue?: IssuePage
  @query('moi-find-page') private readonly find?: FindPage
  @query('moi-booking-page') private readonly booking?: BookingPage
  @query('moi-away-page') private readonly away?: AwayPage
  private readonly api = new Api('staff')
  private readonly live = new Watching(this, { as: 'staff', watch: { view: 'floor' }, follow: { ...followFloor, fact: (shot, fact) => this.heard(shot, fact) } })
  private readonly panics = new Panics(this, this.api)
  private readonly clock = new Ticking(this)
  private readonly keyboard = new Keyboard({ scan: text => { void this.scan(text) }, hand: (pressed, focus) => this.pressed(pressed, focus) })
  private readonly text = new Speaking(this, deskTexts)
  private readonly common = new Speaking(this, commonTexts)
  private snapshot?: string

  override connectedCallback (): void {
    super.connectedCallback()
    this.addEventListener('click', letGo)
    window.addEventListener('hashchange', this.turn)
    window.addEventListener('keydown', this.keyboard.hear, true)
    void this.load()
  }

  override disconnectedCallback (): void {
    super.disconnectedCallback()
    this.removeEventListener('click', letGo)
    window.removeEventListener('hashchange', this.turn)
    window.removeEventListener('keydown', this.keyboard.hear, true)
    this.keyboard.forget()
  }

  protected override willUpdate (): void {
    const { code, shot, status } = this.live.state
    if (code === 'SIGN_IN_REQUIRED') this.tell('moi-signed-out')
    const snapshot = status === 'live' && shot ? `${shot.epoch} ${shot.at}` : undefined
    // The office is heard for the first time, or again: doors may have opened or closed meanwhile.
    if (snapshot !== undefined && snapshot !== this.snapshot) void this.load()
    this.snapshot = snapshot ?? this.snapshot
  }

  private get tabs (): readonly Tab[] { return tabsOf(this.me, { isBookable: this.catalogue?.office.bookable ?? true }) }
  private get tab (): Tab | undefined { return tabOf(this.hash, this.tabs) }

  override render () {
    const { shot, ...known } = this.live.state
    const { tabs, tab, me } = this
    if (known.status === 'refused' || tab === undefined) return html`<moi-notice heading=${this.text.say('refused')} action=${this.text.say('signOut')} @moi-action=${() => this.tell('moi-sign-out')}></moi-notice>`
    const isStale = known.status === 'stale'
    return html`
      <moi-desk-top .office=${this.catalogue?.office.name} ?trial=${this.catalogue?.office.trial} me=${me.name} .tabs=${tabs} tab=${tab} alerts=${shot?.promise?.broken.length ?? 0}></moi-desk-top>
      ${shot && this.catalogue ? this.inside({ ...known, shot }, tab)
        : html`<moi-notice heading=${this.common.say(isStale ? 'stale.never' : 'loading')} words=${isStale ? this.common.say('stale.hint') : ''}></moi-notice>`}`
  }

  private inside (known: Known, tab: Tab): TemplateResult {
    const { shot, status, staleSince } = known
    const { pending, problem } = this.panics
    return html`<moi-desk-frame @moi-find=${(event: CustomEvent<{ number: string }>) => this.seek(event.detail.number)} @moi-scanned=${(event: CustomEvent<{ text: string }>) => this.scan(event.detail.text)} @moi-given=${() => this.load()}>
      ${status === 'stale' ? html`<moi-stale-banner since=${staleSince ?? nothing} zone=${shot.office.timeZone}>${this.text.say('stale')}</moi-stale-banner>` : nothing}
      ${shot.counters.some(({ panic }) => panic) ? html`<moi-panic-strip .counters=${shot.counters} zone=${shot.office.timeZone} me=${this.me.name} ?mayAccept=${may(this.me, 'accept-panic')} ?offline=${status !== 'live'} .pending=${pending} wrong=${problem?.detail ?? ''}
        @moi-panic=${(event: CustomEvent<{ deed: PanicDeed, counter: number }>) => this.panics.do(event.detail.deed, event.detail.counter)}></moi-panic-strip>` : nothing}
      ${tab === 'hall' || status !== 'live' ? nothing : html`<moi-printer-strip .printers=${shot.printers}></moi-printer-strip>`}
      <p class="told" role="status" ?hidden=${this.told === ''}>${this.told}</p>
      ${this.opened(known, tab)}
    </moi-desk-frame>`
  }

  private opened (known: Known, tab: Tab): TemplateResult {
    const { catalogue, memory, me, clock: { now } } = this
    switch (tab) {
      case 'issue': return html`<moi-issue-page .state=${known} .catalogue=${catalogue} .memory=${memory} .me=${me} .now=${now}></moi-issue-page>`
      case 'booking': return html`<moi-booking-page .state=${known} .catalogue=${catalogue} .memory=${memory} .me=${me} .now=${now}></moi-booking-page>`
      case 'find': return html`<moi-find-page .state=${known} .catalogue=${catalogue} .memory=${memory} .me=${me} .now=${now}></moi-find-page>`
      case 'away': return html`<moi-away-page .state=${known} .catalogue=${catalogue} .me=${me} .now=${now}></moi-away-page>`
      case 'paper': return html`<moi-desk-paper-page .state=${known} .catalogue=${catalogue} .me=${me} .now=${now}></moi-desk-paper-page>`
      case 'hall': return html`<moi-desk-hall .state=${known} .now=${now}></moi-desk-hall>`
    }
  }

  protected override updated (): void {
    const { status } = this.live.state
    document.title = this.text.say(status === 'stale' ? 'title.offline' : 'title', { part: this.tab ? this.text.say(`tab.${this.tab}`) : '' })
  }

  private heard (shot: FloorShot, fact: LiveFact): FloorShot | undefined {
    this.find?.heard(fact)
    this.away?.heard(fact)
    if (fact.type === 'setting:changed' || fact.type === 'counter:changed') void this.load()
    return followFloor.fact(shot, fact)
  }

  private async load (): Promise<void> { this.catalogue = await fetchCatalogue(this.api) ?? this.catalogue }

  private readonly turn = (): void => {
    this.hash = location.hash
    this.told = ''
  }

  private pressed (pressed: Pressed, focus: Focus): boolean {
    const meant = this.tab === 'issue' ? meantBy(pressed, focus) : undefined
    if (meant) this.issue?.hear(meant)
    return meant !== undefined
  }

  private async seek (number: string): Promise<void> {
    this.memory.sought = number
    const here = this.find
    await this.goTo('find')
    // A part that has just come looks by itself.
    if (here) here.seek(number)
  }

  /** A slip shows its number's card; a booking gives its number. */
  private async scan (text: string): Promise<void> {
    const found = scanned(text)
    this.told = ''
    if (found.is === 'slip' && this.tabs.includes('find')) {
      this.memory.sought = ''
      await this.goTo('find')
      await this.find?.scan(found.token)
    } else if (found.is === 'booking' && this.tabs.includes('booking')) {
      await this.goTo('booking')
      await this.booking?.checkIn(found.asked)
    } else this.told = this.text.say('scan.unknown')
  }

  private async goTo (tab: Tab): Promise<void> {
    if (this.tab === tab) return
    history.replaceState(null, '', `#${tab}`)
    this.hash = location.hash
    await this.updateComplete
  }

  private tell (type: string): void {
    // Not while drawing: the page above draws itself anew.
    queueMicrotask(() => this.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true })))
  }
}

/** After a click by hand the keys belong to the page again: Enter gives the number. */
function letGo (event: MouseEvent): void {
  if (event.detail === 0) return
  for (const passed of event.composedPath()) if (passed instanceof HTMLButtonElement || passed instanceof HTMLAnchorElement) passed.blur()
}

declare global { interface HTMLElementTagNameMap { 'moi-desk': Desk } }
