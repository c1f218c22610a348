import { html, LitElement, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Principal } from '../../common/contract/access.ts'
import type { ConsoleShot } from '../../common/contract/live.ts'
import type { Outcome } from '../../common/contract/office.ts'
import type { Problem } from '../../common/contract/problem.ts'
import { commonTexts } from '../../common/i18n/common.ts'
import { doorTexts } from '../../common/i18n/console-door.ts'
import { optionTexts } from '../../common/i18n/console-options.ts'
import { panicTexts } from '../../common/i18n/console-panic.ts'
import { toldTexts } from '../../common/i18n/console-told.ts'
import { consoleTexts } from '../../common/i18n/console.ts'
import { Ticking } from '../../common/ui/clock.ts'
import { Speaking } from '../../common/ui/language.ts'
import type { LiveState } from '../../common/ui/live-state.ts'
import '../../common/ui/notice.ts'
import { Watching } from '../../common/ui/watching.ts'
import type { Drafts } from './asking.ts'
import { boxes } from './boxes.ts'
import { noCatalogue, type Catalogue } from './catalogue.ts'
import { followConsole } from './follow.ts'
import { Hands } from './hands.ts'
import './lease.ts'
import { MiniWindow } from './mini-window.ts'
import './mini.ts'
import './panic-calls.ts'
import { inPanic } from './panicking.ts'
import type { Standing } from './standing.ts'
import { Steering } from './steering.ts'
import { returnedTo, toldOf } from './told.ts'
import type { Names } from './words.ts'
import './work.ts'

/**
 * One counter, watched and worked at. Its counter never changes: choosing another makes a new one.
 * @fires moi-signed-out, moi-change-counter with `{ missing }`, moi-sign-out
 */
@customElement('moi-counter-page')
export class CounterPage extends LitElement {
  @property({ type: Number }) counter = 0
  @property({ attribute: false }) me?: Principal
  @property({ attribute: false }) catalogue: Catalogue = noCatalogue
  @property({ attribute: false }) outcomes: readonly Outcome[] = []
  @property({ attribute: false }) drafts: Drafts = {}
  @state() private lost = false
  private wasMine = false
  private live?: Watching<'console'>
  private readonly clock = new Ticking(this)
  private readonly text = new Speaking(this, consoleTexts)
  private readonly door = new Speaking(this, doorTexts)
  private readonly told = new Speaking(this, toldTexts)
  private readonly panic = new Speaking(this, panicTexts)
  private readonly option = new Speaking(this, optionTexts)
  private readonly common = new Speaking(this, commonTexts)
  private readonly hands = new Hands(this, () => this.live?.refresh())
  private readonly mini: MiniWindow = new MiniWindow(this, {
    draw: () => this.small(), press: event => this.steering.press(event),
    title: () => this.option.say('mini.name', { counter: this.counter })
  })
  private readonly steering = new Steering(this, this.hands, this.mini)

  protected override createRenderRoot () { return this }

  override connectedCallback (): void {
    this.live ??= new Watching(this, { as: 'staff', watch: { view: 'console', counter: this.counter }, follow: followConsole })
    super.connectedCallback()
  }

  get known (): LiveState<ConsoleShot> { return this.live?.state ?? { status: 'loading' } }
  get now (): Date { return this.clock.now }

  protected override willUpdate (): void {
    const { shot, code } = this.known
    if (code === 'SIGN_IN_REQUIRED' || this.hands.isSignedOut) this.tell('moi-signed-out')
    if (code === 'NOT_FOUND') this.tell('moi-change-counter', { missing: this.counter })
    this.hands.see(shot)
    this.steering.see(this.known)
    if (!shot) return
    if (shot.mine) this.lost = false
    else if (this.wasMine) this.lost = true
    this.wasMine = shot.mine
  }

  override render () {
    const { shot, status } = this.known
    if (status === 'refused') return html`<moi-notice heading=${this.door.say('refused')} action=${this.text.say('signOut')} @moi-action=${() => this.tell('moi-sign-out')}></moi-notice>`
    if (!shot) return html`<moi-notice heading=${this.common.say(status === 'stale' ? 'stale.never' : 'loading')} words=${status === 'stale' ? this.common.say('stale.hint') : ''}></moi-notice>`
    const { steering, drafts, catalogue } = this
    return html`<div>
      ${shot.mine ? this.work(shot) : this.lease(shot)}
      ${boxes({ open: steering.box, shot, fields: namesOf(shot), catalogue, now: this.now, drafts, isOffline: status !== 'live', isSending: steering.isSending, answer: this.said(steering.answer), preferences: steering.way.now })}
    </div>`
  }

  private work (shot: ConsoleShot) {
    const { steering, catalogue, outcomes } = this
    return html`<moi-counter-work .state=${{ ...this.known, shot }} .catalogue=${catalogue} .outcomes=${outcomes} .now=${this.now} me=${this.me?.name ?? ''}
      .standing=${this.standing(shot)} .finish=${steering.finishing.draft(shot)} ?finishing=${steering.finishing.isOpen} .wrapUp=${steering.secondsLeft} ?armed=${steering.isArmed}></moi-counter-work>`
  }

  private standing (shot: ConsoleShot): Standing {
    const { acting: { done }, returning } = this.hands
    const standing = this.hands.standing(problem => this.said(problem))
    return {
      ...standing, refusal: this.steering.box ? '' : standing.refusal, hint: this.steering.hint,
      told: done ? toldOf(done, shot, namesOf(shot), this.catalogue.letters, this.told) : '',
      returned: returning.done ? returnedTo(returning.done, shot, this.told) : ''
    }
  }

  private lease (shot: ConsoleShot) {
    const { panicking, acting } = this.hands
    const isOffline = this.known.status !== 'live'
    return html`${isOffline ? html`<moi-stale-banner since=${this.known.staleSince ?? nothing} zone=${shot.office.timeZone}>${this.text.say('stale.hint')}</moi-stale-banner>` : nothing}
      <moi-panic-calls apart .calls=${inPanic(shot)} counter=${shot.counter.number} me=${this.me?.name ?? ''} zone=${shot.office.timeZone} .pending=${panicking.pending} ?offline=${isOffline} refusal=${this.said(panicking.problem)}></moi-panic-calls>
      <moi-counter-lease .shot=${shot} .fields=${namesOf(shot)} me=${this.me?.id ?? ''} ?lost=${this.lost} ?offline=${isOffline} .pending=${acting.pending} wrong=${this.said(acting.problem)}></moi-counter-lease>`
  }

  /** The same, for the small window. */
  private small () {
    const { shot } = this.known
    if (!shot) return undefined
    const { refusal, hint, pending } = this.standing(shot)
    return html`<moi-mini-counter .state=${{ ...this.known, shot }} .fields=${namesOf(shot)} .procedures=${this.catalogue.procedures} .pending=${pending} refusal=${refusal} hint=${hint} .seconds=${this.steering.secondsLeft}
      @moi-deed=${this.steering.hear}></moi-mini-counter>`
  }

  private said (problem: Problem | undefined): string {
    if (!problem) return ''
    return problem.code === 'NO_CONNECTION' ? `${problem.detail} ${this.text.say('unsure')}` : problem.detail
  }

  protected override updated (): void {
    const { shot, status } = this.known
    if (!shot) return
    const call = inPanic(shot).find(({ number, panic }) => !panic.acceptedBy && !(shot.mine && number === shot.counter.number))
    const counter = shot.counter.number
    document.title = call ? this.panic.say('title', { counter: call.number })
      : status === 'live' ? this.text.say('title.counter', { waiting: shot.queue.waiting, counter }) : this.text.say('title.offline', { counter })
  }

  tell (type: string, detail?: object): void {
    // Not while drawing: the page above draws itself anew.
    queueMicrotask(() => this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true })))
  }
}

export function namesOf ({ fields }: Pick<ConsoleShot, 'fields'>): Names { return new Map(fields.map(({ id, name }) => [id, name])) }

declare global { interface HTMLElementTagNameMap { 'moi-counter-page': CounterPage } }
