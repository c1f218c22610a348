import type { MyTicket } from '../../../common/contract/ticket.ts'
import { refuse, type Refusal } from '../../domain/refusal.ts'
import { ok, type Result } from '../../domain/result.ts'
import { cancelTicket } from '../../domain/sending.ts'
import type { Clock } from '../../ports/clock.ts'
import { readMyTicket, type MyTicketNeeds } from '../../wire/my-ticket.ts'
import type { OfficeTurn } from '../office-turn.ts'

export type ReadMyTicket = (office: string, token: string) => Promise<MyTicket | undefined>
export type CancelMyTicket = (office: string, token: string) => Promise<Result<MyTicket, Refusal>>

/** What the phone page shows; undefined for a token that nobody was given. */
export function readMyTicketUseCase (needs: MyTicketNeeds, clock: Clock): ReadMyTicket {
  return async (office, token) => {
    const stored = await needs.store.ticketByToken(office, token)
    return stored && readMyTicket(needs, office, stored, clock.now())
  }
}

/** In the log, whoever holds the token: not a person that anybody knows. */
const holder = 'holder'

/** A citizen gives the number up. Once it is given up, asking again changes nothing. */
export function cancelMyTicketUseCase (needs: MyTicketNeeds, clock: Clock, turn: OfficeTurn): CancelMyTicket {
  const { store } = needs
  return async (office, token) => {
    const stored = await store.ticketByToken(office, token)
    if (!stored) return refuse({ code: 'NOT_FOUND' })
    const cancelled = await turn<null>(office, (day, at) => {
      const decided = cancelTicket(day, stored.id, holder, at)
      return decided.ok ? ok({ facts: decided.value, answer: () => null }) : decided
    })
    const present = await store.ticket(office, stored.id) ?? stored
    if (!cancelled.ok && present.state !== 'cancelled') return refuse(cancelled.error.code === 'NOT_FOUND' ? { code: 'WRONG_STATE' } : cancelled.error)
    return ok(await readMyTicket(needs, office, present, clock.now()))
  }
}
