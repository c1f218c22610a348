import type { Namespace } from 'socket.io'
import type { ClientEvents, ServerEvents, Signal } from '../../common/contract/live.ts'
import type { MyTicket } from '../../common/contract/ticket.ts'
import { placesAhead, type PlacesAhead } from '../domain/desk.ts'
import type { Recorded } from '../domain/fact.ts'
import type { Committed } from '../ports/store.ts'
import { rangeOf } from '../wire/forecast.ts'
import { expectedAnew, readMyTicket } from '../wire/my-ticket.ts'
import { wireFact } from '../wire/fact.ts'
import { remember, type OfficeMemory } from './memory.ts'
import type { LiveNeeds, SocketFacts } from './needs.ts'
import { afterOthers } from './phones.ts'
import type { Room, Rooms } from './rooms.ts'
import { askedRating, waitingCounts } from './shots.ts'
import { derivedSignals } from './signals.ts'
import { carriesCounts, isStaffView, screenRoom, sees } from './views.ts'

export type LiveNamespace = Namespace<ClientEvents, ServerEvents, Record<string, never>, SocketFacts>

export interface Pushing {
  /** After a commit: its facts, then what they change, to every room that may see it. */
  readonly committed: (committed: Committed) => void
  readonly signal: (room: string, what: Signal) => void
  /** Tells the holder of a ticket all there is to know now. */
  readonly tellHolder: (room: Room) => void
}

export function pushing (namespace: LiveNamespace, rooms: Rooms, offices: ReadonlyMap<string, OfficeMemory>, { store, clock, forecaster, log }: LiveNeeds): Pushing {
  const signal = (room: string, what: Signal) => { namespace.to(room).emit('signal', what) }

  function committed (what: Committed): void {
    const memory = offices.get(what.office)
    if (!memory) return
    remember(memory, what)
    const ahead = placesAhead(what.after, clock.now())
    for (const room of rooms.of(what.office)) {
      for (const fact of what.facts) unharmed(() => pushFact(room, fact, memory))
      if (!carriesCounts(room.watching)) unharmed(() => pushSignals(room, what, ahead, memory))
    }
    for (const row of what.alongside) {
      if (row.kind === 'question') unharmed(() => signal(screenRoom(what.office, row.question.counter), { type: 'rating:asked', ...askedRating(row.question, what.after) }))
    }
  }

  /** What cannot be pushed to one room is no reason to tell the others nothing. */
  function unharmed (push: () => void): void {
    try { push() } catch (error) { log(error, 'push') }
  }

  function pushFact (room: Room, fact: Recorded, { epoch, day }: OfficeMemory): void {
    if (!sees(room.watching, fact)) return
    const prev = room.rev
    // Counted as sent before it is: a fact lost on the way must show as a gap in the next one and in the tick.
    room.rev = fact.rev
    const shown = wireFact(fact, { epoch, prev }, day.office.timeZone, isStaffView(room.watching))
    namespace.to(room.name).emit('fact', carriesCounts(room.watching) ? { ...shown, waiting: waitingCounts(day) } : shown)
  }

  function pushSignals (room: Room, what: Committed, ahead: PlacesAhead, { today }: OfficeMemory): void {
    if (room.watching.view === 'ticket') return followHolder(room, what, ahead)
    if (!what.facts.some(fact => 'ticket' in fact || fact.type === 'counter:changed')) return
    for (const derived of derivedSignals(room.watching, { day: what.after, outlook: forecaster?.outlook(room.office), now: clock.now(), today })) {
      if (derived.type === 'queue:changed') room.queued = derived.next
      signal(room.name, derived)
    }
  }

  function followHolder (room: Room, what: Committed, ahead: PlacesAhead): void {
    if (!room.mine || what.facts.some(fact => sees(room.watching, fact))) return tellHolder(room)
    const mine = afterOthers(room.mine, what, ahead)
    // The range may have crept on unsaid: whoever is told anything is told the newest.
    if (mine) tell(room, expectedAnew(mine, what.after, forecaster?.outlook(room.office), clock.now()))
  }

  function tellHolder (room: Room): void {
    readHolder(room).catch((error: unknown) => log(error, 'ticket changed'))
  }

  async function readHolder (room: Room): Promise<void> {
    if (room.watching.view !== 'ticket') return
    const stored = await store.ticket(room.office, room.watching.ticket)
    if (!stored) return
    tell(room, await readMyTicket({ store, ...forecaster && { forecaster } }, room.office, stored, clock.now()))
  }

  function tell (room: Room, mine: MyTicket): void {
    room.mine = mine
    room.foretold = rangeOf(mine.forecast)
    signal(room.name, { type: 'ticket:changed', mine })
  }

  return { committed, signal, tellHolder }
}
