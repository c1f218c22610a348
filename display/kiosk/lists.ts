import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Field, Procedure } from '../../common/contract/office.ts'
import { commonTexts } from '../../common/i18n/common.ts'
import { kioskTexts } from '../../common/i18n/kiosk.ts'
import { kioskRulesTexts } from '../../common/i18n/kiosk-rules.ts'
import { cutOffTexts } from '../../common/i18n/kiosk-cut-off.ts'
import { fieldColours } from '../../common/ui/field-colour.ts'
import { prospectOf, shortForecastText } from '../../common/ui/forecast.ts'
import { Speaking } from '../../common/ui/language.ts'
import { timeText, untilText } from '../../common/ui/moment.ts'
import { sign } from '../../common/ui/signs.ts'
import { base, buttons } from '../../common/ui/style.ts'
import type { Choice } from './choices.ts'
import { look } from './look.ts'
import { choicesAPage, touch, waitingIn, waitingKey, type KioskModel } from './model.ts'
import { ownPrinter, printerText } from './paper.ts'
import { kioskSign } from './signs.ts'
import type { Listing } from './steps.ts'
import { isNearlyOut, isShut } from './wish.ts'

type Level = Exclude<Listing, { at: 'search' }>
interface Word { readonly sign: TemplateResult, readonly text: string, readonly isCalm?: boolean }

/** The two levels of choice: a field, then what is to be done in it. */
@customElement('moi-lists')
export class Lists extends LitElement {
  static override styles = [base, buttons, look, fieldColours, css`
    .lists { display: grid; grid-template-rows: auto minmax(0, 1fr) auto; grid-row-gap: 1.75rem; height: 100%; }
    .hello { font-size: calc(2.125rem * var(--k, 1)); line-height: 1.3; color: var(--moi-text-second); }
    h1 { font-size: calc(3.5rem * var(--k, 1)); letter-spacing: -0.01em; }
    .explained { margin-top: 0.375rem; font-size: calc(1.625rem * var(--k, 1)); line-height: 1.35; color: var(--moi-text-second); }
    .of { display: grid; grid-template-columns: auto minmax(0, 1fr); grid-column-gap: 1.5rem; align-items: center; }
    .of .digit { font-size: 3rem; }
    .of .review { grid-column: 2; justify-self: start; margin-top: 0.5rem; font-size: calc(1.375rem * var(--k, 1)); }
    .pages { display: grid; grid-template-columns: 1fr auto 1fr; grid-column-gap: 1.5rem; align-items: center; font-size: calc(1.625rem * var(--k, 1)); }
    .word { display: grid; grid-template-columns: auto minmax(0, 1fr); grid-column-gap: 1rem; align-items: center; margin-top: 1rem; padding: 0.75rem 1.5rem; border: 0.125rem solid var(--moi-warn); border-radius: var(--moi-radius-control); background: var(--moi-warn-soft); font-size: calc(1.625rem * var(--k, 1)); font-weight: 600; line-height: 1.35; }
    .word .sign { color: var(--moi-warn); font-size: 2.25rem; }
    .word.calm { border-color: var(--moi-brand); background: var(--moi-brand-soft); }
    .word.calm .sign { color: var(--moi-brand); }
    @media (min-aspect-ratio: 1/1) {
      .lists { grid-row-gap: 1.25rem; }
      .hello { font-size: calc(1.875rem * var(--k, 1)); }
      :host([large]) .welcome .hello { display: none; }
      .noticed .welcome { display: grid; grid-template-columns: auto minmax(0, 1fr); grid-column-gap: 3rem; align-items: center; }
      .noticed .hello, .noticed h1 { grid-column: 1; }
      .noticed .explained, :host([large]) .explained { display: none; }
      .words { display: grid; grid-row-gap: 0.5rem; grid-column: 2; grid-row: 1 / 3; }
      .word { margin-top: 0; padding: 0.5rem 1.5rem; font-size: calc(1.5rem * var(--f, 1)); }
      .of { grid-template-columns: auto minmax(0, 1fr) auto; }
      .of .review { grid-column: 3; margin-top: 0; }
      h1 { font-size: calc(2.75rem * var(--k, 1)); }
    }
  `]

  @property({ attribute: false }) model?: KioskModel
  @property({ attribute: false }) step?: Level
  private readonly text = new Speaking(this, kioskTexts)
  private readonly common = new Speaking(this, commonTexts)
  private readonly rules = new Speaking(this, kioskRulesTexts)
  private readonly cutOff = new Speaking(this, cutOffTexts)

  override render () {
    if (!this.model?.catalogue || !this.step) return nothing
    const all = this.step.at === 'fields' ? this.fields(this.model) : this.procedures(this.model, this.step.field)
    if (all.length === 0 && this.step.at === 'fields') return html`<moi-message heading=${this.text.say('empty.title')} .lines=${[this.text.say('empty')]}></moi-message>`
    const size = choicesAPage(this.model.large)
    const pages = Math.max(1, Math.ceil(all.length / size))
    const page = Math.min(this.step.page, pages - 1)
    // Said once where it holds for all, on each tile where it does not.
    const isSame = all.every(({ mark }) => mark)
    const shown = [...all.slice(page * size, (page + 1) * size).map(choice => isSame ? { ...choice, mark: undefined } : choice), this.step.at === 'fields' ? this.search() : this.other(this.step.field)]
    const words = this.step.at === 'fields' && !this.step.adding ? this.words(this.model) : []
    return html`<div class="lists ${words.length > 0 ? 'noticed' : ''}">
      ${this.step.at === 'fields' ? this.welcome(words, this.step.adding !== undefined, shown) : this.heading(this.step.field, isSame && all.length > 0)}
      <moi-choices ?large=${this.model.large} .choices=${shown}></moi-choices>
      ${pages > 1 ? this.turning(page, pages) : nothing}
    </div>`
  }

  /** What everybody who comes here is to know first. */
  private words ({ live, catalogue }: KioskModel): readonly Word[] {
    const printer = printerText(ownPrinter(live.shot?.printers))
    const pause = live.shot?.break
    return [
      ...pause ? [{ sign: kioskSign('clock'), isCalm: true, text: this.rules.say('break', { time: timeText(pause.until, catalogue?.office.timeZone ?? '') }) }] : [],
      ...printer ? [{ sign: sign('warn'), text: this.text.say(printer) }] : []
    ]
  }

  private welcome (words: readonly Word[], isAdding: boolean, shown: readonly Choice[]) {
    return html`<div class="welcome"><p class="hello">${isAdding ? this.rules.say('more.hello') : this.text.say('hello')}</p><h1>${isAdding ? this.rules.say('more.title') : this.text.say('fields.title')}</h1>
      ${!isAdding && shown.some(({ when }) => when) ? html`<p class="explained">${this.cutOff.say('explained')}</p>` : nothing}
      ${words.length > 0 ? html`<div class="words">${words.map(({ sign, text, isCalm }) => html`<p class="word ${isCalm ? 'calm' : ''}" role="status">${sign}<span>${text}</span></p>`)}</div>` : nothing}</div>`
  }

  private heading (field: Field, mustReview: boolean) {
    return html`<div class="of"><span class="digit" data-digit=${field.digit} aria-hidden="true">${field.digit}</span>
      <div><p class="hello">${this.text.of(field.kioskLabel)}</p><h1>${this.text.say('procedures.title')}</h1></div>
      ${mustReview ? html`<span class="review">${this.common.say('needsReview')}</span>` : nothing}</div>`
  }

  private fields ({ catalogue, live, now }: KioskModel): readonly Choice[] {
    const sorted = [...catalogue?.fields ?? []].sort((one, other) => one.digit - other.digit)
    return sorted.map(field => ({
      label: this.text.of(field.kioskLabel), digit: field.digit, closed: isShut(field),
      ...isShut(field) ? { lines: this.shutLines(field, now, catalogue?.office.timeZone ?? '') } : this.open(field, live, now, catalogue?.office.timeZone ?? ''),
      choose: () => touch(this, { do: 'field', field, hasProcedures: catalogue?.procedures.some(({ field: id }) => id === field.id) ?? false, hardly: prospectOf(live.shot?.forecasts, field.id, false)?.hardlyToday ?? false })
    }))
  }

  /** How many wait, and when whoever takes a number now may expect to be called; or what makes it urgent. */
  private open (field: Field, live: KioskModel['live'], now: Date, zone: string): Pick<Choice, 'lines' | 'hurry' | 'when'> {
    const prospect = prospectOf(live.shot?.forecasts, field.id, false)
    const count = waitingIn(field, live)
    const hurry = prospect?.hardlyToday ? this.cutOff.say('tile') : isNearlyOut(field) ? this.rules.say('quota.left', { count: field.quotaLeft ?? 0 }) : undefined
    const when = prospect?.forecast && !prospect.hardlyToday ? shortForecastText(prospect.forecast, { now, zone, language: this.text.language }) : undefined
    const waiting = waitingKey(count, field, prospect, now)
    return { lines: waiting === 'waiting.0' && when ? [] : [this.text.say(waiting, { count })], ...hurry !== undefined && { hurry }, ...when !== undefined && { when } }
  }

  private shutLines ({ open, opensAt }: Field, now: Date, zone: string): string[] {
    if (open) return [this.rules.say('quota.none')]
    return [this.text.say('field.closed'), ...(opensAt ? [this.text.say('field.opensAt', { time: untilText(opensAt, now, zone, this.text.language) })] : [])]
  }

  private procedures ({ catalogue }: KioskModel, field: Field): readonly Choice[] {
    const own = catalogue?.procedures.filter(procedure => procedure.field === field.id) ?? []
    return own.map(procedure => this.procedure(field, procedure))
  }

  private procedure (field: Field, procedure: Procedure): Choice {
    const fee = procedure.fee ? [`${this.text.say('fee')}: ${procedure.fee}`] : []
    return {
      label: this.text.of(procedure.kioskLabel), lines: [procedure.papers.slice(0, 3).join(', '), ...fee].filter(Boolean),
      ...(procedure.needsReview ? { mark: this.common.say('needsReview') } : {}),
      choose: () => touch(this, { do: 'procedure', field, procedure })
    }
  }

  private search (): Choice {
    return { label: this.text.say('search'), lines: [this.text.say('search.hint')], sign: sign('search'), apart: true, choose: () => touch(this, { do: 'search' }) }
  }

  private other (field: Field): Choice {
    return { label: this.text.say('other'), lines: [this.text.say('other.hint')], apart: true, choose: () => touch(this, { do: 'procedure', field }) }
  }

  private turning (page: number, pages: number) {
    const turn = (to: number, label: 'page.previous' | 'page.next', isBack: boolean) => html`<button type="button" class="button" ?disabled=${to < 0 || to >= pages}
      @click=${() => touch(this, { do: 'page', page: to })}>${isBack ? sign('back') : nothing}<span>${this.text.say(label)}</span>${isBack ? nothing : sign('next')}</button>`
    return html`<div class="pages">${turn(page - 1, 'page.previous', true)}<span role="status">${this.text.say('page', { page: page + 1, pages })}</span>${turn(page + 1, 'page.next', false)}</div>`
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-lists': Lists } }
