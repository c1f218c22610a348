import type { ReactiveControllerHost } from 'lit'
import type { ServedHere } from '../../common/contract/counter.ts'
import type { ConsoleShot } from '../../common/contract/live.ts'
import type { Api } from '../../common/ui/api.ts'

/** The numbers this counter has done with today. Asked for when somebody looks, and as long as they look whenever one more is done. */
export class OwnTickets {
  items?: readonly ServedHere[]
  hasFailed = false
  isOpen = false
  private readonly host: ReactiveControllerHost
  private readonly api: Pick<Api, 'get'>
  private shown = ''

  constructor (host: ReactiveControllerHost, api: Pick<Api, 'get'>) {
    this.host = host
    this.api = api
  }

  look (isOpen: boolean): void {
    this.isOpen = isOpen
    this.shown = ''
    this.host.requestUpdate()
  }

  see (shot: ConsoleShot | undefined): void {
    if (!shot || !this.isOpen) return
    const { counter: { number, undo }, today: { served } } = shot
    // A finish that is taken back, and one done again, leave the count as it was.
    const now = `${number} ${served} ${undo?.until ?? ''}`
    if (now === this.shown) return
    this.shown = now
    void this.ask(number, now)
  }

  private async ask (counter: number, asked: string): Promise<void> {
    const answer = await this.api.get<{ readonly items: readonly ServedHere[] }>(`/counters/${counter}/tickets`)
    if (asked !== this.shown) return
    this.hasFailed = !answer.ok
    if (answer.ok) this.items = answer.value.items
    this.host.requestUpdate()
  }
}
