import type { MyTicket } from '../../../common/contract/ticket.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Store } from '../../ports/store.ts'
import { readMyTicket } from '../../wire/my-ticket.ts'

export type ReadMyTicket = (office: string, token: string) => Promise<MyTicket | undefined>

/** What the phone page shows; undefined for a token that nobody was given. */
export function readMyTicketUseCase (store: Store, clock: Clock): ReadMyTicket {
  return async (office, token) => {
    const stored = await store.ticketByToken(office, token)
    return stored && readMyTicket(store, office, stored, clock.now())
  }
}
