import type * as live from '../../common/contract/live.ts'
import type { Counter } from '../domain/counter.ts'
import type { Day } from '../domain/day.ts'
import { isBroken } from '../domain/promise.ts'
import type { Outlook } from '../domain/forecast/range.ts'
import { screenSeconds, type RatingQuestion } from '../domain/rating.ts'
import { named, ticketAt } from '../domain/serving.ts'
import { isAtCounter, type Ticket } from '../domain/ticket.ts'
import { isoAt, type Instant } from '../domain/time.ts'
import type { SlipPrinter } from '../ports/slip-printer.ts'
import type { Published } from '../ports/store.ts'
import { promiseInHall } from '../wire/forecast.ts'
import { wireBreak, wireHoldTerms } from '../wire/moment.ts'
import { myTicket, type Beside } from '../wire/my-ticket.ts'
import { shownPrinters } from '../wire/printers.ts'
import { staffCounter, wireCall, wireCounter, wireFields, wireOffice, wireOfficer, wireTicket } from '../wire/shapes.ts'
import type { Expected } from './foretelling.ts'
import type { Presence } from './presence.ts'
import { missedIn, queueOf } from './queue.ts'

/** The moment a snapshot is taken in. */
export interface Moment {
  readonly epoch: string
  readonly day: Day
  readonly now: Instant
  readonly printer: Pick<SlipPrinter, 'printers' | 'kiosk'>
  readonly outlook: Outlook | undefined
  /** What the other screens were told last. Hundreds of phones that come at once do not ask. */
  readonly expected: () => Expected
}

function stamp ({ epoch, day, now }: Moment): { epoch: string, rev: number, at: string } {
  return { epoch, rev: day.rev, at: isoAt(now, day.office.timeZone) }
}

export function boardShot (moment: Moment, { notices }: Published, accuracy: live.AccuracyShown | undefined): live.BoardShot {
  const { day } = moment
  const { forecasts, promise } = moment.expected()
  return {
    ...stamp(moment), office: wireOffice(day.office), fields: wireFields(day.office),
    counters: counters(day), calls: callsShown(day),
    missed: missedIn(day), ...breakShown(moment), waiting: waitingCounts(day),
    notices: notices.map(notice => ({ ...notice, lines: [...notice.lines] })),
    forecasts, promise: promiseInHall(promise), ...accuracy && { accuracy }
  }
}

export function kioskShot (moment: Moment): live.KioskShot {
  return { ...stamp(moment), office: wireOffice(moment.day.office), ...breakShown(moment), waiting: waitingCounts(moment.day), ...shownPrinters(moment.printer, false), forecasts: moment.expected().forecasts }
}

export function floorShot (moment: Moment): live.FloorShot {
  const { day } = moment
  const { printers } = shownPrinters(moment.printer, true)
  return {
    ...stamp(moment), office: wireOffice(day.office), fields: wireFields(day.office), counters: staffCounters(day), calls: callsShown(day), waiting: waitingCounts(day),
    printers, ...moment.expected()
  }
}

export function signShot (moment: Moment, counter: Counter): live.SignShot {
  const { day } = moment
  const call = callsShown(day).find(shown => shown.counter === counter.number)
  return { ...stamp(moment), office: wireOffice(day.office), fields: wireFields(day.office), counter: wireCounter(counter, day), ...call && { call } }
}

export function ratingShot (moment: Moment, counter: Counter, { lowRatingReasons }: Published, question: RatingQuestion | undefined): live.RatingShot {
  const { day } = moment
  return {
    ...stamp(moment), office: wireOffice(day.office), counter: wireCounter(counter, day), lowRatingReasons: [...lowRatingReasons],
    ...question && { question: askedRating(question, day) }
  }
}

export function askedRating (question: RatingQuestion, day: Day): live.AskedRating {
  const { token, counter, officer, solemn, until } = question
  return { token, counter, officer: { name: officer.name, title: officer.title }, solemn, until: isoAt(until, day.office.timeZone), screenSeconds }
}

export interface AtConsole {
  readonly counter: Counter
  /** What the lease would be held by, were it this screen's. */
  readonly holder: string | undefined
  readonly presence: Presence
  readonly today: live.CounterToday
}

export function consoleShot (moment: Moment, { counter, holder, presence, today }: AtConsole): live.ConsoleShot {
  const { day, outlook, now } = moment
  const ticket = ticketAt(day, counter)
  return {
    ...stamp(moment), office: { ...wireOffice(day.office), recallLimit: day.office.recallLimit }, fields: wireFields(day.office),
    counter: staffCounter(counter, day, now), ...leaseShown(counter, day, holder), ...silenceOf(counter, day, presence, now), today, ...shownPrinters(moment.printer, true),
    ...ticket && { current: { ticket: wireTicket(ticket, day.office.timeZone, 'staff'), recalls: ticket.recalls, ...isBroken(day.office, ticket, now) && { broken: true }, ...ticket.call && { call: wireCall(ticket.call, day.office.timeZone) } } },
    queue: queueOf(day, counter, outlook, now), hold: wireHoldTerms(day, now),
    colleagues: staffCounters(day).filter(other => other.number !== counter.number),
    ...moment.expected()
  }
}

/** Whose the counter is, from where this screen stands; and who took it, where it was this screen's before. */
function leaseShown (counter: Counter, day: Day, holder: string | undefined): Pick<live.ConsoleShot, 'mine' | 'takenBy'> {
  const mine = holder !== undefined && counter.holder === holder
  const { takenFrom, officer } = counter
  const isLost = !mine && officer && takenFrom && takenFrom.holder === holder
  return { mine, ...isLost && { takenBy: { officer: wireOfficer(officer), at: isoAt(takenFrom.at, day.office.timeZone) } } }
}

/** Whether a counter's holder has gone silent, and since when. */
export function silenceOf ({ holder }: Counter, day: Day, presence: Presence, now: Instant): live.Silence {
  if (holder === undefined) return { stale: false }
  const heardAt = presence.heardAt(holder)
  return { stale: presence.isStale(holder, now), ...heardAt !== undefined && { heardAt: isoAt(heardAt, day.office.timeZone) } }
}

export function ticketShot (moment: Moment, ticket: Ticket, { since, question }: Pick<Beside, 'since' | 'question'>): live.TicketShot {
  const { day, outlook, now } = moment
  const field = day.office.fields.get(ticket.field)
  const procedure = ticket.procedure === undefined ? undefined : day.office.procedures.get(ticket.procedure)
  return {
    ...stamp(moment), office: wireOffice(day.office), mine: myTicket(day, ticket, { since, question, outlook }, now),
    field: { id: ticket.field, digit: field?.digit ?? 0, name: field?.name ?? { vi: ticket.field, en: ticket.field } },
    ...procedure && { procedure: { name: procedure.name, papers: [...procedure.papers], fee: procedure.fee ?? null } }
  }
}

/** Field id → how many wait. */
export function waitingCounts (day: Day): Record<string, number> {
  return Object.fromEntries([...day.office.fields.keys()].map(field => {
    const { priority, ordinary } = day.tickets.waitingIn(field)
    return [field, priority + ordinary]
  }))
}

function breakShown ({ day, now }: Moment): { break?: live.Break } {
  const shown = wireBreak(day, now)
  return shown ? { break: shown } : {}
}

function counters (day: Day): ReturnType<typeof wireCounter>[] {
  return [...day.counters.values()].map(counter => wireCounter(counter, day))
}

function staffCounters (day: Day): ReturnType<typeof staffCounter>[] {
  return [...day.counters.values()].map(counter => staffCounter(counter, day))
}

function callsShown (day: Day): live.CallShown[] {
  return day.tickets.list
    .filter(isAtCounter)
    .flatMap(ticket => ticket.call && ticket.counter !== undefined
      ? [{ ticket: named(ticket), counter: ticket.counter, state: ticket.state as 'called' | 'serving', call: wireCall(ticket.call, day.office.timeZone) }]
      : [])
    .sort((a, b) => b.call.rev - a.call.rev)
}
