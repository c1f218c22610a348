import { css, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { optionTexts } from '../../common/i18n/console-options.ts'
import { language, Speaking } from '../../common/ui/language.ts'
import { choices } from './choices.ts'
import { Modal } from './modal.ts'
import { boundedSeconds, longestWrapUpSeconds, usualPreferences, type Preferences } from './preferences.ts'

/**
 * How this officer likes to work, in this browser.
 * @fires moi-prefer with a part of {@link Preferences}, moi-set-pin
 */
@customElement('moi-console-options')
export class ConsoleOptions extends Modal {
  static override styles = [...Modal.styles, choices, css`
    .note { margin: 0 0 0.5rem 1.875rem; font-size: 0.875rem; color: var(--moi-text-second); }
    h2 { margin-bottom: 0.5rem; }
    .seconds { display: grid; grid-template-columns: 1fr auto; gap: 0.25rem 0.75rem; margin: 0 0 0.5rem 1.875rem; font-size: 0.9375rem; font-weight: 600; }
    .seconds input { grid-column: 1 / 3; width: 100%; min-height: 2rem; margin: 0; accent-color: var(--moi-brand); }
  `]

  @property({ attribute: false }) preferences: Preferences = usualPreferences
  private readonly option = new Speaking(this, optionTexts)

  protected override content () {
    const { askOutcome, autoNext, wrapUpSeconds } = this.preferences
    const say = this.option.say.bind(this.option)
    return html`<h2 id="heading">${say('title')}</h2>
      <label class="tick"><input type="checkbox" .checked=${askOutcome} aria-describedby="ask" @change=${() => this.prefer({ askOutcome: !askOutcome })}>${say('ask')}</label>
      <p class="note" id="ask">${say('ask.note')}</p>
      <label class="tick"><input type="checkbox" .checked=${autoNext} aria-describedby="auto" @change=${() => this.prefer({ autoNext: !autoNext })}>${say('auto')}</label>
      <p class="note" id="auto">${say('auto.note')}</p>
      ${autoNext ? html`<label class="seconds"><span>${say('seconds')}</span><output>${say('seconds.value', { seconds: wrapUpSeconds })}</output>
        <input type="range" min="0" max=${longestWrapUpSeconds} step="5" .value=${String(wrapUpSeconds)} @input=${(event: Event) => this.prefer({ wrapUpSeconds: boundedSeconds(Number((event.target as HTMLInputElement).value)) })}></label>` : ''}
      <div class="choices">
        <button type="button" class="button" @click=${() => this.tell('moi-set-pin')}>${say('pin')}</button>
        <button type="button" class="button" lang=${this.text.language === 'vi' ? 'en' : 'vi'} @click=${() => language.toggle()}>${this.text.say('language')}</button>
        <button type="button" class="button primary" @click=${() => this.tell('moi-dismiss')}>${this.common.say('close')}</button>
      </div>`
  }

  private prefer (change: Partial<Preferences>): void { this.tell('moi-prefer', change) }
}

declare global { interface HTMLElementTagNameMap { 'moi-console-options': ConsoleOptions } }
