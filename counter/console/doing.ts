import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { Problem } from '../../common/contract/problem.ts'
import { newKey, type Api } from '../../common/ui/api.ts'
import { Passing } from './passing.ts'

/** The fact of a deed comes by another line than its answer; without it by then, the office is asked again. */
const factMs = 1500

interface Tried<What> { readonly what: What, readonly key: string, readonly told: string }

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
  private unsure?: Tried<What>
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
  protected async do (what: What, path: string, now: string, told?: object): Promise<boolean> {
    if (this.pending) return false
    const tried = this.triedAs(what, JSON.stringify(told))
    const mine = this.begin(what, now)
    const answer = await this.api.post<unknown>(path, told, { key: tried.key })
    if (mine !== this.begun) return answer.ok
    if (answer.ok) this.accepted(what, answer.value, told)
    else this.refused(answer.error, tried)
    this.host.requestUpdate()
    return answer.ok
  }

  /** What the office answered to a deed that is done, and what it had been told. */
  protected answered (_what: What, _value: unknown, _told: object | undefined): void {}

  /** The same again, word for word, goes under the same key. */
  private triedAs (what: What, told = ''): Tried<What> {
    const isSame = this.unsure?.what === what && this.unsure.told === told
    return { what, told, key: isSame && this.unsure ? this.unsure.key : newKey() }
  }

  private begin (what: What, now: string): number {
    this.pending = what
    this.refusal.end()
    this.now = now
    this.host.requestUpdate()
    return ++this.begun
  }

  private accepted (what: What, value: unknown, told: object | undefined): void {
    this.unsure = undefined
    this.answered(what, value, told)
    if (this.pending) this.timer = setTimeout(() => { this.refresh(); this.settle(); this.host.requestUpdate() }, factMs)
  }

  private refused (problem: Problem, tried: Tried<What>): void {
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
