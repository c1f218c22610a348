import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Queue, Queued } from '../../common/contract/live.ts'
import { consoleTexts } from '../../common/i18n/console.ts'
import { Speaking } from '../../common/ui/language.ts'
import '../../common/ui/number.ts'
import { sign } from '../../common/ui/signs.ts'
import { base, numbers } from '../../common/ui/style.ts'
import { desk } from './style.ts'
import { minutesSince, type Names } from './words.ts'

const listed = 8

/** Who is called next and why, and how long people have been waiting. */
@customElement('moi-queue-list')
export class QueueList extends LitElement {
  static override styles = [base, numbers, desk, css`
    :host { display: block; }
    header { display: grid; grid-template-columns: 1fr auto; gap: 0.75rem; padding: 0.625rem 1rem; font-size: 0.875rem; font-weight: 600; color: var(--moi-text-second); }
    h2 { font-size: inherit; font-weight: 700; }
    li { border-top: 1px solid var(--moi-line); }
    .row { display: grid; grid-template-columns: auto 1fr auto; gap: 0.75rem; align-items: center; min-height: 2.75rem; padding: 0.375rem 1rem; }
    .row .number { font-size: 1.25rem; }
    .what { display: -webkit-box; min-width: 0; max-height: 2.6em; overflow: hidden; -webkit-box-orient: vertical; -webkit-line-clamp: 2; font-size: 0.875rem; line-height: 1.3; }
    .tag { font-weight: 700; color: var(--moi-brand); white-space: nowrap; }
    .wait { font-size: 0.875rem; font-weight: 600; white-space: nowrap; }
    .over { color: var(--moi-stop); }
    .over .sign { vertical-align: -0.15em; }
    .why { padding: 0.375rem 1rem 0.5rem; background: var(--moi-brand-soft); font-size: 0.875rem; font-weight: 500; line-height: 1.35; color: var(--moi-brand-deep); }
    .none, .more { padding: 0.75rem 1rem; border-top: 1px solid var(--moi-line); font-size: 0.875rem; }
  `]

  @property({ attribute: false }) queue: Queue = { next: [], waiting: 0 }
  @property({ attribute: false }) fields: Names = new Map()
  @property({ attribute: false }) procedures: Names = new Map()
  @property({ type: Number }) promise = 0
  @property({ attribute: false }) now = new Date()
  private readonly text = new Speaking(this, consoleTexts)

  override render () {
    const { next, waiting } = this.queue
    const longest = Math.max(0, ...next.map(({ issuedAt }) => minutesSince(issuedAt, this.now)))
    const hidden = waiting - Math.min(next.length, listed)
    return html`<section class="card">
      <header><h2>${this.text.say('queue', { waiting })}</h2>${waiting > 0 ? html`<span>${this.text.say('queue.longest', { minutes: longest })}</span>` : nothing}</header>
      ${next.length === 0 ? html`<p class="none">${this.text.say('queue.none')}</p>` : html`<ol>${next.slice(0, listed).map((queued, index) => this.row(queued, index === 0))}</ol>`}
      ${hidden > 0 ? html`<p class="more second">${this.text.say('queue.more', { count: hidden })}</p>` : nothing}
    </section>`
  }

  private row (queued: Queued, isNext: boolean) {
    const minutes = minutesSince(queued.issuedAt, this.now)
    const isOver = this.promise > 0 && minutes > this.promise
    return html`<li>
      <div class="row">
        <moi-number class="number" value=${queued.number}></moi-number>
        <span class="what" data-bounded title=${this.about(queued)}>${this.tag(queued)}${this.about(queued)}</span>
        <span class="wait ${isOver ? 'over' : ''}">${isOver ? sign('warn') : nothing} ${this.text.say('queue.minutes', { minutes })}${isOver ? html`<span class="hidden-visually">, ${this.text.say('queue.over', { promise: this.promise })}</span>` : nothing}</span>
      </div>
      ${isNext ? html`<p class="why">${this.text.say(`next.${queued.why}`)} ${isOver ? html`<strong>${this.sentence(this.text.say('queue.over', { promise: this.promise }))}</strong>` : nothing}</p>` : nothing}
    </li>`
  }

  private tag ({ priority, why }: Queued) {
    if (priority) return html`<span class="tag">${this.text.say('tag.priority')}</span> · `
    return why === 'returned' || why === 'appointment' || why === 'helper' ? html`<span class="tag">${this.text.say(`tag.${why}`)}</span> · ` : nothing
  }

  private about ({ procedure, field }: Queued): string {
    const name = (procedure === undefined ? undefined : this.procedures.get(procedure)) ?? this.fields.get(field)
    return name ? this.text.of(name) : field
  }

  private sentence (words: string): string { return `${words.charAt(0).toUpperCase()}${words.slice(1)}.` }
}

declare global { interface HTMLElementTagNameMap { 'moi-queue-list': QueueList } }
