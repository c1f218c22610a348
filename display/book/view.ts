import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import type { Field } from '../../common/contract/office.ts'
import type { Problem } from '../../common/contract/problem.ts'
import { bookTexts } from '../../common/i18n/book.ts'
import { commonTexts } from '../../common/i18n/common.ts'
import { language, Speaking } from '../../common/ui/language.ts'
import '../../common/ui/mark.ts'
import { sign } from '../../common/ui/signs.ts'
import { base, buttons } from '../../common/ui/style.ts'
import '../../common/ui/trial-mark.ts'
import './booked.ts'
import './choices.ts'
import { atFirst, bookableFields, proceduresOf, type BookedStep, type BookEvent, type BookModel, type Step } from './flow.ts'
import { sheet } from './style.ts'
import './times.ts'

/**
 * The page where a time is booked, drawn from its model alone.
 * @fires moi-choose with a BookEvent: a field or a procedure was chosen
 * @fires moi-back
 * @fires moi-retry
 */
@customElement('moi-book')
export class Book extends LitElement {
  static override styles = [base, buttons, sheet, css`
    :host { display: block; max-width: 30rem; margin: 0 auto; font-weight: 500; }
    header { display: grid; grid-template-columns: auto minmax(0, 1fr); grid-column-gap: 0.75rem; align-items: center; padding: 1rem 1.25rem 0; }
    moi-mark { font-size: 2.5rem; }
    .office { font-size: 0.9375rem; font-weight: 700; line-height: 1.35; }
    .heading { font-size: 0.9375rem; line-height: 1.35; color: var(--moi-text-second); }
    main { display: grid; grid-template-columns: minmax(0, 1fr); grid-row-gap: 0.875rem; padding: 1rem 1.25rem 1.25rem; }
    .place { display: grid; grid-template-columns: auto minmax(0, 1fr); align-items: center; min-height: 2.75rem; }
    .place .button { min-height: 2.75rem; margin-left: -0.75rem; padding: 0 0.75rem; }
    .place .step { grid-column: 2; text-align: right; }
    .problem p { margin-top: 0.25rem; }
    .problem .button { margin-top: 0.75rem; }
    .message p { margin-top: 0.5rem; }
    footer { display: grid; grid-template-columns: 1fr auto; align-items: center; padding: 0 1.25rem 1.25rem; }
    moi-trial-mark { font-size: 0.8125rem; }
    footer .button { padding: 0 0.5rem; }
    @media (min-width: 48rem) { :host { max-width: 46rem; } }
    @media print { footer, .place { display: none; } }
  `]

  @property({ attribute: false }) model: BookModel = atFirst
  @query('h1') private readonly heading?: HTMLElement
  private readonly text = new Speaking(this, bookTexts)
  private readonly common = new Speaking(this, commonTexts)

  override render () {
    const { office, step } = this.model
    return html`
      <header><moi-mark></moi-mark><div><p class="office">${office ? this.text.of(office.name) : 'Mời Số'}</p><p class="heading">${this.text.say('heading')}</p></div></header>
      <main aria-busy=${step.at === 'loading'}>${this.page(step)}</main>
      <footer>
        <span>${office?.trial ? html`<moi-trial-mark></moi-trial-mark>` : nothing}</span>
        <button type="button" class="button quiet" lang=${this.text.language === 'vi' ? 'en' : 'vi'} @click=${() => language.toggle()}>${this.text.say('language')}</button>
      </footer>`
  }

  /** A new page under the same address: who listens to it hears its heading first. */
  protected override updated (changed: PropertyValues<this>): void {
    const before = changed.get('model')?.step.at
    if (before === undefined || before === 'loading' || before === this.model.step.at) return
    scrollTo(0, 0)
    this.heading?.focus()
  }

  private page (step: Step): TemplateResult {
    const { problem } = this.model
    switch (step.at) {
      case 'loading': return problem ? html`<h1>${this.text.say('heading')}</h1>${this.problem(problem)}` : html`<div role="status"><h1>${this.common.say('loading')}</h1></div>`
      case 'unknown': return html`${this.message('unknown')}${this.again()}`
      case 'field': return this.fields()
      case 'procedure': return this.procedures(step.field)
      case 'time': return html`${this.top(3, this.text.say('time.title'))}${problem && step.days.length === 0
        ? this.problem(problem)
        : html`<moi-book-times .step=${step} zone=${this.zone} wrong=${problem?.detail ?? ''}></moi-book-times>`}`
      case 'booked': return this.booked(step)
    }
  }

  private get zone (): string { return this.model.office?.timeZone ?? 'Asia/Ho_Chi_Minh' }

  private top (step: 1 | 2 | 3, title: string) {
    return html`<div class="place">
        ${step > 1 ? html`<button type="button" class="button quiet" @click=${() => this.tell('moi-back')}>${sign('back')}<span>${this.common.say('back')}</span></button>` : nothing}
        <p class="small step">${this.text.say('step', { step })}</p>
      </div>
      <h1 tabindex="-1">${title}</h1>`
  }

  private fields () {
    const fields = bookableFields(this.model)
    const { office } = this.model
    if (fields.length === 0) return html`${this.message('closed')}${office?.phone ? html`<p>${this.text.say('phone', { phone: office.phone })}</p>` : nothing}`
    const choices = fields.map(field => ({ label: this.text.of(field.name), digit: field.digit, choose: () => this.choose({ type: 'field', field }) }))
    return html`${this.top(1, this.text.say('field.title'))}<p>${this.text.say('private')}</p><moi-book-choices .choices=${choices}></moi-book-choices>`
  }

  private procedures (field: Field) {
    const named = proceduresOf(this.model, field).map(procedure => ({ label: this.text.of(procedure.name), choose: () => this.choose({ type: 'procedure', procedure }) }))
    const any = { label: this.text.say('procedure.any'), hint: this.text.say('procedure.any.hint'), choose: () => this.choose({ type: 'procedure' }) }
    return html`${this.top(2, this.text.say('procedure.title'))}<moi-book-choices .choices=${[...named, any]}></moi-book-choices>`
  }

  private booked (step: BookedStep) {
    const { booking, isNew } = step
    const title = booking.state === 'booked' ? (isNew ? 'booked.title' : 'booking.title') : `${booking.state}.title` as const
    return html`<h1 tabindex="-1">${this.text.say(title)}</h1>
      <moi-booked .step=${step} zone=${this.zone} wrong=${this.model.problem?.detail ?? ''} .field=${this.model.fields.find(({ id }) => id === booking.field)}
        .procedure=${this.model.procedures.find(({ id }) => id === booking.procedure)}></moi-booked>`
  }

  private message (of: 'unknown' | 'closed') {
    return html`<section class="card message" role="status"><h1 tabindex="-1">${this.text.say(`${of}.title`)}</h1><p>${this.text.say(of)}</p></section>`
  }

  private problem ({ detail }: Problem) {
    return html`<section class="card warn problem" role="alert"><h2>${this.text.say('problem.title')}</h2><p>${detail}</p>
      <button type="button" class="button primary" @click=${() => this.tell('moi-retry')}>${this.common.say('retry')}</button></section>`
  }

  private again () {
    return html`<button type="button" class="button primary" @click=${() => this.tell('moi-again')}>${this.text.say('again')}</button>`
  }

  private choose (event: BookEvent): void { this.tell('moi-choose', event) }

  private tell (type: string, detail?: object): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }))
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-book': Book } }
