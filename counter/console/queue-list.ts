import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { PromiseShown, Queue, Queued } from '../../common/contract/live.ts'
import { consoleTexts } from '../../common/i18n/console.ts'
import { desk } from '../../common/ui/desk.ts'
import { shortForecastText } from '../../common/ui/forecast.ts'
import { Speaking } from '../../common/ui/language.ts'
import { timeText } from '../../common/ui/moment.ts'
import '../../common/ui/number.ts'
import { promiseSaid } from '../../common/ui/promise-said.ts'
import { sign } from '../../common/ui/signs.ts'
import { base, buttons, numbers } from '../../common/ui/style.ts'
import { aboutOf, minutesSince, stillToCome, type Names } from './words.ts'

const listed = 8

/**
 * Who is called next and why, and how long people have been waiting.
 * @fires moi-deed with `{ deed: 'call' }`
 */
@customElement('moi-queue-list')
export class QueueList extends LitElement {
  static override styles = [base, buttons, numbers, desk, css`
    :host { display: block; }
    header { display: grid; grid-template-columns: 1fr auto; gap: 0.75rem; padding: 0.625rem 1rem; font-size: 0.875rem; font-weight: 600; color: var(--moi-text-second); }
    h2 { font-size: inherit; font-weight: 700; }
    .promise { padding: 0 1rem 0.625rem; font-size: 0.8125rem; line-height: 1.35; color: var(--moi-text-second); }
    .promise.broken { font-weight: 700; color: var(--moi-stop); }
    .promise.soon { font-weight: 700; color: var(--moi-warn); }
    .promise .sign { vertical-align: -0.125em; }
    li { border-top: 1px solid var(--moi-line); }
    .row { display: grid; grid-template-columns: auto 1fr auto; gap: 0.75rem; align-items: center; min-height: 2.75rem; padding: 0.375rem 1rem; }
    .row .number { font-size: 1.25rem; }
    .about { min-width: 0; font-size: 0.875rem; line-height: 1.3; }
    .what { display: -webkit-box; max-height: 2.6em; overflow: hidden; -webkit-box-orient: vertical; -webkit-line-clamp: 2; }
    .tag { font-weight: 700; color: var(--moi-brand); white-space: nowrap; }
    .more { display: block; font-size: 0.8125rem; color: var(--moi-text-second); }
    .wait { font-size: 0.875rem; font-weight: 600; white-space: nowrap; }
    .over { color: var(--moi-stop); }
    .over .sign { vertical-align: -0.15em; }
    .why { padding: 0.375rem 1rem 0.5rem; background: var(--moi-brand-soft); font-size: 0.875rem; font-weight: 500; line-height: 1.35; color: var(--moi-brand-deep); }
    .none { padding: 0.75rem 1rem; border-top: 1px solid var(--moi-line); font-size: 0.875rem; }
    footer { display: flex; flex-wrap: wrap; gap: 0 0.5rem; align-items: center; justify-content: space-between; min-height: 2.75rem; padding: 0 0.5rem 0 1rem; border-top: 1px solid var(--moi-line); font-size: 0.875rem; }
    footer .button[aria-disabled='true'] { border-color: transparent; }
    footer .button { min-height: 2.75rem; margin-left: auto; padding: 0 0.5rem; font-size: 0.875rem; }
  `]

  @property({ attribute: false }) queue: Queue = { next: [], waiting: 0, held: [], missed: [] }
  @property({ attribute: false }) fields: Names = new Map()
  @property({ attribute: false }) procedures: Names = new Map()
  @property({ type: Number }) promise = 0
  /** Whom the promise has failed, as the office counts it; absent until it has said so. */
  @property({ attribute: false }) promised?: PromiseShown
  @property({ type: Number }) counter = 0
  @property() zone = 'Asia/Ho_Chi_Minh'
  @property({ attribute: false }) now = new Date()
  /** Whether somebody may be called out of order now. */
  @property({ type: Boolean }) choosable = false
  private readonly text = new Speaking(this, consoleTexts)

  override render () {
    const { next, waiting } = this.queue
    const longest = Math.max(0, ...next.map(({ issuedAt }) => minutesSince(issuedAt, this.now)))
    return html`<section class="card">
      <header><h2>${this.text.say('queue', { waiting })}</h2>${waiting > 0 ? html`<span>${this.text.say('queue.longest', { minutes: longest })}</span>` : nothing}</header>
      ${this.promiseLine()}
      ${next.length === 0 ? html`<p class="none">${this.text.say('queue.none')}</p>` : html`<ol>${next.slice(0, listed).map((queued, index) => this.row(queued, index === 0))}</ol>`}
      ${this.foot(waiting - Math.min(next.length, listed))}
    </section>`
  }

  private promiseLine () {
    const { promised } = this
    if (!promised) return nothing
    const urgency = promised.broken.length > 0 ? 'broken' : promised.soon?.length ? 'soon' : ''
    return html`<p class="promise ${urgency}">${urgency ? sign('warn') : nothing} ${promiseSaid(promised, this.text.language)}</p>`
  }

  /** Lunch and the time before opening do not count: the office knows, this screen only as long as it has not said. */
  private isOver ({ id }: Queued, minutes: number): boolean {
    return this.promised ? this.promised.broken.some(late => late.id === id) : this.promise > 0 && minutes > this.promise
  }

  private foot (hidden: number) {
    if (hidden <= 0 && this.queue.next.length < 2) return nothing
    return html`<footer>${hidden > 0 ? html`<span class="second">${this.text.say('queue.more', { count: hidden })}</span>` : nothing}
      ${this.queue.next.length < 2 ? nothing : html`<button type="button" class="button quiet" aria-disabled=${!this.choosable} @click=${this.choose}>${this.text.say('deed.call')}</button>`}</footer>`
  }

  private row (queued: Queued, isNext: boolean) {
    const minutes = minutesSince(queued.issuedAt, this.now)
    const isOver = this.isOver(queued, minutes)
    const details = this.details(queued)
    return html`<li>
      <div class="row">
        <moi-number class="number" value=${queued.number}></moi-number>
        <span class="about"><span class="what" data-bounded title=${this.about(queued)}>${this.tag(queued)}${this.about(queued)}</span>${details ? html`<span class="more">${details}</span>` : nothing}</span>
        <span class="wait ${isOver ? 'over' : ''}">${isOver ? sign('warn') : nothing} ${this.text.say('queue.minutes', { minutes })}${isOver ? html`<span class="hidden-visually">, ${this.text.say('queue.over', { promise: this.promise })}</span>` : nothing}</span>
      </div>
      ${isNext ? html`<p class="why">${this.text.say(`next.${queued.why}`)} ${isOver ? html`<strong>${this.sentence(this.text.say('queue.over', { promise: this.promise }))}</strong>` : nothing}</p>` : nothing}
    </li>`
  }

  /** The right by which it stands where it does, if any. */
  private tag ({ priority, why, bound }: Queued) {
    const tag = (key: 'tag.priority' | 'tag.returned' | 'tag.appointment' | 'tag.helper' | 'tag.sent') => html`<span class="tag">${this.text.say(key)}</span> · `
    if (why === 'returned' || why === 'appointment') return tag(`tag.${why}`)
    if (priority) return tag('tag.priority')
    if (bound) return tag('tag.sent')
    return why === 'helper' ? tag('tag.helper') : nothing
  }

  /** What the officer should be ready for. */
  private details (queued: Queued): string {
    const { services, back } = stillToCome(queued, this.counter)
    return [
      queued.forecast ? shortForecastText(queued.forecast, { now: this.now, zone: this.zone, language: this.text.language }) : '',
      queued.paper ? this.text.say('paper') : '',
      queued.appointment === undefined ? '' : this.text.say('appointment', { time: timeText(queued.appointment, this.zone) }),
      queued.dossiers > 1 ? this.text.say('dossiers', { dossiers: queued.dossiers }) : '',
      services.length > 0 ? this.text.say('after.alsoThen', { services: services.map(service => this.about(service)).join(', ') }) : '',
      back === undefined ? '' : this.text.say('after.back', { counter: back })
    ].filter(part => part !== '').join(' · ')
  }

  private about (service: Parameters<typeof aboutOf>[0]): string { return this.text.of(aboutOf(service, this.fields, this.procedures)) }

  private readonly choose = (event: MouseEvent): void => {
    if (event.detail > 0) (event.currentTarget as HTMLElement).blur()
    if (this.choosable) this.dispatchEvent(new CustomEvent('moi-deed', { detail: { deed: 'call' }, bubbles: true, composed: true }))
  }

  private sentence (words: string): string { return `${words.charAt(0).toUpperCase()}${words.slice(1)}.` }
}

declare global { interface HTMLElementTagNameMap { 'moi-queue-list': QueueList } }
