import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { ConsoleShot } from '../../common/contract/live.ts'
import type { LiveState } from '../../common/ui/live-state.ts'

type Known = Pick<LiveState<ConsoleShot>, 'status' | 'shot'>

/**
 * The time an officer takes after a number before the next one is called by itself. Begun by a finish by hand and by nothing else,
 * so that nobody is called to a counter whose officer is away; anything in the way ends it.
 */
export class WrapUp implements ReactiveController {
  private readonly host: ReactiveControllerHost
  private readonly callNext: () => void
  /** On the browser's own clock, which no server sets. */
  private until?: number
  private finished = ''
  private hasLeft = false
  private timer?: ReturnType<typeof setTimeout>

  constructor (host: ReactiveControllerHost, callNext: () => void) {
    this.host = host
    this.callNext = callNext
    host.addController(this)
  }

  hostDisconnected (): void { this.stop() }

  /** Whole seconds to go; undefined while nothing is counted down. */
  get left (): number | undefined {
    return this.until === undefined ? undefined : Math.max(0, Math.ceil((this.until - performance.now()) / 1000))
  }

  start (seconds: number, finished: string): void {
    this.stop()
    this.finished = finished
    this.hasLeft = false
    this.until = performance.now() + seconds * 1000
    this.timer = setTimeout(() => this.host.requestUpdate(), seconds * 1000)
    this.host.requestUpdate()
  }

  /** True if there was something to stop. */
  stop (): boolean {
    const wasRunning = this.until !== undefined
    clearTimeout(this.timer)
    this.until = undefined
    return wasRunning
  }

  /** With everything that becomes known, and once when the time is over. */
  see (known: Known, now: Date): void {
    if (this.until === undefined) return
    if (!mayGoOn(known, this.finished, now)) { this.stop(); return }
    // Until its own finish is seen the number still stands at the counter; back there afterwards, it was taken back.
    if (known.shot?.current) { if (this.hasLeft) this.stop(); return }
    this.hasLeft = true
    if (performance.now() < this.until) return
    this.stop()
    if (known.shot && known.shot.queue.waiting > 0) queueMicrotask(this.callNext)
  }
}

/** Open, ours, heard, at work, and nobody else at the counter. */
export function mayGoOn ({ status, shot }: Known, finished: string, now: Date): boolean {
  if (status !== 'live' || !shot?.mine || shot.counter.state !== 'open') return false
  if (shot.current && shot.current.ticket.id !== finished) return false
  return !isBreak(shot, now)
}

function isBreak ({ hold: { breaks, last } }: ConsoleShot, now: Date): boolean {
  const at = now.getTime()
  return at >= Date.parse(last) || breaks.some(({ from, until }) => Date.parse(from) <= at && at < Date.parse(until))
}
