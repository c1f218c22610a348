import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { LiveFact } from '../../common/contract/live.ts'
import type { Problem } from '../../common/contract/problem.ts'
import type { MyTicket, Ticket, TicketTurn } from '../../common/contract/ticket.ts'
import { newKey, type Api } from '../../common/ui/api.ts'

/** What is known of the number that is looked for. */
export type Sought =
  | { readonly at: 'nothing' | 'asking' }
  | { readonly at: 'none', readonly number: string }
  | { readonly at: 'failed', readonly problem: Problem }
  | { readonly at: 'found', readonly ticket: Ticket, readonly turn?: TicketTurn }

export type TicketDeed = 'return' | 'cancel'
/** A deed under way, done or refused. */
export interface Done { readonly deed: TicketDeed, readonly state: 'doing' | 'done' | 'refused', readonly problem?: Problem }

/** Finds a number of today by what its holder says or shows, keeps it true, and does what is asked for it. */
export class Finding implements ReactiveController {
  sought: Sought = { at: 'nothing' }
  done?: Done
  isSignedOut = false
  private readonly host: ReactiveControllerHost
  private readonly api: Pick<Api, 'get' | 'post'>
  /** Counts questions, so that a late answer to an old one is dropped. */
  private asked = 0
  private key?: { readonly deed: TicketDeed, readonly key: string }

  constructor (host: ReactiveControllerHost, api: Pick<Api, 'get' | 'post'>) {
    this.host = host
    this.api = api
    host.addController(this)
  }

  hostDisconnected (): void { this.asked++ }

  forget (): void {
    this.asked++
    this.done = undefined
    this.go({ at: 'nothing' })
  }

  async seek (number: string): Promise<void> {
    const mine = this.begin()
    const answer = await this.api.get<{ readonly items: readonly Ticket[] }>(`/tickets?number=${encodeURIComponent(number)}`)
    if (mine !== this.asked) return
    if (!answer.ok) return this.failed(answer.error)
    const [ticket] = answer.value.items
    if (ticket) await this.found(ticket, mine)
    else this.go({ at: 'none', number })
  }

  /** By the code on a slip; answers the number on it. */
  async scan (token: string): Promise<string | undefined> {
    const mine = this.begin()
    const answer = await this.api.get<MyTicket>(`/my/${token}`)
    if (mine !== this.asked) return undefined
    if (!answer.ok) {
      if (answer.error.code === 'NOT_FOUND') this.go({ at: 'none', number: '' })
      else this.failed(answer.error)
      return undefined
    }
    const { ticket: { id, number } } = answer.value
    const ticket = await this.api.get<Ticket>(`/tickets/${id}`)
    if (mine !== this.asked) return undefined
    if (ticket.ok) await this.found(ticket.value, mine)
    else this.failed(ticket.error)
    return number
  }

  /** Something was told of the number that is shown. */
  heard (fact: LiveFact): void {
    if (this.sought.at === 'found' && 'ticket' in fact && fact.ticket.id === this.sought.ticket.id) void this.refresh()
  }

  async refresh (): Promise<void> {
    if (this.sought.at !== 'found') return
    const mine = ++this.asked
    const answer = await this.api.get<Ticket>(`/tickets/${this.sought.ticket.id}`)
    if (mine === this.asked && answer.ok) await this.found(answer.value, mine)
  }

  async do (deed: TicketDeed): Promise<void> {
    if (this.sought.at !== 'found' || this.done?.state === 'doing') return
    const { id } = this.sought.ticket
    const key = this.key?.deed === deed ? this.key.key : newKey()
    this.key = { deed, key }
    this.tell({ deed, state: 'doing' })
    const answer = await this.api.post(`/tickets/${id}/${deed}`, undefined, { key })
    // Pressing again where no answer came must not do it twice.
    if (answer.ok || answer.error.status !== 0) this.key = undefined
    if (!answer.ok) this.isSignedOut ||= answer.error.code === 'SIGN_IN_REQUIRED'
    this.tell(answer.ok ? { deed, state: 'done' } : { deed, state: 'refused', problem: answer.error })
    await this.refresh()
  }

  private begin (): number {
    this.done = undefined
    this.key = undefined
    this.go({ at: 'asking' })
    return ++this.asked
  }

  private async found (ticket: Ticket, mine: number): Promise<void> {
    const known = this.sought.at === 'found' && this.sought.ticket.id === ticket.id ? this.sought.turn : undefined
    const waits = ticket.state === 'waiting'
    this.go({ at: 'found', ticket, ...waits && known && { turn: known } })
    if (!waits) return
    const turn = await this.api.get<TicketTurn>(`/tickets/${ticket.id}/turn`)
    if (mine === this.asked && turn.ok) this.go({ at: 'found', ticket, turn: turn.value })
  }

  private failed (problem: Problem): void {
    this.isSignedOut = problem.code === 'SIGN_IN_REQUIRED'
    this.go({ at: 'failed', problem })
  }

  private tell (done: Done): void {
    this.done = done
    this.host.requestUpdate()
  }

  private go (sought: Sought): void {
    this.sought = sought
    this.host.requestUpdate()
  }
}
