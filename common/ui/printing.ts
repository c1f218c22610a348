import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { Problem } from '../contract/problem.ts'
import type { Print, PrintJob, PrintState, Ticket } from '../contract/ticket.ts'
import { newKey, type Api } from './api.ts'

const askEveryMs = 1000

/** A ticket's own slip (the one it came with, or once more), one that says sorry, the papers of a procedure, or numbers for an outage. */
export type SlipAsked = 'first' | 'again' | 'apology' | 'checklist' | 'paper'

/** What is known of a slip that was asked for. */
export interface Slip {
  readonly kind: SlipAsked
  /** Of a checklist: its procedure, and no number. Of numbers for an outage: their field, and the first and last as {@link blockOf} joins them. */
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

const between = '–'
/** A stretch of numbers, as it is said and asked for. */
export const blockOf = (from: string, to: string): string => from === to ? from : `${from}${between}${to}`

const wishes: Readonly<Record<SlipAsked, (ticket: Slip['ticket']) => { readonly path: string, readonly body?: object }>> = {
  first: ({ id }) => ({ path: `/tickets/${id}/print` }),
  again: ({ id }) => ({ path: `/tickets/${id}/print` }),
  apology: ({ id }) => ({ path: `/tickets/${id}/apology` }),
  checklist: ({ id }) => ({ path: '/slips', body: { kind: 'checklist', procedure: id } }),
  paper: ({ id, number }) => {
    const [from = '', to = from] = number.split(between)
    return { path: '/slips', body: { kind: 'paper-number', field: id, from, to } }
  }
}

/** A slip that is asked for by hand, followed until its printer has said what became of it. */
export class Printing implements ReactiveController {
  slip?: Slip
  isSignedOut = false
  private readonly host: ReactiveControllerHost
  private readonly api: Pick<Api, 'get' | 'post'>
  private readonly kind: SlipAsked
  private timer?: ReturnType<typeof setTimeout>

  constructor (host: ReactiveControllerHost, api: Pick<Api, 'get' | 'post'>, kind: SlipAsked = 'again') {
    this.host = host
    this.api = api
    this.kind = kind
    host.addController(this)
  }

  hostDisconnected (): void { this.end() }

  /** Nothing is said of it, or asked about it, any more. */
  end (): void {
    clearTimeout(this.timer)
    this.slip = undefined
  }

  async print ({ id, number }: Slip['ticket']): Promise<void> {
    if (this.slip && isComing(this.slip)) return
    // Of which it is not known whether the office heard it: pressing again must not do it twice.
    const key = this.slip?.problem?.status === 0 ? this.slip.key : newKey()
    this.end()
    const slip = this.show({ kind: this.kind, ticket: { id, number }, key })
    const { path, body } = wishes[this.kind]({ id, number })
    const answer = await this.api.post<{ readonly print: Print }>(path, body, { key: slip.key })
    if (this.slip !== slip) return
    if (!answer.ok) return this.refused(slip, answer.error)
    this.follow(this.show({ ...slip, job: answer.value.print.job, state: answer.value.print.state }))
  }

  /** A slip that is on its way already: the one that came with its number. */
  watch ({ id, number }: Slip['ticket'], { job, state }: Print): void {
    this.end()
    this.follow(this.show({ kind: 'first', ticket: { id, number }, key: newKey(), job, state }))
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
