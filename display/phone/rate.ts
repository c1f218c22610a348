import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Level } from '../../common/contract/rating.ts'
import type { MyTicket } from '../../common/contract/ticket.ts'
import { phoneTexts } from '../../common/i18n/phone.ts'
import { ratingTexts } from '../../common/i18n/rating.ts'
import { face, faces, levels, soberSign } from '../../common/ui/face.ts'
import { Speaking } from '../../common/ui/language.ts'
import { base, buttons } from '../../common/ui/style.ts'
import { sheet } from './style.ts'

/** Where the answer is. `retry`: it did not reach the office, and may be given again. */
export type Rating = 'asked' | 'sending' | 'retry' | 'thanks' | 'skipped' | 'used' | 'expired'

/**
 * The same question as at the counter, for those who would rather answer on their own phone.
 * @fires moi-level with `{ level }`
 * @fires moi-skip
 */
@customElement('moi-phone-rate')
export class PhoneRate extends LitElement {
  static override styles = [base, buttons, faces, sheet, css`
    :host { display: block; }
    h2 { font-size: 1.25rem; }
    .officer { margin-top: 0.25rem; }
    .levels { display: grid; grid-row-gap: 0.5rem; margin: 1rem 0; }
    .button { width: 100%; min-height: 3.5rem; font-weight: 700; font-size: 1.0625rem; }
    .level { justify-content: flex-start; padding: 0.375rem 0.875rem; text-align: left; }
    .level svg { flex: none; width: 2.5rem; height: 2.5rem; margin-right: 0.875rem; }
    .level .sober { height: 1rem; }
    .wrong { margin-top: 0.75rem; font-weight: 700; color: var(--moi-stop); }
  `]

  @property({ attribute: false }) question?: MyTicket['rating']
  @property() at: Rating = 'asked'
  private readonly text = new Speaking(this, ratingTexts)
  private readonly phone = new Speaking(this, phoneTexts)

  override render () {
    const { at, question } = this
    if (at === 'asked' || at === 'sending' || at === 'retry') return question ? this.ask(question) : nothing
    return html`<section class="card" role="status"><h2>${this.text.say(`${at}.title`)}</h2><p class="officer">${this.text.say(at)}</p></section>`
  }

  private ask ({ officer, solemn }: NonNullable<MyTicket['rating']>) {
    const say = this.text.say.bind(this.text)
    const isSending = this.at === 'sending'
    return html`<section class="card" aria-busy=${isSending}>
      <h2>${say('question')}</h2>
      <p class="label officer">${officer.name}${officer.title ? ` · ${officer.title}` : ''}</p>
      <p class="wrong" role="alert" ?hidden=${this.at !== 'retry'}>${this.at === 'retry' ? this.phone.say('rate.retry') : ''}</p>
      <div class="levels" role="group" aria-label=${say('question')}>${levels.map(level => this.level(level, solemn, isSending))}</div>
      <p class="label">${say('secret.1')} ${say('secret.2')}</p>
      <button type="button" class="button quiet" ?disabled=${isSending} @click=${() => this.tell('moi-skip')}>${say(isSending ? 'sending' : 'skip')}</button>
    </section>`
  }

  private level (level: Level, solemn: boolean, isSending: boolean) {
    return html`<button type="button" class="button level" ?disabled=${isSending} @click=${() => this.tell('moi-level', { level })}>
      ${solemn ? soberSign(level) : face(level)}<span>${this.text.say(`level.${level}`)}</span>
    </button>`
  }

  private tell (type: string, detail?: object): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }))
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-phone-rate': PhoneRate } }
