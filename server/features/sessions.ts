import { digest } from '../http/principals.ts'
import type { Chance, Clock } from '../ports/clock.ts'
import type { Person } from '../ports/directory.ts'
import type { Store } from '../ports/store.ts'

/** A shift and its overtime. */
const sessionMs = 14 * 3_600_000

/** Begins a session and returns its secret, of which only the digest is kept. */
export async function openSession (store: Store, clock: Clock, chance: Chance, office: string, person: Person): Promise<string> {
  const token = chance.token()
  await store.directory.openSession({ id: chance.id('ss'), office, person: person.id, tokenHash: digest(token), expiresAt: clock.now() + sessionMs })
  return token
}
