import { html, LitElement, type TemplateResult } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { keyed } from 'lit/directives/keyed.js'
import type { Principal, SignedIn } from '../../common/contract/access.ts'
import type { Counter } from '../../common/contract/counter.ts'
import type { Field, Office, Procedure } from '../../common/contract/office.ts'
import { commonTexts } from '../../common/i18n/common.ts'
import { doorTexts } from '../../common/i18n/console-door.ts'
import { signInTexts } from '../../common/i18n/sign-in.ts'
import { Api } from '../../common/ui/api.ts'
import { language, languageFromAddress, Speaking } from '../../common/ui/language.ts'
import '../../common/ui/notice.ts'
import '../../common/ui/sign-in.ts'
import type { Drafts } from './asking.ts'
import './choose.ts'
import './counter-page.ts'
import type { Names, Papers } from './words.ts'

type Step = 'checking' | 'unreached' | 'signIn' | 'choose' | 'counter'
interface List<Item> { readonly items: readonly Item[] }

/** From the door to the counter: who is here, and where they work. */
@customElement('moi-console-page')
export class ConsolePage extends LitElement {
  private readonly api = new Api('staff')
  private readonly text = new Speaking(this, doorTexts)
  private readonly door = new Speaking(this, signInTexts)
  private readonly common = new Speaking(this, commonTexts)
  @state() private step: Step = 'checking'
  @state() private me?: Principal
  @state() private counter?: number
  @state() private counters?: readonly Counter[]
  @state() private fields: Names = new Map()
  @state() private procedures: Names = new Map()
  @state() private papers: Papers = new Map()
  @state() private trial = false
  @state() private sending = false
  @state() private wrong = ''
  private isAgain = false
  /** Here, because signing in again must not cost what was typed. */
  private drafts: Drafts = {}

  protected override createRenderRoot () { return this }

  override connectedCallback (): void {
    super.connectedCallback()
    language.set(languageFromAddress())
    const asked = Number(new URLSearchParams(location.search).get('n'))
    if (Number.isInteger(asked) && asked > 0) this.counter = asked
    void this.check()
  }

  override render (): TemplateResult {
    switch (this.step) {
      case 'checking': return html`<moi-notice heading=${this.common.say('loading')}></moi-notice>`
      case 'unreached': return html`<moi-notice heading=${this.door.say('unreached.title')} words=${this.wrong} action=${this.common.say('retry')} @moi-action=${this.check}></moi-notice>`
      case 'signIn': return html`<moi-sign-in ?trial=${this.trial} ?sending=${this.sending} wrong=${this.wrong} heading=${this.text.say('signIn.title')} ended=${this.isAgain ? this.text.say('signIn.again') : ''} @moi-sign-in=${this.signIn}></moi-sign-in>`
      case 'choose': return html`<moi-choose-counter .counters=${this.counters} .fields=${this.fields} .own=${this.me?.counter} officer=${this.me?.name ?? ''} ?trial=${this.trial} wrong=${this.wrong}
        @moi-choose=${(event: CustomEvent<{ counter: number }>) => this.goTo(event.detail.counter)} @moi-sign-out=${this.signOut}></moi-choose-counter>`
      case 'counter': return html`${keyed(this.counter, html`<moi-counter-page counter=${this.counter ?? 0} .me=${this.me} .procedures=${this.procedures} .papers=${this.papers} .drafts=${this.drafts}
        @moi-signed-out=${this.signedOut} @moi-sign-out=${this.signOut}
        @moi-change-counter=${(event: CustomEvent<{ missing?: number } | null>) => this.choose(event.detail?.missing)}></moi-counter-page>`)}`
    }
  }

  private async check (): Promise<void> {
    this.step = 'checking'
    void this.askOffice()
    const session = await this.api.get<SignedIn>('/session')
    if (session.ok) return this.enter(session.value.principal)
    this.wrong = session.error.status === 401 ? '' : session.error.detail
    this.step = session.error.status === 401 ? 'signIn' : 'unreached'
  }

  private async signIn (event: CustomEvent<{ username: string, password: string }>): Promise<void> {
    this.sending = true
    const signed = await this.api.post<SignedIn>('/session', event.detail)
    this.sending = false
    this.wrong = signed.ok ? '' : signed.error.detail
    if (signed.ok) this.enter(signed.value.principal)
  }

  private enter (principal: Principal): void {
    this.me = principal
    this.isAgain = false
    this.wrong = ''
    void this.askNames()
    if (this.counter === undefined) this.choose()
    else this.step = 'counter'
  }

  private async askOffice (): Promise<void> {
    const office = await this.api.get<Office>('/office')
    if (office.ok) this.trial = office.value.trial
  }

  private async askNames (): Promise<void> {
    const procedures = await this.api.get<List<Procedure>>('/procedures')
    if (!procedures.ok) return
    this.procedures = new Map(procedures.value.items.map(({ id, name }) => [id, name]))
    this.papers = new Map(procedures.value.items.map(({ id, papers }) => [id, papers]))
  }

  private choose (missing?: number): void {
    this.counter = undefined
    this.counters = undefined
    this.step = 'choose'
    this.wrong = missing === undefined ? '' : this.text.say('choose.missing', { counter: missing })
    document.title = this.text.say('title')
    this.writeAddress()
    void this.askCounters()
  }

  private async askCounters (): Promise<void> {
    const [counters, fields] = await Promise.all([this.api.get<List<Counter>>('/counters'), this.api.get<List<Field>>('/fields')])
    if (counters.ok) this.counters = counters.value.items
    else this.wrong = counters.error.detail
    if (fields.ok) this.fields = new Map(fields.value.items.map(({ id, name }) => [id, name]))
  }

  private goTo (counter: number): void {
    this.counter = counter
    this.step = 'counter'
    this.writeAddress()
  }

  /** So that a reload, or a bookmark on the desk's PC, comes back to the same counter. */
  private writeAddress (): void {
    const asked = new URLSearchParams(location.search)
    if (this.counter === undefined) asked.delete('n')
    else asked.set('n', String(this.counter))
    const search = asked.toString()
    history.replaceState(null, '', search ? `?${search}` : location.pathname)
  }

  /** The session ended by itself: after signing in again the same counter waits. */
  private signedOut (): void {
    this.isAgain = this.me !== undefined
    this.step = 'signIn'
  }

  private async signOut (): Promise<void> {
    await this.api.remove('/session')
    this.me = undefined
    this.drafts = {}
    this.counter = undefined
    this.writeAddress()
    this.step = 'signIn'
    document.title = this.text.say('title')
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-console-page': ConsolePage } }
