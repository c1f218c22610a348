import type { Signal } from '../../common/contract/live.ts'
import type { Day } from '../domain/day.ts'
import { screenSeconds } from '../domain/rating.ts'
import type { Instant } from '../domain/time.ts'
import type { SlipPrinter } from '../ports/slip-printer.ts'
import type { Store } from '../ports/store.ts'
import { readMyTicket } from '../wire/my-ticket.ts'
import { wireBreak } from '../wire/moment.ts'
import { shownPrinter } from '../wire/printers.ts'
import { wireUndoable } from '../wire/shapes.ts'
import { queueOf } from './queue.ts'
import { askedRating, waitingCounts } from './shots.ts'
import { isStaffView, type Watching } from './views.ts'

/** What facts change for a view without being facts themselves: counts and orders. */
export function derivedSignals (watching: Watching, day: Day, now: Instant): Signal[] {
  switch (watching.view) {
    case 'board':
    case 'kiosk':
    case 'floor': return [{ type: 'waiting:changed', waiting: waitingCounts(day) }]
    case 'console': {
      const counter = day.counters.get(watching.counter)
      if (!counter) return []
      const undo = wireUndoable(counter, day, now)
      return [{ type: 'queue:changed', ...undo && { undo }, ...queueOf(day, counter, now) }]
    }
    case 'sign':
    case 'rating':
    case 'ticket': return []
  }
}

export interface Present {
  readonly store: Store
  readonly office: string
  readonly day: Day
  readonly now: Instant
  readonly printer: Pick<SlipPrinter, 'printers'>
  /** This socket is the citizen's screen, not someone looking at its view. */
  readonly isScreen: boolean
}

/** Everything a view would know from signals had it been there: sent after a replay, which brings facts only. */
export async function presentSignals (watching: Watching, { store, office, day, now, printer, isScreen }: Present): Promise<Signal[]> {
  const derived = derivedSignals(watching, day, now)
  const printers = () => printer.printers().map((status): Signal => ({ type: 'printer:changed', ...shownPrinter(status, isStaffView(watching)) }))
  switch (watching.view) {
    case 'kiosk': return [...derived, breakSignal(day, now), ...printers()]
    case 'floor':
    case 'console': return [...derived, ...printers()]
    case 'rating': {
      const question = isScreen ? await store.ratings.questionAt(office, watching.counter, now - screenSeconds * 1000) : undefined
      return question ? [{ type: 'rating:asked', ...askedRating(question, day) }] : []
    }
    case 'ticket': {
      const stored = await store.ticket(office, watching.ticket)
      return stored ? [{ type: 'ticket:changed', mine: await readMyTicket(store, office, stored, now) }] : []
    }
    case 'board': return [...derived, breakSignal(day, now)]
    case 'sign': return derived
  }
}

/** The break of this moment, or that there is none. */
export function breakSignal (day: Day, now: Instant): Signal {
  const shown = wireBreak(day, now)
  return { type: 'break:changed', ...shown && { break: shown } }
}
