import type { Counter } from '../contract/counter.ts'
import type { FloorShot, LiveFact, Signal } from '../contract/live.ts'
import type { TicketNamed } from '../contract/ticket.ts'
import type { Follow } from './live-state.ts'
import { withPanic } from './panic.ts'
import { printersWith } from './printers.ts'

type FactOf<Type extends LiveFact['type'], Fact = LiveFact> = Fact extends { type: infer Own } ? Type extends Own ? Fact : never : never

/** How the floor follows the office's facts. */
export const followFloor: Follow<FloorShot> = {
  fact: (shot, told) => {
    const next = fact(shot, told)
    return next && told.waiting ? { ...next, waiting: told.waiting } : next
  },
  signal
}

function fact (shot: FloorShot, fact: LiveFact): FloorShot | undefined {
  switch (fact.type) {
    case 'ticket:issued':
    case 'ticket:settled':
    case 'ticket:returned': return shot
    case 'ticket:called':
    case 'ticket:recalled': return called(shot, fact)
    case 'ticket:started': return started(shot, fact)
    case 'ticket:finished':
    case 'ticket:missed':
    case 'ticket:held':
    case 'ticket:transferred':
    case 'ticket:cancelled':
    case 'ticket:expired': return left(shot, fact.ticket)
    case 'panic:raised':
    case 'panic:accepted':
    case 'panic:ended': return { ...shot, counters: at(shot.counters, fact.counter, counter => withPanic(counter, fact)) }
    case 'counter:changed': return changed(shot, fact)
    // How things were before a deed, and what the office now calls itself, only a snapshot knows.
    case 'ticket:undone':
    case 'setting:changed': return undefined
  }
}

function signal (shot: FloorShot, signal: Signal): FloorShot {
  switch (signal.type) {
    case 'waiting:changed': return { ...shot, waiting: signal.waiting }
    case 'printer:changed': return { ...shot, printers: printersWith(shot.printers, signal) }
    case 'promise:changed': return { ...shot, promise: signal.promise }
    case 'forecast:changed': return signal.forecasts ? { ...shot, forecasts: signal.forecasts } : shot
    case 'rating:asked':
    case 'rating:closed':
    case 'queue:changed':
    case 'lease:changed':
    case 'ticket:changed':
    case 'break:changed': return shot
  }
}

function called (shot: FloorShot, { ticket, counter, call }: FactOf<'ticket:called'>): FloorShot {
  const others = (shot.calls ?? []).filter(shown => shown.ticket.id !== ticket.id && shown.counter !== counter)
  return { ...shot, calls: [{ ticket, counter, call, state: 'called' }, ...others], counters: at(shot.counters, counter, other => ({ ...other, ticket: { ...ticket, state: 'called' } })) }
}

function started (shot: FloorShot, { ticket, counter }: FactOf<'ticket:started'>): FloorShot {
  return {
    ...shot,
    calls: (shot.calls ?? []).map(shown => shown.ticket.id === ticket.id ? { ...shown, state: 'serving' } : shown),
    counters: at(shot.counters, counter, other => ({ ...other, ticket: { ...ticket, state: 'serving' } }))
  }
}

/** The ticket is no longer at any counter. */
function left (shot: FloorShot, { id }: TicketNamed): FloorShot {
  return {
    ...shot,
    calls: (shot.calls ?? []).filter(shown => shown.ticket.id !== id),
    counters: shot.counters.map(({ ticket, ...counter }) => ticket && ticket.id !== id ? { ...counter, ticket } : counter)
  }
}

function changed (shot: FloorShot, { counter, state, officer, reason, at: since }: FactOf<'counter:changed'>): FloorShot | undefined {
  if (!shot.counters.some(({ number }) => number === counter)) return undefined
  const after = ({ number, main, helper, ticket, panic }: Counter): Counter => ({ number, main, helper, state, since, ...ticket && { ticket }, ...panic && { panic }, ...officer && { officer }, ...reason !== undefined && { reason } })
  return { ...shot, counters: at(shot.counters, counter, after) }
}

function at (counters: readonly Counter[], number: number, change: (counter: Counter) => Counter): readonly Counter[] {
  return counters.map(counter => counter.number === number ? change(counter) : counter)
}
