import type { Counter } from '../../common/contract/counter.ts'
import type { ConsoleShot, LiveFact, Signal } from '../../common/contract/live.ts'
import type { TicketNamed } from '../../common/contract/ticket.ts'
import { withPrinter } from '../../common/ui/printers.ts'
import type { Follow } from '../../common/ui/live-state.ts'

/** Several types may share one shape, so `Extract` would find none of them. */
type FactOf<Type extends LiveFact['type'], Fact = LiveFact> = Fact extends LiveFact ? Type extends Fact['type'] ? Fact : never : never

/** How a console follows its counter and its colleagues. */
export const followConsole: Follow<ConsoleShot> = { fact, signal }

function fact (shot: ConsoleShot, fact: LiveFact): ConsoleShot | undefined {
  // Whose lease it is now, and a called ticket's purpose and dossiers, only a snapshot tells.
  if (fact.type === 'setting:changed') return undefined
  const isHere = 'counter' in fact && fact.counter === shot.counter.number
  switch (fact.type) {
    case 'ticket:issued': return shot
    case 'ticket:called': return isHere ? undefined : elsewhere(shot, fact)
    case 'ticket:recalled': return isHere ? recalled(shot, fact) : elsewhere(shot, fact)
    case 'ticket:started': return isHere ? started(shot, fact) : elsewhere(shot, fact)
    case 'ticket:finished': return isHere ? left(shot, 'served') : elsewhere(shot, fact)
    case 'ticket:missed': return withMissed(isHere ? left(shot, 'missed') : elsewhere(shot, fact), fact.ticket)
    case 'ticket:returned': return withoutMissed(shot, fact.ticket.id)
    case 'ticket:expired': return shot.current?.ticket.id === fact.ticket.id ? undefined : withoutMissed(shot, fact.ticket.id)
    case 'counter:changed': return isHere ? undefined : { ...shot, colleagues: shot.colleagues.map(counter => counter.number === fact.counter ? changed(counter, fact) : counter) }
  }
}

function signal (shot: ConsoleShot, signal: Signal): ConsoleShot {
  if (signal.type === 'queue:changed') return { ...shot, queue: { next: signal.next, waiting: signal.waiting } }
  return signal.type === 'printer:changed' ? withPrinter(shot, signal) : shot
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

/** Missed numbers of the fields served here, wherever they were called. */
function withMissed (shot: ConsoleShot, ticket: TicketNamed): ConsoleShot {
  const { main, helper } = shot.counter
  if (!main.includes(ticket.field) && !helper.includes(ticket.field)) return shot
  return { ...shot, missed: [...withoutMissed(shot, ticket.id).missed, ticket] }
}

function withoutMissed (shot: ConsoleShot, id: string): ConsoleShot {
  return { ...shot, missed: shot.missed.filter(missed => missed.id !== id) }
}

function left (shot: ConsoleShot, as: 'served' | 'missed'): ConsoleShot {
  const { current: ended, ...rest } = shot
  return ended ? { ...rest, counter: withTicket(shot.counter), today: { ...shot.today, [as]: shot.today[as] + 1 } } : shot
}

const stateAfter = { 'ticket:called': 'called', 'ticket:recalled': 'called', 'ticket:started': 'serving', 'ticket:finished': undefined, 'ticket:missed': undefined } as const

function elsewhere (shot: ConsoleShot, fact: FactOf<'ticket:called' | 'ticket:started' | 'ticket:finished'>): ConsoleShot {
  const state = stateAfter[fact.type]
  const ticket = state === undefined ? undefined : { ...fact.ticket, state }
  return { ...shot, colleagues: shot.colleagues.map(counter => counter.number === fact.counter ? withTicket(counter, ticket) : counter) }
}

function changed (counter: Counter, { state, officer, reason, at }: FactOf<'counter:changed'>): Counter {
  const { number, main, helper, ticket } = counter
  return { number, main, helper, state, since: at, ...ticket && { ticket }, ...officer && { officer }, ...reason !== undefined && { reason } }
}

function withTicket (counter: Counter, ticket?: Counter['ticket']): Counter {
  const { number, state, officer, reason, main, helper, since } = counter
  return { number, state, main, helper, since, ...officer && { officer }, ...reason !== undefined && { reason }, ...ticket && { ticket } }
}
