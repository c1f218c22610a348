import { html, LitElement } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { Paired } from '../../common/contract/access.ts'
import type { RatingRequest } from '../../common/contract/rating.ts'
import { Api } from '../../common/ui/api.ts'
import { Ticking } from '../../common/ui/clock.ts'
import { language, languageFromAddress } from '../../common/ui/language.ts'
import { lastPart } from '../../common/ui/place.ts'
import { Watching } from '../../common/ui/watching.ts'
import { atRest, step, type Flow, type FlowEvent } from './flow.ts'
import { followRating } from './follow.ts'
import { eventOfKey } from './keys.ts'
import './view.ts'

/** The rating screen of /rating/N: follows its counter, sends what the citizen answers. */
@customElement('moi-rating-page')
export class RatingPage extends LitElement {
  private readonly api = new Api('rating')
  private readonly live = new Watching(this, { as: 'rating', watch: { view: 'rating', counter: Number(lastPart()) }, follow: followRating })
  private readonly clock = new Ticking(this)
  @state() private flow: Flow = atRest
  @state() private pairing = false
  @state() private wrong = ''

  protected override createRenderRoot () { return this }

  override connectedCallback (): void {
    super.connectedCallback()
    language.set(languageFromAddress())
    window.addEventListener('keydown', this.press)
  }

  override disconnectedCallback (): void {
    super.disconnectedCallback()
    window.removeEventListener('keydown', this.press)
  }

  /** Every drawing, at the latest each second, is also a look at the time and at what the office asks. */
  protected override willUpdate (): void {
    const { shot } = this.live.state
    if (shot) this.take(shot.question ? { type: 'asked', asked: shot.question } : { type: 'withdrawn' })
    this.take({ type: 'tick' })
  }

  override render () {
    return html`<moi-rating .state=${this.live.state} .scene=${this.flow.scene} .now=${this.clock.now} ?pairing=${this.pairing} wrong=${this.wrong}
      @moi-level=${(event: CustomEvent<{ level: 1 | 2 | 3 | 4 | 5 }>) => this.take({ type: 'level', level: event.detail.level })}
      @moi-reason=${(event: CustomEvent<{ reason: string }>) => this.take({ type: 'reason', reason: event.detail.reason })}
      @moi-send=${() => this.take({ type: 'send' })} @moi-plain=${() => this.take({ type: 'plain' })} @moi-skip=${() => this.take({ type: 'skip' })}
      @moi-pair=${this.pair}></moi-rating>`
  }

  private take (event: FlowEvent): void {
    const before = this.flow
    const { flow, send } = step(before, event, this.clock.now.getTime())
    this.flow = flow
    if (send) void this.send(send)
    // The next citizen is greeted in the office's language again.
    if (flow.scene.step === 'rest' && before.scene.step !== 'rest') language.set(languageFromAddress())
  }

  private async send (request: RatingRequest): Promise<void> {
    const answer = await this.api.post('/ratings', request)
    this.take({ type: 'answered', token: request.token, ...answer.ok ? {} : { code: answer.error.code } })
  }

  private readonly press = (event: KeyboardEvent): void => {
    const taken = eventOfKey(event, this.live.state.shot?.lowRatingReasons ?? [], this.flow.scene.step)
    if (taken) this.take(taken)
  }

  private async pair (event: CustomEvent<{ code: string }>): Promise<void> {
    this.pairing = true
    const paired = await this.api.post<Paired>('/devices/pair', event.detail)
    this.pairing = false
    this.wrong = paired.ok ? '' : paired.error.detail
    if (paired.ok) this.goTo(paired.value)
  }

  /** The code decides which counter this screen belongs to, not the address that was typed. */
  private goTo ({ device }: Paired): void {
    if (device.counter === undefined || device.counter === Number(lastPart())) this.live.restart()
    else location.pathname = location.pathname.replace(/[^/]*\/*$/, String(device.counter))
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-rating-page': RatingPage } }
