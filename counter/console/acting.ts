import type { ReactiveControllerHost } from 'lit'
import type { Served, Undoable } from '../../common/contract/counter.ts'
import type { ConsoleShot, Queue } from '../../common/contract/live.ts'
import type { Ticket } from '../../common/contract/ticket.ts'
import type { Api } from '../../common/ui/api.ts'
import { meantBy, situation, type Deed, type Wish } from './deeds.ts'
import { Doing } from './doing.ts'
import { Passing } from './passing.ts'

/** What became of a ticket by the latest deed here, for the officer to pass on. */
export interface Done {
  readonly deed: Deed
  readonly ticket: Ticket
  /** Paper was asked for. */
  readonly slip: boolean
  /** What an undo took back. */
  readonly undid?: Undoable
}

/** A hand that presses Enter twice means one number, not also the next. */
const doubleMs = 1000
/** As long as the deed can be taken back. */
const doneMs = 60_000

/** Deeds at one's own counter. */
export class Acting extends Doing<Deed> {
  private readonly latest: Passing<Done>
  private queueThen?: Queue
  private undoing?: Undoable
  private finished = { ticket: '', at: -Infinity }

  constructor (host: ReactiveControllerHost, api: Pick<Api, 'post'>, refresh: () => void) {
    super(host, api, refresh)
    this.latest = new Passing(host, doneMs)
  }

  get done (): Done | undefined { return this.latest.word }

  /** What is now known of the counter. Something new there ends the doubt and the last complaint. */
  see (shot: ConsoleShot | undefined): void {
    const wasPending = this.pending !== undefined
    if (this.saw(situation(shot)) && !wasPending) this.refusal.end()
    if (this.problem?.code === 'NOBODY_WAITING' && this.isSomebodyHere(shot)) this.refusal.end()
  }

  /** True for a finish that comes so soon after another number's that one of the two was not meant. */
  isDouble ({ current }: ConsoleShot, deed: Deed): boolean {
    return deed === 'finish' && current?.ticket.id !== this.finished.ticket && performance.now() - this.finished.at < doubleMs
  }

  act (shot: ConsoleShot, deed: Deed, wish?: Wish): Promise<boolean> {
    if (this.pending || this.isDouble(shot, deed)) return Promise.resolve(false)
    if (deed === 'finish') this.finished = { ticket: shot.current?.ticket.id ?? '', at: performance.now() }
    // Whoever begins with a number means it.
    if (deed === 'start') this.finished.at = -Infinity
    this.queueThen = shot.queue
    this.undoing = shot.counter.undo
    this.latest.end()
    return this.do(deed, `/counters/${shot.counter.number}/${deed}`, situation(shot), toldOf(wish, meantBy(shot, deed)))
  }

  protected override answered (deed: Deed, value: unknown, wish: object | undefined): void {
    const { ticket } = (value ?? {}) as Partial<Served>
    if (!ticket) return
    const slip = deed === 'hold' && !(wish && 'slip' in wish && wish.slip === false)
    this.latest.say({ deed, ticket, slip, ...deed === 'undo' && this.undoing && { undid: this.undoing } })
  }

  /** In another queue than that of the refused deed: that one may have been wrong. */
  private isSomebodyHere (shot: ConsoleShot | undefined): boolean {
    return shot !== undefined && shot.queue !== this.queueThen && shot.queue.waiting > 0
  }
}

/** Deeds that are told nothing have no body. */
function toldOf (wish: Wish | undefined, meant: object): object | undefined {
  const told = { ...wish, ...meant }
  return wish || Object.keys(told).length > 0 ? told : undefined
}
