import type { CounterToday } from '../../common/contract/live.ts'
import type { Day } from '../domain/day.ts'
import type { FactOf, Recorded } from '../domain/fact.ts'
import { isBroken } from '../domain/promise.ts'
import type { Ticket } from '../domain/ticket.ts'
import { currentDate } from '../domain/ticketing.ts'
import type { Instant } from '../domain/time.ts'
import type { Committed, ServedLeg, Store } from '../ports/store.ts'

/** What each counter has done today: read from the database once, then kept by watching. */
export interface CountersToday {
  readonly of: (day: Day, counter: number, now: Instant) => CounterToday
  readonly committed: (committed: Committed) => void
}

/** One stretch of service, as the sums take it. */
interface Stretch { readonly counter: number, readonly lastedMs?: number, readonly kept: boolean }
interface Sums { served: number, timed: number, lastedMs: number, kept: number }

export async function recallToday ({ servedOn }: Pick<Store, 'servedOn'>, day: Day, now: Instant, log: (error: unknown, message: string) => void): Promise<CountersToday> {
  let date = currentDate(day, now)
  // An office opens in spite of a page it cannot read: the figures are a courtesy.
  const legs = await servedOn(day.office.id, date).catch((error: unknown) => {
    log(error, 'counters today')
    return []
  })
  const stretches = new Map(legs.map(leg => [keyOf(leg.ticket, leg.leg), pastStretch(day, leg)]))
  const sums = new Map<number, Sums>()
  for (const stretch of stretches.values()) add(stretch, 1)

  function add ({ counter, lastedMs, kept }: Stretch, sign: 1 | -1): void {
    const sum = sums.get(counter) ?? { served: 0, timed: 0, lastedMs: 0, kept: 0 }
    sums.set(counter, sum)
    sum.served += sign
    sum.timed += lastedMs === undefined ? 0 : sign
    sum.lastedMs += sign * (lastedMs ?? 0)
    sum.kept += kept ? sign : 0
  }

  function turnDate (today: string): void {
    if (today === date) return
    date = today
    stretches.clear()
    sums.clear()
  }

  function note (fact: Recorded, { before, after }: Committed): void {
    if (fact.type === 'ticket:finished' || fact.type === 'ticket:transferred') {
      const ticket = before.tickets.get(fact.ticket.id)
      if (!ticket) return
      const stretch = stretchOf(before, ticket, fact)
      stretches.set(keyOf(ticket.id, ticket.leg), stretch)
      add(stretch, 1)
    }
    if (fact.type !== 'ticket:undone') return
    const key = keyOf(fact.ticket.id, after.tickets.get(fact.ticket.id)?.leg ?? 0)
    const stretch = stretches.get(key)
    if (stretch && stretches.delete(key)) add(stretch, -1)
  }

  return {
    of: (day, counter, now) => {
      turnDate(currentDate(day, now))
      const missed = day.tickets.list.filter(ticket => ticket.state === 'missed' && ticket.counter === counter).length
      const { served, timed, lastedMs, kept } = sums.get(counter) ?? { served: 0, timed: 0, lastedMs: 0, kept: 0 }
      return {
        served, missed,
        ...timed > 0 && { meanMinutes: Math.round(lastedMs / timed / 6_000) / 10 },
        ...served > 0 && { promiseKept: Math.round(kept / served * 100) / 100 }
      }
    },
    committed: what => {
      turnDate(currentDate(what.after, what.after.lastAt))
      for (const fact of what.facts) note(fact, what)
    }
  }
}

function keyOf (ticket: string, leg: number): string {
  return `${ticket} ${leg}`
}

function stretchOf ({ office }: Day, ticket: Ticket, fact: FactOf<'ticket:finished'> | FactOf<'ticket:transferred'>): Stretch {
  // A finish without a start took from the call on; somebody sent on without one was not served.
  const began = ticket.startedAt ?? (fact.type === 'ticket:finished' || fact.deed === 'finish' ? ticket.calledAt : undefined)
  return { counter: fact.counter, ...began !== undefined && { lastedMs: fact.at - began }, kept: !isBroken(office, ticket, fact.at) }
}

function pastStretch ({ office }: Day, { counter, waitingSince, appointment, calledAt, startedAt, endedAt }: ServedLeg): Stretch {
  const wait = { issuedAt: waitingSince, ...appointment !== undefined && { appointment }, ...calledAt !== undefined && { calledAt } }
  return { counter, ...startedAt !== undefined && { lastedMs: endedAt - startedAt }, kept: !isBroken(office, wait, endedAt) }
}
