import type { IncomingMessage } from 'node:http'
import type { Socket } from 'socket.io'
import type { ClientEvents, ServerEvents } from '../../common/contract/live.ts'
import type { Clock } from '../ports/clock.ts'
import type { Forecaster } from '../ports/forecaster.ts'
import type { Principal } from '../ports/principal.ts'
import type { SlipPrinter } from '../ports/slip-printer.ts'
import type { Store } from '../ports/store.ts'
import type { Presence } from './presence.ts'

export interface LiveNeeds {
  readonly store: Store
  readonly clock: Clock
  readonly printer: SlipPrinter
  readonly presence: Presence
  readonly forecaster?: Forecaster
  /** Who is behind a handshake, in which office; undefined when the office is unknown. */
  readonly whoIs: (request: IncomingMessage, auth: Readonly<Record<string, unknown>>) => Promise<{ readonly office: string, readonly principal?: Principal } | undefined>
  /** Takes `/o/OFFICE` off a request's path and remembers it. */
  readonly withoutPrefix: (request: IncomingMessage) => string
  readonly isForeign: (request: IncomingMessage) => boolean
  readonly log: (error: unknown, message: string) => void
}

/** `watches` counts what a socket has asked to watch: an earlier answer that comes late is dropped. */
export interface SocketFacts { office: string, watches: number, principal?: Principal, room?: string }
export type LiveSocket = Socket<ClientEvents, ServerEvents, Record<string, never>, SocketFacts>
