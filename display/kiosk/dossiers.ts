import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { kioskTexts } from '../../common/i18n/kiosk.ts'
import { kioskRulesTexts } from '../../common/i18n/kiosk-rules.ts'
import { fieldColours } from '../../common/ui/field-colour.ts'
import { Speaking } from '../../common/ui/language.ts'
import { base, buttons } from '../../common/ui/style.ts'
import { look } from './look.ts'
import { touch } from './model.ts'
import { kioskSign } from './signs.ts'
import { mostDossiers, servicesOf } from './wish.ts'
import type { Counting } from './steps.ts'

const quick = [1, 2, 3, 5, 10]

/** How many dossiers: so that a proxy with thirty is one honest entry. */
@customElement('moi-dossiers')
export class Dossiers extends LitElement {
  static override styles = [base, buttons, look, fieldColours, css`
    .sides { display: grid; grid-gap: 1.5rem; height: 100%; grid-template-rows: minmax(0, 1fr) auto auto; }
    .card { display: grid; grid-template-rows: auto minmax(min-content, 1fr); padding: 2rem 2.25rem; border-radius: var(--moi-radius-card); background: var(--moi-card); box-shadow: var(--moi-shadow); }
    .head { display: grid; grid-template-columns: auto minmax(0, 1fr); grid-column-gap: 1.5rem; align-items: center; font-size: calc(1.875rem * var(--k, 1)); font-weight: 600; line-height: 1.3; }
    .digit { font-size: 2.25rem; }
    .ask { display: grid; grid-row-gap: 2rem; align-content: center; justify-items: center; text-align: center; }
    h1 { text-wrap: balance; font-size: calc(3.25rem * var(--k, 1)); }
    .hint { text-wrap: balance; margin-top: 0.75rem; font-size: calc(1.875rem * var(--k, 1)); line-height: 1.35; color: var(--moi-text-second); }
    .count { display: grid; grid-template-columns: 13rem 20rem 13rem; align-items: center; }
    .count .button { width: 100%; min-height: 13rem; border-radius: var(--moi-radius-card); border-width: 0.1875rem; padding: 0; font-size: 5.5rem; color: var(--moi-brand); }
    .count .button[disabled] { color: var(--moi-text-third); border-width: 0.125rem; }
    .count .button .sign { margin: 0; }
    .figure { display: block; font-family: var(--moi-font-number); font-size: 14rem; font-weight: 800; line-height: 1; letter-spacing: -0.03em; color: var(--moi-brand); }
    .unit { display: block; margin-top: 0.5rem; font-size: calc(2rem * var(--k, 1)); font-weight: 600; color: var(--moi-text-second); }
    .quick { display: grid; grid-template-columns: repeat(5, minmax(0, 1fr)); grid-gap: 1rem; width: 100%; max-width: 46rem; }
    .quick .button { min-height: 7rem; padding: 0; font-family: var(--moi-font-number); font-size: 3rem; font-weight: 700; }
    .quick .button.on { border: 0.1875rem solid var(--moi-brand); background: var(--moi-brand-soft); color: var(--moi-brand-deep); }
    .heap { text-align: center; text-wrap: balance; font-size: calc(1.75rem * var(--k, 1)); font-weight: 600; line-height: 1.35; }
    .next { width: 100%; min-height: 8.5rem; border-radius: var(--moi-radius-card); font-size: calc(3rem * var(--k, 1)); font-weight: 700; }
    @media (min-aspect-ratio: 1/1) {
      .sides { grid-template-columns: minmax(0, 1fr) 38rem; grid-template-rows: minmax(0, 1fr) auto; grid-gap: 1.25rem 2.25rem; }
      .card { grid-column: 1 / 3; padding: 1.25rem 2.25rem; }
      .ask { grid-row-gap: 1rem; }
      h1 { font-size: calc(2.5rem * var(--k, 1)); }
      .hint { margin-top: 0.25rem; font-size: calc(1.625rem * var(--k, 1)); }
      .count { grid-template-columns: 11rem 18rem 11rem; }
      .count .button { min-height: 9.5rem; }
      .figure { font-size: 9rem; }
      .unit { margin-top: 0; }
      .quick { max-width: 48rem; }
      .quick .button { min-height: 6rem; }
      .heap { align-self: center; text-align: left; }
      .next { min-height: 7.5rem; }
    }
  `]

  @property({ attribute: false }) step?: Counting
  private readonly text = new Speaking(this, kioskRulesTexts)
  private readonly kiosk = new Speaking(this, kioskTexts)

  override render () {
    if (!this.step) return nothing
    const { count } = this.step
    return html`<div class="sides">
      <section class="card">
        ${this.head(this.step)}
        <div class="ask">
          <div><h1 id="ask">${this.text.say('dossiers.title')}</h1><p class="hint">${this.text.say('dossiers.hint')}</p></div>
          <div class="count" role="group" aria-labelledby="ask">
            ${this.turn(count - 1, 'dossiers.less', count <= 1)}
            <p role="status"><span class="figure">${count}</span><span class="unit">${this.text.say(`dossiers.unit.${count === 1 ? '1' : 'n'}`)}</span></p>
            ${this.turn(count + 1, 'dossiers.more', count >= mostDossiers)}
          </div>
          <div class="quick" role="group" aria-label=${this.text.say('dossiers.quick')}>${quick.map(amount => html`<button type="button" class="button ${amount === count ? 'on' : ''}"
            aria-pressed=${amount === count ? 'true' : 'false'} @click=${() => touch(this, { do: 'count', count: amount })}>${amount}</button>`)}</div>
        </div>
      </section>
      <p class="heap" role="status">${count >= Math.max(...quick) ? this.text.say('dossiers.heap') : nothing}</p>
      <button type="button" class="button primary next" @click=${() => touch(this, { do: 'counted' })}>${this.text.say('dossiers.next')}</button>
    </div>`
  }

  /** What the dossiers are for: the first service that asks. */
  private head ({ wish }: Counting) {
    const { field, procedure } = servicesOf(wish).find(({ field }) => field.asksDossiers) ?? wish
    const name = procedure ? this.kiosk.of(procedure.kioskLabel) : this.kiosk.say('other')
    return html`<p class="head"><span class="digit" data-digit=${field.digit} aria-hidden="true">${field.digit}</span><span>${this.kiosk.of(field.kioskLabel)}: ${name}</span></p>`
  }

  private turn (to: number, label: 'dossiers.less' | 'dossiers.more', isEnd: boolean) {
    return html`<button type="button" class="button" aria-label=${this.text.say(label)} ?disabled=${isEnd}
      @click=${() => touch(this, { do: 'count', count: to })}>${kioskSign(label === 'dossiers.less' ? 'minus' : 'plus')}</button>`
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-dossiers': Dossiers } }
