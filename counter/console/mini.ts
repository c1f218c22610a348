import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { ConsoleShot } from '../../common/contract/live.ts'
import { finishTexts } from '../../common/i18n/console-finish.ts'
import { panicTexts } from '../../common/i18n/console-panic.ts'
import { consoleTexts } from '../../common/i18n/console.ts'
import { officeClock } from '../../common/ui/clock.ts'
import { desk } from '../../common/ui/desk.ts'
import { Speaking } from '../../common/ui/language.ts'
import type { LiveState } from '../../common/ui/live-state.ts'
import { base, buttons, numbers } from '../../common/ui/style.ts'
import { keyOf } from './deed-bar.ts'
import { offer, type Deed } from './deeds.ts'
import { inPanic } from './panicking.ts'
import { aboutOf, stopwatch, type Names } from './words.ts'

const beside: readonly Deed[] = ['recall', 'miss', 'undo']

/**
 * The counter in a window of a few centimetres: number, time, the main deeds. It stands in a document of its own,
 * draws by that document's clock and styles, and holds nothing: what it shows is the page's.
 * @fires moi-deed with `{ deed }`
 */
@customElement('moi-mini-counter')
export class MiniCounter extends LitElement {
  static override styles = [base, buttons, numbers, desk, css`
    :host { display: block; }
    main { display: grid; gap: 0.5rem; align-content: start; padding: 0.625rem 0.75rem; }
    h1 { font-size: inherit; }
    @media (forced-colors: active) { .called .big { outline: 0.1875rem solid Highlight; } .help { border: 0.125rem solid; } }
    header, .now { display: grid; grid-template-columns: 1fr auto; gap: 0.5rem; align-items: center; }
    header { font-size: 0.875rem; font-weight: 700; }
    .state { color: var(--moi-ok); }
    .state.paused, .state.stale { color: var(--moi-warn); }
    .big { font-size: 2.75rem; font-weight: 800; line-height: 1.1; }
    .called .big { justify-self: start; padding: 0 0.375rem; border-radius: var(--moi-radius-small); background: var(--moi-call); color: var(--moi-on-call); }
    .time { font-size: 1.375rem; }
    .none { font-size: 1.0625rem; font-weight: 700; line-height: 1.3; }
    .about { overflow: hidden; font-size: 0.8125rem; line-height: 1.3; white-space: nowrap; text-overflow: ellipsis; color: var(--moi-text-second); }
    .main { width: 100%; min-height: 2.75rem; font-weight: 700; }
    .others { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 0.375rem; }
    .others .button { gap: 0.25rem; min-height: 2.25rem; padding: 0.125rem; font-size: 0.8125rem; }
    .others kbd { min-width: 1.125rem; padding: 0 0.1875rem; font-size: 0.625rem; line-height: 1rem; }
    .said { font-size: 0.8125rem; font-weight: 600; line-height: 1.35; }
    .said:empty { display: none; }
    .wrong { color: var(--moi-stop); }
    .help { padding: 0.375rem 0.5rem; border-radius: var(--moi-radius-small); background: var(--moi-stop); color: var(--moi-card); }
  `]

  @property({ attribute: false }) state!: LiveState<ConsoleShot> & { readonly shot: ConsoleShot }
  @property({ attribute: false }) fields: Names = new Map()
  @property({ attribute: false }) procedures: Names = new Map()
  @property({ attribute: false }) pending?: Deed
  @property() refusal = ''
  @property() hint = ''
  /** Another moment than the office's present one: for looking at. */
  @property({ attribute: false }) at?: Date
  /** Until the next number is called by itself. */
  @property({ type: Number }) seconds?: number
  private readonly text = new Speaking(this, consoleTexts)
  private readonly finish = new Speaking(this, finishTexts)
  private readonly panic = new Speaking(this, panicTexts)
  private stop?: () => void

  /** Style sheets that were made for one document are refused by another. */
  protected override createRenderRoot () {
    const root = this.attachShadow({ mode: 'open' })
    const { CSSStyleSheet } = (this.ownerDocument.defaultView ?? window) as Window & typeof globalThis
    root.adoptedStyleSheets = MiniCounter.elementStyles.map(style => {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync('cssText' in style ? style.cssText : '')
      return sheet
    })
    return root
  }

  /** By the clock of its own window: the page behind may be hidden, and slowed down by the browser. */
  override connectedCallback (): void {
    super.connectedCallback()
    const view = this.ownerDocument.defaultView ?? window
    const timer = view.setInterval(() => this.requestUpdate(), 1000)
    this.stop = () => view.clearInterval(timer)
  }

  override disconnectedCallback (): void {
    super.disconnectedCallback()
    this.stop?.()
  }

  override render () {
    const { shot, status } = this.state
    const isLive = status === 'live'
    const now = this.at ?? officeClock.now()
    const { primary, possible } = offer(shot, now)
    const state = isLive ? shot.counter.state : 'stale'
    return html`
      <main><header><h1>${this.text.say('counter', { counter: shot.counter.number })}</h1><span class="state ${state}" role="status">${this.text.say(`state.${state}`)}</span></header>
      ${inPanic(shot).filter(({ number, panic }) => number !== shot.counter.number && !panic.acceptedBy).map(({ number }) => html`<p class="said help" role="alert">${this.panic.say('there', { counter: number })}</p>`)}
      ${this.ticket(shot, now)}
      ${this.button(primary, 'primary main', isLive && !this.pending)}
      <div class="others">${beside.map(deed => this.button(deed, '', isLive && !this.pending && possible.includes(deed)))}</div>
      <p class="said wrong" role="alert">${this.refusal}</p>
      <p class="said" role="status">${this.hint}${this.seconds === undefined ? nothing : html`${this.finish.say('wrapUp')} ${this.finish.say('wrapUp.seconds', { seconds: this.seconds })}`}</p></main>`
  }

  private ticket ({ current, queue, mine }: ConsoleShot, now: Date) {
    if (!current || !mine) return html`<p class="none">${mine ? this.text.say(queue.waiting > 0 ? 'idle.waiting' : 'idle.none', { waiting: queue.waiting }) : this.text.say('state.closed')}</p>`
    const { ticket, call } = current
    const isCalled = ticket.state === 'called'
    const since = isCalled ? call?.at ?? ticket.calledAt : ticket.startedAt
    return html`<div class="now ${isCalled ? 'called' : ''}"><span class="number big" aria-hidden="true">${ticket.number}</span><span class="hidden-visually">${this.text.say(isCalled ? 'called' : 'serving')} ${[...ticket.number].join(' ')}</span>
      ${since ? html`<span class="number time" role="timer">${stopwatch(since, now)}</span>` : nothing}</div>
      <p class="about" data-bounded>${this.text.of(aboutOf(ticket, this.fields, this.procedures))} · ${this.text.say(`purpose.${ticket.purpose}`)}</p>`
  }

  private button (deed: Deed, tone: string, isPossible: boolean) {
    const isPending = this.pending === deed
    const key = keyOf(deed, this.text.say.bind(this.text))
    return html`<button type="button" class="button ${tone}" aria-disabled=${!isPossible} aria-busy=${isPending} @click=${(event: MouseEvent) => this.press(event, deed, isPossible)}>
      <span>${this.text.say(isPending ? `pending.${deed}` : `deed.${deed}`)}</span>${key ? html`<kbd aria-hidden="true">${key}</kbd>` : nothing}</button>`
  }

  private press (event: MouseEvent, deed: Deed, isPossible: boolean): void {
    if (event.detail > 0) (event.currentTarget as HTMLElement).blur()
    if (isPossible) this.dispatchEvent(new CustomEvent('moi-deed', { detail: { deed }, bubbles: true, composed: true }))
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-mini-counter': MiniCounter } }
