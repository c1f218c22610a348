import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { Problem } from '../../common/contract/problem.ts'
import { newKey, type Api } from '../../common/ui/api.ts'

export type PanicDeed = 'accept' | 'end'

/** Says to a counter that called for help that somebody comes, and that it is over. */
export class Panics implements ReactiveController {
  pending?: number
  problem?: Problem
  private readonly host: ReactiveControllerHost
  private readonly api: Pick<Api, 'post'>

  constructor (host: ReactiveControllerHost, api: Pick<Api, 'post'>) {
    this.host = host
    this.api = api
    host.addController(this)
  }

  hostConnected (): void { /* Nothing is asked before somebody presses. */ }

  async do (deed: PanicDeed, counter: number): Promise<void> {
    if (this.pending !== undefined) return
    this.tell(counter)
    const answer = await this.api.post(`/counters/${counter}/panic/${deed}`, {}, { key: newKey() })
    this.tell(undefined, answer.ok ? undefined : answer.error)
  }

  private tell (pending: number | undefined, problem?: Problem): void {
    this.pending = pending
    this.problem = problem
    this.host.requestUpdate()
  }
}
