import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { Principal } from '../../common/contract/access.ts'
import type { ConsoleShot } from '../../common/contract/live.ts'
import type { Problem } from '../../common/contract/problem.ts'
import { optionTexts } from '../../common/i18n/console-options.ts'
import { panicTexts } from '../../common/i18n/console-panic.ts'
import { toldTexts } from '../../common/i18n/console-told.ts'
import { consoleTexts } from '../../common/i18n/console.ts'
import { Speaking } from '../../common/ui/language.ts'
import type { LiveState } from '../../common/ui/live-state.ts'
import type { Slip } from '../../common/ui/printing.ts'
import { Arming } from './arming.ts'
import type { Drafts } from './asking.ts'
import type { Box } from './boxes.ts'
import { isAsked, offer, situation, type Asked, type Deed, type Wish } from './deeds.ts'
import type { FinishDraft } from './finish-draft.ts'
import { Finishing } from './finishing.ts'
import type { Hands } from './hands.ts'
import { deedOfKey, focusOf, type Meant } from './keys.ts'
import type { MiniWindow } from './mini-window.ts'
import type { PanicDeed } from './panicking.ts'
import { Passing } from './passing.ts'
import { OwnWay, type Preferences } from './preferences.ts'

interface Steered extends ReactiveControllerHost, HTMLElement {
  readonly known: LiveState<ConsoleShot>
  readonly now: Date
  readonly me?: Principal | undefined
  readonly drafts: Drafts
  tell (type: string): void
}

const modifiers: readonly string[] = ['Shift', 'Control', 'Alt', 'Meta', 'CapsLock', 'NumLock']

/** What the officer's hand asks for, by key, button or box, and what of it may be done now. */
export class Steering implements ReactiveController {
  /** What stands before the console. */
  box?: Box
  /** What the open box has been told, which stays until it is tried again. */
  answer?: Problem
  isSending = false
  readonly way = new OwnWay()
  readonly finishing: Finishing
  /** How the counter stood when the box was sent. */
  private sentIn = ''
  private readonly host: Steered
  private readonly hands: Hands
  private readonly mini: MiniWindow
  private readonly word: Passing<string>
  private readonly arming: Arming
  private readonly text: Speaking<keyof typeof consoleTexts.vi>
  private readonly told: Speaking<keyof typeof toldTexts.vi>
  private readonly option: Speaking<keyof typeof optionTexts.vi>
  private readonly panic: Speaking<keyof typeof panicTexts.vi>

  constructor (host: Steered, hands: Hands, mini: MiniWindow) {
    this.host = host
    this.hands = hands
    this.mini = mini
    this.word = new Passing(host)
    this.arming = new Arming(host)
    this.finishing = new Finishing(host, hands.acting, this.way, () => void this.act('next'))
    this.text = new Speaking(host, consoleTexts)
    this.told = new Speaking(host, toldTexts)
    this.option = new Speaking(host, optionTexts)
    this.panic = new Speaking(host, panicTexts)
    host.addController(this)
  }

  hostConnected (): void {
    this.way.of(this.host.me?.id ?? '')
    window.addEventListener('keydown', this.press)
    window.addEventListener('pointerdown', this.touched, true)
    for (const type of Object.keys(this.heard)) this.host.addEventListener(type, this.hear)
  }

  hostDisconnected (): void {
    window.removeEventListener('keydown', this.press)
    window.removeEventListener('pointerdown', this.touched, true)
    for (const type of Object.keys(this.heard)) this.host.removeEventListener(type, this.hear)
  }

  get hint (): string { return this.word.word ?? (this.arming.isArmed ? this.panic.say('armed') : '') }
  get isArmed (): boolean { return this.arming.isArmed }
  get secondsLeft (): number | undefined { return this.finishing.wrapUp.left }

  /** What is now known of the counter. */
  see (known: LiveState<ConsoleShot>): void {
    this.finishing.wrapUp.see(known, this.host.now)
    const { shot } = known
    // Its effect is seen: the answer may follow.
    if (shot && this.isSending && this.box !== 'pin' && situation(shot) !== this.sentIn) this.box = undefined
    if (!shot?.current) this.finishing.fold()
  }

  readonly press = (event: KeyboardEvent): void => {
    const { shot } = this.host.known
    const isStopped = !modifiers.includes(event.key) && !event.repeat && this.stopWrapUp()
    if (!shot?.mine) return
    const meant = deedOfKey(event, focusOf(event.composedPath()[0]), offer(shot, this.host.now), this.finishing.isOpen)
    if (meant && (!this.box || meant === 'panic')) {
      event.preventDefault()
      this.mean(meant)
    } else if (isStopped) event.preventDefault()
  }

  readonly hear = (event: Event): void => {
    this.heard[event.type]?.((event as CustomEvent<never>).detail)
    this.host.requestUpdate()
  }

  /** What the elements below fire. */
  private readonly heard: Readonly<Record<string, (detail: never) => unknown>> = {
    'moi-deed': ({ deed }: { deed: Deed }) => this.act(deed),
    'moi-return': ({ ticket }: { ticket: string }) => this.live(shot => this.hands.returning.bring(shot, ticket)),
    'moi-reprint': () => this.reprint(),
    'moi-reprint-doubtful': ({ ticket }: { ticket: Slip['ticket'] }) => this.live(() => this.hands.doubts.print(ticket)),
    'moi-apologise': ({ ticket }: { ticket: Slip['ticket'] }) => this.live(() => this.hands.apologising.print(ticket)),
    'moi-panic-press': () => this.pressPanic(),
    'moi-panic': ({ deed, counter }: { deed: PanicDeed, counter: number }) => this.live(shot => this.hands.panicking.ask(shot, deed, counter)),
    'moi-look': ({ open }: { open: boolean }) => this.hands.own.look(open),
    'moi-finish-draft': (draft: FinishDraft) => this.finishing.say(draft),
    'moi-finish-open': ({ open }: { open: boolean }) => { if (open) this.finishing.unfold(); else this.finishing.fold() },
    'moi-wrap-up-stop': () => this.stopWrapUp(),
    'moi-help': () => this.openBox('help'),
    'moi-options': () => this.openBox('options'),
    'moi-set-pin': () => this.openBox('pin'),
    'moi-leave': () => { if (this.host.known.shot?.mine) this.openBox('leave'); else this.host.tell('moi-sign-out') },
    'moi-leave-now': ({ close }: { close: boolean }) => this.leave(close),
    'moi-mini': () => this.toggleMini(),
    'moi-dismiss': () => { this.box = undefined },
    'moi-prefer': (change: Partial<Preferences>) => this.way.change(change),
    'moi-send': ({ deed, wish }: { deed: Asked, wish: Wish }) => this.send(deed, wish),
    'moi-pin': (wish: { password: string, pin: string }) => this.setPin(wish)
  }

  private mean (meant: Meant): void {
    if (meant === 'help') this.openBox('help')
    else if (meant === 'reprint') this.reprint()
    else if (meant === 'mini') this.toggleMini()
    else if (meant === 'panic') this.pressPanic()
    else void this.act(meant)
    this.host.requestUpdate()
  }

  private async act (deed: Deed): Promise<void> {
    const { shot, status } = this.host.known
    this.word.end()
    this.host.requestUpdate()
    if (!shot || status !== 'live' || this.hands.acting.pending) return
    if (!offer(shot, this.host.now).possible.includes(deed)) this.say(this.text.say('key.notNow', { deed: this.text.say(`deed.${deed}`) }))
    else if (isAsked(deed)) this.openBox(deed)
    else if (this.hands.acting.isDouble(shot, deed)) this.say(this.text.say('key.double'))
    else if (deed !== 'finish') await this.hands.acting.act(shot, deed)
    else if (!await this.finishing.finish(shot)) this.askInMain()
    this.host.requestUpdate()
  }

  private async send (deed: Asked, wish: Wish): Promise<void> {
    const { shot, status } = this.host.known
    if (!shot || status !== 'live' || this.hands.acting.pending) return
    this.sentIn = situation(shot)
    const isDone = await this.sending(() => this.hands.acting.act(shot, deed, wish))
    this.answer = isDone ? undefined : this.hands.acting.problem
    if (!isDone) return
    delete this.host.drafts[deed]
    if (this.box === deed) this.box = undefined
  }

  private async setPin (wish: { readonly password: string, readonly pin: string }): Promise<void> {
    if (this.isSending) return
    const set = await this.sending(() => this.hands.api.put('/session/pin', wish))
    this.answer = set.ok ? undefined : set.error
    if (!set.ok) return
    this.box = undefined
    this.say(this.option.say('pin.done'))
  }

  private async sending <Answer> (ask: () => Promise<Answer>): Promise<Answer> {
    this.answer = undefined
    this.isSending = true
    const answer = await ask()
    this.isSending = false
    this.host.requestUpdate()
    return answer
  }

  private openBox (box: Box): void {
    this.answer = undefined
    this.box = box
    if (isAsked(box as Deed)) this.askInMain()
  }

  /** The small window has no room for questions. */
  private askInMain (): void {
    if (!this.mini.isOpen) return
    window.focus()
    this.say(this.option.say('mini.answer'))
  }

  private reprint (): void {
    this.word.end()
    this.live(shot => {
      if (shot.current) void this.hands.reprinting.print(shot.current.ticket)
      else this.say(this.text.say('key.notNow', { deed: this.told.say('slip') }))
    })
  }

  private pressPanic (): void {
    this.live(shot => {
      if (shot.counter.panic || this.hands.panicking.pending) return
      if (this.arming.press()) void this.hands.panicking.ask(shot, 'panic', shot.counter.number)
    })
  }

  private toggleMini (): void {
    if (this.mini.isOpen) this.mini.close()
    else void this.mini.open().then(opened => { if (opened !== 'on-top') this.say(this.option.say(`mini.${opened}`)) })
  }

  private async leave (close: boolean): Promise<void> {
    const { shot } = this.host.known
    this.box = undefined
    if (close && shot && !await this.hands.acting.act(shot, 'close')) return
    this.host.tell('moi-sign-out')
  }

  private readonly touched = (): void => { this.stopWrapUp() }

  private stopWrapUp (): boolean {
    const wasRunning = this.finishing.wrapUp.stop()
    if (wasRunning) this.host.requestUpdate()
    return wasRunning
  }

  private say (word: string): void {
    this.word.say(word)
    this.host.requestUpdate()
  }

  /** Nothing is pretended while the office cannot be heard. */
  private live (deed: (shot: ConsoleShot) => unknown): void {
    const { shot, status } = this.host.known
    if (shot && status === 'live') deed(shot)
    this.host.requestUpdate()
  }
}
