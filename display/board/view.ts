import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { BoardShot, Break, CallShown } from '../../common/contract/live.ts'
import type { Office } from '../../common/contract/office.ts'
import { boardTexts } from '../../common/i18n/board.ts'
import { Speaking } from '../../common/ui/language.ts'
import type { LiveState } from '../../common/ui/live-state.ts'
import { timeText, untilText } from '../../common/ui/moment.ts'
import '../../common/ui/pairing.ts'
import { servedUntil } from '../../common/ui/session.ts'
import { base } from '../../common/ui/style.ts'
import { isBeingCalled, rowsOfServing, sheetAt, sheets, shortened, turn, waitingFields } from './arrange.ts'
import './call-card.ts'
import './correction-card.ts'
import { correctionsNow, isOvertaken, type Correction } from './correction.ts'
import './foot.ts'
import './head.ts'
import './notice-card.ts'
import './serving-list.ts'
import { boardLayout } from './layout.ts'
import { breakNow, isLunch } from './pause.ts'
import './strip.ts'
import './waiting-list.ts'

export type Hours = Pick<Office, 'open' | 'opensAt' | 'moment'>

/** The lobby's board, drawn from what it was given and the time alone. */
@customElement('moi-board')
export class Board extends LitElement {
  static override styles = [base, boardLayout, css`
    :host { display: block; }
    header { display: grid; grid-template-columns: minmax(0, 1fr) auto; align-items: center; background: var(--moi-card); }
    ::slotted([slot='sound']) { margin: 0 1.5rem 0 -1.5rem; }
  `]

  @property({ attribute: false }) state: LiveState<BoardShot> = { status: 'loading' }
  @property({ attribute: false }) now = new Date()
  /** Absent while unknown: then nothing is said about hours. */
  @property({ attribute: false }) hours?: Hours
  /** Calls that were taken back, newest first; {@link correctionsNow} says which are still news. */
  @property({ attribute: false }) corrections: readonly Correction[] = []
  @property({ type: Boolean }) pairing = false
  @property() wrong = ''
  private readonly text = new Speaking(this, boardTexts)

  override render () {
    if (this.state.status === 'refused') return this.pair()
    const { shot } = this.state
    if (!shot) return this.withoutShot()
    const isStale = this.state.status === 'stale'
    const strip = isStale ? '' : this.strip(shot)
    return html`<div class="screen">
      <header><moi-board-head .office=${shot.office} .now=${this.now}></moi-board-head><slot name="sound"></slot></header>
      <main class=${isStale ? 'behind' : ''}>
        <section class="left ${strip ? 'told' : ''}">${isStale ? this.past(shot) : this.present(shot, strip)}</section>
        <aside class="right">
          ${isStale ? nothing : html`<moi-waiting-list .waiting=${waitingFields(shot)} .accuracy=${shot.accuracy} .now=${this.now} zone=${shot.office.timeZone}></moi-waiting-list>`}
          ${this.notice(shot, isStale)}
        </aside>
      </main>
      <footer><moi-board-foot .missed=${isStale ? [] : shot.missed} .now=${this.now}></moi-board-foot></footer>
    </div>`
  }

  private present (shot: BoardShot, strip: string) {
    const corrections = this.inSpotlight(shot)
    const [newest] = shot.calls
    const above = strip ? html`<moi-board-strip>${strip}</moi-board-strip>` : nothing
    if (!newest && corrections.length === 0) return html`${above}${this.empty(shot)}`
    const rest = corrections.length > 0 ? shot.calls : shot.calls.slice(1)
    const page = turn(rest, rowsOfServing, this.now)
    return html`
      ${above}
      ${corrections.length > 0 || !newest ? this.correction(corrections) : this.call(newest, strip !== '')}
      <h2>${this.text.say('serving')}${this.pageText(page)}</h2>
      ${rest.length === 0
        ? html`<p class="calm">${this.nobody(shot)}</p>`
        : html`<moi-serving-list .calls=${page.items} .fields=${shot.fields} total=${rest.length}></moi-serving-list>`}`
  }

  private call (newest: CallShown, compact: boolean) {
    return html`<h2>${this.text.say(isBeingCalled(newest, this.now) ? 'calling' : 'latest')}</h2>
      <moi-call-card ?compact=${compact} .shown=${newest} .now=${this.now}></moi-call-card>`
  }

  private correction (corrections: readonly Correction[]) {
    return html`<h2 class="warning">${this.text.say('correction.title')}</h2><moi-correction-card .corrections=${corrections}></moi-correction-card>`
  }

  /** Mistakes that take the place of the newest call; a call that came later keeps it. */
  private inSpotlight (shot: BoardShot): readonly Correction[] {
    const corrections = correctionsNow(this.corrections, shot, this.now)
    return isOvertaken(corrections, shot) ? [] : corrections
  }

  /** What is said above the newest call: a mistake first, it is news; else in turns what the hall has to know. */
  private strip (shot: BoardShot): string {
    if (this.inSpotlight(shot).length > 0) return ''
    const corrections = correctionsNow(this.corrections, shot, this.now)
    if (corrections.length > 0) return this.text.say('correction', { number: corrections.map(({ number }) => number).join(', ') })
    return turn([this.hoursNews(shot), this.sorry(shot)].filter(Boolean), 1, this.now).items[0] ?? ''
  }

  /** The break, or that no more numbers are given out; with nobody at a counter the board says so at large. */
  private hoursNews (shot: BoardShot): string {
    if (shot.calls.length === 0) return ''
    const shown = breakNow(shot.break, this.now)
    if (shown) return [this.breakTitle(shot, shown), this.carried(shot, shown)].filter(Boolean).join(' – ')
    const until = this.servedUntil
    return until === undefined ? '' : this.text.say('stopped', { time: timeText(until, shot.office.timeZone) })
  }

  /** To whom the office has broken its promise, the longest first. */
  private sorry ({ promise }: BoardShot): string {
    if (!promise || promise.broken.length === 0) return ''
    const { named, others } = shortened(promise.broken)
    const said = { numbers: named.join(', '), minutes: promise.minutes }
    return others > 0 ? this.text.say('sorry.more', { ...said, count: others }) : this.text.say('sorry', said)
  }

  private get servedUntil (): string | undefined { return this.hours && servedUntil(this.hours, this.now) }

  private breakTitle ({ office: { timeZone } }: BoardShot, shown: Break): string {
    return this.text.say(isLunch(shown, timeZone) ? 'break.lunch' : 'break.other', { time: timeText(shown.until, timeZone) })
  }

  /** Nobody's place is lost over the break. */
  private carried ({ office: { timeZone } }: BoardShot, shown: Break): string {
    if (shown.carried === 0) return ''
    const key = isLunch(shown, timeZone) ? 'break.carried.lunch' : 'break.carried.other'
    return shown.carried === 1 ? this.text.say(`${key}.1`) : this.text.say(key, { count: shown.carried })
  }

  /** Only counters that are open and free may be called ready. */
  private nobody ({ counters }: BoardShot): string {
    const ready = counters.filter(({ state, ticket }) => state === 'open' && !ticket).map(({ number }) => number)
    return ready.length === 0 ? this.text.say('serving.none') : this.text.say('serving.ready', { counters: ready.join(', ') })
  }

  private pageText ({ page, pages }: { page: number, pages: number }) {
    return pages > 1 ? html`<span class="page">${this.text.say('serving.page', { page, pages })}</span>` : nothing
  }

  /** Nobody at any counter: before the first call, between two, or outside hours. */
  private empty (shot: BoardShot) {
    const onBreak = breakNow(shot.break, this.now)
    if (onBreak) return this.resting(shot, onBreak)
    const served = this.servedUntil
    if (served !== undefined) return this.stopped(shot, served)
    const isClosed = this.hours?.open === false && shot.counters.every(({ state }) => state === 'closed')
    return html`<div class="message" role="status">
      <h2>${this.text.say(isClosed ? 'closed.title' : 'idle.title')}</h2>
      <p>${isClosed ? `${this.nextNumbers(shot)} ${this.text.say('closed')}` : this.text.say('idle')}</p>
    </div>`
  }

  /** Nobody is at a counter just now, and yet those who wait will be called. */
  private stopped (shot: BoardShot, until: string) {
    return html`<div class="message" role="status">
      <h2>${this.text.say('stopped.title')}</h2>
      <p class="main">${this.text.say('stopped.served', { time: timeText(until, shot.office.timeZone) })}</p><p>${this.nextNumbers(shot)}</p>
    </div>`
  }

  private nextNumbers ({ office: { timeZone } }: BoardShot): string {
    return this.hours?.opensAt ? this.text.say('closed.until', { time: untilText(this.hours.opensAt, this.now, timeZone, this.text.language) }) : ''
  }

  private resting (shot: BoardShot, shown: Break) {
    const carried = this.carried(shot, shown)
    const opens = this.hours?.open === false && this.hours.opensAt ? this.text.say('break.opens', { time: timeText(this.hours.opensAt, shot.office.timeZone) }) : ''
    return html`<div class="message" role="status">
      <h2>${this.breakTitle(shot, shown)}</h2>
      ${carried ? html`<p class="main">${carried}</p><p>${this.text.say('break.kept')} ${opens}</p>` : html`<p>${opens}</p>`}
    </div>`
  }

  /** What the board knew when it lost the office: shown as past, nothing yellow, no counts. */
  private past (shot: BoardShot) {
    const page = turn(shot.calls, rowsOfServing, this.now)
    return html`
      <div class="message warn" role="alert">
        <h2>${this.staleTitle(shot.office.timeZone)}</h2>
        <p>${this.text.say('stale')}</p>
      </div>
      ${shot.calls.length === 0 ? nothing : html`
        <h2>${this.text.say('stale.before')}${this.pageText(page)}</h2>
        <moi-serving-list past .calls=${page.items} .fields=${shot.fields} total=${shot.calls.length}></moi-serving-list>`}`
  }

  private staleTitle (zone: string): string {
    const { staleSince } = this.state
    return staleSince ? this.text.say('stale.title', { time: timeText(staleSince, zone) }) : this.text.say('stale.never')
  }

  private notice (shot: BoardShot, isStale: boolean) {
    const fieldRows = isStale ? 0 : waitingFields(shot).length
    const own = { id: 'help', kind: 'help', title: this.text.say('help.title'), lines: [this.text.say('help.1'), this.text.say('help.2')] }
    const hung = sheets(shot.notices.length > 0 ? shot.notices : [own], fieldRows > 5 ? 4 : 7)
    return html`<moi-notice-card .sheets=${hung} at=${sheetAt(hung.length, this.now)}></moi-notice-card>`
  }

  private withoutShot () {
    const isStale = this.state.status === 'stale'
    return html`<div class="screen">
      <header><moi-board-head .now=${this.now}></moi-board-head><slot name="sound"></slot></header>
      <main class="alone"><div class="message ${isStale ? 'warn' : ''}" role="status">
        <h2>${isStale ? this.staleTitle('Asia/Ho_Chi_Minh') : this.text.say('loading')}</h2>
        ${isStale ? html`<p>${this.text.say('stale')}</p>` : nothing}
      </div></main>
      <footer><moi-board-foot></moi-board-foot></footer>
    </div>`
  }

  private pair () {
    return html`<main class="pairing"><moi-pairing ?sending=${this.pairing} wrong=${this.wrong}></moi-pairing></main>`
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-board': Board } }
