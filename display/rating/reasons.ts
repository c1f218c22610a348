import { css, html, LitElement } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { ByLanguage } from '../../common/contract/basics.ts'
import type { Level } from '../../common/contract/rating.ts'
import { ratingTexts } from '../../common/i18n/rating.ts'
import { Speaking } from '../../common/ui/language.ts'
import { sign } from '../../common/ui/signs.ts'
import { base } from '../../common/ui/style.ts'
import './countdown.ts'
import { touch, u } from './layout.ts'

/**
 * After a low answer: an apology, and soft reasons that nobody has to give.
 * @fires moi-reason with `{ reason }`, in the office's own words
 * @fires moi-send
 * @fires moi-plain
 */
@customElement('moi-rating-reasons')
export class RatingReasons extends LitElement {
  static override styles = [base, touch, css`
    :host { display: grid; grid-template-rows: auto 1fr auto; grid-row-gap: ${u(28)}; min-height: 0; }
    h1 { font-size: ${u(46)}; font-weight: 700; line-height: 1.18; letter-spacing: -0.01em; text-align: center; }
    .hint { margin-top: ${u(10)}; font-size: ${u(26)}; line-height: 1.3; color: var(--moi-text-second); text-align: center; }
    .reasons { display: grid; grid-template-columns: repeat(4, 1fr); grid-gap: ${u(18)}; align-content: start; }
    .reason { position: relative; width: 100%; min-height: ${u(138)}; padding: ${u(14)} ${u(20)}; font-size: ${u(26)}; }
    .reason[aria-pressed='true'] { border-color: var(--moi-brand); background: var(--moi-brand-soft); color: var(--moi-brand-deep); box-shadow: inset 0 0 0 ${u(2)} var(--moi-brand); }
    .reason .sign { position: absolute; top: ${u(12)}; right: ${u(14)}; width: ${u(26)}; height: ${u(26)}; color: var(--moi-brand); }
    .foot { display: grid; grid-template-columns: 1fr auto auto; grid-column-gap: ${u(20)}; align-items: center; }
    .foot .press { min-width: ${u(240)}; }
    moi-rating-countdown { max-width: ${u(380)}; }
    @media (max-aspect-ratio: 1/1) {
      h1 { font-size: ${u(42)}; }
      .reasons { grid-template-columns: 1fr 1fr; }
      .foot { grid-template-columns: 1fr 1fr; grid-row-gap: ${u(20)}; }
      moi-rating-countdown { grid-column: 1 / 3; max-width: none; }
      .foot .press { min-width: 0; }
    }
  `]

  @property({ type: Number }) level: Level = 2
  @property({ attribute: false }) reasons: readonly ByLanguage[] = []
  @property({ attribute: false }) chosen: readonly string[] = []
  @property({ type: Number }) seconds = 0
  @property({ type: Number }) of = 30
  private readonly text = new Speaking(this, ratingTexts)

  override render () {
    const say = this.text.say.bind(this.text)
    return html`
      <div>
        <h1>${say('low.title')}</h1>
        <p class="hint">${say('low.chosen', { level: say(`level.${this.level}`) })}. ${say('low.hint')}</p>
      </div>
      <div class="reasons" role="group" aria-label=${say('low.title')}>${this.reasons.map(reason => this.reason(reason))}</div>
      <div class="foot">
        <moi-rating-countdown seconds=${this.seconds} of=${this.of}></moi-rating-countdown>
        <button type="button" class="press" @click=${() => this.tell('moi-plain')}>${say('plain')}</button>
        <button type="button" class="press primary" @click=${() => this.tell('moi-send')}>${say('send')}</button>
      </div>`
  }

  private reason (reason: ByLanguage) {
    const isChosen = this.chosen.includes(reason.vi)
    return html`<button type="button" class="press reason" aria-pressed=${isChosen} @click=${() => this.tell('moi-reason', { reason: reason.vi })}>
      ${isChosen ? sign('check') : ''}${this.text.of(reason)}
    </button>`
  }

  private tell (type: string, detail?: object): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }))
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-rating-reasons': RatingReasons } }
