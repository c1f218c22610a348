import type { Instant } from '../domain/time.ts'
import type { Directory } from '../ports/directory.ts'

interface Known { readonly found: unknown, readonly until: Instant }

/** Another process (a password reset on the machine itself) is noticed after this long; this one's changes at once. */
const trustMs = 5_000
const most = 10_000

/**
 * A directory that remembers who is behind a token for a few seconds: every request asks, and
 * the answer seldom changes. Whatever ends a right here forgets everything that is remembered.
 */
export function knownDirectory (directory: Directory, now: () => Instant): Directory {
  const known = new Map<string, Known>()
  let changes = 0

  async function remembered<Found> (key: string, ask: () => Promise<Found>): Promise<Found> {
    const entry = known.get(key)
    if (entry && entry.until > now()) return entry.found as Found
    const asked = changes
    const found = await ask()
    // A right that ended while this was being looked up must not be remembered.
    if (asked !== changes) return found
    if (known.size >= most) known.clear()
    // A stranger is not remembered: guesses must not fill the memory, and a token may be known a moment later.
    if (found !== undefined) known.set(key, { found, until: now() + trustMs })
    return found
  }

  const forgetting = <Args extends unknown[], Answer>(act: (...args: Args) => Promise<Answer>) => async (...args: Args): Promise<Answer> => {
    try {
      return await act(...args)
    } finally {
      changes++
      known.clear()
    }
  }

  return {
    ...directory,
    key: tokenHash => remembered(`key ${tokenHash}`, () => directory.key(tokenHash)),
    device: tokenHash => remembered(`device ${tokenHash}`, () => directory.device(tokenHash)),
    session: async (tokenHash, at) => {
      const session = await remembered(`session ${tokenHash}`, () => directory.session(tokenHash, at))
      return session && session.expiresAt > at ? session : undefined
    },
    setPassword: forgetting(directory.setPassword),
    closeSession: forgetting(directory.closeSession),
    closeSessions: forgetting(directory.closeSessions),
    removeKey: forgetting(directory.removeKey),
    removeDevice: forgetting(directory.removeDevice),
    pair: forgetting(directory.pair)
  }
}
