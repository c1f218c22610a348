import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { commonTexts } from '../../common/i18n/common.ts'
import { kioskRulesTexts } from '../../common/i18n/kiosk-rules.ts'
import { codeDigits, codeLength, codeLetters } from '../../common/ui/booking-code.ts'
import { Speaking } from '../../common/ui/language.ts'
import { sign } from '../../common/ui/signs.ts'
import { base, buttons } from '../../common/ui/style.ts'
import { isWhole } from './booking.ts'
import { look } from './look.ts'
import { touch, type Catalogue } from './model.ts'
import type { CheckingIn } from './steps.ts'

const places = Array.from({ length: codeLength }, (_, place) => place)

/** Asked again, the office would say the same. */
const isFinal = (code: string): boolean => code === 'NOT_FOUND' || code === 'WRONG_DAY'

/** The code of a booking, on large keys; a scanner does it without them. */
@customElement('moi-check-in')
export class CheckIn extends LitElement {
  static override styles = [base, buttons, look, css`
    .sides { display: grid; grid-gap: 1.5rem; height: 100%; grid-template-rows: minmax(0, 1fr) auto; }
    .card { display: grid; grid-row-gap: 1.75rem; align-content: center; padding: 2rem 2.25rem; border-radius: var(--moi-radius-card); background: var(--moi-card); box-shadow: var(--moi-shadow); text-align: center; }
    h1 { font-size: calc(3.25rem * var(--k, 1)); }
    .hint { margin-top: 0.5rem; text-wrap: balance; font-size: calc(1.875rem * var(--k, 1)); line-height: 1.35; color: var(--moi-text-second); }
    .boxes { display: grid; grid-template-columns: repeat(3, 8.5rem) 1rem repeat(3, 8.5rem); grid-column-gap: 0.75rem; justify-content: center; }
    .boxes i { display: block; height: 10rem; border: 0.125rem solid var(--moi-edge); border-radius: var(--moi-radius-control); background: var(--moi-ground); font-family: var(--moi-font-number); font-size: 6.5rem; font-style: normal; font-weight: 700; line-height: 9.75rem; }
    .boxes i:nth-of-type(4) { grid-column: 5; }
    .boxes i.full { border-color: var(--moi-brand); background: var(--moi-card); }
    .boxes i.here { border: 0.25rem solid var(--moi-brand); background: var(--moi-card); }
    .note, .said { text-wrap: balance; font-size: calc(1.75rem * var(--k, 1)); line-height: 1.35; }
    .note { color: var(--moi-text-second); }
    .said { padding: 1rem 1.5rem; border: 0.125rem solid var(--moi-warn); border-radius: var(--moi-radius-control); background: var(--moi-warn-soft); font-weight: 600; }
    .instead { justify-self: center; min-width: 26rem; min-height: 6.5rem; font-size: calc(2rem * var(--k, 1)); font-weight: 600; }
    .rows { display: grid; grid-gap: 0.75rem; grid-template-columns: repeat(6, minmax(0, 1fr)); }
    .rows .button { min-height: 7.5rem; padding: 0; font-family: var(--moi-font-number); font-size: 2.75rem; font-weight: 700; }
    .rows .figure { background: var(--moi-brand-soft); color: var(--moi-brand-deep); }
    .rows .delete { flex-direction: column; grid-row: 3 / 5; grid-column: 6; font-family: inherit; font-size: calc(1.625rem * var(--f, 1)); font-weight: 600; }
    .delete .sign { margin: 0 0 0.5rem; font-size: 2.5rem; }
    .send { width: 100%; min-height: 8.5rem; margin-top: 1.5rem; border-radius: var(--moi-radius-card); font-size: calc(3rem * var(--k, 1)); font-weight: 700; }
    @media (min-aspect-ratio: 1/1) {
      .sides { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); grid-template-rows: minmax(0, 1fr); grid-column-gap: 2.25rem; }
      .card { grid-row-gap: 1.25rem; padding: 1.5rem 2rem; }
      h1 { font-size: calc(2.625rem * var(--k, 1)); }
      .hint { font-size: calc(1.625rem * var(--k, 1)); }
      .note, .said { font-size: calc(1.5rem * var(--k, 1)); }
      .boxes { grid-template-columns: repeat(3, 6.5rem) 1rem repeat(3, 6.5rem); }
      .boxes i { height: 8rem; font-size: 5rem; line-height: 7.75rem; }
      .keys { display: grid; grid-template-rows: minmax(0, 1fr) auto; }
      .rows .button { min-height: 0; }
    }
  `]

  @property({ attribute: false }) step?: CheckingIn
  @property({ attribute: false }) catalogue?: Catalogue
  private readonly text = new Speaking(this, kioskRulesTexts)
  private readonly common = new Speaking(this, commonTexts)

  override render () {
    if (!this.step) return nothing
    return html`<div class="sides">${this.told(this.step)}<div class="keys">
      <div class="rows">${[...codeLetters].map(letter => this.key(letter))}${[...codeDigits].map(digit => this.key(digit, 'figure'))}
        <button type="button" class="button delete" ?disabled=${this.step.sending || this.step.code === ''} @click=${() => touch(this, { do: 'key', key: 'delete' })}>${sign('back')}<span>${this.common.say('key.delete')}</span></button></div>
      ${this.send(this.step)}
    </div></div>`
  }

  private told (step: CheckingIn) {
    const said = this.said(step)
    return html`<section class="card">
      <div><h1>${this.text.say('booking.title')}</h1><p class="hint">${this.text.say('booking.hint')}</p></div>
      ${this.boxes(step)}
      ${said === undefined ? this.results() : html`<p class="said" role="alert">${said}</p>`}
      ${step.problem && isFinal(step.problem.code) && this.isGiving ? html`<button type="button" class="button instead ${step.problem.code === 'WRONG_DAY' ? 'primary' : ''}" @click=${() => touch(this, { do: 'home' })}>${this.text.say('booking.new')}</button>` : nothing}
    </section>`
  }

  private boxes ({ code, sending }: CheckingIn) {
    const read = code ? this.text.say('booking.code', { code: [...code].join(' ') }) : this.text.say('booking.code.none')
    return html`<div class="boxes" role="img" aria-label=${read}>${places.map(place => html`<i class="${place < code.length ? 'full' : ''} ${place === code.length && !sending ? 'here' : ''}">${code[place] ?? ''}</i>`)}</div>`
  }

  /** What the office answered, in the words of somebody who holds a code. */
  private said ({ problem, asked, misread }: CheckingIn): string | undefined {
    if (misread) return this.text.say('booking.misread')
    if (problem?.code !== 'NOT_FOUND') return problem?.detail
    if (!asked || !('token' in asked)) return this.text.say('booking.unknown')
    return this.text.say(this.isGiving ? 'booking.unknown.scan' : 'booking.unknown.closed')
  }

  /** Else there is no new number to be taken instead. */
  private get isGiving (): boolean { return this.catalogue?.office.open ?? true }

  /** An appointment is also what people call the slip for their result: they are shown where to go. */
  private results () {
    const field = this.catalogue?.fields.find(({ purpose }) => purpose === 'collect')
    return field ? html`<p class="note">${this.text.say('booking.results', { field: this.text.of(field.kioskLabel) })}</p>` : nothing
  }

  private key (letter: string, kind = '') {
    return html`<button type="button" class="button ${kind}" ?disabled=${this.step?.sending ?? false} @click=${() => touch(this, { do: 'key', key: letter })}>${letter}</button>`
  }

  private send (step: CheckingIn) {
    const again = step.problem && !isFinal(step.problem.code) ? step.asked : undefined
    const asked = again ?? { code: step.code }
    const isOff = step.sending || !again && (step.problem !== undefined || !isWhole(step))
    return html`<button type="button" class="button primary send" ?disabled=${isOff}
      @click=${() => touch(this, { do: 'checkIn', asked })}>${this.text.say(step.sending ? 'booking.sending' : again ? 'booking.again' : 'booking.send')}</button>`
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-check-in': CheckIn } }
