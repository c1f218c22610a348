import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { ConsoleShot } from '../../common/contract/live.ts'
import { consoleTexts } from '../../common/i18n/console.ts'
import { desk } from '../../common/ui/desk.ts'
import { language, Speaking } from '../../common/ui/language.ts'
import type { LiveState } from '../../common/ui/live-state.ts'
import '../../common/ui/printer-strip.ts'
import type { Slip } from '../../common/ui/printing.ts'
import '../../common/ui/stale-banner.ts'
import { base, buttons } from '../../common/ui/style.ts'
import '../../common/ui/trial-mark.ts'
import './away.ts'
import './colleagues.ts'
import './current.ts'
import './deed-bar.ts'
import { offer, undoSeconds, type Deed } from './deeds.ts'
import './doubtful-slips.ts'
import type { DoubtsShown } from './doubtful-slips.ts'
import './queue-list.ts'
import './slip-again.ts'
import './sorry.ts'
import { stillToCome, type Names } from './words.ts'

/**
 * The console of whoever holds the counter.
 * @fires moi-deed, moi-reprint, moi-reprint-doubtful, moi-apologise, moi-return, moi-help, moi-leave
 */
@customElement('moi-counter-work')
export class CounterWork extends LitElement {
  static override styles = [base, buttons, desk, css`
    :host { display: block; max-width: 72rem; margin: 0 auto; }
    .bar { display: grid; grid-template-columns: auto 1fr auto; gap: 0.625rem; align-items: center; padding: 0.75rem 0.75rem 0; }
    .badge { padding: 0.1875rem 0.75rem; border-radius: var(--moi-radius-small); background: var(--moi-brand); color: var(--moi-on-brand); font-size: 0.9375rem; font-weight: 700; white-space: nowrap; }
    .fields { min-width: 0; font-size: 0.875rem; line-height: 1.3; }
    .fields p { overflow: hidden; white-space: nowrap; text-overflow: ellipsis; }
    .main { font-weight: 600; }
    .state { font-size: 0.875rem; font-weight: 700; white-space: nowrap; color: var(--moi-ok); }
    .state::before { content: ''; display: inline-block; width: 0.625rem; height: 0.625rem; margin-right: 0.375rem; border-radius: 50%; background: currentColor; }
    .state.paused, .state.stale { color: var(--moi-warn); }
    .state.paused::before, .state.stale::before { border-radius: 0.125rem; }
    main { display: grid; gap: 0.75rem; grid-template-columns: minmax(0, 1fr); align-items: start; padding: 0.75rem; }
    .now { display: grid; gap: 0.75rem; align-content: start; }
    moi-stale-banner { font-size: 0.875rem; }
    .past { filter: grayscale(1); }
    footer { display: flex; flex-wrap: wrap; gap: 0.25rem 0.5rem; align-items: center; padding: 0 0.75rem 0.75rem; font-size: 0.875rem; }
    .today { flex: 1 1 100%; padding: 0 0.25rem; font-weight: 500; color: var(--moi-text-second); }
    footer .button { min-height: 2.75rem; padding: 0 0.625rem; font-size: 0.875rem; }
    .standing { display: grid; gap: 0.25rem; justify-items: end; }
    moi-trial-mark { font-size: 0.6875rem; }
    @media (min-width: 52rem) {
      .bar { padding: 1.25rem 1.25rem 0; }
      main { grid-template-columns: minmax(0, 30rem) minmax(0, 1fr); grid-template-rows: auto auto 1fr; gap: 1rem 1.25rem; padding: 1.25rem; }
      .now { grid-area: 1 / 1 / 4 / 2; }
      moi-queue-list { grid-area: 1 / 2; }
      moi-away { grid-area: 2 / 2; }
      moi-colleagues { grid-area: 3 / 2; }
      moi-away[hidden] ~ moi-colleagues { grid-area: 2 / 2; }
      footer { padding: 0 1.25rem 1.25rem; }
      .today { flex: 1 1 auto; }
    }
  `]

  @property({ attribute: false }) state!: LiveState<ConsoleShot> & { readonly shot: ConsoleShot }
  @property({ attribute: false }) procedures: Names = new Map()
  @property({ attribute: false }) now = new Date()
  @property({ attribute: false }) pending?: Deed
  @property() refusal = ''
  @property() hint = ''
  /** What became of the last number here. */
  @property() told = ''
  /** The ticket on its way back, what was said to the last one, and where it waits now. */
  @property({ attribute: false }) returning?: string
  @property() notReturned = ''
  @property() returned = ''
  /** The slip that was asked for again, and what the office said instead. */
  @property({ attribute: false }) slip?: Slip
  @property() notPrinted = ''
  /** The slip that says sorry, and why it was not printed. */
  @property({ attribute: false }) apology?: Slip
  @property() notApologised = ''
  @property({ attribute: false }) doubts: DoubtsShown = { listed: [], again: [] }
  private readonly text = new Speaking(this, consoleTexts)

  override render () {
    const { shot } = this.state
    const isStale = this.state.status === 'stale'
    const fields: Names = new Map(shot.fields.map(({ id, name }) => [id, name]))
    const offered = offer(shot, this.now)
    const past = isStale ? 'past' : ''
    return html`
      ${this.bar(shot, fields, isStale)}
      <main>
        <h1 class="hidden-visually">${this.text.say('counter', { counter: shot.counter.number })}</h1>
        <div class="now">
          ${isStale ? html`<moi-stale-banner since=${this.state.staleSince ?? nothing} zone=${shot.office.timeZone}>${this.text.say('stale.hint')}</moi-stale-banner>` : nothing}
          ${isStale ? nothing : html`<moi-printer-strip .printers=${shot.printers}></moi-printer-strip>`}
          <moi-current-ticket .shot=${shot} .fields=${fields} .procedures=${this.procedures} .now=${this.now} told=${this.told}></moi-current-ticket>
          <moi-deed-bar .offer=${offered} .pending=${this.pending} .undo=${shot.counter.undo} seconds=${undoSeconds(shot.counter, this.now)} ?offline=${isStale}
            refusal=${this.refusal} hint=${this.hint} recalls=${this.recalls(shot)} afterwards=${this.afterwards(shot, fields)}>
            <moi-slip-again ?possible=${!isStale && shot.current !== undefined} .slip=${this.slip} .printers=${shot.printers} refusal=${this.notPrinted}></moi-slip-again></moi-deed-bar>
          <moi-sorry .shot=${shot} .slip=${this.apology} refusal=${this.notApologised} ?offline=${isStale}></moi-sorry>
          <moi-doubtful-slips .doubts=${this.doubts} .printers=${shot.printers} ?offline=${isStale}></moi-doubtful-slips>
        </div>
        <moi-away .queue=${shot.queue} counter=${shot.counter.number} .now=${this.now} zone=${shot.office.timeZone} .pending=${this.returning} ?offline=${isStale}
          refusal=${this.notReturned} done=${this.returned}></moi-away>
        <moi-queue-list class=${past} .queue=${shot.queue} .fields=${fields} .procedures=${this.procedures} promise=${shot.office.promiseMinutes} .promised=${shot.promise} counter=${shot.counter.number}
          zone=${shot.office.timeZone} .now=${this.now} ?choosable=${!isStale && !this.pending && offered.possible.includes('call')}></moi-queue-list>
        <moi-colleagues class=${past} .counters=${shot.colleagues}></moi-colleagues>
      </main>
      ${this.foot(shot)}`
  }

  private bar ({ counter, office }: ConsoleShot, fields: Names, isStale: boolean) {
    const named = (ids: readonly string[]) => ids.map(id => this.text.of(fields.get(id) ?? { vi: id, en: id })).join(', ')
    const helper = named(counter.helper)
    const state = isStale ? 'stale' : counter.state
    return html`<header class="bar">
      <span class="badge">${this.text.say('counter', { counter: counter.number })}</span>
      <div class="fields">
        <p class="main" data-bounded>${named(counter.main)}</p>
        ${helper ? html`<p class="second" data-bounded>${this.text.say('fields.helper')}: ${helper}</p>` : nothing}
      </div>
      <div class="standing">
        <span class="state ${state}" role="status">${this.text.say(`state.${state}`)}</span>
        ${office.trial ? html`<moi-trial-mark short></moi-trial-mark>` : nothing}
      </div>
    </header>`
  }

  /** Where the number goes from here, for the button that sends it there. */
  private afterwards ({ current, counter }: ConsoleShot, fields: Names): string {
    const { services: [service], back } = stillToCome(current?.ticket ?? {}, counter.number)
    if (service) return this.text.say('after.button', { service: this.text.of(fields.get(service.field) ?? { vi: service.field, en: service.field }) })
    return back === undefined ? '' : this.text.say('after.button', { service: this.text.say('counter', { counter: back }) })
  }

  private recalls ({ current, office }: ConsoleShot): string {
    return current?.ticket.state === 'called' ? `${current.recalls}/${office.recallLimit}` : ''
  }

  private foot ({ today }: ConsoleShot) {
    return html`<footer>
      <p class="today">${this.text.say('today', { served: today.served, missed: today.missed })}</p>
      <button type="button" class="button quiet" @click=${() => this.tell('moi-help')}>${this.text.say('help')} <kbd aria-hidden="true">?</kbd></button>
      <button type="button" class="button quiet" lang=${this.text.language === 'vi' ? 'en' : 'vi'} @click=${() => language.toggle()}>${this.text.say('language')}</button>
      <button type="button" class="button quiet" @click=${() => this.tell('moi-leave')}>${this.text.say('signOut')}</button>
    </footer>`
  }

  private tell (type: string): void { this.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true })) }
}

declare global { interface HTMLElementTagNameMap { 'moi-counter-work': CounterWork } }
