import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { commonTexts } from '../../common/i18n/common.ts'
import { cutOffTexts } from '../../common/i18n/kiosk-cut-off.ts'
import { Speaking } from '../../common/ui/language.ts'
import { sign } from '../../common/ui/signs.ts'
import { base, buttons } from '../../common/ui/style.ts'
import { isPinWhole, pinLength } from './cut-off.ts'
import { look } from './look.ts'
import { touch } from './model.ts'
import type { Hardly } from './steps.ts'

const places = Array.from({ length: pinLength }, (_, place) => place)

/** A guide's PIN, on large keys; of what is typed only dots are seen. */
@customElement('moi-pin')
export class Pin extends LitElement {
  static override styles = [base, buttons, look, css`
    .sides { display: grid; grid-gap: 1.5rem; height: 100%; grid-template-rows: minmax(0, 1fr) auto; }
    .card { display: grid; grid-row-gap: 2rem; align-content: center; padding: 2rem 2.25rem; border-radius: var(--moi-radius-card); background: var(--moi-card); box-shadow: var(--moi-shadow); text-align: center; }
    :host { height: 100%; }
    h1 { text-wrap: balance; font-size: calc(3rem * var(--k, 1)); }
    .hint { margin-top: 0.75rem; text-wrap: balance; font-size: calc(1.875rem * var(--k, 1)); line-height: 1.35; color: var(--moi-text-second); }
    .dots { display: grid; grid-auto-flow: column; grid-auto-columns: 3.5rem; grid-column-gap: 1.25rem; justify-content: center; padding: 1rem 0; }
    .dots i { width: 3.5rem; height: 3.5rem; border: 0.1875rem solid var(--moi-edge); border-radius: 50%; background: var(--moi-ground); }
    .dots i.full { border-color: var(--moi-brand); background: var(--moi-brand); }
    .said { padding: 1rem 1.5rem; border: 0.125rem solid var(--moi-warn); border-radius: var(--moi-radius-control); background: var(--moi-warn-soft); text-wrap: balance; font-size: calc(1.75rem * var(--k, 1)); font-weight: 600; line-height: 1.35; }
    .pad { display: grid; grid-gap: 1rem; grid-template-columns: repeat(3, minmax(0, 1fr)); width: 48rem; max-width: 100%; margin: 0 auto; }
    /* 20 mm and more on any kiosk of 15 inches or larger. */
    .pad .button { min-height: 9.5rem; padding: 0; font-family: var(--moi-font-number); font-size: 3.25rem; font-weight: 700; }
    .pad .delete { grid-column: 2 / 4; grid-row: 4; font-family: inherit; font-size: calc(1.75rem * var(--f, 1)); font-weight: 600; }
    .pad .zero { grid-column: 1; grid-row: 4; }
    .end { display: grid; grid-template-columns: auto minmax(0, 1fr); grid-column-gap: 1.25rem; margin-top: 1.5rem; }
    .end .button { min-height: 8rem; font-size: calc(1.75rem * var(--f, 1)); }
    .end .primary { font-size: calc(2.5rem * var(--f, 1)); font-weight: 700; border-radius: var(--moi-radius-card); }
    @media (min-aspect-ratio: 1/1) {
      .sides { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); grid-template-rows: minmax(0, 1fr); grid-column-gap: 2.25rem; }
      .card { grid-row-gap: 1.25rem; padding: 1.5rem 2rem; }
      h1 { font-size: calc(2.5rem * var(--k, 1)); }
      .hint, .said { font-size: calc(1.625rem * var(--k, 1)); }
      .keys { display: grid; grid-template-rows: minmax(0, 1fr) auto; }
      .pad { width: 100%; }
      .pad .button { min-height: 0; }
      .end { margin-top: 1.25rem; }
      .end .button { min-height: 7rem; }
    }
  `]

  @property({ attribute: false }) step?: Hardly
  private readonly text = new Speaking(this, cutOffTexts)
  private readonly common = new Speaking(this, commonTexts)

  override render () {
    const { step } = this
    if (!step) return nothing
    const count = step.pin?.length ?? 0
    return html`<div class="sides"><section class="card">
        <div><h1>${this.text.say('pin.title')}</h1><p class="hint">${this.text.say('pin.hint')}</p></div>
        <div class="dots" role="img" aria-label=${this.text.say('pin.entered', { count })}>${places.map(place => html`<i class=${place < count ? 'full' : ''}></i>`)}</div>
        ${this.said(step)}
      </section>
      <div class="keys">
        <div class="pad">${[...'123456789'].map(key => this.key(key, key))}${this.key('0', '0', 'zero')}${this.key('delete', html`${sign('back')}<span>${this.common.say('key.delete')}</span>`, 'delete')}</div>
        ${this.end(step)}
      </div></div>`
  }

  private said ({ problem }: Hardly) {
    if (!problem) return nothing
    const known = problem.code === 'WRONG_PIN' ? this.text.say('pin.wrong') : problem.code === 'TOO_MANY_REQUESTS' ? this.text.say('pin.many') : problem.detail
    return html`<p class="said" role="alert">${known}</p>`
  }

  private key (key: string, label: unknown, kind = '') {
    return html`<button type="button" class="button ${kind}" ?disabled=${this.step?.sending ?? false} @click=${() => touch(this, { do: 'key', key })}>${label}</button>`
  }

  private end (step: Hardly) {
    const label = step.sending ? 'pin.sending' : step.problem && isPinWhole(step) ? 'pin.again' : 'pin.send'
    return html`<div class="end">
      <button type="button" class="button" ?disabled=${step.sending} @click=${() => touch(this, { do: 'back' })}>${this.text.say('pin.cancel')}</button>
      <button type="button" class="button primary" ?disabled=${step.sending || !isPinWhole(step)} @click=${() => touch(this, { do: 'overrule' })}>${this.text.say(label)}</button>
    </div>`
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-pin': Pin } }
