import { css, html, LitElement } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Level } from '../../common/contract/rating.ts'
import { ratingTexts } from '../../common/i18n/rating.ts'
import { face, faces, levels, soberSign } from '../../common/ui/face.ts'
import { Speaking } from '../../common/ui/language.ts'
import { base } from '../../common/ui/style.ts'
import './countdown.ts'
import { touch, u } from './layout.ts'

/**
 * The question and its five answers. Skipping is as easy as answering.
 * @fires moi-level with `{ level }`
 * @fires moi-skip
 */
@customElement('moi-rating-question')
export class RatingAsked extends LitElement {
  static override styles = [base, faces, touch, css`
    :host { display: grid; grid-template-rows: auto 1fr auto; grid-row-gap: ${u(24)}; min-height: 0; }
    h1 { max-width: ${u(720)}; margin: 0 auto; font-size: ${u(50)}; font-weight: 700; line-height: 1.18; letter-spacing: -0.01em; text-align: center; }
    .levels { display: grid; grid-template-columns: repeat(5, 1fr); grid-gap: ${u(20)}; align-items: stretch; min-height: 0; }
    /* Never a grid: a button is none before Chromium 83. */
    .level { display: flex; flex-direction: column; align-items: center; width: 100%; padding: ${u(24)} ${u(12)} ${u(14)}; font-size: ${u(28)}; line-height: 1.2; box-shadow: var(--moi-shadow); }
    .level svg { flex: none; width: ${u(140)}; height: ${u(140)}; }
    .level span { margin: auto; }
    .level .sober { height: ${u(48)}; margin: ${u(46)} 0; }
    .foot { display: grid; grid-template-columns: minmax(0, 1fr) ${u(350)} auto; grid-column-gap: ${u(24)}; align-items: center; }
    .secret { font-size: ${u(24)}; line-height: 1.3; color: var(--moi-text-second); }
    .skip { justify-self: end; min-width: ${u(210)}; }
    [disabled] { cursor: default; opacity: 0.55; }
    @media (max-aspect-ratio: 1/1) {
      h1 { font-size: ${u(44)}; }
      .levels { grid-template-columns: 1fr; grid-template-rows: repeat(5, minmax(${u(122)}, 1fr)); grid-gap: ${u(14)}; }
      .level { flex-direction: row; padding: 0 ${u(28)}; font-size: ${u(32)}; text-align: left; }
      .level span { margin: auto auto auto ${u(32)}; }
      .level svg { width: ${u(84)}; height: ${u(84)}; }
      .level .sober { width: ${u(90)}; height: ${u(36)}; margin: 0; }
      .foot { grid-template-columns: 1fr auto; grid-row-gap: ${u(10)}; }
      .secret { grid-column: 1; font-size: ${u(22)}; }
      moi-rating-countdown { grid-row: 2; grid-column: 1; }
      .skip { grid-row: 1 / 3; grid-column: 2; }
    }
  `]

  @property({ type: Boolean }) solemn = false
  /** The answer is on its way: nothing can be pressed twice. */
  @property({ type: Boolean }) sending = false
  @property({ type: Number }) seconds = 0
  @property({ type: Number }) of = 30
  private readonly text = new Speaking(this, ratingTexts)

  override render () {
    const say = this.text.say.bind(this.text)
    return html`
      <h1>${say('question')}</h1>
      <div class="levels" role="group" aria-label=${say('question')}>${levels.map(level => this.level(level))}</div>
      <div class="foot">
        <p class="secret">${say('secret.1')}<br>${say('secret.2')}</p>
        ${this.sending ? html`<p class="secret" role="status">${say('sending')}</p>` : html`<moi-rating-countdown seconds=${this.seconds} of=${this.of}></moi-rating-countdown>`}
        <button type="button" class="press skip" ?disabled=${this.sending} @click=${() => this.tell('moi-skip')}>${say('skip')}</button>
      </div>`
  }

  private level (level: Level) {
    return html`<button type="button" class="press level" ?disabled=${this.sending} @click=${() => this.tell('moi-level', { level })}>
      ${this.solemn ? soberSign(level) : face(level)}<span>${this.text.say(`level.${level}`)}</span>
    </button>`
  }

  private tell (type: string, detail?: object): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }))
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-rating-question': RatingAsked } }
