import { html, LitElement, type TemplateResult } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { keyed } from 'lit/directives/keyed.js'
import type { Counter } from '../../common/contract/counter.ts'
import type { Field, Procedure } from '../../common/contract/office.ts'
import { doorTexts } from '../../common/i18n/console-door.ts'
import { Api } from '../../common/ui/api.ts'
import { Door } from '../../common/ui/door.ts'
import { language, languageFromAddress, Speaking } from '../../common/ui/language.ts'
import type { Drafts } from './asking.ts'
import { catalogueOf, noCatalogue, type Catalogue } from './catalogue.ts'
import './choose.ts'
import './counter-page.ts'
import type { Names } from './words.ts'

interface List<Item> { readonly items: readonly Item[] }

/** From the door to the counter: who is here, and where they work. */
@customElement('moi-console-page')
export class ConsolePage extends LitElement {
  private readonly api = new Api('staff')
  private readonly text = new Speaking(this, doorTexts)
  private readonly door = new Door(this, this.api, me => this.entered(me.id), ['hold-counter'])
  @state() private counter?: number
  @state() private counters?: readonly Counter[]
  @state() private fields: Names = new Map()
  @state() private catalogue: Catalogue = noCatalogue
  @state() private wrong = ''
  /** Here, because signing in again must not cost what was typed. */
  private drafts: Drafts = {}
  private last?: string

  protected override createRenderRoot () { return this }

  override connectedCallback (): void {
    super.connectedCallback()
    language.set(languageFromAddress())
    const asked = Number(new URLSearchParams(location.search).get('n'))
    if (Number.isInteger(asked) && asked > 0) this.counter = asked
  }

  override render (): TemplateResult {
    const { door: { me, office, isInside } } = this
    if (!isInside) return this.door.outside(this.text.say('signIn.title'), this.text.say('signIn.again'))
    if (this.counter === undefined) {
      return html`<moi-choose-counter .counters=${this.counters} .fields=${this.fields} .own=${me?.counter} officer=${me?.name ?? ''} ?trial=${office?.trial} wrong=${this.wrong}
        @moi-choose=${(event: CustomEvent<{ counter: number }>) => this.goTo(event.detail.counter)} @moi-sign-out=${this.signOut}></moi-choose-counter>`
    }
    return html`${keyed(this.counter, html`<moi-counter-page counter=${this.counter} .me=${me} .catalogue=${this.catalogue} .outcomes=${office?.outcomes ?? []} .drafts=${this.drafts}
      @moi-signed-out=${() => this.door.shut()} @moi-sign-out=${this.signOut} @moi-switch=${this.changePerson}
      @moi-change-counter=${(event: CustomEvent<{ missing?: number } | null>) => this.choose(event.detail?.missing)}></moi-counter-page>`)}`
  }

  /** What was typed is kept for whoever typed it, and for nobody else. */
  private entered (me: string): void {
    if (this.last !== me) this.drafts = {}
    this.last = me
    void this.askNames()
    if (this.counter === undefined) this.choose()
  }

  private async askNames (): Promise<void> {
    const procedures = await this.api.get<List<Procedure>>('/procedures')
    if (procedures.ok) this.catalogue = catalogueOf(procedures.value.items)
  }

  private choose (missing?: number): void {
    this.counter = undefined
    this.counters = undefined
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

  private async signOut (): Promise<void> {
    await this.changePerson()
    this.counter = undefined
    this.writeAddress()
  }

  /** The next person works at the same counter; of the last one nothing stays. */
  private async changePerson (): Promise<void> {
    this.drafts = {}
    await this.door.signOut()
    document.title = this.text.say('title')
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-console-page': ConsolePage } }
