import { createHmac, timingSafeEqual } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import { refuse, type Refusal } from '../../domain/refusal.ts'
import { ok, type Result } from '../../domain/result.ts'
import { failureLimit } from '../../http/failures.ts'
import type { Chance, Clock } from '../../ports/clock.ts'
import type { Person } from '../../ports/directory.ts'
import type { Store } from '../../ports/store.ts'
import { openSession } from '../sessions.ts'

export interface SignInWish {
  readonly office: string
  readonly username: string
  readonly password: string
  /** What this browser was given when the account last signed in from it. */
  readonly place?: string
}
export interface SignedInPerson {
  readonly person: Person
  readonly token: string
  /** To be kept by the browser: proof that the account has signed in from it. */
  readonly place: string
}
export type SignIn = (wish: SignInWish) => Promise<Result<SignedInPerson, Refusal>>

/** Per account and 15 minutes. A browser that signed in before has tries of its own: a guesser elsewhere locks nobody out. */
const tries = 10
const windowSeconds = 15 * 60

export function signInUseCase (store: Store, clock: Clock, chance: Chance): SignIn {
  const limit = failureLimit({ tries, windowSeconds })
  // Verified against when there is no such user, so that both answers take as long.
  const nobody = hash(chance.token())

  return async ({ office, username, password, place }) => {
    const person = await store.directory.person(office, username)
    const account = `${office}/${username.toLowerCase()}`
    const counted = person && place !== undefined && isPlaceOf(person, place) ? `${account}@${place}` : account
    const wait = await limit.take(counted)
    if (wait !== undefined) return refuse({ code: 'TOO_MANY_REQUESTS', retryAfterSeconds: wait })
    const right = await verify(person?.passwordHash ?? await nobody, password)
    if (!person || !right) return refuse({ code: 'WRONG_PASSWORD' })
    await limit.giveBack(counted)
    return ok({ person, token: await openSession(store, clock, chance, { office, person: person.id, kind: 'ss' }), place: placeOf(person, chance.token()) })
  }
}

/** `NONCE.MAC`, keyed by the password's hash: nothing to store, and a new password makes every place unknown. */
function placeOf (person: Person, nonce: string): string {
  return `${nonce}.${createHmac('sha256', person.passwordHash).update(`place ${person.id} ${nonce}`).digest('base64url')}`
}

function isPlaceOf (person: Person, place: string): boolean {
  const expected = Buffer.from(placeOf(person, place.split('.')[0] ?? ''))
  const given = Buffer.from(place)
  return given.length === expected.length && timingSafeEqual(given, expected)
}
