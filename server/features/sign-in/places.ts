import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Person } from '../../ports/directory.ts'

/*
 * What a browser keeps: a proof for each person who has signed in from it, newest first. On a PC that several share, nobody
 * makes it a stranger to the others.
 */

const separator = '~'
/** More than share one PC; all of them fit well into a cookie. */
const mostKept = 20

type Keyed = Pick<Person, 'id' | 'passwordHash'>

/** The proof that this person has signed in from here, if there is one. */
export function proofOf (person: Keyed, places: string | undefined): string | undefined {
  return places?.split(separator).slice(0, mostKept).find(place => isProofOf(person, place))
}

/** With a fresh proof for this person before the others'. */
export function withProof (person: Keyed, places: string | undefined, nonce: string): string {
  const others = (places?.split(separator) ?? []).slice(0, mostKept).filter(place => place !== '' && !isProofOf(person, place))
  return [proof(person, nonce), ...others].slice(0, mostKept).join(separator)
}

/** `NONCE.MAC`, keyed by the password's hash: nothing to store, and a new password makes every place unknown. */
function proof (person: Keyed, nonce: string): string {
  return `${nonce}.${createHmac('sha256', person.passwordHash).update(`place ${person.id} ${nonce}`).digest('base64url')}`
}

function isProofOf (person: Keyed, place: string): boolean {
  const expected = Buffer.from(proof(person, place.split('.')[0] ?? ''))
  const given = Buffer.from(place)
  return given.length === expected.length && timingSafeEqual(given, expected)
}
