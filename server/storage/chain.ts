import { hash, randomBytes } from 'node:crypto'
import type { Fact } from '../domain/fact.ts'

/** What the first fact of an office points back to. */
export const chainStart = '0'.repeat(64)

export interface SealedFact {
  readonly office_id: string
  readonly rev: number
  readonly type: string
  readonly at: number
  readonly done_by: string
  /** JSON; null, like the salt, once it was deleted by law. */
  readonly payload: string | null
  readonly salt: string | null
  readonly payload_hash: string
  readonly hash: string
}

/** The row of one fact, chained to the hash of the fact before it. */
export function sealFact (previous: string, office: string, rev: number, fact: Fact): SealedFact {
  const { type, at, by, ...rest } = fact
  const payload = JSON.stringify(rest)
  const salt = randomBytes(16).toString('hex')
  const sealed = { office_id: office, rev, type, at, done_by: by, payload, salt, payload_hash: payloadHash(salt, payload) }
  return { ...sealed, hash: chainHash(previous, sealed) }
}

/** The salt keeps a deleted payload from being guessed from its hash. */
export function payloadHash (salt: string, payload: string): string {
  return hash('sha256', salt + payload)
}

/** A JSON array is unambiguous where plain concatenation is not (`1` + `23` = `12` + `3`). */
export function chainHash (previous: string, fact: Omit<SealedFact, 'payload' | 'salt' | 'hash'>): string {
  return hash('sha256', JSON.stringify([previous, fact.office_id, fact.rev, fact.type, fact.at, fact.done_by, fact.payload_hash]))
}

/** What is kept of a secret that may be used once. */
export function digest (secret: string): string {
  return hash('sha256', secret)
}
