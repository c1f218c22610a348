import { css, html, LitElement, nothing } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import type { FloorShot } from '../../common/contract/live.ts'
import type { Field, Procedure } from '../../common/contract/office.ts'
import { deskTexts } from '../../common/i18n/desk.ts'
import { forecastTexts } from '../../common/i18n/forecast.ts'
import type { Catalogue } from '../../common/ui/catalogue.ts'
import { desk } from '../../common/ui/desk.ts'
import { digitMark, fieldColours } from '../../common/ui/field-colour.ts'
import { findProcedures } from '../../common/ui/find-procedures.ts'
import { prospectOf, shortForecastText } from '../../common/ui/forecast.ts'
import { Speaking } from '../../common/ui/language.ts'
import { untilText } from '../../common/ui/moment.ts'
import { base, buttons, numbers } from '../../common/ui/style.ts'
import { part } from './style.ts'
import type { Chosen } from './wish.ts'

const mostFound = 12

/**
 * Everything a number can be for: fields by their digit, procedures of the chosen one, and any procedure by its name.
 * @fires moi-choose with {@link Chosen}
 * @fires moi-query with `{ query }`
 * @fires moi-scanned with `{ text }`: typed by a scanner, or pasted
 */
@customElement('moi-desk-choices')
export class DeskChoices extends LitElement {
  static override styles = [base, buttons, numbers, desk, part, fieldColours, digitMark, css`
    :host { display: grid; gap: 0.875rem; align-content: start; }
    .search { position: relative; }
    .search kbd { position: absolute; top: 0.8125rem; right: 0.875rem; }
    .fields { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 0.625rem; }
    .fields .button { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 0 0.75rem; align-content: center; justify-content: stretch; width: 100%; height: 100%; min-height: 5rem; padding: 0.5rem 0.875rem; text-align: left; }
    .fields .digit { grid-row: 1 / 3; }
    .digit { width: 2.25rem; height: 2.25rem; border-radius: 0.625rem; font-size: 1.25rem; line-height: 2.25rem; }
    .name { align-self: end; font-size: 0.9375rem; line-height: 1.3; }
    .fields .small { grid-column: 2; align-self: start; font-weight: 500; }
    .small span { display: block; }
    .button.on { border-color: var(--moi-brand); background: var(--moi-brand-soft); box-shadow: inset 0 0 0 1px var(--moi-brand); }
    .on .warn { color: var(--moi-text); }
    .list { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 17rem), 1fr)); gap: 0.5rem; margin-top: 0.5rem; }
    .list .button { justify-content: flex-start; width: 100%; min-height: 3rem; padding: 0.375rem 0.875rem; font-size: 0.9375rem; font-weight: 500; text-align: left; }
    .list .button.on { font-weight: 700; }
    .list .digit { width: 1.75rem; height: 1.75rem; margin-right: 0.25rem; font-size: 0.9375rem; line-height: 1.75rem; }
    h2 { font-size: 0.9375rem; }
    .none { padding: 1rem 0; }
    @media (max-width: 56rem) { .fields { grid-template-columns: repeat(2, minmax(0, 1fr)); } .fields .button { align-content: start; } .fields .digit { grid-row: 1; } .fields .name { align-self: center; } .fields .small { grid-column: 1 / -1; margin-top: 0.125rem; } }
    @media (max-width: 30rem) { .fields { gap: 0.5rem; } .fields .button { min-height: 4.5rem; padding: 0.5rem 0.625rem; gap: 0.125rem 0.5rem; } .digit { width: 1.75rem; height: 1.75rem; font-size: 1rem; line-height: 1.75rem; } .name { font-size: 0.875rem; } }
  `]

  @property({ attribute: false }) catalogue?: Catalogue
  @property({ attribute: false }) shot?: FloorShot
  @property({ attribute: false }) now = new Date()
  /** The choice being made or just made. */
  @property({ attribute: false }) chosen?: Chosen
  /** How many are chosen already on the same number, when this is one more. */
  @property({ type: Boolean }) adding = false
  @property() query = ''
  @query('input') private readonly input?: HTMLInputElement
  private readonly text = new Speaking(this, deskTexts)
  private readonly foretold = new Speaking(this, forecastTexts)

  /** The search takes the keys. */
  search (): void {
    this.input?.focus()
    this.input?.select()
  }

  override render () {
    if (!this.catalogue) return nothing
    const field = this.adding ? undefined : this.chosen?.field
    return html`
      <form class="search" role="search" @submit=${this.enter}>
        <input type="search" aria-label=${this.text.say('search')} placeholder=${this.text.say('search')} autocomplete="off" spellcheck="false" maxlength="120" .value=${this.query} @input=${this.typed}><kbd aria-hidden="true">/</kbd>
      </form>
      ${this.query.trim() ? this.found(this.catalogue) : html`
        <div class="fields" role="group" aria-label=${this.text.say('fields')}>${byDigit(this.catalogue.fields).map(one => this.field(one, field?.id === one.id))}</div>
        ${field ? this.procedures(this.catalogue, field) : nothing}`}`
  }

  private found (catalogue: Catalogue) {
    const found = findProcedures(catalogue.procedures, this.query).slice(0, mostFound)
    return html`<p class="hidden-visually" role="status">${this.text.say('search.found', { count: found.length })}</p>
      ${found.length === 0 ? html`<p class="none">${this.text.say('search.none')}</p>` : html`<ul class="list">${found.map(procedure => {
        const field = catalogue.fields.find(({ id }) => id === procedure.field)
        return field ? html`<li>${this.choice({ field, procedure }, true)}</li>` : nothing
      })}</ul>`}`
  }

  private field (field: Field, isOn: boolean) {
    return html`<button type="button" class="button ${isOn ? 'on' : ''}" aria-pressed=${isOn ? 'true' : 'false'} @click=${() => this.choose({ field })}>
      <span class="digit" data-digit=${field.digit} aria-hidden="true">${field.digit}</span>
      <span class="name">${this.text.of(field.kioskLabel)}</span><span class="small">${this.standing(field)}</span></button>`
  }

  private standing (field: Field) {
    const zone = this.shot?.office.timeZone ?? 'Asia/Ho_Chi_Minh'
    if (!field.open) return html`<span class="warn">${field.opensAt ? this.text.say('field.opensAt', { time: untilText(field.opensAt, this.now, zone, this.text.language) }) : this.text.say('field.closed')}</span>`
    if (field.quotaLeft === 0) return html`<span class="warn">${this.text.say('field.quota')}</span>`
    const waiting = this.shot?.waiting[field.id] ?? (this.shot ? 0 : field.waiting)
    const prospect = prospectOf(this.shot?.forecasts, field.id, false)
    const expected = prospect?.forecast ? shortForecastText(prospect.forecast, { now: this.now, zone, language: this.text.language }) : prospect ? this.foretold.say('short.none') : ''
    const words = [this.text.say(waiting === 0 ? 'waiting.0' : 'waiting', { count: waiting }), ...expected ? [expected] : []]
    return html`${words.map(word => html`<span>${word}</span> `)}${prospect?.hardlyToday ? html`<strong class="warn">${this.text.say('hardly.short')}</strong>` : nothing}`
  }

  private procedures ({ procedures }: Catalogue, field: Field) {
    const own = procedures.filter(procedure => procedure.field === field.id)
    if (own.length === 0) return nothing
    return html`<section><h2 id="procedures">${this.text.say('procedures', { field: this.text.of(field.kioskLabel) })}</h2>
      <ul class="list" aria-labelledby="procedures">
        ${own.map(procedure => html`<li>${this.choice({ field, procedure })}</li>`)}
      </ul></section>`
  }

  private choice ({ field, procedure }: Chosen & { readonly procedure: Procedure }, marked = false) {
    const isOn = this.chosen?.procedure?.id === procedure.id && !this.adding
    return html`<button type="button" class="button ${isOn ? 'on' : ''}" aria-pressed=${isOn ? 'true' : 'false'} @click=${() => this.choose(isOn ? { field } : { field, procedure })}>
      ${marked ? html`<span class="digit" data-digit=${field.digit} aria-hidden="true">${field.digit}</span>` : nothing}<span>${this.text.of(procedure.kioskLabel)}</span></button>`
  }

  private choose (chosen: Chosen): void {
    this.tell('moi-choose', chosen)
  }

  private readonly typed = (): void => { this.tell('moi-query', { query: this.input?.value ?? '' }) }

  /** Enter takes the first of those found; what is an address was scanned. */
  private readonly enter = (event: Event): void => {
    event.preventDefault()
    if (/^https?:/.test(this.query.trim())) return this.tell('moi-scanned', { text: this.query })
    const [procedure] = findProcedures(this.catalogue?.procedures ?? [], this.query)
    const field = this.catalogue?.fields.find(({ id }) => id === procedure?.field)
    if (!procedure || !field) return
    // The next Enter gives the number.
    this.input?.blur()
    this.choose({ field, procedure })
  }

  private tell (type: string, detail: object): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }))
  }
}

const byDigit = (fields: readonly Field[]): readonly Field[] => [...fields].sort((a, b) => a.digit - b.digit)

declare global { interface HTMLElementTagNameMap { 'moi-desk-choices': DeskChoices } }
