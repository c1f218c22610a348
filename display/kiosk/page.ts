import { html, LitElement } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { Paired } from '../../common/contract/access.ts'
import type { CheckInRequest } from '../../common/contract/booking.ts'
import type { TicketTaken } from '../../common/contract/ticket.ts'
import { Api, newKey } from '../../common/ui/api.ts'
import { bookingIn, codeLength } from '../../common/ui/booking-code.ts'
import { fetchCatalogue } from '../../common/ui/catalogue.ts'
import { officeClock, Ticking } from '../../common/ui/clock.ts'
import { language } from '../../common/ui/language.ts'
import { Scanner } from '../../common/ui/scanner.ts'
import { Watching } from '../../common/ui/watching.ts'
import { isWhole } from './booking.ts'
import { DoubleTouch } from './double-touch.ts'
import { Errands } from './errands.ts'
import { awaitedJob, follow, mayAskList } from './flow.ts'
import { followKiosk, snapshotFollowed } from './live.ts'
import { isBookable, type Catalogue, type Touched } from './model.ts'
import { isPaperComing, ownPrinter, waitedMs } from './paper.ts'
import { pictureOf } from './reprint.ts'
import { isGivenBefore, paperSince } from './shown.ts'
import { start, type Confirming, type Input, type Shown, type Step } from './steps.ts'
import './view.ts'

const catalogueEveryMs = 30_000
const idleMs = 45_000
const idleWarningMs = 10_000

/** The kiosk: carries touches to the office and answers back to the screen. */
@customElement('moi-kiosk-page')
export class KioskPage extends LitElement {
  private readonly api = new Api('kiosk')
  private readonly errands = new Errands(this.api)
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
  private readonly scanner = new Scanner()
  private readonly doubleTouch = new DoubleTouch()

  protected override createRenderRoot () { return this }

  override connectedCallback (): void {
    super.connectedCallback()
    for (const type of ['contextmenu', 'dragstart', 'selectstart']) this.addEventListener(type, event => event.preventDefault())
    window.addEventListener('pointerdown', this.pressed, true)
    window.addEventListener('click', this.clicked, true)
    window.addEventListener('keydown', this.keyed, true)
    void this.load()
  }

  override disconnectedCallback (): void {
    super.disconnectedCallback()
    window.removeEventListener('pointerdown', this.pressed, true)
    window.removeEventListener('click', this.clicked, true)
    window.removeEventListener('keydown', this.keyed, true)
  }

  private readonly pressed = (event: PointerEvent): void => {
    this.touchedAt = Date.now()
    this.doubleTouch.pressed(event, pictureOf(this.step))
  }

  private readonly clicked = (event: MouseEvent): void => {
    if (!this.doubleTouch.isForgotten(event, pictureOf(this.step))) return
    event.stopPropagation()
    event.preventDefault()
  }

  /** A scanner, or a keyboard that somebody put here: on the first page, and where a code is asked for. */
  private readonly keyed = (event: KeyboardEvent): void => {
    this.touchedAt = Date.now()
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const isAsked = this.step.at === 'booking'
    if (!isAsked && !isBookable({ step: this.step, live: this.live.state, catalogue: this.catalogue })) return this.scanner.forget()
    const read = this.scanner.hear(event.key, event.timeStamp)
    // The scanner's Enter is not meant for the button that happens to have the focus.
    if (read !== undefined) event.preventDefault()
    if (read) this.scanned(read)
    else if (isAsked && read === undefined) this.put({ do: 'key', key: event.key === 'Backspace' ? 'delete' : event.key })
  }

  private scanned (text: string): void {
    const asked = bookingIn(text) ?? (this.step.at === 'booking' && isWhole(this.step) ? { code: this.step.code } : undefined)
    if (asked) this.checkIn(asked)
    else if (text.length >= codeLength) this.put({ do: 'misread' })
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

  private watchTicket (step: Shown): void {
    const { print, printer: at, again } = step
    const now = officeClock.now().getTime()
    const printer = ownPrinter(this.live.state.shot?.printers)
    if (!again && !isPaperComing({ print, at, ageMs: waitedMs(paperSince(step), now, printer), printer })) this.put({ do: 'remember' })
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
    this.scanner.forget()
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
    else if (detail.do === 'send' || detail.do === 'overrule') this.send(detail)
    else if (detail.do === 'checkIn') this.checkIn(detail.asked)
    else if (detail.do === 'printAgain') void this.printAgain()
    else if (detail.do === 'checklist') void this.askList(detail)
    else if (detail.do === 'home') this.reset()
    else this.put(detail)
  }

  private put (input: Input): void { this.step = follow(this.step, input, newKey) }

  private send (asked: Extract<Input, { do: 'send' | 'overrule' }>): void {
    const before = this.step
    this.put(asked)
    const { step } = this
    if (step === before || !('sending' in step) || !step.sending) return
    if (step.at === 'confirm') void this.take(step)
    else if (step.at === 'hardly' && step.wish) void this.take(step.wish, step.pin)
  }

  private async take (wish: Confirming, pin?: string): Promise<void> {
    const answer = await this.errands.take(wish, pin)
    if (answer.ok) this.show(answer.value)
    else this.put({ do: 'refused', key: wish.key, problem: answer.error })
  }

  private checkIn (asked: CheckInRequest): void {
    if (this.step.at === 'booking' && this.step.sending) return
    this.put({ do: 'checkIn', asked })
    void this.takeBooked(asked)
  }

  private async takeBooked (asked: CheckInRequest): Promise<void> {
    const answer = await this.errands.checkIn(asked)
    if (!answer.ok) return this.put({ do: 'notCheckedIn', asked, problem: answer.error })
    if (!isGivenBefore(answer.value, officeClock.now().getTime())) return this.show(answer.value, { booked: true })
    const mine = await this.errands.mine(answer.value.token)
    this.show(answer.value, { booked: true, again: mine.ok ? { mine: mine.value } : {} })
  }

  private show (taken: TicketTaken, more: Pick<Shown, 'booked' | 'again'> = {}): void {
    this.touchedAt = Date.now()
    const field = this.catalogue?.fields.find(({ id }) => id === taken.ticket.field)
    this.put({ do: 'taken', taken, now: officeClock.now().getTime(), ...field && { field }, ...more })
    if (taken.print && !more.again) this.watchPaper(taken.print.job)
  }

  private async printAgain (): Promise<void> {
    if (this.step.at !== 'ticket' || this.step.reprint?.at !== 'asking') return
    const { taken: { ticket }, reprint: { key } } = this.step
    this.put({ do: 'printAgain' })
    const answer = await this.errands.printAgain(ticket.id, key)
    const told = answer.ok ? { job: answer.value.print.job } : { unsure: answer.error.code === 'NO_CONNECTION' }
    this.put({ do: 'reprinted', key, now: officeClock.now().getTime(), ...told })
    if (answer.ok) this.watchPaper(answer.value.print.job)
  }

  private async askList (asked: Input): Promise<void> {
    if (this.step.at !== 'confirm' || !this.step.procedure || !mayAskList(this.step)) return
    const { id } = this.step.procedure
    this.put(asked)
    const { checklist } = this.step
    if (!checklist) return
    const answer = await this.errands.list(id, checklist.key)
    const job = answer.ok ? answer.value.print.job : undefined
    this.put({ do: 'checklistAsked', key: checklist.key, ...job !== undefined && { job } })
    if (job !== undefined) this.watchPaper(job)
  }

  private watchPaper (job: string): void {
    void this.errands.watchPaper(job, () => this.isConnected && awaitedJob(this.step) === job, job => this.put({ do: 'print', job, now: officeClock.now().getTime() }))
  }

  private async pair (event: CustomEvent<{ code: string }>): Promise<void> {
    this.pairing = true
    const paired = await this.api.post<Paired>('/devices/pair', event.detail)
    this.pairing = false
    this.wrong = paired.ok ? '' : paired.error.detail
    if (paired.ok) this.live.restart()
  }
}

declare global { interface HTMLElementTagNameMap { 'moi-kiosk-page': KioskPage } }
