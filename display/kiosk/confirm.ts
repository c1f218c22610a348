import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Prospect } from '../../common/contract/forecast.ts'
import type { Field, Office } from '../../common/contract/office.ts'
import { commonTexts } from '../../common/i18n/common.ts'
import { kioskTexts } from '../../common/i18n/kiosk.ts'
import { kioskRulesTexts } from '../../common/i18n/kiosk-rules.ts'
import { fieldColours } from '../../common/ui/field-colour.ts'
import { Speaking } from '../../common/ui/language.ts'
import { sign } from '../../common/ui/signs.ts'
import { base, buttons } from '../../common/ui/style.ts'
import './expected.ts'
import { mayAskList } from './flow.ts'
import { look } from './look.ts'
import { touch, waitingKey } from './model.ts'
import { listText, printerText, waitedMs, type OwnPrinter } from './paper.ts'
import './services.ts'
import { kioskSign } from './signs.ts'
import type { Confirming } from './steps.ts'
import { isNearlyOut, mayAdd, servicesOf } from './wish.ts'

/** Papers, fee and time before the number; then one button. */
@customElement('moi-confirm')
export class Confirm extends LitElement {
  static override styles = [base, buttons, look, fieldColours, css`
    .sides { display: grid; grid-gap: 1.5rem; height: 100%; grid-template-rows: minmax(0, 1fr) auto; }
    .card { display: grid; grid-template-rows: auto minmax(0, 1fr) auto; }
    .card.many { grid-template-rows: minmax(0, 1fr) auto; }
    .rest { overflow: auto; }
    .end { display: grid; grid-template-columns: minmax(0, 1fr) auto; grid-gap: 1rem; align-items: center; padding-top: 1.25rem; border-top: 0.125rem solid var(--moi-line); }
    .queue { font-size: calc(1.875rem * var(--k, 1)); font-weight: 600; line-height: 1.35; }
    .few { display: block; color: var(--moi-warn); }
    .changes { display: grid; grid-auto-flow: column; grid-column-gap: 0.75rem; }
    .changes .button { min-height: 5.25rem; padding: 0.25rem 1.25rem; font-size: calc(1.5rem * var(--f, 1)); font-weight: 600; line-height: 1.25; }
    .changes .sign { font-size: 1.75rem; }
    .dossiers b { display: block; font-size: calc(1.75rem * var(--f, 1)); }
    .dossiers { flex-direction: column; color: var(--moi-text-second); }
    .dossiers b { color: var(--moi-text); }
    .card { padding: 2rem 2.25rem; border-radius: var(--moi-radius-card); background: var(--moi-card); box-shadow: var(--moi-shadow); }
    .head { display: grid; grid-template-columns: auto minmax(0, 1fr); grid-column-gap: 1.5rem; align-items: center; }
    .digit { font-size: 2.5rem; }
    h1 { font-size: calc(2.375rem * var(--k, 1)); }
    .field { font-size: calc(1.625rem * var(--k, 1)); color: var(--moi-text-second); }
    dl { display: grid; grid-template-columns: calc(12.5rem * var(--k, 1)) minmax(0, 1fr); grid-gap: 1.125rem 1rem; align-items: baseline; margin-top: 1.75rem; }
    dt { font-size: calc(1.625rem * var(--k, 1)); font-weight: 600; color: var(--moi-text-second); }
    dd { margin: 0; font-size: calc(2rem * var(--k, 1)); font-weight: 500; line-height: 1.35; }
    .other { margin-top: 1.75rem; font-size: calc(2rem * var(--k, 1)); line-height: 1.35; }
    li { display: grid; grid-template-columns: 2rem minmax(0, 1fr); grid-column-gap: 0.75rem; padding: 0.25rem 0; }
    li .sign { margin-top: 0.2em; color: var(--moi-ok); }
    .check { margin-top: 0.5rem; line-height: 1; }
    .review { font-size: 1.25rem; }
    fieldset { min-width: 0; margin: 0; padding: 0; border: 0; }
    legend { padding: 0; font-size: calc(2rem * var(--k, 1)); font-weight: 700; }
    .hint { margin: 0.25rem 0 1rem; font-size: calc(1.5rem * var(--k, 1)); color: var(--moi-text-second); }
    .classes { display: grid; grid-gap: 0.75rem; grid-template-columns: repeat(2, minmax(0, 1fr)); }
    .classes .button { justify-content: flex-start; width: 100%; text-align: left; font-size: calc(1.625rem * var(--k, 1)); }
    .classes .button:first-child:nth-last-child(odd) { grid-column: 1 / 3; }
    .classes .button.on { border: 0.1875rem solid var(--moi-brand); background: var(--moi-brand-soft); }
    .dot { flex: none; margin-right: 0.75rem; width: 1.5rem; height: 1.5rem; border: 0.125rem solid var(--moi-edge); border-radius: 50%; background: var(--moi-card); }
    .on .dot { border: 0.45rem solid var(--moi-brand); }
    .expected { margin-top: 1.5rem; text-align: center; font-size: calc(2.125rem * var(--k, 1)); font-weight: 600; line-height: 1.3; }
    .expected.hardly { color: var(--moi-warn); }
    .expected + .take { margin-top: 1rem; }
    .take { width: 100%; min-height: 8.5rem; margin-top: 1.5rem; border-radius: var(--moi-radius-card); font-size: calc(3rem * var(--k, 1)); font-weight: 700; }
    .papers { display: grid; grid-template-columns: minmax(0, 1fr) auto; grid-column-gap: 1.5rem; align-items: start; }
    .list { width: calc(13.5rem * var(--k, 1)); font-size: calc(1.5rem * var(--k, 1)); font-weight: 600; line-height: 1.35; text-align: center; }
    .list .button { flex-direction: column; width: 100%; min-height: 7rem; font-size: calc(1.5rem * var(--k, 1)); line-height: 1.2; }
    .list .sign { margin-bottom: 0.25rem; font-size: 2.25rem; }
    p.list { padding: 0.75rem 1rem; border-radius: var(--moi-radius-control); background: var(--moi-brand-soft); color: var(--moi-brand-deep); }
    p.list .sign { display: block; margin: 0 auto 0.25rem; }
    .list [role] { margin-bottom: 0.75rem; }
    .noticed { grid-gap: 1rem; }
    .noticed .card { padding: 1.25rem 2rem; }
    .noticed dl { grid-row-gap: 0.625rem; margin-top: 1.25rem; }
    .crowded .hint { display: none; }
    .crowded legend { margin-bottom: 0.75rem; }
    .notice { display: grid; grid-template-columns: auto minmax(0, 1fr); grid-column-gap: 1rem; align-items: center; margin-top: 1.25rem; padding: 1rem 1.5rem; border: 0.125rem solid var(--moi-warn); border-radius: var(--moi-radius-control); background: var(--moi-warn-soft); font-size: calc(1.625rem * var(--k, 1)); font-weight: 600; line-height: 1.35; }
    .notice p + p { margin-top: 0.375rem; padding-top: 0.375rem; border-top: 0.0625rem solid var(--moi-warn); }
    .notice .sign { color: var(--moi-warn); font-size: 2.25rem; }
    .problem { margin-top: 1.25rem; padding: 1rem 1.5rem; border: 0.125rem solid var(--moi-stop); border-radius: var(--moi-radius-control); background: var(--moi-stop-soft); font-size: calc(1.75rem * var(--k, 1)); font-weight: 600; line-height: 1.35; }
    @media (min-aspect-ratio: 1/1) {
      .sides, .noticed { grid-template-rows: minmax(0, 1fr); grid-template-columns: minmax(0, 1.1fr) minmax(0, 1fr); grid-gap: 2.25rem; }
      .ask { display: grid; grid-template-rows: 1fr auto auto auto; overflow: auto; }
      .expected { margin-top: 1rem; font-size: calc(1.875rem * var(--k, 1)); }
      .take { margin-top: 1.25rem; }
      .crowded .take { min-height: 7rem; margin-top: 0.75rem; }
      .crowded .notice { margin-top: 0.75rem; padding: 0.625rem 1.25rem; }
      .card { padding: 1.5rem 2rem; }
      h1 { font-size: calc(2.125rem * var(--k, 1)); }
      dl, .other { margin-top: 1rem !important; }
      dt { font-size: calc(1.5rem * var(--k, 1)); }
      dl { grid-row-gap: 0.625rem; }
      dd { font-size: calc(1.75rem * var(--k, 1)); line-height: 1.3; }
      li { padding: 0; }
      .end { margin-top: 0.625rem; padding-top: 0.75rem; }
      .queue { font-size: calc(1.625rem * var(--k, 1)); }
    }
  `]

  @property({ attribute: false }) step?: Confirming
  @property({ attribute: false }) office?: Office
  @property({ type: Number }) waiting = 0
  /** The step's field as it is served now. */
  @property({ attribute: false }) field?: Field
  /** Of the class that is chosen. */
  @property({ attribute: false }) prospect?: Prospect
  /** The kiosk's own printer. */
  @property({ attribute: false }) printer?: OwnPrinter
  @property({ attribute: false }) now = new Date()
  @property({ type: Boolean }) large = false
  private readonly text = new Speaking(this, kioskTexts)
  private readonly common = new Speaking(this, commonTexts)
  private readonly rules = new Speaking(this, kioskRulesTexts)

  override render () {
    if (!this.step) return nothing
    const notices = this.notices(this.step)
    return html`<div class="sides ${notices.length > 0 ? 'noticed' : ''} ${notices.length > 1 ? 'crowded' : ''}">${this.facts(this.step)}
      <div class="ask">
        ${this.priority(this.step)}
        <div class="notices">${this.step.problem ? html`<p class="problem" role="alert">${this.step.problem.detail}</p>` : notices.length > 0 ? html`<div class="notice" role="status">${sign('warn')}<div>${notices.map(notice => html`<p>${notice}</p>`)}</div></div>` : nothing}</div>
        ${this.expected()}
        <button type="button" class="button primary take" ?disabled=${this.step.sending} @click=${() => touch(this, { do: 'send', hardly: this.prospect?.hardlyToday ?? false })}>
          ${this.text.say(this.step.sending ? 'taking' : 'take')}
        </button>
      </div>
    </div>`
  }

  /** What is to be known before the number is taken: of the printer, and of each field that has something to say now. */
  private notices (step: Confirming): readonly string[] {
    const printer = printerText(this.printer)
    const fields = new Set(servicesOf(step).flatMap(({ field: { notice } }) => notice ? [this.text.of(notice)] : []))
    return [...fields, ...printer ? [this.text.say(printer)] : []]
  }

  private facts (step: Confirming) {
    const { field, procedure } = step
    const isMany = step.more.length > 0
    return html`<section class="card ${isMany ? 'many' : ''}">
      ${isMany ? html`<moi-services class="rest" .step=${step} ?dense=${step.more.length > 2 && this.large}></moi-services>` : html`<div class="head">
        <span class="digit" data-digit=${field.digit} aria-hidden="true">${field.digit}</span>
        <div><p class="field">${this.text.of(field.name)}</p><h1>${procedure ? this.text.of(procedure.name) : this.text.say('other')}</h1>
          ${procedure?.needsReview ? html`<p class="check"><span class="review">${this.common.say('needsReview')}</span></p>` : nothing}</div>
      </div>
      <div class="rest">${procedure ? this.details(procedure, step) : html`<p class="other">${this.text.say('other.hint')}</p>`}</div>`}
      ${this.end(step, this.field ?? field)}
    </section>`
  }

  /** Beside the button, since the class that is chosen above it changes it. */
  private expected () {
    const { forecast, hardlyToday } = this.prospect ?? {}
    return forecast ? html`<p class="expected ${hardlyToday ? 'hardly' : ''}" role="status"><moi-expected .forecast=${forecast} .now=${this.now} zone=${this.office?.timeZone ?? 'Asia/Ho_Chi_Minh'}></moi-expected></p>` : nothing
  }

  /** Where and how long one waits; what may still be changed. */
  private end (step: Confirming, field: Field) {
    return html`<div class="end">
      <p class="queue">${this.queue(field)}${isNearlyOut(field) ? html`<span class="few">${this.rules.say('quota.left', { count: field.quotaLeft ?? 0 })}</span>` : nothing}</p>
      <div class="changes">${this.dossiers(step)}${mayAdd(step)
        ? html`<button type="button" class="button" @click=${() => touch(this, { do: 'more' })}>${kioskSign('plus')}<span>${this.rules.say('more')}</span></button>` : nothing}</div>
    </div>`
  }

  private dossiers ({ dossiers, sending }: Confirming) {
    if (dossiers === undefined) return nothing
    const count = `${dossiers} ${this.rules.say(`dossiers.unit.${dossiers === 1 ? '1' : 'n'}`)}`
    return html`<button type="button" class="button dossiers" aria-label="${count}: ${this.rules.say('dossiers.change')}" ?disabled=${sending} @click=${() => touch(this, { do: 'dossiers' })}><b>${count}</b><span>${this.rules.say('change')}</span></button>`
  }

  private queue (field: Field): string {
    const { counters } = field
    const waiting = this.text.say(waitingKey(this.waiting, field, this.prospect, this.now), { count: this.waiting })
    const where = counters.length > 0 ? this.text.say('taken.counter', { counters: counters.join(', ') }) + ' · ' : ''
    return where + waiting
  }

  private details ({ papers, fee, resultTime }: NonNullable<Confirming['procedure']>, step: Confirming) {
    return html`<dl>
      <dt>${this.text.say('papers')}</dt>
      ${papers.length === 0 ? html`<dd>${this.text.say('papers.none')}</dd>` : html`<dd class="papers"><ul>${papers.map(paper => html`<li>${sign('check')}<span>${paper}</span></li>`)}</ul>${this.list(step)}</dd>`}
      <dt>${this.text.say('fee')}</dt><dd>${fee ?? this.text.say('fee.none')}</dd>
      <dt>${this.text.say('resultTime')}</dt><dd>${resultTime ?? this.text.say('resultTime.none')}</dd>
    </dl>`
  }

  /** The papers on paper, for whoever has to come back with them. */
  private list (step: Confirming) {
    const { checklist } = step
    if (checklist && !mayAskList(step)) {
      const known = { print: checklist.print ?? 'queued', at: checklist.at, ageMs: waitedMs(checklist.askedAt, this.now.getTime(), this.printer), printer: this.printer } as const
      return html`<p class="list" role="status">${sign('print')}<span>${this.text.say(listText(known))}</span></p>`
    }
    return html`<div class="list">
      ${checklist ? html`<p role="status">${this.text.say('checklist.trouble')}</p>` : nothing}
      <button type="button" class="button" ?disabled=${step.sending || printerText(this.printer) !== undefined && this.printer?.reliefBy === undefined}
        @click=${() => touch(this, { do: 'checklist', now: this.now.getTime() })}>${sign('print')}<span>${this.text.say('checklist')}</span></button>
    </div>`
  }

  private priority (step: Confirming) {
    const classes = this.office?.priorityClasses ?? []
    if (classes.length === 0) return html`<span></span>`
    return html`<fieldset ?disabled=${step.sending}>
      <legend>${this.text.say('priority')}</legend>
      <p class="hint">${this.text.say('priority.hint')}</p>
      <div class="classes">
        ${this.option(step, undefined, this.text.say('priority.no'))}
        ${classes.map(({ id, name }) => this.option(step, id, this.text.of(name)))}
      </div>
    </fieldset>`
  }

  private option ({ priorityClass: chosen }: Confirming, id: string | undefined, label: string) {
    return html`<button type="button" class="button ${chosen === id ? 'on' : ''}" aria-pressed=${chosen === id ? 'true' : 'false'}
      @click=${() => touch(this, { do: 'priority', ...(id ? { priorityClass: id } : {}) })}><span class="dot"></span><span>${label}</span></button>`
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-confirm': Confirm } }
