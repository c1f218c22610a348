import type { Clock } from '../../ports/clock.ts'
import type { Live } from '../../ports/live.ts'
import type { Store } from '../../ports/store.ts'

const lookEveryMs = 2_000
/** A cut screen comes back at once, and who is behind a session is remembered for five seconds: it is cut again. */
const cutForMs = 10_000

/** Cuts the sockets of sessions that another process has ended (a password reset on the machine itself). Returns its stop. */
export function cutEndedSessions (store: Store, clock: Clock, live: Live, log: (error: unknown, message: string) => void): () => void {
  let open: ReadonlySet<string> = new Set()
  const ended = new Map<string, number>()

  async function look (): Promise<void> {
    const now = clock.now()
    const offices = await store.offices()
    const current = new Set((await Promise.all(offices.map(office => store.directory.openSessions(office, now)))).flat())
    for (const session of open) if (!current.has(session)) ended.set(session, now + cutForMs)
    open = current
    for (const [session, until] of ended) {
      live.cut(`session:${session}`)
      if (until <= now) ended.delete(session)
    }
  }
  const timer = setInterval(() => { look().catch((error: unknown) => log(error, 'ended sessions')) }, lookEveryMs)
  timer.unref()
  return () => clearInterval(timer)
}
