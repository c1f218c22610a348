import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { PaperNumbers, PaperNumbersNoted, PaperNumbersRequest } from '../../common/contract/paper-numbers.ts'
import type { Problem } from '../../common/contract/problem.ts'
import { newKey, type Api } from '../../common/ui/api.ts'

/** What the office would write down, or why it would not. */
export type Checked = { readonly noted: PaperNumbersNoted } | { readonly problem: Problem }

const pauseMs = 400

/** The office's numbers for an outage: which there are, what writing them down would do, and writing them down. */
export class PaperBook implements ReactiveController {
  /** Of the field asked for last. */
  known?: PaperNumbers
  checked?: Checked
  /** The latest that was written down here. */
  written?: PaperNumbersNoted
  /** Why it was not. */
  problem?: Problem
  sending = false
  isSignedOut = false
  private readonly host: ReactiveControllerHost
  private readonly api: Pick<Api, 'get' | 'post'>
  private asked = 0
  private wish = ''
  private key?: string
  private timer?: ReturnType<typeof setTimeout>

  constructor (host: ReactiveControllerHost, api: Pick<Api, 'get' | 'post'>) {
    this.host = host
    this.api = api
    host.addController(this)
  }

  hostDisconnected (): void {
    clearTimeout(this.timer)
    this.wish = ''
  }

  async read (field: string): Promise<PaperNumbers | undefined> {
    const mine = ++this.asked
    const answer = await this.api.get<PaperNumbers>(`/paper-numbers?field=${field}`)
    if (mine !== this.asked) return undefined
    if (!answer.ok) return this.failed(answer.error)
    this.known = answer.value
    this.host.requestUpdate()
    return answer.value
  }

  /** Asked a moment after the last change: what it would do is seen before it is done. */
  check (request: PaperNumbersRequest | undefined): void {
    const wish = request ? JSON.stringify(request) : ''
    if (wish === this.wish) return
    this.wish = wish
    this.key = undefined
    this.problem = undefined
    this.checked = undefined
    clearTimeout(this.timer)
    if (request) this.timer = setTimeout(() => void this.ask(request, wish), pauseMs)
  }

  private async ask (request: PaperNumbersRequest, wish: string): Promise<void> {
    const answer = await this.api.post<PaperNumbersNoted>('/paper-numbers', { ...request, check: true })
    if (wish !== this.wish) return
    if (!answer.ok) this.isSignedOut ||= answer.error.code === 'SIGN_IN_REQUIRED'
    this.checked = answer.ok ? { noted: answer.value } : { problem: answer.error }
    this.host.requestUpdate()
  }

  /** Answers whether it is written down: all of it, or nothing. */
  async write (request: PaperNumbersRequest): Promise<boolean> {
    if (this.sending) return false
    this.sending = true
    this.problem = undefined
    this.host.requestUpdate()
    this.key ??= newKey()
    const answer = await this.api.post<PaperNumbersNoted>('/paper-numbers', request, { key: this.key })
    this.sending = false
    // Only where nobody knows whether the office heard it must the same be sent again.
    if (answer.ok || answer.error.status !== 0) this.key = undefined
    if (answer.ok) this.written = answer.value
    else this.failed(answer.error)
    this.host.requestUpdate()
    return answer.ok
  }

  private failed (problem: Problem): undefined {
    this.isSignedOut ||= problem.code === 'SIGN_IN_REQUIRED'
    this.problem = problem
    this.host.requestUpdate()
  }
}
