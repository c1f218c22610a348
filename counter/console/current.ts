import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { ConsoleShot } from '../../common/contract/live.ts'
import { commonTexts } from '../../common/i18n/common.ts'
import { finishTexts } from '../../common/i18n/console-finish.ts'
import { toldTexts } from '../../common/i18n/console-told.ts'
import { consoleTexts } from '../../common/i18n/console.ts'
import { desk } from '../../common/ui/desk.ts'
import { Speaking } from '../../common/ui/language.ts'
import { timeText } from '../../common/ui/moment.ts'
import '../../common/ui/number.ts'
import { sign } from '../../common/ui/signs.ts'
import { base, numbers } from '../../common/ui/style.ts'
import { noCatalogue, type Catalogue } from './catalogue.ts'
import { aboutOf, stillToCome, stopwatch, type Names } from './words.ts'

type Current = NonNullable<ConsoleShot['current']>

/** Who is at the counter, what for, since when, and why this one; or, while nobody is, what became of the last and who is next. */
@customElement('moi-current-ticket')
export class CurrentTicket extends LitElement {
  static override styles = [base, numbers, desk, css`
    :host { display: block; }
    /* As tall empty as full: the button below must not move under the hand. */
    .card { display: grid; gap: 0.5rem; min-height: 15rem; padding: 0.75rem 1rem 0.875rem; align-content: center; }
    .top { display: grid; grid-template-columns: 1fr auto; gap: 0.75rem; align-items: end; }
    .state { font-size: 0.875rem; font-weight: 700; color: var(--moi-brand); }
    h2 .big { display: inline-block; font-size: 3.75rem; font-weight: 800; line-height: 1.12; letter-spacing: -0.04em; vertical-align: top; }
    .called h2 .big { margin-left: -0.375rem; padding: 0.125rem 0.5rem; border-radius: var(--moi-radius-small); background: var(--moi-call); color: var(--moi-on-call); }
    @media (forced-colors: active) { .called h2 .big { outline: 0.1875rem solid Highlight; } }
    .time { text-align: right; font-size: 0.8125rem; line-height: 1.3; color: var(--moi-text-second); }
    .time .number { display: block; font-size: 1.5rem; color: var(--moi-text); }
    .tags { display: flex; flex-wrap: wrap; gap: 0.375rem; }
    .tags li { padding: 0.125rem 0.625rem; border-radius: var(--moi-radius-small); background: var(--moi-brand-soft); color: var(--moi-brand-deep); font-size: 0.8125rem; font-weight: 600; line-height: 1.5; }
    .tags .priority { background: var(--moi-brand); color: var(--moi-on-brand); }
    .what { font-size: 0.9375rem; line-height: 1.4; }
    .after { font-size: 0.875rem; font-weight: 600; line-height: 1.4; color: var(--moi-brand-deep); }
    .why { font-size: 0.8125rem; line-height: 1.4; color: var(--moi-text-second); }
    .papers { display: -webkit-box; max-height: 2.8em; overflow: hidden; -webkit-box-orient: vertical; -webkit-line-clamp: 2; font-size: 0.875rem; line-height: 1.4; color: var(--moi-text-second); }
    .letter { font-size: 0.875rem; font-weight: 600; line-height: 1.4; color: var(--moi-brand-deep); }
    .letter .sign { vertical-align: -0.15em; }
    .usual { display: block; }
    .told { padding: 0.5rem 0.75rem; border-radius: var(--moi-radius-small); background: var(--moi-brand-soft); font-size: 0.9375rem; font-weight: 500; line-height: 1.4; color: var(--moi-brand-deep); }
    .next { display: grid; grid-template-columns: auto 1fr; gap: 0.625rem; align-items: center; font-size: 0.9375rem; line-height: 1.3; }
    .next .number { font-size: 1.25rem; }
    h2 { font-size: 1.25rem; font-weight: 700; line-height: 1.3; }
    @media (min-width: 52rem) { .card { min-height: 16rem; padding: 1rem 1.25rem; } h2 .big { font-size: 5.5rem; } .time .number { font-size: 2rem; } .what { font-size: 1rem; } }
  `]

  @property({ attribute: false }) shot!: ConsoleShot
  @property({ attribute: false }) fields: Names = new Map()
  @property({ attribute: false }) catalogue: Catalogue = noCatalogue
  @property({ attribute: false }) now = new Date()
  /** What became of the last number here. */
  @property() told = ''
  private readonly text = new Speaking(this, consoleTexts)
  private readonly finish = new Speaking(this, finishTexts)
  private readonly toldWords = new Speaking(this, toldTexts)
  private readonly common = new Speaking(this, commonTexts)

  override render () {
    const { current } = this.shot
    return current ? this.ticket(current) : this.idle()
  }

  private idle () {
    const { counter, queue } = this.shot
    const isPaused = counter.state === 'paused'
    const hint = isPaused ? this.text.say('paused') : queue.waiting > 0 ? this.text.say('idle.waiting', { waiting: queue.waiting }) : this.text.say('idle.none')
    return html`<section class="card"><h2>${this.text.say(isPaused ? 'paused.title' : 'idle.title')}</h2>
      <p class="second">${counter.reason && isPaused ? `${counter.reason}. ` : ''}${hint}</p>
      ${this.next()}
      <div role="status">${this.told ? html`<p class="told">${this.told}</p>` : nothing}</div></section>`
  }

  private next () {
    const next = this.shot.queue.next[0]
    return next ? html`<p class="next"><moi-number class="number" value=${next.number}></moi-number> ${this.text.say(`next.${next.why}`)}</p>` : nothing
  }

  private ticket ({ ticket, call }: Current) {
    const isCalled = ticket.state === 'called'
    const since = isCalled ? call?.at ?? ticket.calledAt : ticket.startedAt
    const afterwards = this.afterwards(ticket)
    return html`<section class="card ${isCalled ? 'called' : ''}">
      <p class="state">${this.text.say(isCalled ? 'called' : 'serving')}</p>
      <div class="top">
        <h2><moi-number class="big number" value=${ticket.number}></moi-number></h2>
        <p class="time">${since ? html`<span class="number" role="timer">${stopwatch(since, this.now)}</span>` : nothing}${this.text.say(isCalled ? 'timer.called' : 'timer.serving')}${isCalled ? nothing : this.usual()}</p>
      </div>
      ${this.tags(ticket)}
      <p class="what"><strong>${this.about(ticket)}</strong> · ${this.text.say(`purpose.${ticket.purpose}`)}</p>
      ${this.papers(ticket)}
      ${this.letter(ticket)}
      ${afterwards ? html`<p class="after">${afterwards}</p>` : nothing}
      ${call ? html`<p class="why">${this.text.of(call.why.text)}.</p>` : nothing}
    </section>`
  }

  /** Quietly: nobody is to be hurried. */
  private usual () {
    const minutes = this.shot.today.meanMinutes
    return minutes === undefined ? nothing : html`<span class="usual">${this.finish.say('usual', { minutes: Math.round(minutes) })}</span>`
  }

  private papers ({ procedure }: Current['ticket']) {
    const papers = this.catalogue.papers.get(procedure ?? '') ?? []
    return papers.length > 0 ? html`<p class="papers" data-bounded title=${papers.join(', ')}>${papers.join(', ')}</p>` : nothing
  }

  private letter ({ procedure }: Current['ticket']) {
    const letter = this.catalogue.letters.get(procedure ?? '')
    return letter ? html`<p class="letter">${sign('letter')} ${this.toldWords.say(`letter.${letter}`)}</p>` : nothing
  }

  private tags (ticket: Current['ticket']) {
    const { timeZone } = this.shot.office
    return html`<ul class="tags">
      ${ticket.priority ? html`<li class="priority">${this.common.say('priority')}</li>` : nothing}
      ${ticket.paper ? html`<li>${this.text.say('paper')}</li>` : nothing}
      ${ticket.appointment === undefined ? nothing : html`<li>${this.text.say('appointment', { time: timeText(ticket.appointment, timeZone) })}</li>`}
      <li>${this.text.say('dossiers', { dossiers: ticket.dossiers })}</li>
      <li>${this.text.say('arrived', { time: timeText(ticket.issuedAt, timeZone) })}</li>
    </ul>`
  }

  private afterwards (ticket: Current['ticket']): string {
    const { services, back } = stillToCome(ticket, this.shot.counter.number)
    const named = services.map(service => this.about(service)).join('; ')
    if (!named) return back === undefined ? '' : sentence(this.text.say('after.back', { counter: back }))
    return this.text.say('after.first', { services: back === undefined ? named : this.text.say('after.thenBack', { services: named, counter: back }) })
  }

  private about (service: Parameters<typeof aboutOf>[0]): string { return this.text.of(aboutOf(service, this.fields, this.catalogue.procedures)) }
}

function sentence (words: string): string { return `${words.charAt(0).toUpperCase()}${words.slice(1)}` }

declare global { interface HTMLElementTagNameMap { 'moi-current-ticket': CurrentTicket } }
