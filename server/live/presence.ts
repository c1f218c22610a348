import type { Instant } from '../domain/time.ts'

/** When each lease's holder was last heard from, by a request or a watched console. Memory only: a restart hears everybody again. */
export interface Presence {
  readonly heard: (holder: string, at: Instant) => void
  readonly isStale: (holder: string, now: Instant) => boolean
  /** When last; unknown where it was before the start. */
  readonly heardAt: (holder: string) => Instant | undefined
}

/** CONTRACT.md: a lease is stale after 90 s, and still its holder's until taken over. */
const staleAfterMs = 90_000

export function createPresence (startedAt: Instant): Presence {
  const lastHeard = new Map<string, Instant>()
  return {
    heard: (holder, at) => { lastHeard.set(holder, at) },
    isStale: (holder, now) => now - (lastHeard.get(holder) ?? startedAt) > staleAfterMs,
    heardAt: holder => lastHeard.get(holder)
  }
}
