import type { ReactiveControllerHost } from 'lit'
import type { ConsoleShot } from '../../common/contract/live.ts'
import type { Ticket } from '../../common/contract/ticket.ts'
import type { Api } from '../../common/ui/api.ts'
import { Doing } from './doing.ts'
import { Passing } from './passing.ts'

/** Brings back numbers that were sent away or did not come when called, each by its ticket's id. */
export class Returning extends Doing<string> {
  private readonly latest: Passing<Ticket>

  constructor (host: ReactiveControllerHost, api: Pick<Api, 'post'>, refresh: () => void) {
    super(host, api, refresh)
    this.latest = new Passing(host)
  }

  /** Who has just come back. */
  get done (): Ticket | undefined { return this.latest.word }

  see (shot: ConsoleShot | undefined): void { this.saw(awayIn(shot)) }

  bring (shot: ConsoleShot, ticket: string): Promise<boolean> {
    if (this.pending) return Promise.resolve(false)
    this.latest.end()
    return this.do(ticket, `/tickets/${ticket}/return`, awayIn(shot))
  }

  protected override answered (_ticket: string, value: unknown): void {
    const { ticket } = (value ?? {}) as { readonly ticket?: Ticket }
    if (ticket) this.latest.say(ticket)
  }
}

const awayIn = (shot: ConsoleShot | undefined): string => shot ? [...shot.queue.held, ...shot.queue.missed].map(({ id }) => id).join(' ') : ''
