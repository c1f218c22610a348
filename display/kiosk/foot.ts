import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { commonTexts } from '../../common/i18n/common.ts'
import { kioskTexts } from '../../common/i18n/kiosk.ts'
import { kioskRulesTexts } from '../../common/i18n/kiosk-rules.ts'
import { Speaking } from '../../common/ui/language.ts'
import { sign } from '../../common/ui/signs.ts'
import { base, buttons } from '../../common/ui/style.ts'
import { look } from './look.ts'
import { touch } from './model.ts'
import { kioskSign } from './signs.ts'

/** Always in the same place, in reach of somebody seated: help, back, larger letters, the other language. */
@customElement('moi-kiosk-foot')
export class KioskFoot extends LitElement {
  static override styles = [base, buttons, look, css`
    .row { display: grid; grid-auto-flow: column; grid-auto-columns: minmax(0, auto); grid-column-gap: 1.25rem; }
    .row { grid-auto-columns: minmax(0, 1fr); }
    .row.start { grid-template-columns: minmax(0, 2fr); }
    .button { flex-direction: column; min-height: 7rem; padding: 0.5rem 0.75rem; font-size: 1.5625rem; white-space: nowrap; }
    .button > .sign { margin: 0 0 0.25rem; font-size: 2.375rem; }
    .glyph { margin-bottom: 0.25rem; font-family: var(--moi-font-number); font-size: 1.875rem; font-weight: 700; line-height: 2.375rem; }
    .start .button { flex-direction: row; font-size: calc(1.875rem * var(--f, 1)); }
    .start .button > .sign { margin: 0 0.75rem 0 0; }
    .start .glyph { display: none; }
    .row.bookable { grid-auto-flow: row; grid-template-columns: minmax(0, 2fr) minmax(0, 1fr) minmax(0, 1fr); grid-row-gap: 1.25rem; }
    .booking { grid-column: 1 / 4; border: 0.1875rem solid var(--moi-brand); color: var(--moi-brand-deep); font-weight: 700; }
    @media (min-aspect-ratio: 1/1) {
      .button { flex-direction: row; min-height: 6rem; font-size: calc(1.75rem * var(--f, 1)); }
      .button > .sign, .glyph { margin: 0 0.75rem 0 0; }
      .row.start { grid-template-columns: minmax(0, 38rem) 1fr 17rem 17rem; }
      .start .button:nth-last-child(2) { grid-column: 3; }
      .start .button:nth-last-child(1) { grid-column: 4; }
      .row.bookable { grid-auto-flow: column; grid-template-columns: minmax(0, 30rem) minmax(0, 1fr) 17rem 17rem; }
      .bookable .booking { grid-column: 2; grid-row: 1; justify-self: start; width: 30rem; max-width: 100%; }
      .bookable .button { grid-row: 1; }
    }
  `]

  /** At the beginning there is nothing to go back to. */
  @property({ type: Boolean }) atStart = false
  @property({ type: Boolean }) large = false
  /** Where only help and the language make sense. */
  @property({ type: Boolean }) bare = false
  /** Where something else is to be touched next. */
  @property({ type: Boolean }) quiet = false
  /** Times can be booked here: whoever has booked one begins with this. */
  @property({ type: Boolean }) bookable = false
  private readonly text = new Speaking(this, kioskTexts)
  private readonly rules = new Speaking(this, kioskRulesTexts)
  private readonly common = new Speaking(this, commonTexts)

  override render () {
    return html`<nav class="row ${this.atStart || this.bare ? 'start' : ''} ${this.bookable ? 'bookable' : ''}">
      ${this.bookable ? html`<button type="button" class="button booking" @click=${() => touch(this, { do: 'booking' })}>${kioskSign('calendar')}<span>${this.rules.say('booking')}</span></button>` : nothing}
      ${this.atStart || this.bare ? nothing : html`
        <button type="button" class="button" @click=${() => touch(this, { do: 'back' })}>${sign('back')}<span>${this.common.say('back')}</span></button>
        <button type="button" class="button" @click=${() => touch(this, { do: 'home' })}>${sign('home')}<span>${this.text.say('home')}</span></button>`}
      <button type="button" class="button ${(this.atStart || this.bare) && !this.quiet ? 'primary' : ''}" @click=${() => touch(this, { do: 'help' })}>${sign('help')}<span>${this.text.say('help')}</span></button>
      <button type="button" class="button" aria-pressed=${this.large ? 'true' : 'false'} @click=${() => touch(this, { do: 'large' })}><span class="glyph" aria-hidden="true">Aa</span><span>${this.text.say(this.large ? 'large.off' : 'large')}</span></button>
      <button type="button" class="button" lang=${this.text.language === 'vi' ? 'en' : 'vi'} @click=${() => touch(this, { do: 'language' })}><span class="glyph" aria-hidden="true">${this.text.language === 'vi' ? 'EN' : 'VI'}</span><span>${this.text.say('language')}</span></button>
    </nav>`
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-kiosk-foot': KioskFoot } }
