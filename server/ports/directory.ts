import type { Officer } from '../domain/counter.ts'
import type { Instant } from '../domain/time.ts'

export type Role = 'officer' | 'guide' | 'supervisor' | 'observer' | 'admin'
export type DeviceKind = 'kiosk' | 'board' | 'sign' | 'rating'

/** A person with a password. `counter` is where they usually sit. */
export interface Person {
  readonly id: string
  readonly username: string
  readonly version: number
  readonly name: string
  readonly title: string
  readonly role: Role
  readonly counter?: number
  readonly passwordHash: string
  /** Of six digits, for a kiosk or a shared screen; whoever has set none has none. */
  readonly pinHash?: string
}

export interface StaffSession {
  readonly id: string
  readonly office: string
  readonly person: Person
  readonly expiresAt: Instant
}

export interface ApiKey {
  readonly id: string
  readonly name: string
  readonly role: Role
  readonly createdAt: Instant
}

export interface Device {
  readonly id: string
  readonly kind: DeviceKind
  readonly name: string
  readonly counter?: number
  readonly lastSeenAt?: Instant
}

/**
 * People, keys, devices, sessions. Secrets (session, key and device tokens, pairing codes) come in as
 * SHA-256 digests and never leave.
 */
export interface Directory {
  readonly person: (office: string, username: string) => Promise<Person | undefined>
  readonly officer: (office: string, id: string) => Promise<Officer | undefined>
  /** Everybody who works here. */
  readonly people: (office: string) => Promise<readonly Person[]>
  /** Ends the person's sessions too, and takes away the PIN; false when there is no such person. */
  readonly setPassword: (office: string, username: string, passwordHash: string) => Promise<boolean>
  /** False when there is no such person. */
  readonly setPin: (office: string, id: string, pinHash: string) => Promise<boolean>

  readonly openSession: (session: { readonly id: string, readonly office: string, readonly person: string, readonly tokenHash: string, readonly expiresAt: Instant }) => Promise<void>
  readonly session: (tokenHash: string, now: Instant) => Promise<StaffSession | undefined>
  /** Ids of the sessions that have not ended. */
  readonly openSessions: (office: string, now: Instant) => Promise<readonly string[]>
  readonly closeSession: (id: string) => Promise<void>
  /** Closes all whose id begins so; returns their ids. */
  readonly closeSessions: (office: string, idPrefix: string) => Promise<readonly string[]>

  readonly addKey: (office: string, key: ApiKey & { readonly tokenHash: string }) => Promise<void>
  readonly key: (tokenHash: string) => Promise<(ApiKey & { readonly office: string }) | undefined>
  readonly keys: (office: string) => Promise<readonly ApiKey[]>
  /** Soft delete; false when there is none. */
  readonly removeKey: (office: string, id: string, at: Instant) => Promise<boolean>

  readonly addDevice: (office: string, device: Device, pairing?: Pairing) => Promise<void>
  readonly devices: (office: string) => Promise<readonly Device[]>
  /** A fresh code instead of the earlier one; false when there is no such device. */
  readonly setPairing: (office: string, device: string, pairing: Pairing) => Promise<boolean>
  /** Uses a code up and binds the device to a new token, ending any earlier one. */
  readonly pair: (codeHash: string, tokenHash: string, now: Instant) => Promise<{ readonly outcome: 'paired', readonly office: string, readonly device: Device } | { readonly outcome: 'unknown' | 'expired' }>
  readonly device: (tokenHash: string) => Promise<(Device & { readonly office: string }) | undefined>
  readonly deviceSeen: (office: string, id: string, at: Instant) => Promise<void>
  readonly removeDevice: (office: string, id: string, at: Instant) => Promise<boolean>
}

export interface Pairing { readonly codeHash: string, readonly expiresAt: Instant }
