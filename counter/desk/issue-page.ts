import { html, LitElement } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { Principal } from '../../common/contract/access.ts'
import type { FloorShot } from '../../common/contract/live.ts'
import { may } from '../../common/contract/permissions.ts'
import { Api } from '../../common/ui/api.ts'
import type { Catalogue } from '../../common/ui/catalogue.ts'
import type { LiveState } from '../../common/ui/live-state.ts'
import { Printing } from '../../common/ui/printing.ts'
import './issue.ts'
import type { DeskIssue } from './issue.ts'
import { Issuing } from './issuing.ts'
import type { Meant } from './keys.ts'
import type { Memory } from './memory.ts'
import { addOne, choose, count, expectationOf, noWish, prioritise, type Chosen, type Wish } from './wish.ts'

/**
 * Gives numbers to people, by touch and by keys.
 * @fires moi-signed-out, moi-given
 */
@customElement('moi-issue-page')
export class IssuePage extends LitElement {
  @property({ attribute: false }) state!: LiveState<FloorShot> & { readonly shot: FloorShot }
  @property({ attribute: false }) catalogue?: Catalogue
  @property({ attribute: false }) memory!: Memory
  @property({ attribute: false }) me!: Principal
  @property({ attribute: false }) now = new Date()
  @state() private sought = ''
  @query('moi-desk-issue') private readonly view?: DeskIssue
  private readonly api = new Api('staff')
  private readonly issuing = new Issuing(this, this.api)
  private readonly checklist = new Printing(this, this.api, 'checklist')

  protected override createRenderRoot () { return this }

  protected override willUpdate (): void {
    if (this.issuing.isSignedOut || this.checklist.isSignedOut) this.tell('moi-signed-out')
  }

  override render () {
    const { issuing: { stage, printing }, memory: { wish, given } } = this
    const others = stage.at === 'given' ? given.slice(1) : given
    return html`<moi-desk-issue .state=${this.state} .catalogue=${this.catalogue} .now=${this.now}
      .model=${{ wish, query: this.sought, stage, slip: printing.slip, checklist: this.checklist.slip, given: others, mayReprint: may(this.me, 'reprint') }}
      @moi-choose=${(event: CustomEvent<Chosen>) => this.choose(event.detail)} @moi-query=${(event: CustomEvent<{ query: string }>) => { this.sought = event.detail.query }}
      @moi-wish=${(event: CustomEvent<{ wish: Wish }>) => this.change(event.detail.wish)} @moi-take=${this.take}
      @moi-checklist=${(event: CustomEvent<{ procedure: string }>) => this.checklist.print({ id: event.detail.procedure, number: '' })}
      @moi-reprint=${(event: CustomEvent<{ ticket: { id: string, number: string } }>) => printing.print(event.detail.ticket)} @moi-next-person=${this.clear}></moi-desk-issue>`
  }

  /** A key that was pressed outside of any field. */
  hear (meant: Meant): void {
    const { wish } = this.memory
    switch (meant.do) {
      case 'field': return this.chooseDigit(meant.digit)
      case 'take': return void this.take()
      // What is looked for first, then what was chosen.
      case 'clear': return this.sought ? void (this.sought = '') : this.clear()
      case 'search': return this.view?.search()
      case 'more': return this.isGiven ? undefined : this.change(addOne(wish))
      case 'priority': return this.isGiven ? undefined : this.change(prioritise(wish, {}))
      case 'dossiers': return this.isGiven ? undefined : this.change(count(wish, wish.dossiers + meant.step))
    }
  }

  private get isGiven (): boolean { return this.issuing.stage.at === 'given' }

  private chooseDigit (digit: number): void {
    const field = this.catalogue?.fields.find(field => field.digit === digit)
    if (field) this.choose({ field })
  }

  /** After a number was given, a choice is the next person's. */
  private choose (chosen: Chosen): void {
    this.sought = ''
    this.change(choose(this.isGiven ? { ...noWish, slip: this.memory.wish.slip } : this.memory.wish, chosen))
  }

  private change (wish: Wish): void {
    if (this.issuing.stage.at === 'sending') return
    this.memory.wish = wish
    this.issuing.again()
  }

  private readonly clear = (): void => {
    if (this.issuing.stage.at === 'sending') return
    this.sought = ''
    this.checklist.end()
    this.change(noWish)
  }

  private readonly take = async (): Promise<void> => {
    if (this.isGiven) return this.clear()
    if (this.state.status !== 'live') return
    const { wish } = this.memory
    const given = await this.issuing.take(wish, expectationOf(wish, this.state.shot.forecasts)?.hardlyToday ?? false)
    if (!given) return
    this.memory.gave(given)
    this.memory.wish = noWish
    this.requestUpdate()
    this.tell('moi-given')
  }

  private tell (type: string): void {
    // Not while drawing: the page above draws itself anew.
    queueMicrotask(() => this.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true })))
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-issue-page': IssuePage } }
