import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { ConsoleShot } from '../../common/contract/live.ts'
import type { Outcome } from '../../common/contract/office.ts'
import { finishTexts } from '../../common/i18n/console-finish.ts'
import { optionTexts } from '../../common/i18n/console-options.ts'
import { consoleTexts } from '../../common/i18n/console.ts'
import { desk } from '../../common/ui/desk.ts'
import { Speaking } from '../../common/ui/language.ts'
import type { LiveState } from '../../common/ui/live-state.ts'
import '../../common/ui/printer-strip.ts'
import '../../common/ui/stale-banner.ts'
import { base, buttons } from '../../common/ui/style.ts'
import '../../common/ui/trial-mark.ts'
import './away.ts'
import { noCatalogue, type Catalogue } from './catalogue.ts'
import './colleagues.ts'
import './current.ts'
import './deed-bar.ts'
import { offer, undoSeconds } from './deeds.ts'
import './doubtful-slips.ts'
import type { FinishDraft } from './finish-draft.ts'
import './finish-strip.ts'
import './own-list.ts'
import './panic-button.ts'
import './panic-calls.ts'
import { inPanic } from './panicking.ts'
import './queue-list.ts'
import './slip-again.ts'
import './sorry.ts'
import { nothingUnderWay, type Standing } from './standing.ts'
import { stillToCome, type Names } from './words.ts'
import './wrap-up-bar.ts'

/**
 * The console of whoever holds the counter.
 * @fires moi-help, moi-mini, moi-options, moi-switch, moi-leave, and what the elements in it do
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
    .tools { display: grid; grid-template-columns: repeat(auto-fit, minmax(6.5rem, 1fr)); gap: 0.5rem; align-items: start; }
    moi-slip-again.said { grid-column: 1 / -1; order: 1; }
    moi-panic-calls { position: sticky; top: 0.25rem; z-index: 1; }
    .others { display: grid; gap: 0.75rem; align-content: start; }
    .past { filter: grayscale(1); }
    footer { display: flex; flex-wrap: wrap; gap: 0.25rem 0.5rem; align-items: center; padding: 0 0.75rem 0.75rem; font-size: 0.875rem; }
    .today { display: flex; flex: 1 1 100%; flex-wrap: wrap; justify-content: space-between; gap: 0 1rem; padding: 0 0.25rem; font-weight: 500; color: var(--moi-text-second); }
    footer .button { min-height: 2.75rem; padding: 0 0.625rem; font-size: 0.875rem; }
    .standing { display: grid; gap: 0.25rem; justify-items: end; }
    moi-trial-mark { font-size: 0.6875rem; }
    @media (min-width: 52rem) {
      .bar { padding: 1.25rem 1.25rem 0; }
      main { grid-template-columns: minmax(0, 30rem) minmax(0, 1fr); grid-template-rows: auto auto auto 1fr; gap: 1rem 1.25rem; padding: 1.25rem; }
      moi-panic-calls { grid-area: 1 / 1 / 2 / 3; }
      .now { grid-area: 2 / 1 / 5 / 2; }
      moi-queue-list { grid-area: 2 / 2; }
      moi-away { grid-area: 3 / 2; }
      .others { grid-area: 4 / 2; }
      moi-away[hidden] ~ .others { grid-area: 3 / 2; }
      footer { padding: 0 1.25rem 1.25rem; }
    }
  `]

  @property({ attribute: false }) state!: LiveState<ConsoleShot> & { readonly shot: ConsoleShot }
  @property({ attribute: false }) catalogue: Catalogue = noCatalogue
  @property({ attribute: false }) outcomes: readonly Outcome[] = []
  @property({ attribute: false }) now = new Date()
  /** Whoever sits here. */
  @property() me = ''
  @property({ attribute: false }) standing: Standing = nothingUnderWay
  /** About the number at the counter; and whether it is being filled in. */
  @property({ attribute: false }) finish?: FinishDraft
  @property({ type: Boolean }) finishing = false
  /** Seconds until the next number is called by itself. */
  @property({ attribute: false }) wrapUp?: number
  /** The next press calls colleagues for help. */
  @property({ type: Boolean }) armed = false
  private readonly text = new Speaking(this, consoleTexts)
  private readonly ended = new Speaking(this, finishTexts)
  private readonly option = new Speaking(this, optionTexts)

  override render () {
    const { shot } = this.state
    const fields: Names = new Map(shot.fields.map(({ id, name }) => [id, name]))
    return html`
      ${this.bar(shot, fields)}
      <main>
        <h1 class="hidden-visually">${this.text.say('counter', { counter: shot.counter.number })}</h1>
        ${this.calls(shot)}
        <div class="now">${this.here(shot, fields)}</div>
        ${this.lists(shot, fields)}
      </main>
      ${this.foot(shot)}`
  }

  private get isStale (): boolean { return this.state.status === 'stale' }

  private calls (shot: ConsoleShot) {
    const { panicking, notPanicked } = this.standing
    return html`<moi-panic-calls .calls=${inPanic(shot)} counter=${shot.counter.number} mine me=${this.me} zone=${shot.office.timeZone} .pending=${panicking} refusal=${notPanicked} ?offline=${this.isStale}></moi-panic-calls>`
  }

  /** The number at the counter, and all that can be done with it. */
  private here (shot: ConsoleShot, fields: Names) {
    const { standing, isStale, now, catalogue } = this
    const { counter, printers, office: { timeZone } } = shot
    return html`
      ${isStale ? html`<moi-stale-banner since=${this.state.staleSince ?? nothing} zone=${timeZone}>${this.text.say('stale.hint')}</moi-stale-banner>` : html`<moi-printer-strip .printers=${printers}></moi-printer-strip>`}
      <moi-current-ticket .shot=${shot} .fields=${fields} .catalogue=${catalogue} .now=${now} told=${standing.told}></moi-current-ticket>
      <moi-wrap-up .seconds=${this.wrapUp}></moi-wrap-up>
      ${this.finishing ? this.strip(true) : nothing}
      <moi-deed-bar .offer=${offer(shot, now)} .pending=${standing.pending} .undo=${counter.undo} seconds=${undoSeconds(counter, now)} ?offline=${isStale} ?asking=${this.finishing}
        refusal=${standing.refusal} hint=${standing.hint} recalls=${this.recalls(shot)} afterwards=${this.afterwards(shot, fields)}>
        <div class="tools">
          ${this.finishing || !this.finish ? nothing : this.strip(false)}
          <moi-slip-again class=${standing.slip ? 'said' : ''} ?possible=${!isStale && shot.current !== undefined} .slip=${standing.slip} .printers=${printers} refusal=${standing.notPrinted}></moi-slip-again>
          <moi-panic-button ?hidden=${counter.panic !== undefined} ?armed=${this.armed} ?sending=${standing.panicking?.startsWith('panic ')} ?offline=${isStale}></moi-panic-button>
        </div></moi-deed-bar>
      <moi-sorry .shot=${shot} .slip=${standing.apology} refusal=${standing.notApologised} ?offline=${isStale}></moi-sorry>
      <moi-doubtful-slips .doubts=${standing.doubts} .printers=${printers} ?offline=${isStale}></moi-doubtful-slips>`
  }

  /** In the place of the large button while it is filled in, else among the small ones. */
  private strip (isOpen: boolean) {
    return html`<moi-finish-strip .draft=${this.finish} .outcomes=${this.outcomes} ?open=${isOpen} ?offline=${this.isStale} ?sending=${this.standing.pending === 'finish'}></moi-finish-strip>`
  }

  /** Who is away, who is next, what colleagues do, and what was done here. */
  private lists (shot: ConsoleShot, fields: Names) {
    const { standing: { own, pending, returning, notReturned, returned }, isStale, now, catalogue: { procedures } } = this
    const { counter, queue, office: { timeZone, promiseMinutes } } = shot
    const past = isStale ? 'past' : ''
    return html`
      <moi-away .queue=${queue} counter=${counter.number} .now=${now} zone=${timeZone} .pending=${returning} ?offline=${isStale} refusal=${notReturned} done=${returned}></moi-away>
      <moi-queue-list class=${past} .queue=${queue} .fields=${fields} .procedures=${procedures} promise=${promiseMinutes} .promised=${shot.promise} counter=${counter.number}
        zone=${timeZone} .now=${now} ?choosable=${!isStale && !pending && offer(shot, now).possible.includes('call')}></moi-queue-list>
      <div class="others">
        <moi-own-list count=${shot.today.served} .items=${own.items} ?failed=${own.hasFailed} ?open=${own.isOpen} .outcomes=${this.outcomes} .fields=${fields} .procedures=${procedures} zone=${timeZone}></moi-own-list>
        <moi-colleagues class=${past} .counters=${shot.colleagues} .calls=${shot.calls ?? []} zone=${timeZone}></moi-colleagues>
      </div>`
  }

  private bar ({ counter, office }: ConsoleShot, fields: Names) {
    const named = (ids: readonly string[]) => ids.map(id => this.text.of(fields.get(id) ?? { vi: id, en: id })).join(', ')
    const helper = named(counter.helper)
    const state = this.isStale ? 'stale' : counter.state
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

  private foot (shot: ConsoleShot) {
    const { counter: { officer } } = shot
    const button = (event: string, words: string, key?: string) => html`<button type="button" class="button quiet" @click=${(click: MouseEvent) => this.press(click, event)}>${words}${key ? html` <kbd aria-hidden="true">${key}</kbd>` : nothing}</button>`
    return html`<footer>
      <p class="today"><span>${this.today(shot)}</span> ${officer ? html`<span>${this.text.say('holder', { officer: officer.name })}</span>` : nothing}</p>
      ${button('moi-help', this.text.say('help'), '?')}
      ${button('moi-mini', this.option.say('mini'), 'M')}
      ${button('moi-options', this.option.say('open'))}
      ${button('moi-switch', this.option.say('switch'))}
      ${button('moi-leave', this.text.say('signOut'))}
    </footer>`
  }

  /** What the day looks like from here; of the promise what the office has reckoned. */
  private today ({ today, office: { promiseMinutes } }: ConsoleShot): string {
    const { meanMinutes, promiseKept } = today
    return [
      this.text.say('today', { served: today.served, missed: today.missed }),
      meanMinutes === undefined ? '' : this.ended.say('today.mean', { minutes: Math.round(meanMinutes) }),
      promiseKept === undefined ? '' : this.ended.say('today.promise', { minutes: promiseMinutes, percent: Math.round(promiseKept * 100) })
    ].filter(part => part !== '').join(' · ')
  }

  private press (event: MouseEvent, type: string): void {
    // After a click by hand the keys belong to the page again.
    if (event.detail > 0) (event.currentTarget as HTMLElement).blur()
    this.tell(type)
  }

  private tell (type: string): void { this.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true })) }
}

declare global { interface HTMLElementTagNameMap { 'moi-counter-work': CounterWork } }
