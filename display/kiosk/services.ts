import { css, html, LitElement } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { kioskTexts } from '../../common/i18n/kiosk.ts'
import { kioskRulesTexts } from '../../common/i18n/kiosk-rules.ts'
import { fieldColours } from '../../common/ui/field-colour.ts'
import { Speaking } from '../../common/ui/language.ts'
import { sign } from '../../common/ui/signs.ts'
import { base, buttons } from '../../common/ui/style.ts'
import { look } from './look.ts'
import { touch } from './model.ts'
import type { Chosen, Confirming } from './steps.ts'
import { servicesOf } from './wish.ts'

/** Several things to be done on one number, in order; each can be taken off again. */
@customElement('moi-services')
export class Services extends LitElement {
  static override styles = [base, buttons, look, fieldColours, css`
    h1 { font-size: calc(2.375rem * var(--k, 1)); }
    .hint { margin-top: 0.25rem; font-size: calc(1.625rem * var(--k, 1)); line-height: 1.35; color: var(--moi-text-second); }
    ol { margin-top: 1rem; }
    li { display: grid; grid-template-columns: auto minmax(0, 1fr) auto; grid-column-gap: 1.25rem; align-items: center; padding: 0.875rem 0; border-top: 0.125rem solid var(--moi-line); }
    .digit { font-size: 1.875rem; }
    h2 { font-size: calc(1.875rem * var(--k, 1)); line-height: 1.25; }
    .papers { display: -webkit-box; overflow: hidden; -webkit-line-clamp: 2; -webkit-box-orient: vertical; margin-top: 0.125rem; font-size: calc(1.5rem * var(--k, 1)); line-height: 1.3; color: var(--moi-text-second); }
    .drop { min-height: 5.25rem; min-width: 8.5rem; padding: 0.25rem 1rem; font-size: calc(1.5rem * var(--k, 1)); }
    .dense .hint, .dense .papers { display: none; }
    .dense li { padding: 0.5rem 0; }
    @media (min-aspect-ratio: 1/1) {
      h1 { font-size: calc(2.125rem * var(--k, 1)); }
      ol { margin-top: 0.5rem; }
      li { padding: 0.5rem 0; }
      h2 { font-size: calc(1.625rem * var(--k, 1)); }
      .papers { font-size: calc(1.375rem * var(--k, 1)); -webkit-line-clamp: 1; }
      .drop { min-height: 5rem; }
    }
  `]

  @property({ attribute: false }) step?: Confirming
  /** Where there is hardly room: names only. */
  @property({ type: Boolean }) dense = false
  private readonly text = new Speaking(this, kioskRulesTexts)
  private readonly kiosk = new Speaking(this, kioskTexts)

  override render () {
    const services = this.step ? servicesOf(this.step) : []
    return html`<div class=${this.dense ? 'dense' : ''}><h1>${this.text.say('more.list', { count: services.length })}</h1><p class="hint">${this.text.say('more.hint')}</p>
      <ol>${services.map((service, place) => this.row(service, place))}</ol></div>`
  }

  private row ({ field, procedure }: Chosen, place: number) {
    const name = procedure ? this.kiosk.of(procedure.kioskLabel) : `${this.kiosk.of(field.kioskLabel)}: ${this.kiosk.say('other')}`
    return html`<li><span class="digit" data-digit=${field.digit} aria-hidden="true">${field.digit}</span>
      <div><h2>${name}</h2><p class="papers" data-bounded>${this.papers(procedure)}</p></div>
      <button type="button" class="button drop" aria-label=${this.text.say('more.drop.of', { name })} ?disabled=${this.step?.sending ?? false}
        @click=${() => touch(this, { do: 'drop', place })}>${sign('close')}<span>${this.text.say('more.drop')}</span></button></li>`
  }

  private papers (procedure: Chosen['procedure']): string {
    if (!procedure) return this.kiosk.say('other.hint')
    return procedure.papers.length > 0 ? procedure.papers.join(', ') : `${this.kiosk.say('papers')}: ${this.kiosk.say('papers.none')}`
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-services': Services } }
