import type { CallMade } from '../domain/call.ts'
import { comesBefore } from '../domain/order.ts'
import type { Ticket } from '../domain/ticket.ts'

type Waiting = Pick<Ticket, 'field' | 'place' | 'movedRev'>
type Other = Pick<Ticket, 'id' | 'number' | 'field' | 'place'>

/**
 * Whether a call in the same line went past somebody who was waiting by then: to a later arrival,
 * or to one who had been called before and came back. An earlier arrival in its turn passes nobody.
 */
export function overtakes (other: Other, call: Pick<CallMade, 'rev' | 'why'>, mine: Waiting): boolean {
  const isInLine = other.field === mine.field && call.rev > mine.movedRev
  return isInLine && (comesBefore(mine.place, other.place) || call.why.code === 'returned')
}
