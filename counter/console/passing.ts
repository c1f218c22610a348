import type { ReactiveController, ReactiveControllerHost } from 'lit'

/** Long enough to read two sentences. */
export const passingMs = 8000

/** Words that are true of a moment: they go by themselves, or as soon as something makes them untrue. */
export class Passing<Word> implements ReactiveController {
  private readonly host: ReactiveControllerHost
  private held?: Word
  private timer?: ReturnType<typeof setTimeout>

  constructor (host: ReactiveControllerHost) {
    this.host = host
    host.addController(this)
  }

  get word (): Word | undefined { return this.held }

  say (word: Word): void {
    this.end()
    this.held = word
    this.timer = setTimeout(() => { this.end(); this.host.requestUpdate() }, passingMs)
  }

  end (): void {
    clearTimeout(this.timer)
    this.held = undefined
  }

  hostDisconnected (): void { this.end() }
}
