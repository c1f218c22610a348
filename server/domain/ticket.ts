import type { CallMade } from './call.ts'
import type { Purpose } from './office.ts'
import type { Instant, ServiceDate } from './time.ts'

export type TicketState = 'waiting' | 'called' | 'serving' | 'held' | 'missed' | 'done' | 'cancelled' | 'expired'

/** A citizen's place in the office, from the slip to the last finish. Times and counter are the current leg's. */
export interface Ticket {
  readonly id: string
  readonly number: string
  readonly field: string
  readonly fieldVersion: number
  readonly procedure?: string
  readonly procedureVersion?: number
  readonly purpose: Purpose
  readonly priority: boolean
  readonly dossiers: number
  readonly serviceDate: ServiceDate
  /** First arrival: a transfer starts a new leg but keeps this, so nobody loses a place by being sent on. */
  readonly issuedAt: Instant
  /** Who gave it out: a kiosk may reprint its own. */
  readonly issuedBy: string
  readonly state: TicketState
  /** 1 for the first stretch of waiting and service, one more at each transfer. */
  readonly leg: number
  readonly counter?: number
  readonly calledAt?: Instant
  readonly startedAt?: Instant
  readonly endedAt?: Instant
  readonly recalls: number
  /** The latest call, as it was spoken. */
  readonly call?: CallMade
}

/** Which states each move may start from (CONTRACT.md, moves). */
export const movesFrom = {
  'ticket:called': ['waiting'],
  'ticket:recalled': ['called'],
  'ticket:started': ['called'],
  'ticket:finished': ['called', 'serving'],
  'ticket:missed': ['called'],
  'ticket:returned': ['held', 'missed'],
  'ticket:expired': ['waiting', 'called', 'serving', 'held', 'missed']
} as const satisfies Record<string, readonly TicketState[]>

export type Move = keyof typeof movesFrom

export function mayMove (ticket: Ticket, move: Move): boolean {
  return (movesFrom[move] as readonly TicketState[]).includes(ticket.state)
}

/** At a counter right now, being called or served. */
export function isAtCounter (ticket: Ticket): boolean {
  return ticket.state === 'called' || ticket.state === 'serving'
}
