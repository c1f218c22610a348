import { isoAt, type Instant } from '../domain/time.ts'
import { holderOf, type Principal } from '../ports/principal.ts'
import type { Foretelling } from './foretelling.ts'
import type { OfficeMemory } from './memory.ts'
import type { LiveNeeds, LiveSocket } from './needs.ts'
import type { LiveNamespace } from './pushing.ts'
import type { Room, Rooms } from './rooms.ts'
import { breakSignal, leaseSignal } from './signals.ts'
import { showsBreak } from './views.ts'

const tickMs = 5_000
/** A device is written down as seen at most this often. */
const seenEveryMs = 60_000

/** Every five seconds: where each view is, whether there is a break, whom the promise fails by now, and whether those connected may still be. Returns how to stop. */
export function startTicking (namespace: LiveNamespace, rooms: Rooms, offices: ReadonlyMap<string, OfficeMemory>, foretell: Pick<Foretelling, 'ticked'>, { store, clock, presence, log }: LiveNeeds): () => void {
  const seen = new Map<string, Instant>()
  const breaks = new Map<string, string>()
  const silent = new Set<string>()
  const timer = setInterval(() => {
    const now = clock.now()
    for (const room of rooms.all()) {
      const memory = offices.get(room.office)
      if (memory) namespace.to(room.name).emit('tick', { epoch: memory.epoch, rev: room.rev, at: isoAt(now, memory.day.office.timeZone) })
    }
    for (const [office, memory] of offices) {
      tellBreak(office, memory, now)
      for (const room of rooms.of(office)) tellSilence(room, memory, now)
      foretell.ticked(office, now)
    }
    for (const socket of namespace.sockets.values()) check(socket, now)
  }, tickMs)
  timer.unref()

  /** No fact happens when a break begins or ends: the clock alone says so. */
  function tellBreak (office: string, { day }: OfficeMemory, now: Instant): void {
    const signal = breakSignal(day, now)
    const before = breaks.get(office)
    breaks.set(office, JSON.stringify(signal))
    if (before === breaks.get(office)) return
    for (const room of rooms.of(office)) if (showsBreak(room.watching)) namespace.to(room.name).emit('signal', signal)
  }

  /** Nor does one when a holder goes silent, or is heard again. */
  function tellSilence ({ name, watching }: Room, { day }: OfficeMemory, now: Instant): void {
    if (watching.view !== 'console') return
    const [signal] = leaseSignal(day, watching.counter, presence, now)
    if (signal?.type !== 'lease:changed' || silent.has(name) === signal.stale) return
    if (signal.stale) silent.add(name)
    else silent.delete(name)
    namespace.to(name).emit('signal', signal)
  }

  function check (socket: LiveSocket, now: Instant): void {
    const { principal, room } = socket.data
    if (!principal) return
    if (principal.kind === 'staff' && principal.expiresAt <= now) return void socket.disconnect(true)
    if (room?.includes('|console|')) presence.heard(holderOf(principal), now)
    noteSeen(principal, now)
  }

  function noteSeen (principal: Principal, now: Instant): void {
    if (principal.kind === 'staff' || principal.kind === 'key' || now - (seen.get(principal.id) ?? 0) < seenEveryMs) return
    seen.set(principal.id, now)
    store.directory.deviceSeen(principal.office, principal.id, now).catch((error: unknown) => log(error, 'device seen'))
  }

  return () => clearInterval(timer)
}
