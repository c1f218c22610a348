import type { BoardShot, CallShown, LiveFact, MissedShown, Signal } from '../../common/contract/live.ts'
import type { Counter } from '../../common/contract/counter.ts'
import type { TicketNamed } from '../../common/contract/ticket.ts'
import type { Follow } from '../../common/ui/live-state.ts'

type FactOf<Type extends LiveFact['type'], Fact = LiveFact> = Fact extends { type: infer Own } ? Type extends Own ? Fact : never : never

/** How the board follows the office's facts. */
export const followBoard: Follow<BoardShot> = {
  fact: (shot, told) => {
    const next = fact(shot, told)
    return next && told.waiting ? { ...next, waiting: told.waiting } : next
  },
  signal
}

function fact (shot: BoardShot, fact: LiveFact): BoardShot | undefined {
  switch (fact.type) {
    case 'ticket:issued': return shot
    case 'ticket:called':
    case 'ticket:recalled': return called(shot, fact)
    case 'ticket:started': return started(shot, fact)
    case 'ticket:finished':
    case 'ticket:held':
    case 'ticket:transferred': return left(shot, fact.ticket)
    case 'ticket:missed': return missed(shot, fact)
    case 'ticket:settled': return fact.as === 'absent' ? missed(shot, { ...fact, counter: 0 }) : shot
    case 'ticket:returned':
    case 'ticket:cancelled':
    case 'ticket:expired': return { ...left(shot, fact.ticket), missed: without(shot.missed, fact.ticket), ...waitsNoMore(shot, fact.ticket) }
    case 'counter:changed': return counterChanged(shot, fact)
    // Between colleagues: no board is told.
    case 'panic:raised':
    case 'panic:accepted':
    case 'panic:ended': return shot
    // How things were before a deed; names of fields, notices, the office itself: only a snapshot knows.
    case 'ticket:undone':
    case 'setting:changed': return undefined
  }
}

function signal (shot: BoardShot, signal: Signal): BoardShot {
  switch (signal.type) {
    case 'waiting:changed': return { ...shot, waiting: signal.waiting }
    case 'break:changed': return { ...shot, break: signal.break }
    case 'forecast:changed': return { ...shot, ...signal.forecasts && { forecasts: signal.forecasts } }
    case 'promise:changed': return { ...shot, promise: signal.promise }
    case 'rating:asked':
    case 'rating:closed':
    case 'queue:changed':
    case 'lease:changed':
    case 'ticket:changed':
    case 'printer:changed': return shot
  }
}

function called (shot: BoardShot, { ticket, counter, call }: FactOf<'ticket:called'>): BoardShot {
  const newest: CallShown = { ticket, counter, call, state: 'called' }
  const others = shot.calls.filter(shown => shown.ticket.id !== ticket.id && shown.counter !== counter)
  return {
    ...shot,
    calls: [newest, ...others],
    missed: without(shot.missed, ticket),
    ...waitsNoMore(shot, ticket),
    counters: atCounter(shot.counters, counter, { ticket: { ...ticket, state: 'called' } })
  }
}

function started (shot: BoardShot, { ticket, counter }: FactOf<'ticket:started'>): BoardShot {
  return {
    ...shot,
    calls: shot.calls.map(shown => shown.ticket.id === ticket.id ? { ...shown, state: 'serving' } : shown),
    counters: atCounter(shot.counters, counter, { ticket: { ...ticket, state: 'serving' } })
  }
}

function missed (shot: BoardShot, { ticket, counter, at }: Pick<FactOf<'ticket:missed'>, 'ticket' | 'counter' | 'at'>): BoardShot {
  return { ...left(shot, ticket), missed: [{ ...ticket, counter, at }, ...without(shot.missed, ticket)] }
}

/** The ticket is no longer at any counter. */
function left (shot: BoardShot, { id }: TicketNamed): BoardShot {
  return {
    ...shot,
    calls: shot.calls.filter(shown => shown.ticket.id !== id),
    counters: shot.counters.map(counter => {
      const { ticket, ...rest } = counter
      return ticket?.id === id ? rest : counter
    })
  }
}

/** No wait is regretted that has just ended: the office's own word on it comes a moment later. */
function waitsNoMore ({ promise }: BoardShot, { id }: TicketNamed): Pick<BoardShot, 'promise'> {
  return promise ? { promise: { ...promise, broken: promise.broken.filter(ticket => ticket.id !== id) } } : {}
}

function counterChanged (shot: BoardShot, { counter, state, officer, reason, at }: FactOf<'counter:changed'>): BoardShot | undefined {
  const known = shot.counters.find(({ number }) => number === counter)
  if (!known) return undefined
  const changed: Counter = { ...known, state, since: at, officer, reason }
  return { ...shot, counters: shot.counters.map(other => other.number === counter ? changed : other) }
}

function atCounter (counters: readonly Counter[], number: number, change: Partial<Counter>): readonly Counter[] {
  return counters.map(counter => counter.number === number ? { ...counter, ...change } : counter)
}

const without = (missed: readonly MissedShown[], { id }: TicketNamed) => missed.filter(ticket => ticket.id !== id)
