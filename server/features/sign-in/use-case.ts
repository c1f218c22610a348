import { hash, verify } from '@node-rs/argon2'
import { rolesFor } from '../../../common/contract/permissions.ts'
import { refuse, type Refusal } from '../../domain/refusal.ts'
import { ok, type Result } from '../../domain/result.ts'
import type { Chance, Clock } from '../../ports/clock.ts'
import type { Person } from '../../ports/directory.ts'
import type { Store } from '../../ports/store.ts'
import { openSession, shiftMs } from '../sessions.ts'
import { proofOf, withProof } from './places.ts'
import { signInTries } from './tries.ts'

export type SignInWish = {
  readonly office: string
  readonly username: string
  /** Where the request comes from. */
  readonly address: string
  /** What this browser keeps of those who signed in from it. */
  readonly places?: string
} & ({ readonly password: string } | { readonly pin: string })

export interface SignedInPerson {
  readonly person: Person
  readonly token: string
  /** To be kept by the browser: proof that these accounts have signed in from it. */
  readonly places: string
}
export type SignIn = (wish: SignInWish) => Promise<Result<SignedInPerson, Refusal>>

/** Those who change places in the hall all day; what is rare or wide, a password guards. */
export const rolesWithPin = rolesFor('sign-in-by-pin')
/** One who walks away from a shared PC is gone by the end of the working day. */
const byPinMs = 8 * 3_600_000

export function signInUseCase (store: Store, clock: Clock, chance: Chance): SignIn {
  const tries = signInTries()
  // Verified against when there is no such user, or no PIN, so that all answers take as long.
  const nobody = hash(chance.token())

  return async wish => {
    const { office, username, address, places } = wish
    const person = await store.directory.person(office, username)
    const by = { account: `${office}/${username.toLowerCase()}`, address, proof: person && proofOf(person, places) }
    const wait = await tries.take(by)
    if (wait !== undefined) return refuse({ code: 'TOO_MANY_REQUESTS', retryAfterSeconds: wait })
    const byPin = 'pin' in wish
    const known = byPin ? pinHashOf(person) : person?.passwordHash
    const right = await verify(known ?? await nobody, byPin ? wish.pin : wish.password)
    if (!person || known === undefined || !right) return refuse({ code: byPin ? 'WRONG_PIN' : 'WRONG_PASSWORD' })
    await tries.giveBack(by)
    const token = await openSession(store, clock, chance, { office, person: person.id, kind: 'ss', lastsMs: byPin ? byPinMs : shiftMs })
    return ok({ person, token, places: withProof(person, places, chance.token()) })
  }
}

function pinHashOf (person: Person | undefined): string | undefined {
  return person && rolesWithPin.includes(person.role) ? person.pinHash : undefined
}
