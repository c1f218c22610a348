import type { FieldForecast } from '../../common/contract/forecast.ts'
import type { PromiseShown } from '../../common/contract/live.ts'
import type { Day } from '../domain/day.ts'
import { ticketProspect } from '../domain/forecast/newcomer.ts'
import type { Outlook } from '../domain/forecast/range.ts'
import { matters } from '../domain/forecast/settle.ts'
import type { Instant } from '../domain/time.ts'
import type { Committed } from '../ports/store.ts'
import { fieldForecasts, promiseInHall, promiseShown, rangeOf, wireForecast } from '../wire/forecast.ts'
import { expectedAnew } from '../wire/my-ticket.ts'
import type { OfficeMemory } from './memory.ts'
import type { LiveNeeds } from './needs.ts'
import type { Pushing } from './pushing.ts'
import type { Room, Rooms } from './rooms.ts'
import { derivedSignals } from './signals.ts'
import { isStaffView, showsForecasts, showsPromise } from './views.ts'

export interface Foretelling {
  /** The office expects something new: whoever it matters to is told. */
  readonly outlooked: (office: string, outlook: Outlook | undefined) => void
  /** After a commit: whoever waited beyond the promise may not any more. */
  readonly committed: (committed: Committed) => void
  /** The promise passes by the clock alone; so does the time for which an outlook holds. */
  readonly ticked: (office: string, now: Instant) => void
  /** For a screen that comes: what all others know, who are told first if that is no longer so. Then one change is news to all. */
  readonly expected: (office: string) => Expected
}

/** What an office's screens are told of what is to come; the promise as staff see it. */
export interface Expected {
  readonly forecasts: readonly FieldForecast[]
  readonly promise: PromiseShown
}

interface Told { outlook: Outlook | undefined, forecasts: readonly FieldForecast[], promise: PromiseShown }

/**
 * Tells screens and phones what is to be expected, where it has moved enough to matter: one message to each room, worked
 * out from memory. Hundreds of phones are hundreds of look-ups in a map, and no query.
 */
export function foretelling (rooms: Rooms, offices: ReadonlyMap<string, OfficeMemory>, { signal, tellHolder }: Pushing, { clock, forecaster }: LiveNeeds): Foretelling {
  const told = new Map<string, Told>()
  for (const [office, memory] of offices) {
    const now = clock.now()
    const outlook = forecaster?.outlook(office)
    told.set(office, { outlook, forecasts: fieldForecasts(memory.day, outlook, now), promise: promiseOf(memory, outlook, now) })
  }

  function outlooked (office: string, outlook: Outlook | undefined): void {
    const [memory, known, now] = [offices.get(office), told.get(office), clock.now()]
    if (!memory || !known) return
    known.outlook = outlook
    tellForecasts(office, memory.day, known, now)
    for (const room of rooms.of(office)) {
      if (room.watching.view === 'ticket') tellHolderRange(room, memory.day, outlook, now)
      else if (room.queued?.some(({ id, forecast }) => matters(rangeOf(forecast), outlook?.tickets.get(id)?.range, now))) tellQueue(room, memory, outlook, now)
    }
    tellPromise(office, memory, known, now)
  }

  function tellForecasts (office: string, day: Day, known: Told, now: Instant): void {
    const forecasts = fieldForecasts(day, known.outlook, now)
    if (!haveMoved(known.forecasts, forecasts, now)) return
    known.forecasts = forecasts
    for (const room of rooms.of(office)) if (showsForecasts(room.watching)) signal(room.name, { type: 'forecast:changed', forecasts })
  }

  /** What its holder sees is kept in step, so that the next thing he is told does not take the range back. */
  function tellHolderRange (room: Room, day: Day, outlook: Outlook | undefined, now: Instant): void {
    const ticket = room.watching.view === 'ticket' ? day.tickets.get(room.watching.ticket) : undefined
    const range = ticket && ticketProspect(day, outlook, ticket, now)?.range
    const mine = room.mine && expectedAnew(room.mine, day, outlook, now)
    const isLateAnew = mine?.hardlyToday !== room.mine?.hardlyToday
    if (!isLateAnew && !matters(room.foretold, range, now)) return
    room.foretold = range
    if (mine) room.mine = mine
    signal(room.name, mine && isLateAnew ? { type: 'ticket:changed', mine } : { type: 'forecast:changed', mine: range ? wireForecast(range, day.office) : null })
  }

  function tellQueue (room: Room, { day, today }: OfficeMemory, outlook: Outlook | undefined, now: Instant): void {
    for (const derived of derivedSignals(room.watching, { day, outlook, now, today })) {
      if (derived.type === 'queue:changed') room.queued = derived.next
      signal(room.name, derived)
    }
  }

  /** Only whoever waits beyond the promise now, and did not a moment ago, is looked up in the database for his phone. */
  function tellPromise (office: string, memory: OfficeMemory, known: Told, now: Instant): void {
    for (const { id } of memory.broken.look(memory.day, now)) {
      const room = rooms.find(`${office}|ticket|${id}`)
      if (room) tellHolder(room)
    }
    const promise = promiseOf(memory, known.outlook, now)
    const [hall, staff] = [hallKey(promise) !== hallKey(known.promise), staffKey(promise) !== staffKey(known.promise)]
    if (!hall && !staff) return
    known.promise = promise
    for (const { name, watching } of rooms.of(office)) {
      if (!showsPromise(watching)) continue
      if (isStaffView(watching)) signal(name, { type: 'promise:changed', promise })
      else if (hall) signal(name, { type: 'promise:changed', promise: promiseInHall(promise) })
    }
  }

  function committed ({ office, facts, before }: Committed): void {
    const [memory, known] = [offices.get(office), told.get(office)]
    if (!memory || !known) return
    const shown = new Set([...known.promise.broken, ...known.promise.soon ?? []].map(({ id }) => id))
    let isMeant = false
    for (const fact of facts) {
      if (!('ticket' in fact)) continue
      const ticket = before.tickets.get(fact.ticket.id)
      if (ticket) memory.broken.ended(before, ticket, fact.at)
      isMeant ||= shown.has(fact.ticket.id)
    }
    if (isMeant) tellPromise(office, memory, known, clock.now())
  }

  function ticked (office: string, now: Instant): void {
    const [memory, known] = [offices.get(office), told.get(office)]
    if (!memory || !known) return
    const outlook = forecaster?.outlook(office)
    if (outlook === known.outlook) tellPromise(office, memory, known, now)
    else outlooked(office, outlook)
  }

  function expected (office: string): Expected {
    const now = clock.now()
    const [memory, known] = [offices.get(office), told.get(office)]
    if (!memory || !known) throw new Error(`nothing is expected of an unknown office: ${office}`)
    tellForecasts(office, memory.day, known, now)
    tellPromise(office, memory, known, now)
    return { forecasts: known.forecasts, promise: known.promise }
  }

  return { outlooked, committed, ticked, expected }
}

function promiseOf ({ day, broken }: OfficeMemory, outlook: Outlook | undefined, now: Instant): PromiseShown {
  return promiseShown(day, outlook, broken.count(day, now), now)
}

function haveMoved (before: readonly FieldForecast[], after: readonly FieldForecast[], now: Instant): boolean {
  return after.some((field, place) => {
    const was = before[place]
    return (['ordinary', 'priority'] as const).some(kind =>
      was?.[kind].hardlyToday !== field[kind].hardlyToday || matters(rangeOf(was[kind].forecast), rangeOf(field[kind].forecast), now))
  })
}

function hallKey ({ minutes, broken }: PromiseShown): string {
  return JSON.stringify([minutes, broken])
}

/** When somebody will probably be called moves all the time: told again when it is in another five minutes. */
const stepMs = 5 * 60_000

function staffKey ({ soon = [], brokenToday, ...promise }: PromiseShown): string {
  return JSON.stringify([hallKey(promise), brokenToday, soon.map(({ id, promisedBy, likely }) => [id, promisedBy, Math.round(Date.parse(likely) / stepMs)])])
}
