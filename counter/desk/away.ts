import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { Problem } from '../../common/contract/problem.ts'
import type { PrintJobListed, Ticket } from '../../common/contract/ticket.ts'
import { newKey, type Api } from '../../common/ui/api.ts'
import { isComing, Printing, type Slip } from '../../common/ui/printing.ts'

/** Who is away, and whose slip may never have come out. */
export interface AwayLists {
  /** Sent away for a paper; who is due first stands first. */
  readonly held: readonly Ticket[]
  /** Did not come when called; the latest first. */
  readonly missed: readonly Ticket[]
  readonly doubtful: readonly PrintJobListed[]
}

interface Items<Item> { readonly items: readonly Item[] }

/** What a return has come to. */
export interface Brought { readonly ticket: Ticket, readonly state: 'doing' | 'done' | 'refused', readonly problem?: Problem, readonly key: string }

/** Asked for when somebody looks, and again when something is told of a ticket or a printer; never by the clock. */
export class Away implements ReactiveController {
  lists?: AwayLists
  problem?: Problem
  brought?: Brought
  isSignedOut = false
  private readonly host: ReactiveControllerHost
  private readonly api: Pick<Api, 'get' | 'post'>
  /** By ticket. */
  private readonly again = new Map<string, Printing>()
  private asking = false
  private isStale = false

  constructor (host: ReactiveControllerHost, api: Pick<Api, 'get' | 'post'>) {
    this.host = host
    this.api = api
    host.addController(this)
  }

  hostConnected (): void { void this.ask() }

  hostDisconnected (): void {
    for (const [ticket, printing] of this.again) this.drop(ticket, printing)
  }

  /** Slips that were asked for again here. */
  get slips (): readonly Slip[] { return [...this.again.values()].flatMap(({ slip }) => slip ?? []) }

  /** One question at a time; what is told meanwhile is asked once more. */
  async ask (): Promise<void> {
    this.isStale = true
    if (this.asking) return
    this.asking = true
    while (this.isStale) {
      this.isStale = false
      await this.read()
    }
    this.asking = false
  }

  async bring (ticket: Ticket): Promise<void> {
    if (this.brought?.state === 'doing') return
    const before = this.brought
    // Pressing again where no answer came must not do it twice.
    const key = before?.ticket.id === ticket.id && before.problem?.status === 0 ? before.key : newKey()
    this.tell({ ticket, key, state: 'doing' })
    const answer = await this.api.post(`/tickets/${ticket.id}/return`, undefined, { key })
    if (!answer.ok) this.isSignedOut ||= answer.error.code === 'SIGN_IN_REQUIRED'
    this.tell(answer.ok ? { ticket, key, state: 'done' } : { ticket, key, state: 'refused', problem: answer.error })
    await this.ask()
  }

  async reprint (ticket: Slip['ticket']): Promise<void> {
    const printing = this.again.get(ticket.id) ?? new Printing(this.host, this.api)
    this.again.set(ticket.id, printing)
    await printing.print(ticket)
    this.isSignedOut ||= printing.isSignedOut
    await this.ask()
  }

  private async read (): Promise<void> {
    const [held, missed, doubtful] = await Promise.all([
      this.api.get<Items<Ticket>>('/tickets?state=held'), this.api.get<Items<Ticket>>('/tickets?state=missed'), this.api.get<Items<PrintJobListed>>('/print-jobs?state=doubtful')
    ])
    const problem = [held, missed, doubtful].flatMap(answer => answer.ok ? [] : [answer.error])[0]
    this.isSignedOut ||= problem?.code === 'SIGN_IN_REQUIRED'
    this.problem = problem
    if (held.ok && missed.ok && doubtful.ok) this.show({ held: byDue(held.value.items), missed: byLatest(missed.value.items), doubtful: doubtful.value.items })
    this.host.requestUpdate()
  }

  private show (lists: AwayLists): void {
    this.lists = lists
    // A slip that came out needs no words any more.
    for (const [ticket, printing] of this.again) if (!printing.slip || !isComing(printing.slip) && !lists.doubtful.some(job => job.ticket === ticket)) this.drop(ticket, printing)
  }

  private drop (ticket: string, printing: Printing): void {
    printing.end()
    this.host.removeController(printing)
    this.again.delete(ticket)
  }

  private tell (brought: Brought): void {
    this.brought = brought
    this.host.requestUpdate()
  }
}

const byDue = (tickets: readonly Ticket[]): readonly Ticket[] => [...tickets].sort((a, b) => (a.hold?.until ?? '').localeCompare(b.hold?.until ?? ''))
const byLatest = (tickets: readonly Ticket[]): readonly Ticket[] => [...tickets].sort((a, b) => (b.calledAt ?? '').localeCompare(a.calledAt ?? ''))
