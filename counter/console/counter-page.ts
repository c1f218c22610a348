import { html, LitElement, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Principal } from '../../common/contract/access.ts'
import type { ConsoleShot } from '../../common/contract/live.ts'
import type { Problem } from '../../common/contract/problem.ts'
import { commonTexts } from '../../common/i18n/common.ts'
import { consoleTexts } from '../../common/i18n/console.ts'
import { Api } from '../../common/ui/api.ts'
import { Ticking } from '../../common/ui/clock.ts'
import { Speaking } from '../../common/ui/language.ts'
import type { LiveState } from '../../common/ui/live-state.ts'
import { Watching } from '../../common/ui/watching.ts'
import { Acting } from './acting.ts'
import { offer, type Deed } from './deeds.ts'
import './dialogs.ts'
import { followConsole } from './follow.ts'
import { deedOfKey, focusOf } from './keys.ts'
import './lease.ts'
import './notice.ts'
import { Passing } from './passing.ts'
import { Returning } from './returning.ts'
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
  @property({ attribute: false }) procedures: Names = new Map()
  @state() private dialog?: 'help' | 'leave'
  private lost = false
  private wasMine = false
  private live?: Watching<'console'>
  private readonly clock = new Ticking(this)
  private readonly acting = new Acting(this, new Api('staff'), () => this.live?.refresh())
  private readonly returning = new Returning(this, new Api('staff'), () => this.live?.refresh())
  /** A key that means nothing now. */
  private readonly hint = new Passing<string>(this)
  private readonly text = new Speaking(this, consoleTexts)
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
    if (code === 'SIGN_IN_REQUIRED' || this.acting.isSignedOut || this.returning.isSignedOut) this.tell('moi-signed-out')
    if (code === 'NOT_FOUND') this.tell('moi-change-counter', { missing: this.counter })
    this.acting.see(shot)
    this.returning.see(shot)
    if (!shot) return
    if (shot.mine) this.lost = false
    else if (this.wasMine) this.lost = true
    this.wasMine = shot.mine
  }

  override render () {
    const { shot, status } = this.known
    if (status === 'refused') return html`<moi-console-notice heading=${this.text.say('refused')} action=${this.text.say('signOut')} @moi-action=${() => this.tell('moi-sign-out')}></moi-console-notice>`
    if (!shot) return html`<moi-console-notice heading=${this.common.say(status === 'stale' ? 'stale.never' : 'loading')} words=${status === 'stale' ? this.common.say('stale.hint') : ''}></moi-console-notice>`
    return html`<div @moi-deed=${(event: CustomEvent<{ deed: Deed }>) => this.act(event.detail.deed)} @moi-return=${(event: CustomEvent<{ ticket: string }>) => this.bring(event.detail.ticket)}
      @moi-help=${() => { this.dialog = 'help' }} @moi-leave=${this.leave}>
      ${shot.mine ? this.work(shot) : this.lease(shot)}
      <moi-console-help ?open=${this.dialog === 'help'} @moi-dismiss=${this.dismiss}></moi-console-help>
      <moi-console-leave ?open=${this.dialog === 'leave'} counter=${shot.counter.number} busyWith=${shot.current?.ticket.number ?? ''}
        @moi-dismiss=${this.dismiss} @moi-sign-out=${this.signOut}></moi-console-leave>
    </div>`
  }

  private work (shot: ConsoleShot) {
    return html`<moi-counter-work .state=${{ ...this.known, shot }} .procedures=${this.procedures} .now=${this.clock.now}
      .pending=${this.acting.pending} refusal=${this.said(this.acting.problem)} hint=${this.hint.word ?? ''}
      .returning=${this.returning.pending} notReturned=${this.said(this.returning.problem)}></moi-counter-work>`
  }

  private lease (shot: ConsoleShot) {
    const fields: Names = new Map(shot.fields.map(({ id, name }) => [id, name]))
    return html`${this.known.status === 'stale' ? html`<moi-stale-banner since=${this.known.staleSince ?? nothing} zone=${shot.office.timeZone}>${this.text.say('stale.hint')}</moi-stale-banner>` : nothing}
      <moi-counter-lease .shot=${shot} .fields=${fields} me=${this.me?.id ?? ''} ?lost=${this.lost} ?offline=${this.known.status !== 'live'}
        .pending=${this.acting.pending} wrong=${this.said(this.acting.problem)}></moi-counter-lease>`
  }

  private said (problem: Problem | undefined): string {
    if (!problem) return ''
    return problem.code === 'NO_CONNECTION' ? `${problem.detail} ${this.text.say('unsure')}` : problem.detail
  }

  protected override updated (): void {
    const { shot, status } = this.known
    if (!shot) return
    document.title = this.text.say(status === 'live' ? 'title.counter' : 'title.offline', { waiting: shot.queue.waiting, counter: shot.counter.number })
  }

  private act (deed: Deed): void {
    const { shot, status } = this.known
    this.hint.end()
    if (!shot || status !== 'live' || this.acting.pending) return
    if (offer(shot).possible.includes(deed)) void this.acting.act(shot, deed)
    else this.hint.say(this.text.say('key.notNow', { deed: this.text.say(`deed.${deed}`) }))
    this.requestUpdate()
  }

  private bring (ticket: string): void {
    const { shot, status } = this.known
    if (shot && status === 'live') void this.returning.bring(shot, ticket)
  }

  private readonly press = (event: KeyboardEvent): void => {
    const { shot } = this.known
    if (!shot?.mine || this.dialog) return
    const meant = deedOfKey(event, focusOf(event.composedPath()[0]), offer(shot))
    if (!meant) return
    event.preventDefault()
    if (meant === 'help') this.dialog = 'help'
    else this.act(meant)
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

declare global { interface HTMLElementTagNameMap { 'moi-counter-page': CounterPage } }
