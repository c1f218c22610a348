import { html, LitElement } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { Paired } from '../../common/contract/access.ts'
import type { Office } from '../../common/contract/office.ts'
import { Api } from '../../common/ui/api.ts'
import { Ticking } from '../../common/ui/clock.ts'
import { language, languageFromAddress } from '../../common/ui/language.ts'
import { Watching } from '../../common/ui/watching.ts'
import { Announcer } from '../announcer/announcer.ts'
import '../announcer/speaker.ts'
import { correcting, type Correction } from './correction.ts'
import { followBoard } from './follow.ts'
import type { Hours } from './view.ts'
import './view.ts'

const hoursEveryMs = 60_000

/** The board on the wall: follows the office and hands what it knows to the picture of it. */
@customElement('moi-board-page')
export class BoardPage extends LitElement {
  private readonly api = new Api('board')
  private readonly announcer: Announcer = new Announcer(this, { shot: () => this.live.state.shot })
  private readonly live = new Watching<'board'>(this, { as: 'board', watch: { view: 'board' }, follow: this.announcer.listening(correcting(followBoard, by => { this.corrections = by(this.corrections) })) })
  private readonly clock = new Ticking(this)
  @state() private hours?: Hours
  @state() private corrections: readonly Correction[] = []
  @state() private pairing = false
  @state() private wrong = ''
  private timer?: ReturnType<typeof setInterval>
  /** How the office was heard when it was asked for its hours. */
  private heard = ''

  protected override createRenderRoot () { return this }

  override connectedCallback (): void {
    super.connectedCallback()
    language.set(languageFromAddress())
    this.timer = setInterval(() => void this.askHours(), hoursEveryMs)
  }

  override disconnectedCallback (): void {
    super.disconnectedCallback()
    clearInterval(this.timer)
  }

  /** A break that begins or ends, or a line that is back, changes what there is to say of the hours. */
  protected override updated (): void {
    const { status, shot } = this.live.state
    const heard = `${status} ${shot?.break?.until ?? ''}`
    if (heard === this.heard) return
    this.heard = heard
    if (status === 'live') void this.askHours()
  }

  override render () {
    return html`<moi-board .state=${this.live.state} .now=${this.clock.now} .hours=${this.hours} .corrections=${this.corrections}
      ?pairing=${this.pairing} wrong=${this.wrong} @moi-pair=${this.pair}><moi-speaker slot="sound" state=${this.announcer.state} @click=${this.announcer.press}></moi-speaker></moi-board>`
  }

  private async askHours (): Promise<void> {
    const office = await this.api.get<Office>('/office')
    this.hours = office.ok ? office.value : undefined
  }

  private async pair (event: CustomEvent<{ code: string }>): Promise<void> {
    this.pairing = true
    const paired = await this.api.post<Paired>('/devices/pair', event.detail)
    this.pairing = false
    this.wrong = paired.ok ? '' : paired.error.detail
    if (paired.ok) this.live.restart()
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-board-page': BoardPage } }
