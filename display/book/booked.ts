import { css, html, LitElement, nothing, type PropertyValues } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import type { Field, Procedure } from '../../common/contract/office.ts'
import { bookTexts } from '../../common/i18n/book.ts'
import '../../common/ui/code.ts'
import { Speaking } from '../../common/ui/language.ts'
import { dateText, timeText } from '../../common/ui/moment.ts'
import { sign } from '../../common/ui/signs.ts'
import { base, buttons, numbers } from '../../common/ui/style.ts'
import type { BookedStep } from './flow.ts'
import { sheet } from './style.ts'

/** In halves, as people read a code out; the kiosk minds no space. */
const spaced = (code: string) => `${code.slice(0, 3)} ${code.slice(3)}`

/**
 * A booked time: the code, as large as a hand at the kiosk needs it; when to come, what to bring.
 * @fires moi-cancelling with `{ to }`: 'asked', 'offered' or, when the holder is sure, 'sending'
 * @fires moi-again
 */
@customElement('moi-booked')
export class BookedView extends LitElement {
  static override styles = [base, buttons, numbers, sheet, css`
    :host { display: grid; grid-gap: 0.875rem; }
    .code { padding: 1.25rem 1.5rem 1.5rem; border-radius: 1.75rem; background: var(--moi-brand); color: var(--moi-on-brand); }
    .letters { font-size: 3.25rem; font-weight: 700; line-height: 1.15; letter-spacing: 0.06em; word-spacing: -0.1em; }
    moi-code { width: 13rem; height: 13rem; margin-top: 0.75rem; overflow: hidden; border-radius: 1rem; }
    dt { font-size: 0.9375rem; color: var(--moi-text-second); }
    dd { font-size: 1.1875rem; font-weight: 700; line-height: 1.35; }
    dd + dt { margin-top: 0.75rem; }
    .list { margin-top: 0.375rem; }
    .list li { position: relative; padding: 0.125rem 0 0.125rem 1.125rem; line-height: 1.45; }
    .list li::before { content: '•'; position: absolute; left: 0.125rem; }
    section h2 + p, h2 + .list { margin-top: 0.25rem; }
    .list + h2 { margin-top: 1rem; }
    .row { display: grid; grid-gap: 0.625rem; }
    .button { width: 100%; min-height: 3.25rem; }
    .stop p { margin: 0.375rem 0 0.75rem; }
    .stop .wrong { font-weight: 700; color: var(--moi-stop); }
    .stop .button + .button { margin-top: 0.625rem; }
    @media (min-width: 48rem) {
      .code.shown { display: grid; grid-template-columns: minmax(0, 1fr) auto; align-items: center; }
      .letters { font-size: 4.25rem; }
      moi-code { margin-top: 0; }
      .row { grid-template-columns: repeat(2, minmax(0, 1fr)); }
    }
    @media print {
      .row, .stop { display: none; }
      .code { border: 0.125rem solid #000000; background: #FFFFFF; color: #000000; }
      .card { break-inside: avoid; }
    }
  `]

  @property({ attribute: false }) step!: BookedStep
  /** Absent when the office no longer offers it. */
  @property({ attribute: false }) field?: Field
  @property({ attribute: false }) procedure?: Procedure
  @property() zone = 'Asia/Ho_Chi_Minh'
  /** Why it was not cancelled. */
  @property() wrong = ''
  @query('.sure') private readonly sure?: HTMLElement
  private readonly text = new Speaking(this, bookTexts)

  override render () {
    const { booking: { state } } = this.step
    return state === 'booked' ? this.coming() : html`${this.ended(state)}${this.about()}${this.again()}`
  }

  /** The question takes the place of the button that was pressed: the focus must not be lost with it. */
  protected override updated (changed: PropertyValues<this>): void {
    const before = changed.get('step')
    if (before?.cancelling === 'offered' && this.step.cancelling === 'asked') this.sure?.focus()
  }

  private coming () {
    const { token, booking: { code } } = this.step
    return html`
      <section class="code shown" role="status">
        <div><h2>${this.text.say('code')}</h2><p class="number letters" aria-label=${[...code].join(' ')} role="img">${spaced(code)}</p></div>
        <moi-code value=${token} label=${this.text.say('code.qr')}></moi-code>
      </section>
      ${this.about()}
      <section class="card"><h2>${this.text.say('come')}</h2>
        <ul class="list"><li>${this.text.say('come.1')}</li><li>${this.text.say('come.2')}</li><li>${this.text.say('come.3')}</li></ul></section>
      ${this.bring()}
      <p>${this.text.say('keep')}</p>
      ${this.step.cancelling === 'offered' ? this.deeds() : this.cancelling(code)}`
  }

  private ended (state: 'checked-in' | 'cancelled' | 'lapsed') {
    return html`<section class="card ${state === 'checked-in' ? '' : 'warn'}" role="status"><p>${this.text.say(state)}</p></section>`
  }

  private about () {
    const { at } = this.step.booking
    const what = this.procedure ?? this.field
    return html`<section class="card"><dl>
      <dt>${this.text.say('when')}</dt>
      <dd>${this.text.say('chosen', { day: dateText(at, this.zone, this.text.language), time: timeText(at, this.zone) })}</dd>
      ${what ? html`<dt>${this.text.say('what')}</dt><dd>${this.text.of(what.name)}</dd>` : nothing}
    </dl></section>`
  }

  private bring () {
    const { papers = [], fee = null } = this.procedure ?? {}
    if (papers.length === 0 && fee === null) return nothing
    return html`<section class="card">
      ${papers.length > 0 ? html`<h2>${this.text.say('bring')}</h2><ul class="list" lang="vi">${papers.map(paper => html`<li>${paper}</li>`)}</ul>` : nothing}
      ${fee === null ? nothing : html`<h2>${this.text.say('fee')}</h2><p lang="vi">${fee}</p>`}
    </section>`
  }

  private deeds () {
    return html`<div class="row">
      <button type="button" class="button" @click=${() => print()}>${sign('print')}<span>${this.text.say('print')}</span></button>
      <button type="button" class="button stop" @click=${() => this.tell('moi-cancelling', { to: 'asked' })}>${this.text.say('cancel')}</button>
    </div>`
  }

  private cancelling (code: string) {
    const isSending = this.step.cancelling === 'sending'
    return html`<section class="card stop" aria-busy=${isSending}>
      <h2>${this.text.say('cancel.title', { code: spaced(code) })}</h2><p>${this.text.say('cancel.hint')}</p>
      ${this.wrong ? html`<p class="wrong" role="alert">${this.wrong}</p>` : nothing}
      <button type="button" class="button primary sure" ?disabled=${isSending} @click=${() => this.tell('moi-cancelling', { to: 'offered' })}>${this.text.say('cancel.keep')}</button>
      <button type="button" class="button stop" ?disabled=${isSending} @click=${() => this.tell('moi-cancelling', { to: 'sending' })}>${this.text.say(isSending ? 'cancel.sending' : 'cancel')}</button>
    </section>`
  }

  private again () {
    return html`<button type="button" class="button" @click=${() => this.tell('moi-again')}>${this.text.say('again')}</button>`
  }

  private tell (type: string, detail?: object): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }))
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-booked': BookedView } }
