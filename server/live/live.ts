import type { IncomingMessage, Server as HttpServer } from 'node:http'
import { Server } from 'socket.io'
import type { ClientEvents, ServerEvents } from '../../common/contract/live.ts'
import type { Live } from '../ports/live.ts'
import { shownPrinter } from '../wire/printers.ts'
import { acceptSockets, idleMs } from './connecting.ts'
import { foretelling } from './foretelling.ts'
import { limitPackets } from './limits.ts'
import { recallOffice, type OfficeMemory } from './memory.ts'
import type { LiveNeeds, SocketFacts } from './needs.ts'
import { pushing } from './pushing.ts'
import { createRooms } from './rooms.ts'
import { startTicking } from './ticking.ts'
import { isStaffView, screenRoom } from './views.ts'
import { watchAnswers } from './watch.ts'

/** Pushes facts, signals and ticks to whoever may see them. Stops with `stop`. */
export async function createLive (http: HttpServer, needs: LiveNeeds): Promise<Live & { readonly stop: () => Promise<void> }> {
  const io = new Server<ClientEvents, ServerEvents, Record<string, never>, SocketFacts>(http, {
    perMessageDeflate: false, serveClient: false, maxHttpBufferSize: 16_384, connectTimeout: idleMs,
    allowRequest: (request, decide) => decide(null, !needs.isForeign(request))
  })
  takePrefixesOff(http, needs)
  io.engine.on('connection', limitPackets)
  // There is nothing to see in Socket.IO's own default namespace, where nobody would be cut for idling.
  io.use((_socket, next) => next(new Error('NOT_FOUND')))
  const namespace = io.of('/live')
  const rooms = createRooms()
  const offices = new Map<string, OfficeMemory>()
  for (const office of await needs.store.offices()) offices.set(office, await recallOffice(needs.store, office, needs.clock.now(), needs.log))
  const push = pushing(namespace, rooms, offices, needs)
  const foretell = foretelling(rooms, offices, push, needs)
  acceptSockets(namespace, rooms, watchAnswers({ ...needs, offices, rooms, foretell }), needs)
  const forget = needs.store.onCommitted(what => {
    push.committed(what)
    foretell.committed(what)
  })
  const forgetOutlooks = needs.forecaster?.onOutlook(foretell.outlooked)
  const stopTicking = startTicking(namespace, rooms, offices, foretell, needs)

  needs.printer.onChange(status => {
    for (const { name, watching } of rooms.all()) {
      if (watching.view === 'kiosk' || isStaffView(watching)) push.signal(name, { type: 'printer:changed', ...shownPrinter(status, isStaffView(watching)) })
    }
  })

  return {
    cut: principal => { namespace.in(`who|${principal}`).disconnectSockets(true) },
    sessions: () => new Set([...namespace.sockets.values()].flatMap(({ data: { principal } }) => principal?.kind === 'staff' ? [principal.session] : [])),
    watchers: () => rooms.counts(),
    ratingClosed: (office, { token, counter, ticket }) => {
      push.signal(screenRoom(office, counter), { type: 'rating:closed', token })
      const room = rooms.find(`${office}|ticket|${ticket}`)
      if (room) push.tellHolder(room)
    },
    stop: async () => {
      stopTicking()
      forget()
      forgetOutlooks?.()
      await io.close()
    }
  }
}

/** `/o/OFFICE/socket.io/…` too: any path may carry the prefix. Before Socket.IO looks, hence prepended. */
function takePrefixesOff (http: HttpServer, { withoutPrefix }: LiveNeeds): void {
  const strip = (request: IncomingMessage) => {
    if (/^\/o\/[^/]+\/socket\.io\//.test(request.url ?? '')) request.url = withoutPrefix(request)
  }
  http.prependListener('request', strip)
  http.prependListener('upgrade', strip)
}
