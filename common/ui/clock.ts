import type { ReactiveController, ReactiveControllerHost } from 'lit'

/** The office's time as the server tells it: a kiosk's own clock may be years off. */
class OfficeClock {
  private aheadMs = 0

  /** Called with every time the server names. */
  heard (at: string): void {
    const told = Date.parse(at)
    if (!Number.isNaN(told)) this.aheadMs = told - Date.now()
  }

  now (): Date { return new Date(Date.now() + this.aheadMs) }
}
export const officeClock = new OfficeClock()

/** Draws its element again at every full second of the office's time, or at another step. */
export class Ticking implements ReactiveController {
  private readonly host: ReactiveControllerHost
  private readonly stepMs: number
  private timer?: ReturnType<typeof setTimeout>

  constructor (host: ReactiveControllerHost, stepMs = 1000) {
    this.host = host
    this.stepMs = stepMs
    host.addController(this)
  }

  get now (): Date { return officeClock.now() }

  hostConnected (): void { this.wait() }
  hostDisconnected (): void { clearTimeout(this.timer) }

  private wait (): void {
    const untilStep = this.stepMs - officeClock.now().getTime() % this.stepMs
    this.timer = setTimeout(() => { this.host.requestUpdate(); this.wait() }, untilStep)
  }
}
