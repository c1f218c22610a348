import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { AskedRating, RatingShot } from '../../common/contract/live.ts'
import { commonTexts } from '../../common/i18n/common.ts'
import { ratingTexts } from '../../common/i18n/rating.ts'
import { Speaking } from '../../common/ui/language.ts'
import type { LiveState } from '../../common/ui/live-state.ts'
import '../../common/ui/pairing.ts'
import '../../common/ui/stale-banner.ts'
import '../../common/ui/trial-mark.ts'
import { base } from '../../common/ui/style.ts'
import type { Scene } from './flow.ts'
import './head.ts'
import { glass, u } from './layout.ts'
import './question.ts'
import './reasons.ts'
import './rest.ts'
import './said.ts'

/** The citizen's screen at a counter, drawn from what the office said and where the citizen is in answering. */
@customElement('moi-rating')
export class Rating extends LitElement {
  static override styles = [base, glass, css`
    :host { display: block; height: 100vh; overflow: hidden; user-select: none; -webkit-user-select: none; touch-action: manipulation; }
    main { display: grid; grid-template-rows: 1fr; height: 100%; padding: ${u(28)} ${u(56)} ${u(32)}; }
    main.asked { grid-template-rows: auto 1fr; grid-row-gap: ${u(16)}; }
    /* As much below as above: the sentence stays in the middle of the glass. */
    main.said { grid-template-rows: ${u(48)} 1fr ${u(48)}; }
    main.said moi-trial-mark { font-size: ${u(20)}; }
    main.stale { grid-template-rows: auto 1fr; grid-row-gap: ${u(16)}; }
    main.pairing { display: block; overflow: auto; padding-top: ${u(20)}; }
    moi-pairing { --moi-key: ${u(76)}; margin: 0 auto; }
    .message { align-self: center; justify-self: center; text-align: center; }
    .message h1 { font-size: ${u(50)}; font-weight: 700; line-height: 1.2; }
    .message p { max-width: ${u(860)}; margin: ${u(16)} auto 0; font-size: ${u(28)}; line-height: 1.4; color: var(--moi-text-second); }
    moi-stale-banner { font-size: ${u(24)}; }
    @media (max-aspect-ratio: 1/1) { main { padding: ${u(36)} ${u(44)}; } }
  `]

  @property({ attribute: false }) state: LiveState<RatingShot> = { status: 'loading' }
  @property({ attribute: false }) scene: Scene = { step: 'rest' }
  @property({ attribute: false }) now = new Date()
  @property({ type: Boolean }) pairing = false
  @property() wrong = ''
  private readonly text = new Speaking(this, ratingTexts)
  private readonly common = new Speaking(this, commonTexts)

  override render () {
    const { state, scene } = this
    if (state.status === 'refused') return this.refused()
    if (scene.step === 'said') return html`<main class="said"><div>${this.isTrial ? html`<moi-trial-mark></moi-trial-mark>` : nothing}</div><moi-rating-said said=${scene.said} ?solemn=${scene.solemn}></moi-rating-said></main>`
    if (scene.step !== 'rest') return this.asked(scene)
    if (!state.shot) return this.withoutShot()
    const isStale = state.status === 'stale'
    return html`<main class=${isStale ? 'stale' : ''}>
      ${isStale ? this.staleBanner(state.shot.office.timeZone) : nothing}
      <moi-rating-rest .counter=${state.shot.counter} .office=${state.shot.office} ?offline=${isStale}></moi-rating-rest>
    </main>`
  }

  private get isTrial (): boolean { return this.state.shot?.office.trial ?? false }

  private asked (scene: Exclude<Scene, { step: 'rest' | 'said' }>) {
    const { asked } = scene
    return html`<main class="asked">${this.head(asked)}${scene.step === 'reasons'
      ? html`<moi-rating-reasons level=${scene.level} .reasons=${this.state.shot?.lowRatingReasons ?? []} .chosen=${scene.chosen}
          seconds=${this.secondsTo(scene.endsAt)} of=${asked.screenSeconds}></moi-rating-reasons>`
      : html`<moi-rating-question ?solemn=${asked.solemn} ?sending=${scene.step === 'sending'}
          seconds=${scene.step === 'question' ? this.secondsTo(scene.endsAt) : 0} of=${asked.screenSeconds}></moi-rating-question>`}
    </main>`
  }

  private head ({ counter, officer }: AskedRating) {
    return html`<moi-rating-head counter=${counter} .officer=${officer} ?trial=${this.isTrial}></moi-rating-head>`
  }

  private secondsTo (endsAt: number): number { return Math.max(0, Math.ceil((endsAt - this.now.getTime()) / 1000)) }

  private staleBanner (zone: string) {
    return html`<moi-stale-banner since=${this.state.staleSince ?? nothing} zone=${zone}>${this.text.say('stale.hint')}</moi-stale-banner>`
  }

  private withoutShot () {
    const isStale = this.state.status === 'stale'
    return html`<main><div class="message" role="status">
      <h1>${this.text.say('waiting')}</h1>
      <p>${isStale ? `${this.common.say('stale.never')} ${this.common.say('stale.hint')}` : this.common.say('loading')}</p>
    </div></main>`
  }

  private refused () {
    if (this.state.code === 'SIGN_IN_REQUIRED') return html`<main class="pairing"><moi-pairing touch ?sending=${this.pairing} wrong=${this.wrong}></moi-pairing></main>`
    return html`<main><div class="message" role="alert"><h1>${this.text.say('refused.title')}</h1><p>${this.text.say('refused')}</p></div></main>`
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-rating': Rating } }
