import { closedTicket, type ClosingType, type Day } from '../../../server/domain/day.ts'
import type { Fact, FactOf } from '../../../server/domain/fact.ts'
import type { PastForecast, PastLeg } from '../../../server/domain/forecast/past.ts'
import type { Ticket } from '../../../server/domain/ticket.ts'
import type { ServiceDate } from '../../../server/domain/time.ts'

const ends: { readonly [State in Ticket['state']]: PastLeg['end'] } = {
  waiting: 'open', called: 'open', serving: 'open', held: 'held', missed: 'missed', done: 'done', cancelled: 'away', expired: 'away'
}

const closing: readonly Fact['type'][] = ['ticket:finished', 'ticket:cancelled', 'ticket:expired'] satisfies ClosingType[]

/** What the office's database would remember of legs, and of the forecasts made when numbers were taken. */
export class Memory {
  private readonly legs = new Map<ServiceDate, Map<string, PastLeg>>()
  private readonly foretold = new Map<string, PastForecast>()

  note (before: Day, fact: Fact, after: Day): void {
    if (!('ticket' in fact)) return
    const was = before.tickets.get(fact.ticket.id)
    const is = after.tickets.get(fact.ticket.id) ?? (was && closing.includes(fact.type) ? closedTicket(was, fact as FactOf<ClosingType>) : undefined)
    if (was && fact.type === 'ticket:transferred') this.keep(was, { end: 'sent', endedAt: fact.at })
    // Missed or held to the end: it keeps when it left the counter.
    if ((was?.state === 'missed' || was?.state === 'held') && closing.includes(fact.type)) return
    if (is) this.keep(is, fact.type === 'ticket:transferred' ? { waitingSince: fact.at } : fact.type === 'ticket:returned' ? { returnedAt: fact.at } : {})
    const told = this.foretold.get(fact.ticket.id)
    if (told && fact.type === 'ticket:called' && told.calledAt === undefined) this.foretold.set(fact.ticket.id, { ...told, calledAt: fact.at })
  }

  tell (ticket: string, foretold: Omit<PastForecast, 'calledAt'>): void {
    this.foretold.set(ticket, foretold)
  }

  on (date: ServiceDate): readonly PastLeg[] {
    return [...this.legs.get(date)?.values() ?? []]
  }

  before (date: ServiceDate): { readonly legs: readonly PastLeg[], readonly forecasts: readonly PastForecast[] } {
    const legs = [...this.legs].flatMap(([when, ofDay]) => when < date ? [...ofDay.values()] : [])
    return { legs, forecasts: [...this.foretold.values()].filter(({ serviceDate }) => serviceDate < date) }
  }

  all (): readonly PastLeg[] {
    return [...this.legs.values()].flatMap(ofDay => [...ofDay.values()])
  }

  private keep (ticket: Ticket, more: Partial<PastLeg>): void {
    const key = `${ticket.id} ${ticket.leg}`
    const ofDay = this.legs.get(ticket.serviceDate) ?? new Map<string, PastLeg>()
    const { waitingSince = ticket.issuedAt, returnedAt } = ofDay.get(key) ?? {}
    ofDay.set(key, { ...legOf(ticket), waitingSince, ...returnedAt !== undefined && { returnedAt }, ...more })
    this.legs.set(ticket.serviceDate, ofDay)
  }
}

function legOf ({ serviceDate, field, procedure, purpose, priority, dossiers, leg, appointment, counter, calledAt, startedAt, endedAt, state }: Ticket): Omit<PastLeg, 'waitingSince'> {
  return {
    serviceDate, field, purpose, priority, dossiers, leg, end: ends[state],
    ...procedure !== undefined && { procedure }, ...appointment !== undefined && { appointment }, ...counter !== undefined && { counter },
    ...calledAt !== undefined && { calledAt }, ...startedAt !== undefined && { startedAt }, ...endedAt !== undefined && { endedAt }
  }
}
