import type { Counter } from '../../common/contract/counter.ts'
import type { CallShown, ConsoleShot, LiveFact, Signal, Silence } from '../../common/contract/live.ts'
import { withPanic } from '../../common/ui/panic.ts'
import { withPrinter } from '../../common/ui/printers.ts'
import type { Follow } from '../../common/ui/live-state.ts'

/** Several types may share one shape, so `Extract` would find none of them. */
type FactOf<Type extends LiveFact['type'], Fact = LiveFact> = Fact extends LiveFact ? Type extends Fact['type'] ? Fact : never : never

/** How a console follows its counter and its colleagues. Who waits and who is away the queue's signal tells after each fact. */
export const followConsole: Follow<ConsoleShot> = { fact, signal }

function fact (shot: ConsoleShot, fact: LiveFact): ConsoleShot | undefined {
  const isHere = 'counter' in fact && fact.counter === shot.counter.number
  switch (fact.type) {
    // Whose lease it is now, a called ticket's purpose and dossiers, and what was taken back, only a snapshot tells.
    case 'setting:changed':
    case 'ticket:undone': return undefined
    case 'ticket:issued':
    case 'ticket:settled':
    case 'ticket:returned': return shot
    case 'ticket:called': return isHere ? undefined : elsewhere(shot, fact)
    case 'ticket:recalled': return isHere ? recalled(shot, fact) : elsewhere(shot, fact)
    case 'ticket:started': return isHere ? started(shot, fact) : elsewhere(shot, fact)
    case 'ticket:finished': return isHere ? left(shot, 'served') : elsewhere(shot, fact)
    case 'ticket:missed': return isHere ? left(shot, 'missed') : elsewhere(shot, fact)
    case 'ticket:held':
    case 'ticket:transferred': return isHere ? left(shot) : elsewhere(shot, fact)
    case 'ticket:cancelled':
    case 'ticket:expired': return shot.current?.ticket.id === fact.ticket.id ? undefined : gone(shot, fact.ticket.id)
    case 'panic:raised':
    case 'panic:accepted':
    case 'panic:ended': return isHere
      ? { ...shot, counter: withPanic(shot.counter, fact) }
      : { ...shot, colleagues: shot.colleagues.map(counter => counter.number === fact.counter ? withPanic(counter, fact) : counter) }
    case 'counter:changed': return isHere ? undefined : { ...shot, colleagues: shot.colleagues.map(counter => counter.number === fact.counter ? changed(counter, fact) : counter) }
  }
}

function signal (shot: ConsoleShot, signal: Signal): ConsoleShot {
  switch (signal.type) {
    case 'queue:changed': {
      const { next, waiting, held, missed, undo, today = shot.today } = signal
      return { ...shot, queue: { next, waiting, held, missed }, today, counter: withUndo(shot.counter, undo) }
    }
    case 'lease:changed': return withSilence(shot, signal)
    case 'printer:changed': return withPrinter(shot, signal)
    case 'promise:changed': return { ...shot, promise: signal.promise }
    case 'forecast:changed': return signal.forecasts ? { ...shot, forecasts: signal.forecasts } : shot
    case 'rating:asked':
    case 'rating:closed':
    case 'waiting:changed':
    case 'ticket:changed':
    case 'break:changed': return shot
  }
}

function recalled (shot: ConsoleShot, { call, ticket }: FactOf<'ticket:recalled'>): ConsoleShot | undefined {
  const { current } = shot
  return current?.ticket.id === ticket.id ? { ...shot, current: { ...current, call, recalls: call.repeat } } : undefined
}

function started (shot: ConsoleShot, { ticket, at }: FactOf<'ticket:started'>): ConsoleShot | undefined {
  const { current } = shot
  if (current?.ticket.id !== ticket.id) return undefined
  return { ...shot, current: { ...current, ticket: { ...current.ticket, state: 'serving', startedAt: at } }, counter: withTicket(shot.counter, { ...ticket, state: 'serving' }) }
}

/** The ticket has left this counter; `as` where the day counts it. */
function left (shot: ConsoleShot, as?: 'served' | 'missed'): ConsoleShot {
  const { current: ended, ...rest } = shot
  if (!ended) return shot
  const today = as ? { ...shot.today, [as]: shot.today[as] + 1 } : shot.today
  return { ...rest, counter: withTicket(shot.counter), today }
}

const stateAfter = {
  'ticket:called': 'called', 'ticket:recalled': 'called', 'ticket:started': 'serving',
  'ticket:finished': undefined, 'ticket:missed': undefined, 'ticket:held': undefined, 'ticket:transferred': undefined
} as const

function elsewhere (shot: ConsoleShot, fact: FactOf<'ticket:called' | 'ticket:started' | 'ticket:finished' | 'ticket:held' | 'ticket:transferred'>): ConsoleShot {
  const state = stateAfter[fact.type]
  const ticket = state === undefined ? undefined : { ...fact.ticket, state }
  return { ...shot, calls: callsAfter(shot, fact, state), colleagues: shot.colleagues.map(counter => counter.number === fact.counter ? withTicket(counter, ticket) : counter) }
}

function callsAfter ({ calls = [] }: ConsoleShot, fact: Parameters<typeof elsewhere>[1], state: 'called' | 'serving' | undefined): readonly CallShown[] {
  const others = calls.filter(({ ticket }) => ticket.id !== fact.ticket.id)
  const call = 'call' in fact ? fact.call : calls.find(({ ticket }) => ticket.id === fact.ticket.id)?.call
  return state && call ? [{ ticket: fact.ticket, counter: fact.counter, call, state }, ...others] : others
}

/** Cancelled or expired, wherever it was. */
function gone (shot: ConsoleShot, ticket: string): ConsoleShot {
  return shot.colleagues.some(counter => counter.ticket?.id === ticket)
    ? { ...shot, colleagues: shot.colleagues.map(counter => counter.ticket?.id === ticket ? withTicket(counter) : counter) }
    : shot
}

function changed (counter: Counter, { state, officer, reason, at }: FactOf<'counter:changed'>): Counter {
  const { number, main, helper, ticket, panic } = counter
  return { number, main, helper, state, since: at, ...ticket && { ticket }, ...panic && { panic }, ...officer && { officer }, ...reason !== undefined && { reason } }
}

function withTicket ({ ticket: _, ...counter }: Counter, ticket?: Counter['ticket']): Counter {
  return { ...counter, ...ticket && { ticket } }
}

function withSilence ({ heardAt: _, ...shot }: ConsoleShot, { stale, heardAt }: Silence): ConsoleShot {
  return { ...shot, stale, ...heardAt !== undefined && { heardAt } }
}

function withUndo ({ undo: _, ...counter }: Counter, undo: Counter['undo']): Counter {
  return { ...counter, ...undo && { undo } }
}
