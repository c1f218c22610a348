import type { MyTicket } from '../../common/contract/ticket.ts'
import type { Day } from '../domain/day.ts'
import { countersFor, isServed, type PlacesAhead } from '../domain/desk.ts'
import type { Recorded } from '../domain/fact.ts'
import type { Ticket } from '../domain/ticket.ts'
import type { Committed } from '../ports/store.ts'
import { overtakes, told } from '../wire/overtaking.ts'

/**
 * What the holder of a waiting ticket sees after other people's facts, worked out from memory:
 * a call moves everybody's place, and hundreds of phones must not become hundreds of queries.
 * Undefined when nothing changed for them.
 *
 * @param ahead of the day after those facts; one for all phones
 */
export function afterOthers (mine: MyTicket, { before, after, facts }: Committed, ahead: PlacesAhead): MyTicket | undefined {
  const ticket = after.tickets.get(mine.ticket.id)
  if (ticket?.state !== 'waiting') return undefined
  const counters = countersFor(after, ticket)
  const overtakenBy = facts.reduce((known, fact) => overtakenAfter(known, fact, { ticket, counters }, before), mine.overtakenBy)
  const [place, served] = [ahead(ticket) ?? null, isServed(after, ticket)]
  const isSame = overtakenBy === mine.overtakenBy && place === mine.ahead && served === mine.served && String(counters) === String(mine.counters)
  return isSame ? undefined : { ...mine, ahead: place, counters, served, overtakenBy }
}

interface Mine { readonly ticket: Ticket, readonly counters: readonly number[] }

/** One more who was called first; or one less, whose call was taken back. */
function overtakenAfter (known: MyTicket['overtakenBy'], fact: Recorded, mine: Mine, before: Day): MyTicket['overtakenBy'] {
  if (fact.type === 'ticket:undone' && (fact.deed === 'next' || fact.deed === 'call')) {
    const left = known.filter(({ number }) => number !== fact.ticket.number)
    return left.length < known.length ? left : known
  }
  const other = fact.type === 'ticket:called' ? before.tickets.get(fact.ticket.id) : undefined
  const hasPassed = fact.type === 'ticket:called' && other && overtakes(other, { rev: fact.rev, why: fact.call.why, counter: fact.counter }, mine.ticket, mine.counters)
  return hasPassed ? told([...known, { number: fact.ticket.number, why: fact.call.why.text }]) : known
}
