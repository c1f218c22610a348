import type { LiveFact, Place, ShotOf, Signal, Tick, View, Watched } from '../contract/live.ts'
import { officeClock } from './clock.ts'
import { judge, type Follow, type LiveState } from './live-state.ts'
import type { Seat } from './place.ts'
import { openWire, type Wire, type WatchOf, type WireEvents } from './wire.ts'

export interface LiveOptions<V extends View> {
  readonly as?: Seat
  readonly watch: WatchOf<V>
  readonly follow: Follow<ShotOf[V]>
  readonly open?: (as: Seat | undefined, events: WireEvents) => Wire
}

type Heard = { readonly fact: LiveFact } | { readonly signal: Signal }

const staleAfterMs = 10_000
const retryMs = 2000
const refusedRetryMs = 15_000

/**
 * One view of the office, kept true: a snapshot, then numbered facts on top of it.
 * A gap, another epoch, a tick that is ahead, or a reducer in doubt ends in a fresh snapshot;
 * ten seconds of silence make it stale.
 */
export class LiveView<V extends View> {
  state: LiveState<ShotOf[V]> = { status: 'loading' }
  private readonly options: LiveOptions<V>
  private readonly changed: () => void
  private wire?: Wire
  private place?: Place
  /** Counts watches, so that a late answer to an old one is dropped. */
  private asked = 0
  /** What arrives while an answer is under way; absent when none is. */
  private held?: Heard[]
  private lastHeard?: string
  private silence?: ReturnType<typeof setTimeout>
  private retry?: ReturnType<typeof setTimeout>

  constructor (options: LiveOptions<V>, changed: () => void) {
    this.options = options
    this.changed = changed
  }

  start (): void {
    const connect = this.options.open ?? openWire
    this.listenForSilence()
    this.wire = connect(this.options.as, {
      connected: () => void this.watch(this.place),
      refused: code => this.refuse(code),
      fact: fact => this.receive({ fact }),
      signal: signal => this.receive({ signal }),
      tick: tick => this.ticked(tick)
    })
  }

  stop (): void {
    clearTimeout(this.silence)
    clearTimeout(this.retry)
    this.asked++
    this.held = undefined
    this.wire?.close()
    this.wire = undefined
  }

  /** After pairing or signing in: with the new cookie, from the beginning. */
  restart (): void {
    this.stop()
    this.place = undefined
    this.lastHeard = undefined
    this.put({ status: 'loading' })
    this.start()
  }

  /** A fresh snapshot, when something in doubt was changed by other means. */
  refresh (): void { void this.watch() }

  private async watch (after?: Place): Promise<void> {
    const mine = ++this.asked
    this.held = []
    clearTimeout(this.retry)
    try {
      const answer = await this.wire?.watch<V>({ ...this.options.watch, ...(after ? { after } : {}) })
      if (mine === this.asked && answer) this.answered(answer)
    } catch {
      // No answer in time: the line may be up and the office busy. Facts were held meanwhile, so ask anew.
      if (mine === this.asked) this.retry = setTimeout(() => void this.watch(), retryMs)
    }
  }

  private answered (answer: Watched<ShotOf[V]>): void {
    const held = this.held ?? []
    this.held = undefined
    if (!answer.ok) return this.refuse(answer.code)
    if ('snapshot' in answer) this.take(answer.snapshot)
    else if (!this.replay(answer.facts)) return void this.watch()
    for (const heard of held) this.receive(heard)
  }

  private take (shot: ShotOf[V]): void {
    this.place = { epoch: shot.epoch, rev: shot.rev }
    this.hear(shot.at)
    this.put({ status: 'live', shot })
  }

  /** Facts missed while away. Without a shot to put them on they are of no use. */
  private replay (facts: readonly LiveFact[]): boolean {
    if (!this.state.shot) return false
    this.listenForSilence()
    this.put({ status: 'live', shot: this.state.shot })
    for (const fact of facts) this.receive({ fact })
    return true
  }

  private receive (heard: Heard): void {
    if (this.held) this.held.push(heard)
    else if ('fact' in heard) this.apply(heard.fact)
    else this.notice(heard.signal)
  }

  private notice (signal: Signal): void {
    const { shot } = this.state
    const { signal: follow } = this.options.follow
    if (!shot || !follow) return
    const next = follow(shot, signal)
    if (next) this.advance(next)
    else void this.watch()
  }

  private apply (fact: LiveFact): void {
    if (!this.place || !this.state.shot) return
    const verdict = judge(this.place, fact)
    if (verdict === 'known') return
    const next = verdict === 'apply' ? this.options.follow.fact(this.state.shot, fact) : undefined
    if (!next) return void this.watch()
    this.place = { epoch: fact.epoch, rev: fact.rev }
    this.advance(next)
  }

  private advance (shot: ShotOf[V]): void {
    if (shot !== this.state.shot) this.put({ ...this.state, shot })
  }

  private ticked (tick: Tick): void {
    this.hear(tick.at)
    if (this.held || !this.place) return
    const isBehind = tick.epoch !== this.place.epoch || tick.rev > this.place.rev
    if (isBehind) void this.watch()
    else if (this.state.status === 'stale' && this.state.shot) this.put({ status: 'live', shot: this.state.shot })
  }

  private refuse (code: string): void {
    clearTimeout(this.silence)
    clearTimeout(this.retry)
    this.held = undefined
    this.put({ status: 'refused', code })
    // Another page of this browser may pair it, or an administrator may change their mind.
    this.retry = setTimeout(() => this.wire?.reconnect(), refusedRetryMs)
  }

  private hear (at: string): void {
    this.lastHeard = at
    officeClock.heard(at)
    this.listenForSilence()
  }

  private listenForSilence (): void {
    clearTimeout(this.silence)
    this.silence = setTimeout(() => this.put({ ...this.state, status: 'stale', ...(this.lastHeard ? { staleSince: this.lastHeard } : {}) }), staleAfterMs)
  }

  private put (state: LiveState<ShotOf[V]>): void {
    this.state = state
    this.changed()
  }
}
