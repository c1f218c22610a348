import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { FloorShot } from '../../common/contract/live.ts'
import type { Purpose } from '../../common/contract/ticket.ts'
import { deskTexts } from '../../common/i18n/desk.ts'
import type { Catalogue } from '../../common/ui/catalogue.ts'
import { desk } from '../../common/ui/desk.ts'
import { digitMark, fieldColours } from '../../common/ui/field-colour.ts'
import { forecastText } from '../../common/ui/forecast.ts'
import { Speaking } from '../../common/ui/language.ts'
import type { Slip as PrintedSlip } from '../../common/ui/printing.ts'
import { slipSaid } from '../../common/ui/slip-said.ts'
import { sign } from '../../common/ui/signs.ts'
import { base, buttons, numbers } from '../../common/ui/style.ts'
import type { Stage } from './issuing.ts'
import { part } from './style.ts'
import { addOne, count, drop, expectationOf, firstOf, mostDossiers, mostServices, prioritise, purposeOf, type Chosen, type Slip, type Wish } from './wish.ts'

const purposes: readonly Purpose[] = ['submit', 'collect', 'supplement', 'ask']
const slips: readonly Slip[] = ['vi', 'en', 'none']

/**
 * What the person before the desk wants, and the button that gives the number.
 * @fires moi-wish with `{ wish }`
 * @fires moi-take
 * @fires moi-checklist with `{ procedure }`
 */
@customElement('moi-desk-wish')
export class DeskWish extends LitElement {
  static override styles = [base, buttons, numbers, desk, part, fieldColours, digitMark, css`
    .card { display: grid; gap: 0.875rem; padding: 1rem 1.125rem 0; }
    .empty { padding-bottom: 1.5rem; }
    .empty { display: grid; gap: 0.5rem; align-content: center; justify-items: center; min-height: 14rem; padding: 1.5rem; text-align: center; color: var(--moi-text-second); line-height: 1.45; }
    .empty kbd { color: var(--moi-text-third); }
    .services li { display: grid; grid-template-columns: auto minmax(0, 1fr) auto; gap: 0.75rem; align-items: center; min-height: 3rem; }
    .services li + li { border-top: 1px solid var(--moi-line); }
    .services .what { font-weight: 700; line-height: 1.3; }
    .services .button, .add { min-height: 2.75rem; padding: 0.25rem 0.625rem; font-size: 0.875rem; }
    .add { justify-self: start; margin-left: -0.5rem; }
    .expected { line-height: 1.45; }
    .two { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 0.875rem; align-items: end; }
    .steps { display: grid; grid-template-columns: 2.75rem 4rem 2.75rem; gap: 0.375rem; }
    .steps .button { min-height: 3rem; padding: 0; font-size: 1.25rem; }
    .steps input { min-height: 3rem; padding: 0; text-align: center; font-size: 1.125rem; font-weight: 700; -moz-appearance: textfield; }
    .steps input::-webkit-inner-spin-button { display: none; }
    details { border-top: 1px solid var(--moi-line); }
    details[open] { padding-bottom: 0.75rem; }
    summary { display: flex; align-items: center; min-height: 2.75rem; font-size: 0.875rem; font-weight: 600; cursor: pointer; }
    summary::before { content: '▸'; width: 1.25rem; }
    details[open] summary::before { content: '▾'; }
    summary::-webkit-details-marker { display: none; }
    .papers li { position: relative; padding: 0.125rem 0 0.125rem 1rem; font-size: 0.9375rem; line-height: 1.4; }
    .papers li::before { content: '•'; position: absolute; left: 0; }
    .papers + .button { margin-top: 0.5rem; min-height: 2.75rem; font-size: 0.875rem; }
    .give { display: grid; gap: 0.5rem; position: sticky; bottom: 0; margin: 0 -1.125rem; padding: 0.75rem 1.125rem 1.125rem; border-top: 1px solid var(--moi-line); border-radius: 0 0 var(--moi-radius-control) var(--moi-radius-control); background: var(--moi-card); }
    .give .short { display: none; }
    .take { width: 100%; min-height: 4rem; font-size: 1.25rem; font-weight: 700; }
    @media (max-width: 62rem) { .two { grid-template-columns: minmax(0, 1fr); } }
    @media (max-width: 44rem) {
      :host { padding-bottom: 6.5rem; }
      .card { padding-bottom: 1rem; }
      .give { position: fixed; right: 0; bottom: 0; left: 0; z-index: 1; margin: 0; padding: 0.5rem 0.75rem 0.75rem; border-radius: 0; box-shadow: 0 -0.25rem 1rem rgba(16, 32, 43, 0.12); }
      .give .short { display: block; font-size: 0.875rem; font-weight: 600; line-height: 1.3; }
      .take { min-height: 3.5rem; }
    }
  `]

  @property({ attribute: false }) wish!: Wish
  @property({ attribute: false }) catalogue?: Catalogue
  @property({ attribute: false }) shot?: FloorShot
  @property({ attribute: false }) now = new Date()
  @property({ attribute: false }) stage: Stage = { at: 'choosing' }
  /** The papers of the chosen procedure, once they were asked for. */
  @property({ attribute: false }) checklist?: PrintedSlip
  @property({ type: Boolean }) offline = false
  private readonly text = new Speaking(this, deskTexts)

  override render () {
    const first = firstOf(this.wish)
    if (!first) return html`<div class="card empty"><p>${this.text.say('wish.none')}</p><p><kbd>1</kbd> – <kbd>9</kbd></p></div>`
    return html`<section class="card" aria-label=${this.text.say('wish')}>
      ${this.services()}
      ${this.expected()}
      <div class="two">${this.dossiers()}${this.slip()}</div>
      ${this.priority()}
      ${this.papers(first)}
      ${this.button()}
    </section>`
  }

  private services () {
    const { services, adding } = this.wish
    return html`<div><ul class="services">${services.map((service, place) => this.service(service, place))}</ul>
      ${services.length < mostServices ? html`<button type="button" class="button quiet add" aria-pressed=${adding ? 'true' : 'false'} @click=${() => this.change(addOne(this.wish))}>
        <span>${this.text.say(adding ? 'more.choose' : 'more')}</span><kbd>T</kbd></button>` : nothing}</div>`
  }

  private service ({ field, procedure }: Chosen, place: number) {
    const name = this.text.of((procedure ?? field).kioskLabel)
    return html`<li><span class="digit" data-digit=${field.digit} aria-hidden="true">${field.digit}</span>
      <div><p class="what">${name}</p>${procedure ? html`<p class="small">${this.text.of(field.kioskLabel)}</p>` : nothing}</div>
      <button type="button" class="button quiet" aria-label=${this.text.say('drop.of', { name })} @click=${() => this.change(drop(this.wish, place))}>${this.text.say('drop')}</button></li>`
  }

  private expected () {
    const prospect = expectationOf(this.wish, this.shot?.forecasts)
    const zone = this.shot?.office.timeZone ?? 'Asia/Ho_Chi_Minh'
    const field = firstOf(this.wish)?.field.id ?? ''
    const waiting = this.shot?.waiting[field] ?? 0
    const said = prospect?.forecast ? forecastText(prospect.forecast, { now: this.now, zone, language: this.text.language }) : ''
    const counted = this.text.say(waiting === 0 ? 'waiting.0' : 'waiting', { count: waiting })
    return html`<p class="expected second">${`${counted.charAt(0).toUpperCase()}${counted.slice(1)}`}.${said ? ` ${said}.` : nothing}</p>
      ${prospect?.hardlyToday && this.stage.at !== 'asking' ? html`<p class="said" role="status">${this.text.say('hardly')}</p>` : nothing}`
  }

  private dossiers () {
    const { dossiers } = this.wish
    return html`<div><label for="dossiers">${this.text.say('dossiers')}</label><div class="steps">
      <button type="button" class="button" aria-label=${this.text.say('dossiers.less')} ?disabled=${dossiers <= 1} @click=${() => this.change(count(this.wish, dossiers - 1))}>−</button>
      <input id="dossiers" type="number" inputmode="numeric" min="1" max=${mostDossiers} .value=${String(dossiers)} @change=${this.counted}>
      <button type="button" class="button" aria-label=${this.text.say('dossiers.more')} @click=${() => this.change(count(this.wish, dossiers + 1))}>+</button></div></div>`
  }

  private slip () {
    return html`<div><label for="slip">${this.text.say('slip')}</label>
      <select id="slip" @change=${(event: Event) => this.change({ ...this.wish, slip: (event.target as HTMLSelectElement).value as Slip })}>
        ${slips.map(slip => html`<option value=${slip} ?selected=${slip === this.wish.slip}>${this.text.say(`slip.${slip}`)}</option>`)}</select></div>`
  }

  private priority () {
    const { priority } = this.wish
    const classes = this.catalogue?.office.priorityClasses ?? []
    const chips: readonly { readonly class?: string, readonly name: string }[] = [...classes.map(({ id, name }) => ({ class: id, name: this.text.of(name) })), { name: this.text.say('priority.other') }]
    return html`<fieldset><legend>${this.text.say('priority')}</legend><div class="chips">${chips.map(chip => html`<button type="button" class="button"
      aria-pressed=${priority && priority.class === chip.class ? 'true' : 'false'} @click=${() => this.change(prioritise(this.wish, chip.class === undefined ? {} : { class: chip.class }))}>${chip.name}</button>`)}</div></fieldset>`
  }

  private papers ({ procedure }: Chosen) {
    return html`<div><details><summary>${this.text.say('details', { purpose: this.text.say(`purpose.${purposeOf(this.wish)}`) })}</summary>
      <fieldset><legend>${this.text.say('purpose')}</legend><div class="chips">${purposes.map(purpose => html`<button type="button" class="button" aria-pressed=${purpose === purposeOf(this.wish) ? 'true' : 'false'} @click=${() => this.change({ ...this.wish, purpose })}>${this.text.say(`purpose.${purpose}`)}</button>`)}</div></fieldset>
    </details>
    ${procedure && procedure.papers.length > 0 ? html`<details><summary>${this.text.say('papers', { count: procedure.papers.length })}</summary>
      <ul class="papers">${procedure.papers.map(paper => html`<li>${paper}</li>`)}</ul>
      <button type="button" class="button" aria-disabled=${this.offline} @click=${() => { if (!this.offline) this.tell('moi-checklist', { procedure: procedure.id }) }}>${sign('print')}<span>${this.text.say('papers.print')}</span></button>
      <p class="small" role="status">${this.checklist?.ticket.id === procedure.id ? slipSaid(this.checklist, this.shot?.printers ?? [], this.checklist.problem?.detail ?? '') : ''}</p></details>` : nothing}</div>`
  }

  private button () {
    const { stage } = this
    const isSending = stage.at === 'sending'
    const isSure = stage.at === 'asking'
    return html`<div class="give">
      <p class="short" aria-hidden="true">${this.wish.services.map(({ field, procedure }) => this.text.of((procedure ?? field).kioskLabel)).join(' + ')}</p>
      ${isSure ? html`<p class="said" role="alert">${this.text.say('hardly.sure')}</p>` : nothing}
      ${stage.at === 'refused' ? html`<p class="wrong" role="alert">${stage.problem.detail}${stage.problem.status === 0 ? ` ${this.text.say('unsure')}` : ''}</p>` : nothing}
      <button type="button" class="button primary take" aria-disabled=${isSending || this.offline} @click=${() => this.tell('moi-take')}>
        <span>${this.text.say(isSending ? 'taking' : isSure ? 'take.sure' : this.wish.priority ? 'take.priority' : 'take')}</span><kbd>Enter</kbd></button>
      ${this.offline ? html`<p class="small warn" role="status">${this.text.say('offline.take')}</p>` : nothing}</div>`
  }

  private readonly counted = ({ target }: Event): void => {
    const field = target as HTMLInputElement
    const wish = count(this.wish, Number(field.value))
    field.value = String(wish.dossiers)
    this.change(wish)
  }

  private change (wish: Wish): void { this.tell('moi-wish', { wish }) }

  private tell (type: string, detail?: object): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }))
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-desk-wish': DeskWish } }
