import type { ReactiveController, ReactiveControllerHost } from 'lit'

const armedMs = 4000
/** Two presses of one nervous double-click are one. */
const apartMs = 300

/** What must not happen in passing: a first press says what the second will do, and is forgotten soon. */
export class Arming implements ReactiveController {
  private readonly host: ReactiveControllerHost
  private since?: number
  private timer?: ReturnType<typeof setTimeout>

  constructor (host: ReactiveControllerHost) {
    this.host = host
    host.addController(this)
  }

  get isArmed (): boolean { return this.since !== undefined }

  hostDisconnected (): void { this.disarm() }

  disarm (): void {
    clearTimeout(this.timer)
    this.since = undefined
  }

  /** True if this press is the second. */
  press (): boolean {
    if (this.since !== undefined) {
      if (performance.now() - this.since < apartMs) return false
      this.disarm()
      return true
    }
    this.since = performance.now()
    this.timer = setTimeout(() => { this.disarm(); this.host.requestUpdate() }, armedMs)
    this.host.requestUpdate()
    return false
  }
}
