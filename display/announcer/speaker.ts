import { css, html, LitElement, nothing, svg } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { announcerTexts } from '../../common/i18n/announcer.ts'
import { Speaking } from '../../common/ui/language.ts'
import { base } from '../../common/ui/style.ts'
import type { SpeakerState } from './announcer.ts'

const waves = svg`<path d="M16 9a4.2 4.2 0 0 1 0 6M18.6 6.4a8 8 0 0 1 0 11.2"/>`
const cross = svg`<path d="M16.5 9.5l5 5M21.5 9.5l-5 5"/>`

/** The screen's loudspeaker as one button: small while it sounds, in words while it does not. */
@customElement('moi-speaker')
export class Speaker extends LitElement {
  static override styles = [base, css`
    :host { display: inline-block; font-size: 1.5rem; }
    button {
      display: grid; grid-auto-flow: column; grid-column-gap: 0.5em; align-items: center; min-width: 3.5rem; min-height: 3.5rem; padding: 0 0.75rem;
      border: 0.125rem solid transparent; border-radius: var(--moi-radius-control); background: transparent; color: var(--moi-text-second);
      font-weight: 600; line-height: 1.2; white-space: nowrap; cursor: pointer;
    }
    .muted { border-color: var(--moi-edge); }
    .locked { border-color: var(--moi-warn); background: var(--moi-warn-soft); color: var(--moi-warn); }
    svg { width: 1.25em; height: 1.25em; margin: 0 auto; }
    @media (max-aspect-ratio: 1/1) {
      :host { font-size: 1.125rem; }
      button { grid-auto-flow: row; grid-row-gap: 0.25rem; padding: 0.5rem 0.625rem; }
      svg { width: 1.875em; height: 1.875em; }
    }
  `]

  @property() state: SpeakerState = 'unknown'
  private readonly text = new Speaking(this, announcerTexts)

  override render () {
    const { state } = this
    if (state === 'unknown') return nothing
    const hint = this.text.say(`${state}.hint`)
    return html`<button type="button" class=${state} aria-label=${hint} title=${hint}>
      <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">
        <path d="M3.5 9.5v5h3.5l5 4v-13l-5 4z"/>${state === 'on' ? waves : cross}
      </svg>${state === 'on' ? nothing : html`<span>${this.text.say(state)}</span>`}
    </button>`
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-speaker': Speaker } }
