import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { ConsoleShot } from '../../common/contract/live.ts'
import type { Problem } from '../../common/contract/problem.ts'
import type { Print, PrintJob, PrintState, Ticket } from '../../common/contract/ticket.ts'
import { newKey, type Api } from '../../common/ui/api.ts'

const askEveryMs = 1000

/** What is known of the slip that was asked for again. */
export interface Slip {
  readonly ticket: Pick<Ticket, 'id' | 'number'>
  /** One intent, one key. */
  readonly key: string
  /** Absent until the office has answered. */
  readonly job?: string
  readonly state?: PrintState
  /** The printer its job is at, once known. */
  readonly printer?: string
  /** Why there is no job. */
  readonly problem?: Problem
}

/** Nothing more becomes of these; an unknown one may still turn out printed. */
const isOver = (state: PrintState | undefined): boolean => state === 'printed' || state === 'unconfirmed' || state === 'failed'
/** On its way, or coming by itself: another would be two papers with one number. */
export function isComing ({ state, problem }: Slip): boolean {
  return !problem && !isOver(state) && state !== 'unknown'
}

/** Another slip for the number at the counter, followed until its printer has said what became of it. */
export class Reprinting implements ReactiveController {
  slip?: Slip
  isSignedOut = false
  private readonly host: ReactiveControllerHost
  private readonly api: Pick<Api, 'get' | 'post'>
  private timer?: ReturnType<typeof setTimeout>

  constructor (host: ReactiveControllerHost, api: Pick<Api, 'get' | 'post'>) {
    this.host = host
    this.api = api
    host.addController(this)
  }

  hostDisconnected (): void { this.end() }

  /** Nothing is said of it, or asked about it, any more. */
  end (): void {
    clearTimeout(this.timer)
    this.slip = undefined
  }

  /** Words about a number that has left the counter would be taken for the next one's. */
  see (shot: ConsoleShot | undefined): void {
    if (shot && this.slip && shot.current?.ticket.id !== this.slip.ticket.id) this.end()
  }

  async print ({ id, number }: Slip['ticket']): Promise<void> {
    if (this.slip && isComing(this.slip)) return
    // Of which it is not known whether the office heard it: pressing again must not do it twice.
    const key = this.slip?.problem?.status === 0 ? this.slip.key : newKey()
    this.end()
    const slip = this.show({ ticket: { id, number }, key })
    const answer = await this.api.post<{ readonly print: Print }>(`/tickets/${id}/print`, undefined, { key: slip.key })
    if (this.slip !== slip) return
    if (!answer.ok) return this.refused(slip, answer.error)
    this.follow(this.show({ ...slip, job: answer.value.print.job, state: answer.value.print.state }))
  }

  private follow (slip: Slip): void {
    if (!isOver(slip.state)) this.timer = setTimeout(() => void this.ask(slip), askEveryMs)
  }

  private async ask (slip: Slip): Promise<void> {
    const asked = await this.api.get<PrintJob>(`/print-jobs/${slip.job ?? ''}`)
    if (this.slip !== slip) return
    if (asked.ok) return this.follow(this.show({ ...slip, state: asked.value.state, printer: asked.value.printer }))
    // No answer now: what was known last stays, and it is asked again.
    if (asked.error.status === 0 || asked.error.status >= 500) return this.follow(slip)
    this.refused({ ...slip, state: 'unknown' }, asked.error)
  }

  private refused (slip: Slip, problem: Problem): void {
    this.isSignedOut = problem.code === 'SIGN_IN_REQUIRED'
    this.show({ ...slip, problem })
  }

  private show (slip: Slip): Slip {
    this.slip = slip
    this.host.requestUpdate()
    return slip
  }
}
