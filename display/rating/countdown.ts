import { css, html, LitElement } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { ratingTexts } from '../../common/i18n/rating.ts'
import { Speaking } from '../../common/ui/language.ts'
import { base } from '../../common/ui/style.ts'
import { u } from './layout.ts'

/** How long the screen still waits: nobody is hurried, nobody is surprised. */
@customElement('moi-rating-countdown')
export class RatingCountdown extends LitElement {
  static override styles = [base, css`
    :host { display: block; font-size: ${u(24)}; line-height: 1.3; white-space: nowrap; color: var(--moi-text-second); }
    .track { height: ${u(8)}; margin-top: ${u(10)}; border-radius: ${u(4)}; background: var(--moi-line); overflow: hidden; }
    .left { height: 100%; border-radius: ${u(4)}; background: var(--moi-brand); }
    @media (prefers-reduced-motion: no-preference) { .left { transition: width 1s linear; } }
  `]

  @property({ type: Number }) seconds = 0
  @property({ type: Number }) of = 30
  private readonly text = new Speaking(this, ratingTexts)

  override render () {
    const width = Math.round(100 * Math.min(1, this.seconds / this.of))
    // As a property: a style attribute, which styleMap writes first, is what the content policy forbids.
    return html`<p role="timer">${this.text.say('countdown', { seconds: this.seconds })}</p>
      <div class="track"><div class="left" .style=${`width: ${width}%`}></div></div>`
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-rating-countdown': RatingCountdown } }
