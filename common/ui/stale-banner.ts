import { css, html, LitElement } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { commonTexts } from '../i18n/common.ts'
import { Speaking } from './language.ts'
import { timeText } from './moment.ts'
import { base } from './style.ts'

/** Admits that what is shown may be out of date, since when, and (in its slot) what to do meanwhile. */
@customElement('moi-stale-banner')
export class StaleBanner extends LitElement {
  static override styles = [base, css`
    :host { display: block; }
    div {
      padding: var(--moi-3) var(--moi-5); border: 0.125rem solid var(--moi-warn); border-radius: var(--moi-radius-control);
      background: var(--moi-warn-soft); color: var(--moi-text); font-weight: 500; line-height: 1.4;
    }
    strong { color: var(--moi-warn); font-weight: 700; }
  `]

  /** When the server was last heard, in its own time; absent if it never was. */
  @property() since?: string
  @property() zone = 'Asia/Ho_Chi_Minh'
  private readonly text = new Speaking(this, commonTexts)

  override render () {
    const said = this.since ? this.text.say('stale', { time: timeText(this.since, this.zone) }) : this.text.say('stale.never')
    return html`<div role="alert"><strong>${said}</strong> <slot>${this.text.say('stale.hint')}</slot></div>`
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-stale-banner': StaleBanner } }
