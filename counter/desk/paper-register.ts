import { css, html, LitElement, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { PaperNumbers, PaperNumbersNoted, PaperState } from '../../common/contract/paper-numbers.ts'
import type { Field } from '../../common/contract/office.ts'
import { deskPaperTexts } from '../../common/i18n/desk-paper.ts'
import { deskTexts } from '../../common/i18n/desk.ts'
import { desk } from '../../common/ui/desk.ts'
import { Speaking } from '../../common/ui/language.ts'
import { timeText } from '../../common/ui/moment.ts'
import { base, buttons, numbers } from '../../common/ui/style.ts'
import type { Checked } from './paper-book.ts'
import { brushes, endsBeforeItBegins, mark, numbersOf, timeTyped, wrongEnd, type Brush, type PaperDraft } from './paper-draft.ts'
import { part } from './style.ts'

const states: readonly PaperState[] = ['waiting', 'served', 'absent']

/**
 * After an outage: which numbers were handed out, when, and what became of each.
 * @fires moi-draft with `{ draft }`
 * @fires moi-write
 */
@customElement('moi-paper-register')
export class PaperRegister extends LitElement {
  static override styles = [base, buttons, numbers, desk, part, css`
    .card { display: grid; gap: 1rem; padding: 1.125rem 1.25rem 0; }
    .bottom { display: grid; gap: 0.75rem; margin: 0 -1.25rem; padding: 0.75rem 1.25rem 1.125rem; border-radius: 0 0 var(--moi-radius-control) var(--moi-radius-control); background: var(--moi-card); }
    .hint { font-size: 0.875rem; line-height: 1.45; color: var(--moi-text-second); }
    .asked { display: grid; grid-template-columns: repeat(4, minmax(0, 1fr)); gap: 0.75rem; }
    .asked .wide { grid-column: 1 / -1; }
    .brushes { display: grid; gap: 0.375rem; }
    .numbers { display: grid; grid-template-columns: repeat(auto-fill, minmax(6.25rem, 1fr)); gap: 0.5rem; }
    .numbers .button { display: grid; gap: 0; align-content: center; width: 100%; min-height: 3.5rem; padding: 0.25rem; border-radius: 0.75rem; }
    .n { font-family: var(--moi-font-number); font-size: 1.125rem; font-weight: 700; font-variant-numeric: tabular-nums; line-height: 1.25; }
    .numbers small { font-size: 0.75rem; font-weight: 600; line-height: 1.25; }
    .served { border-color: var(--moi-ok); background: var(--moi-ok); color: #FFFFFF; }
    .absent { border-color: var(--moi-text-third); background: var(--moi-ground); color: var(--moi-text-second); }
    .absent .n { text-decoration: line-through; }
    .preview { display: grid; gap: 0.25rem; padding: 0.75rem 0.875rem; border-radius: 0.875rem; background: var(--moi-brand-soft); line-height: 1.45; }
    .write { min-height: 3.5rem; font-size: 1.0625rem; font-weight: 700; }
    @media (min-width: 44rem) { .bottom { position: sticky; bottom: 0; } }
    @media (max-width: 30rem) { .asked { grid-template-columns: repeat(2, minmax(0, 1fr)); } }
  `]

  @property({ attribute: false }) fields: readonly Field[] = []
  @property({ attribute: false }) draft!: PaperDraft
  @property({ attribute: false }) known?: PaperNumbers
  @property({ attribute: false }) checked?: Checked
  @property({ attribute: false }) written?: PaperNumbersNoted
  /** Why it was not written down. */
  @property() problem = ''
  @property({ type: Boolean }) sending = false
  @property({ type: Boolean }) offline = false
  @property() zone = 'Asia/Ho_Chi_Minh'
  @state() private brush: Brush = 'served'
  private readonly text = new Speaking(this, deskPaperTexts)
  private readonly common = new Speaking(this, deskTexts)

  override render () {
    return html`<section class="card">
      <div><h2>${this.text.say('register')}</h2><p class="hint">${this.text.say('register.hint')}</p></div>
      ${this.written ? html`<div class="preview" role="status"><strong>${this.text.say('written', { count: this.written.numbers.length })}</strong>${this.counted(this.written)}</div>` : nothing}
      ${this.asked()}
      ${this.marks()}
      <div class="bottom">${this.outlook()}
      ${this.problem ? html`<p class="wrong" role="alert">${this.problem}</p>` : nothing}
      ${this.button()}</div>
    </section>`
  }

  private asked () {
    const { draft, known } = this
    return html`<div class="asked">
      <div class="wide"><label for="field">${this.text.say('field')}</label>
        <select id="field" @change=${(event: Event) => this.change({ field: (event.target as HTMLSelectElement).value, from: '', to: '', said: {} })}>
          <option value="" ?selected=${draft.field === ''}>${this.text.say('field.choose')}</option>
          ${this.fields.map(({ id, digit, name }) => html`<option value=${id} ?selected=${id === draft.field}>${digit} · ${this.text.of(name)}</option>`)}</select>
        ${known && known.field === draft.field ? html`<p class="small">${this.text.say('reserve', { from: known.from, to: known.to })} ${known.used.length > 0 ? this.text.say('used', { numbers: known.used.map(({ number }) => number).join(', ') }) : this.text.say('used.none')}</p>` : nothing}</div>
      ${this.figure('from', draft.from)}${this.figure('to', draft.to)}${this.time('since', draft.since)}${this.time('until', draft.until)}
    </div>`
  }

  private figure (name: 'from' | 'to', value: string) {
    const wrong = name === 'to' ? wrongEnd(this.draft) : undefined
    return html`<div><label for=${name}>${this.text.say(name)}</label><input id=${name} class="figure" inputmode="numeric" autocomplete="off" maxlength="7" .value=${value} aria-invalid=${wrong ? 'true' : 'false'} aria-describedby="${name}-hint"
      @input=${(event: Event) => this.change({ [name]: (event.target as HTMLInputElement).value.trim() })}><p class="small warn" id="${name}-hint" aria-live="polite">${wrong ? this.text.say(`to.${wrong}`) : ''}</p></div>`
  }

  private time (name: 'since' | 'until', value: string) {
    const isNone = value.trim() !== '' && timeTyped(value) === undefined
    const isBefore = name === 'until' && endsBeforeItBegins(this.draft)
    const isWrong = isNone || isBefore
    const hint = isNone ? this.text.say('time.form') : isBefore ? this.text.say('until.before') : name === 'until' ? this.text.say('until.now') : ''
    return html`<div><label for=${name}>${this.text.say(name)}</label><input id=${name} class="figure" autocomplete="off" maxlength="8" placeholder=${name === 'since' ? '08:05' : ''} .value=${value} aria-invalid=${isWrong ? 'true' : 'false'} aria-describedby="${name}-hint"
      @input=${(event: Event) => this.change({ [name]: (event.target as HTMLInputElement).value })}><p class="small ${isWrong ? 'warn' : ''}" id="${name}-hint" aria-live="polite">${hint}</p></div>`
  }

  private marks () {
    const all = numbersOf(this.draft)
    if (all.length === 0) return nothing
    return html`<div class="brushes"><p id="brush"><strong>${this.text.say('brush')}</strong></p>
        <div class="chips" role="group" aria-labelledby="brush">${brushes.map(brush => html`<button type="button" class="button" aria-pressed=${brush === this.brush ? 'true' : 'false'} @click=${() => { this.brush = brush }}>${this.text.say(`brush.${brush}`)}</button>`)}</div>
        <p class="small">${this.text.say('brush.hint')}</p></div>
      <div class="numbers" role="group" aria-label=${this.text.say('numbers')}>${all.map(number => this.number(number))}</div>`
  }

  private number (number: string) {
    const { state = 'waiting', priority } = this.draft.said[number] ?? {}
    return html`<button type="button" class="button ${state}" @click=${() => this.tell('moi-draft', { draft: mark(this.draft, number, this.brush) })}>
      <span class="n">${number}</span><small>${this.text.say(`state.${state}`)}${priority ? ` · ${this.text.say('priority')}` : ''}</small></button>`
  }

  /** What would be written down, as the office says itself. */
  private outlook () {
    const { checked } = this
    if (!checked) return nothing
    if ('problem' in checked) return html`<p class="wrong" role="alert">${checked.problem.detail}</p>`
    return html`<div class="preview" role="status"><strong>${this.text.say('preview', { count: checked.noted.numbers.length })}</strong>${this.counted(checked.noted)}</div>`
  }

  private counted ({ numbers }: PaperNumbersNoted) {
    const said = states.flatMap(state => {
      const those = numbers.filter(one => one.state === state)
      const [first, last] = [those[0], those.at(-1)]
      if (!first || !last) return []
      const times = { count: those.length, from: timeText(first.at, this.zone), to: timeText(last.at, this.zone) }
      return [this.text.say(`counted.${state}`, times)]
    })
    return html`<p>${said.join(' ')}</p>`
  }

  private button () {
    const { checked } = this
    const isReady = checked !== undefined && 'noted' in checked && !this.sending && !this.offline
    const count = checked && 'noted' in checked ? checked.noted.numbers.length : 0
    return html`<button type="button" class="button primary write" aria-disabled=${!isReady} @click=${() => { if (isReady) this.tell('moi-write') }}>${this.text.say(this.sending ? 'writing' : count > 0 ? 'write.n' : 'write', { count })}</button>
      ${this.offline ? html`<p class="small warn" role="status">${this.common.say('offline')}</p>` : nothing}`
  }

  private change (change: Partial<PaperDraft>): void { this.tell('moi-draft', { draft: { ...this.draft, ...change } }) }

  private tell (type: string, detail?: object): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }))
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-paper-register': PaperRegister } }
