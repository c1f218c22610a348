import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { AskedRating } from '../../common/contract/live.ts'
import { ratingTexts } from '../../common/i18n/rating.ts'
import { language, Speaking } from '../../common/ui/language.ts'
import { base, numbers } from '../../common/ui/style.ts'
import '../../common/ui/trial-mark.ts'
import { touch, u } from './layout.ts'

/** Who is being rated: never which ticket. */
@customElement('moi-rating-head')
export class RatingHead extends LitElement {
  static override styles = [base, numbers, touch, css`
    :host { display: grid; grid-template-columns: auto 1fr auto; grid-column-gap: ${u(24)}; align-items: center; min-height: ${u(122)}; }
    .counter { width: ${u(96)}; height: ${u(96)}; border-radius: 50%; background: var(--moi-brand-soft); color: var(--moi-brand); font-size: ${u(42)}; line-height: ${u(96)}; text-align: center; }
    .name { font-size: ${u(32)}; font-weight: 700; line-height: 1.2; }
    .title { margin-top: ${u(4)}; font-size: ${u(24)}; line-height: 1.25; color: var(--moi-text-second); }
    moi-trial-mark { margin-left: ${u(10)}; font-size: ${u(18)}; vertical-align: middle; }
    @media (max-aspect-ratio: 1/1) { .title { font-size: ${u(22)}; }  }
  `]

  @property({ type: Number }) counter = 0
  @property({ attribute: false }) officer: AskedRating['officer'] = { name: '', title: '' }
  @property({ type: Boolean }) trial = false
  private readonly text = new Speaking(this, ratingTexts)

  override render () {
    const say = this.text.say.bind(this.text)
    const counter = `${say('counter')} ${this.counter}`
    const { name, title } = this.officer
    return html`
      <span class="counter number" aria-hidden="true">${this.counter}</span>
      <div>
        <p class="name">${name || counter}</p>
        <p class="title">${name && title ? `${title} · ` : ''}${name ? counter : ''}${this.trial ? html`<moi-trial-mark short></moi-trial-mark>` : nothing}</p>
      </div>
      <button type="button" class="press quiet" lang=${this.text.language === 'vi' ? 'en' : 'vi'} @click=${() => language.toggle()}>${say('language')}</button>`
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-rating-head': RatingHead } }
