import type { FieldForecast, Prospect as WireProspect } from '../../common/contract/forecast.ts'
import type { PromiseShown } from '../../common/contract/live.ts'
import type { Forecast, MyTicket } from '../../common/contract/ticket.ts'
import { comesTooLate, mayMissToday } from '../domain/cut-off.ts'
import type { Day } from '../domain/day.ts'
import { newcomerProspect, ticketProspect } from '../domain/forecast/newcomer.ts'
import type { Outlook, Range } from '../domain/forecast/range.ts'
import { workEnds } from '../domain/hours.ts'
import type { Office } from '../domain/office.ts'
import { brokenPromises, isBroken, promisesAtRisk, promiseTo } from '../domain/promise.ts'
import { named } from '../domain/serving.ts'
import type { Ticket } from '../domain/ticket.ts'
import { isoAt, type Instant } from '../domain/time.ts'

/** Where the office may have closed by then, it says when it does: a time after that is no time of a call. */
export function wireForecast ({ earliest, likely, latest }: Range, office: Office): Forecast {
  const [closes, iso] = [workEnds(office, earliest), (at: Instant) => isoAt(at, office.timeZone)]
  return { earliest: iso(earliest), likely: iso(likely), latest: iso(latest), ...closes !== undefined && closes < latest && { closes: iso(closes) } }
}

/** The same as instants again; undefined where there is none. */
export function rangeOf (forecast: Forecast | null | undefined): Range | undefined {
  return forecast ? { earliest: Date.parse(forecast.earliest), likely: Date.parse(forecast.likely), latest: Date.parse(forecast.latest) } : undefined
}

/** What whoever takes a number now may expect, for every field the office has. */
export function fieldForecasts (day: Day, outlook: Outlook | undefined, now: Instant): FieldForecast[] {
  const { office } = day
  const shown = (field: string, priority: boolean): WireProspect => {
    const range = newcomerProspect(day, outlook, { field, priority }, now)?.range
    return { forecast: range ? wireForecast(range, office) : null, hardlyToday: comesTooLate(day, outlook, { field, priority }) }
  }
  return [...office.fields.keys()].map(field => ({ field, ordinary: shown(field, false), priority: shown(field, true) }))
}

/** What a number may expect; null once it is called, and where nothing is known. */
export function ticketForecast (day: Day, outlook: Outlook | undefined, ticket: Ticket, now: Instant): Forecast | null {
  const prospect = ticketProspect(day, outlook, ticket, now)
  return prospect ? wireForecast(prospect.range, day.office) : null
}

/** Where whoever holds a number may go home unserved: that, and when the office closes. */
export function ticketLateToday (day: Day, outlook: Outlook | undefined, ticket: Ticket, now: Instant): Pick<MyTicket, 'hardlyToday' | 'closes'> {
  const closes = mayMissToday(day, outlook, ticket) ? workEnds(day.office, now) : undefined
  return closes === undefined ? {} : { hardlyToday: true, closes: isoAt(closes, day.office.timeZone) }
}

/** While a number waits: until when the office promised to call it. */
export function ticketPromise ({ office }: Day, ticket: Ticket, now: Instant): MyTicket['promise'] {
  if (ticket.state !== 'waiting') return undefined
  return { by: isoAt(promiseTo(office, ticket), office.timeZone), broken: isBroken(office, ticket, now) }
}

/** On a day on which everybody waits too long, the nearest are enough to act on: the list travels whenever it changes. */
const mostSoon = 50

/** Whom the promise fails, who comes next, and how often it has happened today: as staff see it. */
export function promiseShown (day: Day, outlook: Outlook | undefined, brokenToday: number, now: Instant): PromiseShown {
  const iso = (at: Instant) => isoAt(at, day.office.timeZone)
  return {
    minutes: day.office.promiseMinutes,
    broken: brokenPromises(day, now).map(({ ticket, since, promisedBy }) => ({ ...named(ticket), since: iso(since), promisedBy: iso(promisedBy) })),
    soon: promisesAtRisk(day, outlook, now).slice(0, mostSoon).map(({ ticket, promisedBy, likely }) => ({ ...named(ticket), promisedBy: iso(promisedBy), likely: iso(likely) })),
    brokenToday
  }
}

/** The same for everybody's eyes: to whom the office says sorry. */
export function promiseInHall ({ minutes, broken }: PromiseShown): PromiseShown {
  return { minutes, broken }
}
