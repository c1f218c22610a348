import type { Server as HttpServer } from 'node:http'
import { Server } from 'socket.io'
import type { ClientEvents, ServerEvents, Signal } from '../../common/contract/live.ts'
import type { Recorded } from '../domain/fact.ts'
import { isAtCounter } from '../domain/ticket.ts'
import { ahead } from '../domain/ticketing.ts'
import { isoAt } from '../domain/time.ts'
import type { Live } from '../ports/live.ts'
import { holderOf, type Principal } from '../ports/principal.ts'
import type { Committed } from '../ports/store.ts'
import { wireFact } from '../wire/shapes.ts'
import { recallOffice, remember, type OfficeMemory } from './memory.ts'
import type { LiveNeeds, LiveSocket, SocketFacts } from './needs.ts'
import { createRooms, type Room } from './rooms.ts'
import { askedRating, queueOf, waitingCounts } from './shots.ts'
import { isStaffView, screenRoom, sees } from './views.ts'
import { watchAnswers } from './watch.ts'

const tickMs = 5_000
const idleMs = 10_000

/** Pushes facts, signals and ticks to whoever may see them. Stops with `stop`. */
export async function createLive (http: HttpServer, needs: LiveNeeds): Promise<Live & { readonly stop: () => Promise<void> }> {
  const { store, clock, presence } = needs
  const io = new Server<ClientEvents, ServerEvents, Record<string, never>, SocketFacts>(http, {
    perMessageDeflate: false, serveClient: false, maxHttpBufferSize: 16_384,
    allowRequest: (request, decide) => decide(null, !needs.isForeign(request))
  })
  const namespace = io.of('/live')
  const rooms = createRooms()
  const offices = new Map<string, OfficeMemory>()
  for (const office of await store.offices()) offices.set(office, await recallOffice(store, office))
  const answerWatch = watchAnswers({ ...needs, offices, rooms })

  namespace.use((socket, next) => {
    needs.whoIs(socket.request, socket.handshake.auth as Record<string, unknown>).then(who => {
      if (!who) return next(new Error('NOT_FOUND'))
      socket.data.office = who.office
      if (who.principal) socket.data.principal = who.principal
      next()
    }).catch(next)
  })
  namespace.on('connection', socket => {
    const cutter = setTimeout(() => socket.disconnect(true), idleMs)
    socket.on('error', error => needs.log(error, 'socket'))
    socket.on('disconnect', () => { clearTimeout(cutter); rooms.leave(socket) })
    for (const name of namesOf(socket.data.principal)) void socket.join(name)
    socket.on('watch', (watch, done) => {
      if (typeof done !== 'function') return
      answerWatch(socket, watch).then(answer => {
        if (answer.ok) clearTimeout(cutter)
        done(answer as never)
      }).catch((error: unknown) => {
        needs.log(error, 'watch')
        done({ ok: false, code: 'INTERNAL' } as never)
      })
    })
    if (socket.data.principal && 'counter' in socket.data.principal) noteDevice(socket.data.principal)
  })

  function noteDevice (principal: Principal): void {
    if (principal.kind === 'staff' || principal.kind === 'key') return
    store.directory.deviceSeen(principal.office, principal.id, clock.now()).catch((error: unknown) => needs.log(error, 'device seen'))
  }

  const forget = store.onCommitted(committed => {
    const memory = offices.get(committed.office)
    if (!memory) return
    remember(memory, committed)
    for (const room of rooms.of(committed.office)) {
      for (const fact of committed.facts) pushFact(room, fact, memory)
      pushSignals(room, committed)
    }
    for (const row of committed.alongside) {
      if (row.kind === 'question') namespace.to(screenRoom(committed.office, row.question.counter)).emit('signal', { type: 'rating:asked', ...askedRating(row.question, committed.after) })
    }
  })

  function pushFact (room: Room, fact: Recorded, { epoch, day }: OfficeMemory): void {
    if (!sees(room.watching, fact)) return
    namespace.to(room.name).emit('fact', wireFact(fact, { epoch, prev: room.rev }, day.office.timeZone, isStaffView(room.watching)))
    room.rev = fact.rev
  }

  /** What facts change for a view without being facts themselves: counts, orders, places. */
  function pushSignals (room: Room, { after, facts }: Committed): void {
    const { watching } = room
    switch (watching.view) {
      case 'board':
      case 'kiosk':
      case 'floor':
        if (facts.some(fact => 'ticket' in fact)) signal(room.name, { type: 'waiting:changed', waiting: waitingCounts(after) })
        return
      case 'console': {
        const counter = after.counters.get(watching.counter)
        if (counter) signal(room.name, { type: 'queue:changed', ...queueOf(after, counter, clock.now()) })
        return
      }
      case 'ticket':
        if (facts.some(fact => sees(watching, fact)) || moved(room, watching.ticket, after)) tellHolder(room, watching.ticket)
        return
      case 'sign':
      case 'rating':
    }
  }

  /** Whether a waiting ticket's place, or where it will be called, has changed since its holder was last told. */
  function moved (room: Room, id: string, day: OfficeMemory['day']): boolean {
    const ticket = day.tickets.get(id)
    if (!ticket || isAtCounter(ticket)) return false
    const place = ahead(day, ticket, clock.now())
    const changed = place !== room.place
    room.place = place
    return changed
  }

  function tellHolder (room: Room, ticket: string): void {
    answerWatch.mine(room.office, ticket)
      .then(mine => mine && signal(room.name, { type: 'ticket:changed', mine }))
      .catch((error: unknown) => needs.log(error, 'ticket changed'))
  }

  function signal (room: string, what: Signal): void {
    namespace.to(room).emit('signal', what)
  }

  const ticking = setInterval(() => {
    const now = clock.now()
    for (const room of rooms.all()) {
      const memory = offices.get(room.office)
      if (memory) namespace.to(room.name).emit('tick', { epoch: memory.epoch, rev: room.rev, at: isoAt(now, memory.day.office.timeZone) })
    }
    for (const socket of namespace.sockets.values()) checkSocket(socket, now)
  }, tickMs)
  ticking.unref()

  function checkSocket (socket: LiveSocket, now: number): void {
    const { principal, room } = socket.data
    if (principal?.kind === 'staff' && principal.expiresAt <= now) socket.disconnect(true)
    if (principal && room?.includes('|console|')) presence.heard(holderOf(principal), now)
  }

  needs.printer.onState(state => {
    for (const room of rooms.all()) {
      if (room.watching.view === 'kiosk' || isStaffView(room.watching)) signal(room.name, { type: 'printer:changed', printer: needs.printer.name, state })
    }
  })

  return {
    cut: principal => { namespace.in(`who|${principal}`).disconnectSockets(true) },
    ratingClosed: (office, { token, counter, ticket }) => {
      namespace.to(screenRoom(office, counter)).emit('signal', { type: 'rating:closed', token })
      const room = rooms.find(`${office}|ticket|${ticket}`)
      if (room) tellHolder(room, ticket)
    },
    stop: async () => {
      clearInterval(ticking)
      forget()
      await io.close()
    }
  }
}

function namesOf (principal: Principal | undefined): string[] {
  if (!principal) return []
  if (principal.kind === 'staff') return [`who|session:${principal.session}`]
  return [principal.kind === 'key' ? `who|key:${principal.id}` : `who|device:${principal.id}`]
}
