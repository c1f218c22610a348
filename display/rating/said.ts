import { css, html, LitElement } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { ratingTexts } from '../../common/i18n/rating.ts'
import { Speaking } from '../../common/ui/language.ts'
import { sign } from '../../common/ui/signs.ts'
import { base } from '../../common/ui/style.ts'
import type { Said } from './flow.ts'
import { u } from './layout.ts'

/** The last sentence: thanks, or why the answer could not be taken. Never an accusation, never a code. */
@customElement('moi-rating-said')
export class RatingSaid extends LitElement {
  static override styles = [base, css`
    :host { display: grid; align-content: center; justify-items: center; text-align: center; }
    .mark { width: ${u(128)}; height: ${u(128)}; margin: 0 auto ${u(36)}; border-radius: 50%; background: var(--moi-brand); color: var(--moi-on-brand); font-size: ${u(72)}; line-height: ${u(118)}; }
    .mark .sign { vertical-align: middle; }
    h1 { max-width: ${u(1000)}; font-size: ${u(54)}; font-weight: 700; line-height: 1.2; letter-spacing: -0.01em; }
    p { max-width: ${u(860)}; margin-top: ${u(18)}; font-size: ${u(30)}; line-height: 1.4; color: var(--moi-text-second); }
    .quiet h1 { font-weight: 600; }
  `]

  @property() said: Said = 'thanks'
  /** No sign of success, no warmth that could hurt. */
  @property({ type: Boolean }) solemn = false
  private readonly text = new Speaking(this, ratingTexts)

  override render () {
    const isDone = this.said === 'thanks' || this.said === 'skipped'
    return html`<div role="status" class=${this.solemn ? 'quiet' : ''}>
      ${isDone && !this.solemn ? html`<div class="mark">${sign('check')}</div>` : ''}
      <h1>${this.text.say(`${this.said}.title`)}</h1>
      <p>${this.text.say(this.said)}</p>
    </div>`
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-rating-said': RatingSaid } }
