import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { ConsoleShot } from '../../common/contract/live.ts'
import type { Problem } from '../../common/contract/problem.ts'
import { newKey, type Api } from '../../common/ui/api.ts'
import { situation, type Deed } from './deeds.ts'

/** The fact of a deed comes by another line than its answer; without it by then, the office is asked again. */
const factMs = 1500

/**
 * One deed at a time, pending until its effect is seen: a second press of the same key cannot mean
 * something else, and the next key counts at once, though the answer may still be on its way.
 */
export class Acting implements ReactiveController {
  pending?: Deed
  problem?: Problem
  isSignedOut = false
  private readonly host: ReactiveControllerHost
  private readonly api: Pick<Api, 'post'>
  private readonly refresh: () => void
  private now = ''
  /** Counts deeds, so that a late answer to an old one is dropped. */
  private begun = 0
  /** A deed of which it is not known whether it was done: pressing again must not do it twice. */
  private unsure?: { readonly deed: Deed, readonly key: string }
  private timer?: ReturnType<typeof setTimeout>

  constructor (host: ReactiveControllerHost, api: Pick<Api, 'post'>, refresh: () => void) {
    this.host = host
    this.api = api
    this.refresh = refresh
    host.addController(this)
  }

  hostDisconnected (): void { clearTimeout(this.timer) }

  /** What is now known of the counter. Something new there ends the doubt and the last complaint. */
  see (shot: ConsoleShot | undefined): void {
    const seen = situation(shot)
    if (seen === this.now) return
    this.now = seen
    this.unsure = undefined
    if (this.pending) this.settle()
    else this.problem = undefined
  }

  /** True once the office has said yes. */
  async act (shot: ConsoleShot, deed: Deed): Promise<boolean> {
    if (this.pending) return false
    const key = this.unsure?.deed === deed ? this.unsure.key : newKey()
    const mine = this.begin(shot, deed)
    const answer = await this.api.post(`/counters/${shot.counter.number}/${deed}`, undefined, { key })
    if (mine !== this.begun) return answer.ok
    if (answer.ok) this.accepted()
    else this.refused(answer.error, { deed, key })
    this.host.requestUpdate()
    return answer.ok
  }

  private begin (shot: ConsoleShot, deed: Deed): number {
    this.pending = deed
    this.problem = undefined
    this.now = situation(shot)
    this.host.requestUpdate()
    return ++this.begun
  }

  private accepted (): void {
    this.unsure = undefined
    if (this.pending) this.timer = setTimeout(() => { this.refresh(); this.settle(); this.host.requestUpdate() }, factMs)
  }

  private refused (problem: Problem, tried: { readonly deed: Deed, readonly key: string }): void {
    this.settle()
    this.problem = problem
    this.unsure = problem.status === 0 ? tried : undefined
    this.isSignedOut = problem.code === 'SIGN_IN_REQUIRED'
    // A "no" often means that this screen believes something that is no longer so.
    if (problem.status === 409) this.refresh()
  }

  private settle (): void {
    clearTimeout(this.timer)
    this.pending = undefined
  }
}
