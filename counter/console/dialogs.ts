import { html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { optionTexts } from '../../common/i18n/console-options.ts'
import { toldTexts } from '../../common/i18n/console-told.ts'
import { Speaking } from '../../common/ui/language.ts'
import { keyOf } from './deed-bar.ts'
import type { Deed } from './deeds.ts'
import { Modal } from './modal.ts'

const withKeys: readonly Deed[] = ['next', 'start', 'finish', 'recall', 'miss', 'hold', 'transfer', 'undo']

/** The keys of one hand. */
@customElement('moi-console-help')
export class ConsoleHelp extends Modal {
  private readonly told = new Speaking(this, toldTexts)
  private readonly option = new Speaking(this, optionTexts)

  protected override content () {
    const say = this.text.say.bind(this.text)
    return html`<h2 id="heading">${this.ask.say('help.title')}</h2>
      <dl>
        ${withKeys.map(deed => html`<dt><kbd>${keyOf(deed, say)}</kbd></dt><dd>${say(`deed.${deed}`)}</dd>`)}
        <dt><kbd>P</kbd></dt><dd>${this.told.say('slip')}</dd>
        <dt><kbd>M</kbd></dt><dd>${this.option.say('key.mini')}</dd>
        <dt><kbd>F9</kbd></dt><dd>${this.option.say('key.panic')}</dd>
        <dt><kbd>1</kbd>–<kbd>9</kbd></dt><dd>${this.ask.say('help.digits')}</dd>
        <dt><kbd>Esc</kbd></dt><dd>${this.ask.say('help.escape')}</dd>
        <dt><kbd>?</kbd></dt><dd>${this.ask.say('help.help')}</dd>
      </dl>
      <p class="second">${this.ask.say('help.note')}</p>
      <div class="choices"><button type="button" class="button primary" @click=${() => this.tell('moi-dismiss')}>${this.common.say('close')}</button></div>`
  }
}

/**
 * Signing out of a counter that is still open: better closed first, unless someone is at it.
 * @fires moi-leave-now with `{ close }`
 */
@customElement('moi-console-leave')
export class ConsoleLeave extends Modal {
  @property({ type: Number }) counter = 0
  /** The number still at the counter. */
  @property() busyWith = ''

  protected override content () {
    const say = this.ask.say.bind(this.ask)
    return html`<h2 id="heading">${say('leave.title', { counter: this.counter })}</h2>
      <p>${this.busyWith ? say('leave.busy', { number: this.busyWith }) : say('leave.idle')}</p>
      <div class="choices">
        ${this.busyWith ? nothing : html`<button type="button" class="button primary" @click=${() => this.tell('moi-leave-now', { close: true })}>${say('leave.close')}</button>`}
        <button type="button" class="button" @click=${() => this.tell('moi-dismiss')}>${say('leave.stay')}</button>
        <button type="button" class="button" @click=${() => this.tell('moi-leave-now', { close: false })}>${say('leave.only')}</button>
      </div>`
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-console-help': ConsoleHelp, 'moi-console-leave': ConsoleLeave } }
