import { digest } from '../http/principals.ts'
import type { Chance, Clock } from '../ports/clock.ts'
import type { Store } from '../ports/store.ts'

/** A shift and its overtime. */
export const shiftMs = 14 * 3_600_000

/** Prefixes of ids: what the trial opened without a password or a code ends with it. */
export const trialPrefix = { session: 'ss-trial', device: 'dv-trial' } as const

/** Begins a session and returns its secret, of which only the digest is kept. */
export async function openSession (store: Store, clock: Clock, chance: Chance, { office, person, kind, lastsMs = shiftMs }: { readonly office: string, readonly person: string, readonly kind: 'ss' | 'ss-trial', readonly lastsMs?: number }): Promise<string> {
  const token = chance.token()
  await store.directory.openSession({ id: chance.id(kind), office, person, tokenHash: digest(token), expiresAt: clock.now() + lastsMs })
  return token
}
