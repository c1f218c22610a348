import { css, html, LitElement } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { commonTexts } from '../i18n/common.ts'
import { Speaking } from './language.ts'
import { base, buttons } from './style.ts'

const letters = ['ABCDEFGHI', 'JKLMNOPQR', 'STUVWXYZĐ']
const figures = '1234567890'

/**
 * Letters in the order of the alphabet, as people look for them who do not type every day; no accents,
 * because search does without them. With `digits` figures alone, laid out as on a telephone.
 * @fires moi-key with `{ key }`: one letter, ' ' or 'delete'
 */
@customElement('moi-keyboard')
export class Keyboard extends LitElement {
  static override styles = [base, buttons, css`
    :host { display: block; }
    .row { display: grid; grid-auto-flow: column; grid-auto-columns: 1fr; grid-gap: var(--moi-2); margin-bottom: var(--moi-2); }
    .button { min-height: var(--moi-key, 5.5rem); padding: 0; font-size: var(--moi-size-title); border-width: 0.0625rem; }
    .wide { grid-column: span 4; }
    .last { grid-auto-columns: auto; grid-template-columns: 2fr 1fr; }
    .pad { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); grid-gap: var(--moi-2); max-width: calc(5.4 * var(--moi-key, 5.5rem)); }
    .pad .button:last-child { grid-column: span 2; }
  `]

  /** Figures and nothing else: for codes. */
  @property({ type: Boolean }) digits = false
  private readonly text = new Speaking(this, commonTexts)

  override render () {
    return this.digits ? this.pad() : html`
      ${letters.map(row => this.row(row))}
      <div class="row last">${this.button(' ', this.text.say('key.space'))}${this.button('delete', this.text.say('key.delete'))}</div>`
  }

  private pad () {
    return html`<div class="pad">${[...figures].map(key => this.button(key, key))}${this.button('delete', this.text.say('key.delete'))}</div>`
  }

  private row (keys: string) { return html`<div class="row">${[...keys].map(key => this.button(key, key))}</div>` }

  private button (key: string, label: string) {
    return html`<button type="button" class="button" @click=${() => this.press(key)}>${label}</button>`
  }

  private press (key: string): void {
    this.dispatchEvent(new CustomEvent('moi-key', { detail: { key }, bubbles: true, composed: true }))
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-keyboard': Keyboard } }
