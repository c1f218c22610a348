import type { Day } from '../domain/day.ts'
import { brokenPromises, countBroken, isBroken, waitsSince } from '../domain/promise.ts'
import type { Ticket } from '../domain/ticket.ts'
import { currentDate } from '../domain/ticketing.ts'
import type { Instant } from '../domain/time.ts'
import type { Store } from '../ports/store.ts'

/** How often the office's promise was broken today: read from the database once, then kept by watching. */
export interface BrokenToday {
  readonly count: (day: Day, now: Instant) => number
  /** Looks who waits beyond the promise, and returns those who did not at the last look. */
  readonly look: (day: Day, now: Instant) => readonly Ticket[]
  /** A wait ended. Between two looks the promise may have been broken first. */
  readonly ended: (day: Day, ticket: Ticket, at: Instant) => void
}

/** What is counted at the start are waits that are over; whoever waits still is found by looking. */
export async function recallBroken ({ history }: Pick<Store, 'history'>, day: Day, now: Instant, log: (error: unknown, message: string) => void): Promise<BrokenToday> {
  let date = currentDate(day, now)
  // An office opens in spite of a page it cannot read: the count is a courtesy.
  const legs = await history.legs(day.office.id, date, date).catch((error: unknown) => {
    log(error, 'broken promises')
    return []
  })
  let earlier = countBroken(day.office, legs.filter(({ calledAt, endedAt }) => calledAt !== undefined || endedAt !== undefined), now)
  const seen = new Set<string>()

  function turnDate (today: string): void {
    if (today === date) return
    date = today
    earlier = 0
    seen.clear()
  }

  return {
    count: (day, now) => {
      turnDate(currentDate(day, now))
      return earlier + seen.size
    },
    look: (day, now) => {
      turnDate(currentDate(day, now))
      const fresh = brokenPromises(day, now).map(({ ticket }) => ticket).filter(ticket => !seen.has(waitOf(ticket)))
      for (const ticket of fresh) seen.add(waitOf(ticket))
      return fresh
    },
    ended: (day, ticket, at) => {
      turnDate(currentDate(day, at))
      if (ticket.state === 'waiting' && isBroken(day.office, ticket, at)) seen.add(waitOf(ticket))
    }
  }
}

/** A number that is sent on waits anew, and may be let down anew. */
function waitOf (ticket: Ticket): string {
  return `${ticket.id} ${waitsSince(ticket)}`
}
