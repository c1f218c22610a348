import type { Clock } from '../../ports/clock.ts'
import type { Live } from '../../ports/live.ts'
import type { Store } from '../../ports/store.ts'

const lookEveryMs = 2_000

/**
 * Cuts the sockets of sessions that another process has ended (a password reset on the machine itself). Returns its stop.
 * A cut screen comes back at once, and who is behind a session is remembered for five seconds: it is cut again.
 */
export function cutEndedSessions (store: Store, clock: Clock, live: Pick<Live, 'cut' | 'sessions'>, log: (error: unknown, message: string) => void): () => void {
  async function look (): Promise<void> {
    // Before the database is asked: whoever signs in meanwhile is not known to it.
    const connected = live.sessions()
    if (connected.size === 0) return
    const offices = await store.offices()
    const open = new Set((await Promise.all(offices.map(office => store.directory.openSessions(office, clock.now())))).flat())
    for (const session of connected) if (!open.has(session)) live.cut(`session:${session}`)
  }
  const timer = setInterval(() => { look().catch((error: unknown) => log(error, 'ended sessions')) }, lookEveryMs)
  timer.unref()
  return () => clearInterval(timer)
}
