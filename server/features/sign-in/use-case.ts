import { hash, verify } from '@node-rs/argon2'
import { refuse, type Refusal } from '../../domain/refusal.ts'
import { ok, type Result } from '../../domain/result.ts'
import { failureLimit } from '../../http/failures.ts'
import type { Chance, Clock } from '../../ports/clock.ts'
import type { Person } from '../../ports/directory.ts'
import type { Store } from '../../ports/store.ts'
import { openSession } from '../sessions.ts'

export interface SignedInPerson { readonly person: Person, readonly token: string }
export type SignIn = (office: string, username: string, password: string, from: string) => Promise<Result<SignedInPerson, Refusal>>

/** Per account and 15 minutes; people who signed in from the same place before have tries of their own. */
const tries = 10
const windowSeconds = 15 * 60

export function signInUseCase (store: Store, clock: Clock, chance: Chance): SignIn {
  const limit = failureLimit({ tries, windowSeconds })
  const knownPlaces = new Set<string>()
  // Verified against when there is no such user, so that both answers take as long.
  const nobody = hash(chance.token())

  return async (office, username, password, from) => {
    const account = `${office}/${username.toLowerCase()}`
    const place = `${account}@${from}`
    const counted = knownPlaces.has(place) ? place : account
    const wait = await limit.blockedFor(counted)
    if (wait !== undefined) return refuse({ code: 'TOO_MANY_REQUESTS', retryAfterSeconds: wait })
    const person = await store.directory.person(office, username)
    const right = await verify(person?.passwordHash ?? await nobody, password)
    if (!person || !right) {
      await limit.failed(counted)
      return refuse({ code: 'WRONG_PASSWORD' })
    }
    knownPlaces.add(place)
    await limit.succeeded(counted)
    return ok({ person, token: await openSession(store, clock, chance, office, person) })
  }
}
