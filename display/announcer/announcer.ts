import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { Call } from '../../common/contract/counter.ts'
import type { BoardShot } from '../../common/contract/live.ts'
import { officeClock } from '../../common/ui/clock.ts'
import type { Follow } from '../../common/ui/live-state.ts'
import { AudioLoudspeaker } from './loudspeaker.ts'
import { isMuted, rememberMuted, spokenLanguages } from './muting.ts'
import { atRest, step, type Queue, type QueueEvent } from './queue.ts'
import { say, sounds, type Loudspeaker } from './say.ts'

/** unknown until the browser was asked; locked: it waits for a person's touch. */
export type SpeakerState = 'unknown' | 'on' | 'locked' | 'muted'

export interface AnnouncerOptions {
  /** What the screen knows; absent until it knows anything. */
  readonly shot: () => BoardShot | undefined
  readonly loudspeaker?: Loudspeaker
}

/**
 * Says the calls that its screen hears of, one after the other, each once.
 * Calls come as facts, and from a snapshot when facts were missed; what the first snapshot holds was said before this page was there.
 */
export class Announcer implements ReactiveController {
  state: SpeakerState = 'unknown'
  private readonly host: ReactiveControllerHost
  private readonly shot: () => BoardShot | undefined
  private readonly loudspeaker: Loudspeaker
  private readonly languages = spokenLanguages()
  private queue: Queue = atRest
  private seen?: BoardShot
  private isTrying = false

  constructor (host: ReactiveControllerHost, { shot, loudspeaker = new AudioLoudspeaker() }: AnnouncerOptions) {
    this.host = host
    this.shot = shot
    this.loudspeaker = loudspeaker
    host.addController(this)
  }

  /** The screen's way of following facts, with an ear to the calls among them. */
  listening (follow: Follow<BoardShot>): Follow<BoardShot> {
    return {
      ...follow,
      fact: (shot, fact) => {
        if (fact.type === 'ticket:called' || fact.type === 'ticket:recalled') this.hear([fact.call])
        if (fact.type === 'ticket:undone') this.take({ type: 'takenBack', ids: shot.calls.filter(({ ticket }) => ticket.id === fact.ticket.id).map(({ call }) => call.id) })
        return follow.fact(shot, fact)
      }
    }
  }

  hostConnected (): void {
    if (isMuted()) this.put('muted')
    else void this.tryOut()
    addEventListener('click', this.touched)
    addEventListener('keydown', this.touched)
  }

  hostDisconnected (): void {
    removeEventListener('click', this.touched)
    removeEventListener('keydown', this.touched)
    this.hush()
  }

  hostUpdated (): void {
    const shot = this.shot()
    if (!shot || shot === this.seen) return
    const calls = shot.calls.map(({ call }) => call)
    if (this.seen) this.hear(calls)
    else this.take({ type: 'passed', calls })
    this.seen = shot
  }

  /** The speaker's button: off, on again, or the touch that a locked browser waits for. */
  press = (): void => {
    if (this.state === 'locked') return void this.tryOut()
    const muted = this.state !== 'muted'
    rememberMuted(muted)
    if (!muted) return void this.tryOut()
    this.hush()
    this.put('muted')
  }

  private hear (calls: readonly Call[]): void {
    if (this.state === 'muted') return this.take({ type: 'passed', calls })
    const nowMs = officeClock.now().getTime()
    for (const call of [...calls].sort((one, other) => one.rev - other.rev)) this.take({ type: 'called', call, nowMs })
  }

  private take (event: QueueEvent): void {
    const before = this.queue.speaking
    this.queue = step(this.queue, event)
    const { speaking } = this.queue
    if (speaking && speaking !== before) void this.speak(speaking)
  }

  private async speak (call: Call): Promise<void> {
    const played = await say(call, this.languages, this.loudspeaker, () => this.queue.speaking !== call)
    if (this.queue.speaking !== call) return
    if (played !== 'failed') this.put(played === 'locked' ? 'locked' : 'on')
    this.take({ type: 'over', id: call.id })
  }

  private hush (): void {
    this.take({ type: 'hushed' })
    this.loudspeaker.stop()
  }

  /** Any touch anywhere opens a locked browser; the button says so itself. */
  private readonly touched = (event: Event): void => {
    const isOnButton = event.composedPath().some(target => target instanceof HTMLElement && target.localName === 'moi-speaker')
    if (this.state === 'locked' && !isOnButton) void this.tryOut()
  }

  /** A moment of silence tells whether this browser lets the page sound. A call that is being said tells it as well. */
  private async tryOut (): Promise<void> {
    if (this.isTrying) return
    if (this.queue.speaking) return this.put('on')
    this.isTrying = true
    const played = await this.loudspeaker.play(sounds.silence)
    this.isTrying = false
    this.put(played === 'locked' ? 'locked' : 'on')
  }

  private put (state: SpeakerState): void {
    if (state === this.state) return
    this.state = state
    this.host.requestUpdate()
  }
}
