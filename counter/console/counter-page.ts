import { html, LitElement, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Principal } from '../../common/contract/access.ts'
import type { ConsoleShot } from '../../common/contract/live.ts'
import type { Problem } from '../../common/contract/problem.ts'
import { commonTexts } from '../../common/i18n/common.ts'
import { doorTexts } from '../../common/i18n/console-door.ts'
import { toldTexts } from '../../common/i18n/console-told.ts'
import { consoleTexts } from '../../common/i18n/console.ts'
import { Api } from '../../common/ui/api.ts'
import { Ticking } from '../../common/ui/clock.ts'
import { Speaking } from '../../common/ui/language.ts'
import type { LiveState } from '../../common/ui/live-state.ts'
import '../../common/ui/notice.ts'
import type { Slip } from '../../common/ui/printing.ts'
import { Watching } from '../../common/ui/watching.ts'
import { Acting } from './acting.ts'
import type { Drafts } from './asking.ts'
import './call-dialog.ts'
import { isAsked, offer, situation, type Asked, type Deed, type Wish } from './deeds.ts'
import './dialogs.ts'
import { Doubts } from './doubts.ts'
import { followConsole } from './follow.ts'
import './hold-dialog.ts'
import { deedOfKey, focusOf } from './keys.ts'
import './lease.ts'
import { Passing } from './passing.ts'
import { PrintingHere } from './reprinting.ts'
import { Returning } from './returning.ts'
import { returnedTo, toldOf } from './told.ts'
import './transfer-dialog.ts'
import type { Names, Papers } from './words.ts'
import './work.ts'

/**
 * One counter, watched and worked at. Its counter never changes: choosing another makes a new one.
 * @fires moi-signed-out, moi-change-counter with `{ missing }`, moi-sign-out
 */
@customElement('moi-counter-page')
export class CounterPage extends LitElement {
  @property({ type: Number }) counter = 0
  @property({ attribute: false }) me?: Principal
  @property({ attribute: false }) procedures: Names = new Map()
  @property({ attribute: false }) papers: Papers = new Map()
  @property({ attribute: false }) drafts: Drafts = {}
  @state() private dialog?: 'help' | 'leave' | Asked
  /** What the open box has been told, which stays until it is tried again. */
  @state() private answer = ''
  @state() private sending = false
  /** How the counter stood when the box was sent. */
  private sentIn = ''
  private lost = false
  private wasMine = false
  private live?: Watching<'console'>
  private readonly clock = new Ticking(this)
  private readonly acting = new Acting(this, new Api('staff'), () => this.live?.refresh())
  private readonly returning = new Returning(this, new Api('staff'), () => this.live?.refresh())
  private readonly reprinting = new PrintingHere(this, new Api('staff'))
  private readonly apologising = new PrintingHere(this, new Api('staff'), 'apology')
  private readonly doubts = new Doubts(this, new Api('staff'))
  /** A key that means nothing now. */
  private readonly hint = new Passing<string>(this)
  private readonly text = new Speaking(this, consoleTexts)
  private readonly door = new Speaking(this, doorTexts)
  private readonly told = new Speaking(this, toldTexts)
  private readonly common = new Speaking(this, commonTexts)

  protected override createRenderRoot () { return this }

  override connectedCallback (): void {
    this.live ??= new Watching(this, { as: 'staff', watch: { view: 'console', counter: this.counter }, follow: followConsole })
    super.connectedCallback()
    window.addEventListener('keydown', this.press)
  }

  override disconnectedCallback (): void {
    super.disconnectedCallback()
    window.removeEventListener('keydown', this.press)
  }

  private get known (): LiveState<ConsoleShot> { return this.live?.state ?? { status: 'loading' } }

  protected override willUpdate (): void {
    const { shot, code } = this.known
    if (code === 'SIGN_IN_REQUIRED' || [this.acting, this.returning, this.reprinting, this.apologising, this.doubts].some(({ isSignedOut }) => isSignedOut)) this.tell('moi-signed-out')
    if (code === 'NOT_FOUND') this.tell('moi-change-counter', { missing: this.counter })
    this.acting.see(shot)
    this.returning.see(shot)
    this.reprinting.see(shot)
    this.apologising.see(shot)
    this.doubts.see(shot, this.reprinting.slip?.job)
    if (!shot) return
    // Its effect is seen: the answer may follow.
    if (this.sending && situation(shot) !== this.sentIn) this.dialog = undefined
    if (shot.mine) this.lost = false
    else if (this.wasMine) this.lost = true
    this.wasMine = shot.mine
  }

  override render () {
    const { shot, status } = this.known
    if (status === 'refused') return html`<moi-notice heading=${this.door.say('refused')} action=${this.text.say('signOut')} @moi-action=${() => this.tell('moi-sign-out')}></moi-notice>`
    if (!shot) return html`<moi-notice heading=${this.common.say(status === 'stale' ? 'stale.never' : 'loading')} words=${status === 'stale' ? this.common.say('stale.hint') : ''}></moi-notice>`
    return html`<div @moi-deed=${(event: CustomEvent<{ deed: Deed }>) => this.act(event.detail.deed)} @moi-return=${(event: CustomEvent<{ ticket: string }>) => this.bring(event.detail.ticket)}
      @moi-reprint=${this.reprint} @moi-reprint-doubtful=${this.reprintDoubtful} @moi-apologise=${this.apologise} @moi-help=${() => { this.dialog = 'help' }} @moi-leave=${this.leave} @moi-dismiss=${this.dismiss} @moi-send=${this.send}>
      ${shot.mine ? this.work(shot) : this.lease(shot)}
      ${this.boxes(shot)}
      <moi-console-help ?open=${this.dialog === 'help'}></moi-console-help>
      <moi-console-leave ?open=${this.dialog === 'leave'} counter=${shot.counter.number} busyWith=${shot.current?.ticket.number ?? ''} @moi-sign-out=${this.signOut}></moi-console-leave>
    </div>`
  }

  private work (shot: ConsoleShot) {
    const { acting, returning, reprinting: { slip }, apologising: { slip: apology } } = this
    return html`<moi-counter-work .state=${{ ...this.known, shot }} .procedures=${this.procedures} .now=${this.clock.now}
      .pending=${acting.pending} refusal=${this.dialog ? '' : this.said(acting.problem)} hint=${this.hint.word ?? ''} told=${acting.done ? toldOf(acting.done, shot, namesOf(shot), this.told) : ''}
      .returning=${returning.pending} notReturned=${this.said(returning.problem)} returned=${returning.done ? returnedTo(returning.done, shot, this.told) : ''} .slip=${slip} notPrinted=${this.said(slip?.problem)} .apology=${apology} notApologised=${this.said(apology?.problem)}
      .doubts=${{ listed: this.doubts.listed, again: this.doubts.slips.map(slip => ({ slip, refusal: this.said(slip.problem) })) }}></moi-counter-work>`
  }

  /** What is asked before a deed; also while the counter is someone else's, so that nothing typed goes. */
  private boxes (shot: ConsoleShot) {
    const [fields, now, isOffline] = [namesOf(shot), this.clock.now, this.known.status !== 'live']
    return html`
      <moi-hold-dialog ?open=${this.dialog === 'hold'} .shot=${shot} .fields=${fields} .procedures=${this.procedures} .papers=${this.papers} .now=${now} .drafts=${this.drafts} ?offline=${isOffline} ?sending=${this.sending} refusal=${this.answer}></moi-hold-dialog>
      <moi-transfer-dialog ?open=${this.dialog === 'transfer'} .shot=${shot} .fields=${fields} .procedures=${this.procedures} .now=${now} .drafts=${this.drafts} ?offline=${isOffline} ?sending=${this.sending} refusal=${this.answer}></moi-transfer-dialog>
      <moi-call-dialog ?open=${this.dialog === 'call'} .shot=${shot} .fields=${fields} .procedures=${this.procedures} .now=${now} .drafts=${this.drafts} ?offline=${isOffline} ?sending=${this.sending} refusal=${this.answer}></moi-call-dialog>`
  }

  private lease (shot: ConsoleShot) {
    return html`${this.known.status === 'stale' ? html`<moi-stale-banner since=${this.known.staleSince ?? nothing} zone=${shot.office.timeZone}>${this.text.say('stale.hint')}</moi-stale-banner>` : nothing}
      <moi-counter-lease .shot=${shot} .fields=${namesOf(shot)} me=${this.me?.id ?? ''} ?lost=${this.lost} ?offline=${this.known.status !== 'live'}
        .pending=${this.acting.pending} wrong=${this.said(this.acting.problem)}></moi-counter-lease>`
  }

  private said (problem: Problem | undefined): string {
    if (!problem) return ''
    return problem.code === 'NO_CONNECTION' ? `${problem.detail} ${this.text.say('unsure')}` : problem.detail
  }

  protected override updated (): void {
    const { shot, status } = this.known
    if (!shot) return
    document.title = status === 'live' ? this.text.say('title.counter', { waiting: shot.queue.waiting, counter: shot.counter.number }) : this.text.say('title.offline', { counter: shot.counter.number })
  }

  private act (deed: Deed): void {
    const { shot, status } = this.known
    this.hint.end()
    if (!shot || status !== 'live' || this.acting.pending) return
    if (!offer(shot, this.clock.now).possible.includes(deed)) this.hint.say(this.text.say('key.notNow', { deed: this.text.say(`deed.${deed}`) }))
    else if (isAsked(deed)) this.openBox(deed)
    else void this.acting.act(shot, deed)
    this.requestUpdate()
  }

  private openBox (deed: Asked): void {
    this.answer = ''
    this.dialog = deed
  }

  private readonly send = async ({ detail: { deed, wish } }: CustomEvent<{ deed: Asked, wish: Wish }>): Promise<void> => {
    const { shot, status } = this.known
    if (!shot || status !== 'live' || this.acting.pending) return
    this.answer = ''
    this.sentIn = situation(shot)
    this.sending = true
    const isDone = await this.acting.act(shot, deed, wish)
    this.sending = false
    if (!isDone) this.answer = this.said(this.acting.problem)
    else {
      delete this.drafts[deed]
      if (this.dialog === deed) this.dialog = undefined
    }
  }

  private bring (ticket: string): void {
    const { shot, status } = this.known
    if (shot && status === 'live') void this.returning.bring(shot, ticket)
  }

  private readonly press = (event: KeyboardEvent): void => {
    const { shot } = this.known
    if (!shot?.mine || this.dialog) return
    const meant = deedOfKey(event, focusOf(event.composedPath()[0]), offer(shot, this.clock.now))
    if (!meant) return
    event.preventDefault()
    if (meant === 'help') this.dialog = 'help'
    else if (meant === 'reprint') this.reprint()
    else this.act(meant)
  }

  private readonly reprint = (): void => {
    const { shot, status } = this.known
    this.hint.end()
    if (!shot || status !== 'live') return
    if (shot.current) void this.reprinting.print(shot.current.ticket)
    else this.hint.say(this.text.say('key.notNow', { deed: this.told.say('slip') }))
    this.requestUpdate()
  }

  private readonly reprintDoubtful = ({ detail: { ticket } }: CustomEvent<{ ticket: Slip['ticket'] }>): void => {
    if (this.known.status === 'live') void this.doubts.print(ticket)
  }

  private readonly apologise = ({ detail: { ticket } }: CustomEvent<{ ticket: Slip['ticket'] }>): void => {
    if (this.known.status === 'live') void this.apologising.print(ticket)
  }

  private readonly dismiss = (): void => { this.dialog = undefined }

  private readonly leave = (): void => {
    if (this.known.shot?.mine) this.dialog = 'leave'
    else this.tell('moi-sign-out')
  }

  private readonly signOut = async (event: CustomEvent<{ close: boolean }>): Promise<void> => {
    event.stopPropagation()
    const { shot } = this.known
    this.dialog = undefined
    if (event.detail.close && shot && !await this.acting.act(shot, 'close')) return
    this.tell('moi-sign-out')
  }

  private tell (type: string, detail?: object): void {
    // Not while drawing: the page above draws itself anew.
    queueMicrotask(() => this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true })))
  }
}

function namesOf ({ fields }: ConsoleShot): Names { return new Map(fields.map(({ id, name }) => [id, name])) }

declare global { interface HTMLElementTagNameMap { 'moi-counter-page': CounterPage } }
