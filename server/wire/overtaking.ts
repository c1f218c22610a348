import type { MyTicket } from '../../common/contract/ticket.ts'
import type { CallMade, WhyCode } from '../domain/call.ts'
import { comesBefore } from '../domain/order.ts'
import type { Ticket } from '../domain/ticket.ts'

type Waiting = Pick<Ticket, 'field' | 'place' | 'movedRev'>
type Other = Pick<Ticket, 'field' | 'place'>

/** Nobody reads more reasons than these; the latest are kept. */
const mostTold = 20

/** Called by a right of their own, or by the officer's choice: before whoever waits there, wherever they stand. */
const outOfTurn: readonly WhyCode[] = ['returned', 'appointment', 'chosen']

/**
 * Whether a call went past somebody who was waiting by then, in the same line or at a counter where it may be called:
 * to a later arrival, or to one called out of turn. An earlier arrival in its turn passes nobody.
 *
 * @param counters where the one who waits may be called (countersFor)
 */
export function overtakes (other: Other, call: Pick<CallMade, 'rev' | 'why'> & { readonly counter: number | undefined }, mine: Waiting, counters: readonly number[]): boolean {
  const isBeforeMe = other.field === mine.field || (call.counter !== undefined && counters.includes(call.counter))
  return isBeforeMe && call.rev > mine.movedRev && (comesBefore(mine.place, other.place) || outOfTurn.includes(call.why.code))
}

/** Those who were called first, in the order of their calls, each with the reason given then: the latest of them. */
export function told (overtakers: MyTicket['overtakenBy']): MyTicket['overtakenBy'] {
  return overtakers.slice(-mostTold)
}
