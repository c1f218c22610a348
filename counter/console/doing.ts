import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { Problem } from '../../common/contract/problem.ts'
import { newKey, type Api } from '../../common/ui/api.ts'
import { Passing } from './passing.ts'

/** The fact of a deed comes by another line than its answer; without it by then, the office is asked again. */
const factMs = 1500

/**
 * One deed at a time, pending until its effect is seen: a second press of the same key cannot mean
 * something else, and the next key counts at once, though the answer may still be on its way.
 */
export abstract class Doing<What extends string> implements ReactiveController {
  pending?: What
  isSignedOut = false
  protected readonly refusal: Passing<Problem>
  private readonly host: ReactiveControllerHost
  private readonly api: Pick<Api, 'post'>
  private readonly refresh: () => void
  private now = ''
  /** Counts deeds, so that a late answer to an old one is dropped. */
  private begun = 0
  /** A deed of which it is not known whether it was done: pressing again must not do it twice. */
  private unsure?: { readonly what: What, readonly key: string }
  private timer?: ReturnType<typeof setTimeout>

  constructor (host: ReactiveControllerHost, api: Pick<Api, 'post'>, refresh: () => void) {
    this.host = host
    this.api = api
    this.refresh = refresh
    this.refusal = new Passing(host)
    host.addController(this)
  }

  /** What the office last said no to. */
  get problem (): Problem | undefined { return this.refusal.word }

  hostDisconnected (): void { clearTimeout(this.timer) }

  /** What is now known, as one word that changes when a deed takes effect. True if it is news. */
  protected saw (now: string): boolean {
    if (now === this.now) return false
    this.now = now
    this.unsure = undefined
    this.settle()
    return true
  }

  /** True once the office has said yes. */
  protected async do (what: What, path: string, now: string): Promise<boolean> {
    if (this.pending) return false
    const key = this.unsure?.what === what ? this.unsure.key : newKey()
    const mine = this.begin(what, now)
    const answer = await this.api.post(path, undefined, { key })
    if (mine !== this.begun) return answer.ok
    if (answer.ok) this.accepted()
    else this.refused(answer.error, { what, key })
    this.host.requestUpdate()
    return answer.ok
  }

  private begin (what: What, now: string): number {
    this.pending = what
    this.refusal.end()
    this.now = now
    this.host.requestUpdate()
    return ++this.begun
  }

  private accepted (): void {
    this.unsure = undefined
    if (this.pending) this.timer = setTimeout(() => { this.refresh(); this.settle(); this.host.requestUpdate() }, factMs)
  }

  private refused (problem: Problem, tried: { readonly what: What, readonly key: string }): void {
    this.settle()
    this.refusal.say(problem)
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
