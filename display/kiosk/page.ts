import { html, LitElement } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { Paired } from '../../common/contract/access.ts'
import type { SlipAsked, SlipRequest } from '../../common/contract/printer.ts'
import type { PrintJob, TicketTaken } from '../../common/contract/ticket.ts'
import { Api, newKey } from '../../common/ui/api.ts'
import { officeClock, Ticking } from '../../common/ui/clock.ts'
import { language } from '../../common/ui/language.ts'
import { Watching } from '../../common/ui/watching.ts'
import { fetchCatalogue } from './catalogue.ts'
import { awaitedJob, follow, mayAskList, requestOf, start, type Confirming, type Input, type Shown, type Step } from './flow.ts'
import { followKiosk, snapshotFollowed } from './live.ts'
import type { Catalogue, Touched } from './model.ts'
import { isPaperComing, ownPrinter } from './paper.ts'
import './view.ts'

const catalogueEveryMs = 30_000
const idleMs = 45_000
const idleWarningMs = 10_000
const againMs = 1000

/** The kiosk: carries touches to the office and answers back to the screen. */
@customElement('moi-kiosk-page')
export class KioskPage extends LitElement {
  private readonly api = new Api('kiosk')
  private readonly live = new Watching<'kiosk'>(this, { as: 'kiosk', watch: { view: 'kiosk' }, follow: followKiosk(() => void this.load()) })
  private readonly clock = new Ticking(this)
  @state() private step: Step = start
  @state() private catalogue?: Catalogue
  @state() private large = false
  @state() private pairing = false
  @state() private wrong = ''
  private touchedAt = Date.now()
  private askedAt = 0
  private followed?: string

  protected override createRenderRoot () { return this }

  override connectedCallback (): void {
    super.connectedCallback()
    for (const type of ['contextmenu', 'dragstart', 'selectstart']) this.addEventListener(type, event => event.preventDefault())
    for (const type of ['pointerdown', 'keydown']) this.addEventListener(type, () => { this.touchedAt = Date.now() })
    void this.load()
  }

  override render () {
    return html`<moi-kiosk .model=${{
      step: this.step, live: this.live.state, catalogue: this.catalogue, now: this.clock.now, large: this.large,
      idleSeconds: this.idleSeconds, pairing: this.pairing, wrong: this.wrong
    }} @moi-touch=${this.touched} @moi-pair=${this.pair}></moi-kiosk>`
  }

  /** Once a second, with the clock: what time alone decides. */
  protected override updated (): void {
    if (this.step.at === 'ticket') this.watchTicket(this.step)
    else if (!this.isAtRest && Date.now() - this.touchedAt >= idleMs) this.reset()
    if (this.isLineNew() || Date.now() - this.askedAt >= catalogueEveryMs) void this.load()
  }

  /** True once when the office is heard for the first time, or again. */
  private isLineNew (): boolean {
    const before = this.followed
    this.followed = snapshotFollowed(this.live.state)
    return this.followed !== undefined && this.followed !== before
  }

  private watchTicket ({ print, printer: at, shownAt }: Shown): void {
    const now = officeClock.now().getTime()
    if (!isPaperComing({ print, at, ageMs: now - shownAt, printer: ownPrinter(this.live.state.shot?.printers) })) this.put({ do: 'remember' })
    if (this.step.at === 'ticket' && now >= this.step.closesAt) this.reset()
  }

  private get isAtRest (): boolean {
    return this.step === start && !this.large && language.current === 'vi'
  }

  private get idleSeconds (): number | undefined {
    const left = idleMs - (Date.now() - this.touchedAt)
    return this.isAtRest || this.step.at === 'ticket' || left > idleWarningMs ? undefined : Math.max(1, Math.ceil(left / 1000))
  }

  /** The next citizen finds nothing of the last. */
  private reset (): void {
    this.step = start
    this.large = false
    language.set('vi')
  }

  private async load (): Promise<void> {
    this.askedAt = Date.now()
    this.catalogue = await fetchCatalogue(this.api) ?? this.catalogue
  }

  private touched ({ detail }: CustomEvent<Touched>): void {
    this.touchedAt = Date.now()
    // Whether its counter is open is asked anew for whoever is about to take a number there.
    if (detail.do === 'field') void this.load()
    if (detail.do === 'language') language.toggle()
    else if (detail.do === 'large') this.large = !this.large
    else if (detail.do === 'stay') this.requestUpdate()
    else if (detail.do === 'send') this.send()
    else if (detail.do === 'checklist') void this.askList(detail, language.current)
    else if (detail.do === 'home') this.reset()
    else this.put(detail)
  }

  private put (input: Input): void { this.step = follow(this.step, input, newKey) }

  private send (): void {
    if (this.step.at !== 'confirm' || this.step.sending) return
    const confirmed = this.step
    this.put({ do: 'send' })
    void this.take(confirmed)
  }

  /** A lost answer is asked for once more with the same key: it is the same ticket. */
  private async take (confirmed: Confirming): Promise<void> {
    const { key } = confirmed
    const ask = () => this.api.post<TicketTaken>('/tickets', requestOf(confirmed, language.current), { key })
    let answer = await ask()
    if (!answer.ok && answer.error.code === 'NO_CONNECTION') { await pause(againMs); answer = await ask() }
    this.touchedAt = Date.now()
    if (!answer.ok) return this.put({ do: 'refused', key, problem: answer.error })
    this.put({ do: 'taken', key, taken: answer.value, now: officeClock.now().getTime() })
    if (answer.value.print) void this.watchPaper(answer.value.print.job)
  }

  private async askList (asked: Input, inLanguage: 'vi' | 'en'): Promise<void> {
    if (this.step.at !== 'confirm' || !this.step.procedure || !mayAskList(this.step)) return
    const { id } = this.step.procedure
    this.put(asked)
    const { checklist } = this.step
    if (!checklist) return
    const answer = await this.api.post<SlipAsked>('/slips', { kind: 'checklist', procedure: id, language: inLanguage } satisfies SlipRequest, { key: checklist.key })
    const job = answer.ok ? answer.value.print.job : undefined
    this.put({ do: 'checklistAsked', key: checklist.key, ...job !== undefined && { job } })
    if (job !== undefined) void this.watchPaper(job)
  }

  private async watchPaper (job: string): Promise<void> {
    while (this.isConnected && awaitedJob(this.step) === job) {
      await pause(againMs)
      const asked = await this.api.get<PrintJob>(`/print-jobs/${job}`)
      if (asked.ok) this.put({ do: 'print', job: asked.value, now: officeClock.now().getTime() })
    }
  }

  private async pair (event: CustomEvent<{ code: string }>): Promise<void> {
    this.pairing = true
    const paired = await this.api.post<Paired>('/devices/pair', event.detail)
    this.pairing = false
    this.wrong = paired.ok ? '' : paired.error.detail
    if (paired.ok) this.live.restart()
  }
}

const pause = (ms: number) => new Promise<void>(resolve => { setTimeout(resolve, ms) })

declare global { interface HTMLElementTagNameMap { 'moi-kiosk-page': KioskPage } }
