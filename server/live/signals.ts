import type { Signal } from '../../common/contract/live.ts'
import type { Day } from '../domain/day.ts'
import type { Outlook } from '../domain/forecast/range.ts'
import { screenSeconds } from '../domain/rating.ts'
import type { Instant } from '../domain/time.ts'
import type { Forecaster } from '../ports/forecaster.ts'
import type { SlipPrinter } from '../ports/slip-printer.ts'
import type { Store } from '../ports/store.ts'
import { promiseInHall } from '../wire/forecast.ts'
import { readMyTicket } from '../wire/my-ticket.ts'
import { wireBreak } from '../wire/moment.ts'
import { shownPrinter } from '../wire/printers.ts'
import { wireUndoable } from '../wire/shapes.ts'
import type { Expected } from './foretelling.ts'
import type { Presence } from './presence.ts'
import { queueOf } from './queue.ts'
import { askedRating, silenceOf, waitingCounts } from './shots.ts'
import type { CountersToday } from './today.ts'
import { isStaffView, showsForecasts, showsPromise, type Watching } from './views.ts'

/** An office's day at a moment, and what it expects of it. */
export interface Expecting { readonly day: Day, readonly outlook: Outlook | undefined, readonly now: Instant, readonly today: Pick<CountersToday, 'of'> }

/** What facts change for a view without being facts themselves: counts and orders. */
export function derivedSignals (watching: Watching, { day, outlook, now, today }: Expecting): Signal[] {
  switch (watching.view) {
    case 'board':
    case 'kiosk':
    case 'floor': return [{ type: 'waiting:changed', waiting: waitingCounts(day) }]
    case 'console': {
      const counter = day.counters.get(watching.counter)
      if (!counter) return []
      const undo = wireUndoable(counter, day, now)
      return [{ type: 'queue:changed', ...undo && { undo }, today: today.of(day, counter.number, now), ...queueOf(day, counter, outlook, now) }]
    }
    case 'sign':
    case 'rating':
    case 'ticket': return []
  }
}

export interface Present extends Expecting {
  readonly store: Store
  readonly office: string
  readonly forecaster?: Pick<Forecaster, 'outlook'>
  readonly printer: Pick<SlipPrinter, 'printers'>
  readonly presence: Presence
  /** This socket is the citizen's screen, not someone looking at its view. */
  readonly isScreen: boolean
}

/** Everything a view would know from signals had it been there: sent after a replay, which brings facts only. */
export async function presentSignals (watching: Watching, present: Present): Promise<Signal[]> {
  const { store, office, day, now, printer, isScreen } = present
  const derived = derivedSignals(watching, present)
  const printers = () => printer.printers().map((status): Signal => ({ type: 'printer:changed', ...shownPrinter(status, isStaffView(watching)) }))
  switch (watching.view) {
    case 'kiosk': return [...derived, breakSignal(day, now), ...printers()]
    case 'floor': return [...derived, ...printers()]
    case 'console': return [...derived, ...printers(), ...leaseSignal(day, watching.counter, present.presence, now)]
    case 'rating': {
      const question = isScreen ? await store.ratings.questionAt(office, watching.counter, now - screenSeconds * 1000) : undefined
      return question ? [{ type: 'rating:asked', ...askedRating(question, day) }] : []
    }
    case 'ticket': {
      const stored = await store.ticket(office, watching.ticket)
      return stored ? [{ type: 'ticket:changed', mine: await readMyTicket(present, office, stored, now) }] : []
    }
    case 'board': return [...derived, breakSignal(day, now)]
    case 'sign': return derived
  }
}

/** What is to be expected, for the views that say so. */
export function expectedSignals (watching: Watching, expected: () => Expected): Signal[] {
  if (!showsForecasts(watching) && !showsPromise(watching)) return []
  const { forecasts, promise } = expected()
  return [
    ...showsForecasts(watching) ? [{ type: 'forecast:changed', forecasts } as const] : [],
    ...showsPromise(watching) ? [{ type: 'promise:changed', promise: isStaffView(watching) ? promise : promiseInHall(promise) } as const] : []
  ]
}

/** Whether a counter's holder has gone silent, for those who may want to take over. */
export function leaseSignal (day: Day, number: number, presence: Presence, now: Instant): Signal[] {
  const counter = day.counters.get(number)
  return counter ? [{ type: 'lease:changed', ...silenceOf(counter, day, presence, now) }] : []
}

/** The break of this moment, or that there is none. */
export function breakSignal (day: Day, now: Instant): Signal {
  const shown = wireBreak(day, now)
  return { type: 'break:changed', ...shown && { break: shown } }
}
