import { waitingTickets, type Day } from '../../../server/domain/day.ts'
import type { Fact } from '../../../server/domain/fact.ts'
import { isProspect, type Outlook, type Prospect } from '../../../server/domain/forecast/range.ts'
import type { Ticket } from '../../../server/domain/ticket.ts'
import type { Instant } from '../../../server/domain/time.ts'
import { baselineNames, baselines, type BaselineName, type Standing } from './baselines.ts'
import type { Foretold, Scored } from './score.ts'
import { minuteMs, workMs } from './work-day.ts'

export type How = Pick<Standing, 'measured' | 'sessions'> & { readonly atIssue: boolean }

/** Forecasts written down, each until its call comes, or never comes. */
export class Books {
  readonly scored: Scored[] = []
  /** Forecasts for people who were never called after them. */
  uncalled = 0
  /** People who waited when asked about; those of them the engine had no answer for; those called all the same. */
  readonly asked = { people: 0, unanswered: 0, calledUnanswered: 0 }
  /** Bounds before the moment of asking. */
  inPast = 0
  private open = new Map<string, (Foretold | 'unanswered')[]>()

  write (day: Day, outlook: Outlook, about: readonly Ticket[], how: How): void {
    const places = placesInLine(day)
    for (const ticket of about) {
      const expected = outlook.tickets.get(ticket.id)
      const prospect = isProspect(expected) ? expected : undefined
      this.asked.people++
      this.asked.unanswered += Number(prospect === undefined)
      this.add(ticket.id, prospect ? foretold(day, ticket, prospect, places.get(ticket.id) ?? 0, { ...how, at: outlook.at }) : 'unanswered')
      if (prospect && Math.min(...Object.values(prospect.range)) < outlook.at) this.inPast++
    }
  }

  private add (id: string, foretold: Foretold | 'unanswered'): void {
    const open = this.open.get(id) ?? []
    open.push(foretold)
    this.open.set(id, open)
  }

  note (fact: Fact): void {
    if (fact.type !== 'ticket:called') return
    for (const one of this.open.get(fact.ticket.id) ?? []) {
      if (one === 'unanswered') this.asked.calledUnanswered++
      else this.scored.push({ ...one, calledAt: fact.at })
    }
    this.open.delete(fact.ticket.id)
  }

  /** Whoever is not called today has no call to compare with. */
  close (): void {
    for (const open of this.open.values()) this.uncalled += open.length
    this.open.clear()
  }

  /** How long people waited from issue while the office worked, for each person ahead then: the measure of the usual "minutes per person". */
  waits (): { readonly ahead: number, readonly minutes: number } {
    const atIssue = this.scored.filter(one => one.atIssue)
    return {
      ahead: atIssue.reduce((sum, { ahead }) => sum + ahead, 0),
      minutes: atIssue.reduce((sum, { sessions, at, calledAt }) => sum + workMs(sessions, at, calledAt) / minuteMs, 0)
    }
  }
}

/** How many of the same field wait who came before. */
function placesInLine (day: Day): ReadonlyMap<string, number> {
  const ahead = new Map<string, number>()
  return new Map(waitingTickets(day).map(({ id, field }) => {
    const place = ahead.get(field) ?? 0
    ahead.set(field, place + 1)
    return [id, place]
  }))
}

function foretold (day: Day, ticket: Ticket, { range, today }: Prospect, ahead: number, { at, atIssue, ...known }: How & { readonly at: Instant }): Foretold {
  const standing = { day, at, ticket, ahead, ...known }
  const said = Object.fromEntries(baselineNames.map(name => [name, baselines[name](standing)])) as Record<BaselineName, Instant>
  return { at, atIssue, range, today, baselines: said, field: ticket.field, priority: ticket.priority, ahead, sessions: known.sessions }
}
