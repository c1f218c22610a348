import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Counter } from '../../common/contract/counter.ts'
import type { OfficeShown } from '../../common/contract/live.ts'
import { ratingTexts } from '../../common/i18n/rating.ts'
import { language, Speaking } from '../../common/ui/language.ts'
import { base, numbers } from '../../common/ui/style.ts'
import '../../common/ui/trial-mark.ts'
import { touch, u } from './layout.ts'

/** Between questions: which counter this is and who sits here. Calm, so that nobody feels asked. */
@customElement('moi-rating-rest')
export class RatingRest extends LitElement {
  static override styles = [base, numbers, touch, css`
    :host { display: grid; grid-template-rows: auto 1fr auto; min-height: 0; }
    .top { display: grid; grid-template-columns: 1fr auto; grid-column-gap: ${u(24)}; align-items: center; min-height: ${u(122)}; }
    .office { max-width: ${u(940)}; font-weight: 500; font-size: ${u(24)}; line-height: 1.35; color: var(--moi-text-second); }
    .place { display: grid; grid-template-columns: auto 1fr; grid-column-gap: ${u(64)}; align-items: center; justify-content: center; }
    .counter { display: grid; align-content: center; justify-items: center; width: ${u(330)}; height: ${u(330)}; border-radius: ${u(44)}; background: var(--moi-brand); color: var(--moi-on-brand); }
    .word { font-size: ${u(36)}; font-weight: 600; line-height: 1.2; }
    .counter .number { font-size: ${u(190)}; font-weight: 800; line-height: 1.05; }
    .closed .counter { border: ${u(4)} solid var(--moi-edge); background: var(--moi-card); color: var(--moi-text-second); }
    .hello { font-size: ${u(30)}; color: var(--moi-text-second); }
    h1 { margin-top: ${u(6)}; font-size: ${u(54)}; font-weight: 700; line-height: 1.18; letter-spacing: -0.01em; }
    .title { margin-top: ${u(10)}; font-size: ${u(30)}; line-height: 1.35; color: var(--moi-text-second); }
    .invitation { min-height: ${u(40)}; font-size: ${u(28)}; line-height: 1.4; color: var(--moi-text); }
    moi-trial-mark { margin-top: ${u(10)}; font-size: ${u(20)}; }
    @media (max-aspect-ratio: 1/1) {
      .place { grid-template-columns: 1fr; grid-row-gap: ${u(48)}; justify-items: center; align-content: center; text-align: center; }
      .invitation { text-align: center; }
    }
  `]

  @property({ attribute: false }) counter!: Counter
  @property({ attribute: false }) office!: OfficeShown
  /** Nobody is invited to a screen that cannot send. */
  @property({ type: Boolean }) offline = false
  private readonly text = new Speaking(this, ratingTexts)

  override render () {
    const { counter, office } = this
    const say = this.text.say.bind(this.text)
    const isOpen = counter.state === 'open'
    return html`
      <div class="top">
        <div class="office"><p>${this.text.of(office.name)}</p>${office.trial ? html`<moi-trial-mark></moi-trial-mark>` : nothing}</div>
        <button type="button" class="press quiet" lang=${this.text.language === 'vi' ? 'en' : 'vi'} @click=${() => language.toggle()}>${say('language')}</button>
      </div>
      <div class="place ${isOpen ? '' : 'closed'}">
        <p class="counter"><span class="word">${say('counter')}</span><span class="number">${counter.number}</span></p>
        <div>${isOpen ? this.welcome() : this.away()}</div>
      </div>
      <p class="invitation">${isOpen && !this.offline ? say('rest') : nothing}</p>`
  }

  private welcome () {
    const { officer } = this.counter
    return html`<p class="hello">${this.text.say('welcome')}</p>
      <h1>${officer?.name ?? `${this.text.say('counter')} ${this.counter.number}`}</h1>
      <p class="title">${officer?.title ?? ''}</p>`
  }

  private away () {
    const { state, reason } = this.counter
    const key = state === 'paused' ? 'paused' : 'closed'
    return html`<h1>${this.text.say(`${key}.title`)}</h1>
      <p class="title">${key === 'paused' && reason ? `${reason}. ` : ''}${this.text.say(key)}</p>`
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-rating-rest': RatingRest } }
