import { css, html, LitElement } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { live } from 'lit/directives/live.js'
import type { PrinterPanel, PrinterTurn } from '../../common/contract/paper.ts'
import { paperTexts, type PaperWord } from '../../common/i18n/paper.ts'
import { Speaking } from '../../common/ui/language.ts'
import { base, buttons, cards } from '../../common/ui/style.ts'
import { isNormal, knobs, normal, nowOf, type Choice, type Knob } from './knobs.ts'

type Grade = 'ok' | 'warn' | 'stop'
interface Light { readonly word: PaperWord, readonly says: PaperWord, readonly grade: Grade }

/** The printer's lights and knobs. Fires `turn` with a PrinterTurn. */
@customElement('moi-printer-panel')
export class PrinterPanelView extends LitElement {
  static override styles = [base, buttons, cards, css`
    :host { display: block; }
    .card { padding: var(--moi-5); }
    h2 { font-size: var(--moi-size-large); font-weight: 700; line-height: 1.3; }
    .now { margin-top: var(--moi-3); padding: var(--moi-3) var(--moi-4); border-radius: var(--moi-radius-small); font-weight: 600; line-height: 1.45; min-height: 4.6rem; }
    .now.ok { background: var(--moi-brand-soft); color: var(--moi-brand-deep); }
    .now.warn { background: var(--moi-warn-soft); color: var(--moi-warn); }
    .now.stop { background: var(--moi-stop-soft); color: var(--moi-stop); }
    dl { display: grid; grid-template-columns: 1fr 1fr; grid-gap: var(--moi-3) var(--moi-4); margin: var(--moi-4) 0 var(--moi-5); }
    dl div { position: relative; padding-left: 1.5rem; }
    dl div::before { content: ''; position: absolute; left: 0; top: 0.35rem; width: 0.875rem; height: 0.875rem; border-radius: 50%; background: currentColor; }
    dt { font-size: var(--moi-size-small); color: var(--moi-text-second); line-height: 1.4; }
    dd { font-weight: 600; line-height: 1.35; color: var(--moi-text); }
    .ok { color: var(--moi-ok); }
    .warn { color: var(--moi-warn); }
    .stop { color: var(--moi-stop); }
    fieldset { min-width: 0; margin: 0; padding: 0; border: 0; }
    .knob { display: grid; grid-template-columns: 6.5rem minmax(0, 1fr); grid-column-gap: var(--moi-3); align-items: center; margin-top: var(--moi-2); }
    .knob p { font-weight: 600; line-height: 1.25; }
    .choices { display: flex; border: 0.125rem solid var(--moi-edge); border-radius: var(--moi-radius-small); overflow: hidden; background: var(--moi-card); }
    .choices:focus-within { outline: 0.1875rem solid var(--moi-focus); outline-offset: 0.125rem; }
    label { position: relative; display: flex; flex: 1 1 0; min-width: 0; cursor: pointer; }
    label + label { border-left: 0.125rem solid var(--moi-edge); }
    input { position: absolute; opacity: 0; top: 0; left: 0; width: 100%; height: 100%; margin: 0; cursor: inherit; }
    label span { display: flex; flex: 1; min-width: 0; align-items: center; justify-content: center; min-height: 2.75rem; padding: var(--moi-1) var(--moi-2); line-height: 1.2; text-align: center; }
    label:hover span { background: var(--moi-brand-soft); }
    input:checked + span { background: var(--moi-brand); color: var(--moi-on-brand); font-weight: 600; }
    input.wrong:checked + span { background: var(--moi-stop); }
    fieldset[disabled] label { cursor: default; }
    fieldset[disabled] .choices { border-color: var(--moi-line); }
    fieldset[disabled] label + label { border-color: var(--moi-line); }
    fieldset[disabled] span { background: transparent; color: var(--moi-text-third); font-weight: 400; }
    fieldset[disabled] input:checked + span { background: var(--moi-line); color: var(--moi-text); font-weight: 600; }
    .button { width: 100%; margin-top: var(--moi-4); }
    .refused { margin-top: var(--moi-4); color: var(--moi-stop); font-weight: 600; line-height: 1.4; }
  `]

  @property({ attribute: false }) panel!: PrinterPanel
  /** Nothing can be turned: the server does not answer. */
  @property({ type: Boolean }) cutOff = false
  /** Why the last turn was not made. */
  @property() refused = ''
  private readonly text = new Speaking(this, paperTexts)

  override render () {
    const now = nowOf(this.panel)
    return html`<section class="card" aria-labelledby="state">
      <h2 id="state">${this.text.say('state')}</h2>
      <p class="now ${now.grade}" role="status">${this.text.say(now.word)}</p>
      <dl>${this.lights().map(light => html`<div class=${light.grade}><dt>${this.text.say(light.word)}</dt><dd>${this.text.say(light.says)}</dd></div>`)}</dl>
      <h2>${this.text.say('knobs')}</h2>
      <fieldset ?disabled=${this.cutOff} aria-label=${this.text.say('knobs')}>
        ${knobs.map(knob => this.knob(knob))}
        <button type="button" class="button" ?disabled=${this.cutOff || isNormal(this.panel)} @click=${() => this.turn(normal)}>${this.text.say('reset')}</button>
      </fieldset>
      ${this.refused ? html`<p class="refused" role="alert">${this.refused}</p>` : ''}
    </section>`
  }

  private lights (): readonly Light[] {
    const { knobs: { paper, cover }, state: { isOnline, fault } } = this.panel
    return [
      { word: 'light.online', says: isOnline ? 'online.yes' : 'online.no', grade: isOnline ? 'ok' : 'stop' },
      { word: 'light.paper', says: `paper.${paper}`, grade: ({ ok: 'ok', low: 'warn', out: 'stop' } as const)[paper] },
      { word: 'light.cover', says: `cover.${cover}`, grade: cover === 'closed' ? 'ok' : 'stop' },
      { word: 'light.fault', says: `fault.${fault}`, grade: fault === 'none' ? 'ok' : 'stop' }
    ]
  }

  private knob ({ name, word, choices }: Knob) {
    return html`<div class="knob"><p id=${name}>${this.text.say(word)}</p>
      <div class="choices" role="radiogroup" aria-labelledby=${name}>${choices.map((choice, index) => this.choice(name, choice, index > 0 && name !== 'speed'))}</div></div>`
  }

  private choice (name: string, { word, turn, isSet }: Choice, isWrong: boolean) {
    return html`<label><input type="radio" class=${isWrong ? 'wrong' : ''} name=${name} .checked=${live(isSet(this.panel.knobs))} @change=${() => this.turn(turn)}><span>${this.text.say(word)}</span></label>`
  }

  private turn (turn: PrinterTurn): void {
    this.dispatchEvent(new CustomEvent<PrinterTurn>('turn', { detail: turn, bubbles: true, composed: true }))
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-printer-panel': PrinterPanelView } }
