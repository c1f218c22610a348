import type { Principal } from '../ports/principal.ts'
import type { LiveNeeds, LiveSocket } from './needs.ts'
import type { LiveNamespace } from './pushing.ts'
import type { Rooms } from './rooms.ts'
import type { AnswerWatch } from './watch.ts'

/** A socket that watches nothing is of no use to anyone. */
export const idleMs = 10_000

/** Lets sockets in, each as who it is, and answers what they ask. */
export function acceptSockets (namespace: LiveNamespace, rooms: Rooms, answerWatch: AnswerWatch, { whoIs, log }: LiveNeeds): void {
  namespace.use((socket, next) => {
    whoIs(socket.request, socket.handshake.auth as Record<string, unknown>).then(who => {
      if (!who) return next(new Error('NOT_FOUND'))
      socket.data = { office: who.office, watches: 0, ...who.principal && { principal: who.principal } }
      next()
    }).catch(next)
  })

  namespace.on('connection', socket => {
    const cutter = setTimeout(() => socket.disconnect(true), idleMs)
    // A client may emit an event of that name too; what it says is nothing to log.
    socket.on('error', (error: unknown) => { if (error instanceof Error) log(error, 'socket') })
    socket.on('disconnect', () => {
      clearTimeout(cutter)
      rooms.leave(socket)
      // Whoever leaves the namespace leaves: the line would stay open for nothing.
      socket.conn.close()
    })
    const name = nameOf(socket.data.principal)
    if (name !== undefined) void socket.join(`who|${name}`)
    socket.on('watch', (watch, done) => {
      if (typeof done === 'function') void answer(socket, watch, done as (answer: unknown) => void).then(isWatching => { if (isWatching) clearTimeout(cutter) })
    })
  })

  async function answer (socket: LiveSocket, asked: unknown, done: (answer: unknown) => void): Promise<boolean> {
    try {
      const { answer, signals = [] } = await answerWatch(socket, asked)
      done(answer)
      for (const signal of signals) socket.emit('signal', signal)
      return answer.ok
    } catch (error) {
      log(error, 'watch')
      done({ ok: false, code: 'INTERNAL' })
      return false
    }
  }
}

/** How a principal's sockets are found when its right ends. */
function nameOf (principal: Principal | undefined): string | undefined {
  if (!principal) return undefined
  if (principal.kind === 'staff') return `session:${principal.session}`
  return principal.kind === 'key' ? `key:${principal.id}` : `device:${principal.id}`
}
