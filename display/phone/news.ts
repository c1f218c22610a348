import type { MyTicket, TicketState } from '../../common/contract/ticket.ts'

/** What has just happened to a number that waits again; a page opened later has no need of it. */
export type News = 'returned' | 'undone'

const away: readonly TicketState[] = ['held', 'missed']
const atCounter: readonly TicketState[] = ['called', 'serving']

/** The news after the office told of the ticket anew. It is old once the number waits no more. */
export function newsAfter (known: News | undefined, before: MyTicket | undefined, { ticket }: MyTicket): News | undefined {
  if (ticket.state !== 'waiting' || !before) return undefined
  const { state, leg } = before.ticket
  if (state === 'waiting') return leg === ticket.leg ? known : undefined
  if (away.includes(state)) return 'returned'
  // Sent on, it waits for its next leg; on the same leg, the call was a mistake.
  return atCounter.includes(state) && leg === ticket.leg ? 'undone' : undefined
}
