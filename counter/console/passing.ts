import type { ReactiveController, ReactiveControllerHost } from 'lit'

/** Long enough to read two sentences. */
export const passingMs = 8000

/** Words that are true of a moment: they go by themselves, or as soon as something makes them untrue. */
export class Passing<Word> implements ReactiveController {
  private readonly host: ReactiveControllerHost
  private readonly ms: number
  private held?: Word
  private timer?: ReturnType<typeof setTimeout>

  constructor (host: ReactiveControllerHost, ms = passingMs) {
    this.host = host
    this.ms = ms
    host.addController(this)
  }

  get word (): Word | undefined { return this.held }

  say (word: Word): void {
    this.end()
    this.held = word
    this.timer = setTimeout(() => { this.end(); this.host.requestUpdate() }, this.ms)
  }

  end (): void {
    clearTimeout(this.timer)
    this.held = undefined
  }

  hostDisconnected (): void { this.end() }
}
