import { css, html, nothing, type TemplateResult } from 'lit'
import { customElement } from 'lit/decorators.js'
import type { Counter } from '../../common/contract/counter.ts'
import type { FieldShown } from '../../common/contract/live.ts'
import { timeText } from '../../common/ui/moment.ts'
import { Asking, type TransferDraft } from './asking.ts'
import { choice } from './choices.ts'
import { countersOf } from './words.ts'

/** Sends the citizen on: to a field, or to one counter; and back here if wanted. */
@customElement('moi-transfer-dialog')
export class TransferDialog extends Asking<'transfer'> {
  static override styles = [...Asking.styles, css`
    .rows { display: grid; gap: 0.375rem; }
    .rows .face { min-height: 2.75rem; }
    .rows .face kbd { font-size: 0.875rem; line-height: 1.25rem; }
    .name { display: -webkit-box; max-height: 2.5em; overflow: hidden; -webkit-box-orient: vertical; -webkit-line-clamp: 2; }
    .where { display: block; }
    .where { font-size: 0.8125rem; font-weight: 500; line-height: 1.3; }
    .keeps { font-size: 0.875rem; }
  `]

  protected override readonly deed = 'transfer' as const

  private get draft (): TransferDraft {
    const { ticket, drafts } = this
    return drafts.transfer && drafts.transfer.ticket === ticket?.id ? drafts.transfer : { ticket: ticket?.id ?? '', kind: 'field', back: false }
  }

  private put (change: Partial<TransferDraft>): void {
    this.drafts.transfer = { ...this.draft, ...change }
    this.changed()
  }

  protected override obstacle (): string { return this.ticketGone() }
  protected override heading () { return this.ask.say('transfer.title', { number: this.ticket?.number ?? '' }) }

  protected override sendLabel (): string { return this.ask.say('transfer.send') }

  protected override body () {
    const { draft, ticket, shot } = this
    const kind = (value: TransferDraft['kind']) => choice({ kind: 'radio', name: 'kind', value, label: this.ask.say(`transfer.${value}`), isOn: draft.kind === value, onChange: () => this.put({ kind: value }) })
    return html`
      <fieldset><legend class="hidden-visually">${this.ask.say('transfer.kind')}</legend><div class="chips even">${kind('field')}${kind('counter')}</div></fieldset>
      <fieldset><legend class="hidden-visually">${this.ask.say(`transfer.${draft.kind}`)}</legend>
        <div class="rows">${draft.kind === 'field' ? this.openFields().map((field, index) => this.toField(field, index === 0)) : shot.colleagues.map((counter, index) => this.toCounter(counter, index === 0))}</div></fieldset>
      <label class="tick"><input type="checkbox" .checked=${draft.back} @change=${() => this.put({ back: !draft.back })}>${this.ask.say('transfer.back', { counter: shot.counter.number })}</label>
      ${ticket ? html`<p class="second keeps">${this.ask.say('transfer.keeps', { time: timeText(ticket.issuedAt, shot.office.timeZone) })}</p>` : nothing}`
  }

  /** Not the one it is in, unless it is bound to this counter and may be set free. */
  private openFields (): readonly FieldShown[] {
    const { ticket, shot } = this
    return shot.fields.filter(({ id }) => id !== ticket?.field || ticket.bound !== undefined)
  }

  private toField ({ id, digit, name }: FieldShown, isFirst: boolean) {
    const { counters, isOpen } = countersOf(id, this.shot)
    const where = isOpen ? this.ask.say('transfer.open', { counters: counters.join(', ') }) : this.ask.say('transfer.none')
    return choice({ kind: 'radio', name: 'field', value: id, digit, isFirst, isOn: this.draft.field === id, label: this.place(this.text.of(name), where), onChange: () => this.put({ field: id }) })
  }

  private toCounter ({ number, main, state, officer }: Counter, isFirst: boolean) {
    const fields = main.map(id => this.fieldName(id)).join(', ')
    const who = state === 'closed' ? this.ask.say('transfer.closed') : officer?.name ?? ''
    return choice({
      kind: 'radio', name: 'counter', value: String(number), isFirst, ...number < 10 && { digit: number }, isOn: this.draft.counter === number,
      label: this.place(`${this.text.say('counter', { counter: number })} · ${fields}`, who), onChange: () => this.put({ counter: number })
    })
  }

  private place (name: string, where: string): TemplateResult {
    return html`<span class="name" data-bounded title=${name}>${name}</span><span class="where second">${where}</span>`
  }

  private fieldName (id: string): string { return this.text.of(this.fields.get(id) ?? { vi: id, en: id }) }

  protected override chooseDigit (digit: number): void {
    const { kind } = this.draft
    if (kind === 'counter') {
      if (this.shot.colleagues.some(({ number }) => number === digit)) this.put({ counter: digit })
      return
    }
    const field = this.openFields().find(field => field.digit === digit)
    if (field) this.put({ field: field.id })
  }

  protected override wish () {
    const { kind, field, counter, back } = this.draft
    if (kind === 'field' && field !== undefined) return { field, back }
    if (kind === 'counter' && counter !== undefined) return { counter, back }
    this.missing = this.ask.say('transfer.need')
    return undefined
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-transfer-dialog': TransferDialog } }
