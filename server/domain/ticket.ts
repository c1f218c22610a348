import type { CallMade } from './call.ts'
import type { Purpose } from './office.ts'
import type { Instant, ServiceDate } from './time.ts'

export type TicketState = 'waiting' | 'called' | 'serving' | 'held' | 'missed' | 'done' | 'cancelled' | 'expired'

/** Where a ticket stands among those of its class: by arrival, or by when it re-entered. Earlier first; `rev` decides between equals. */
export interface Place { readonly at: Instant, readonly rev: number }

/** Counters that a leg is meant for. While one of them stands open, no other counter calls it. */
export interface Bound {
  readonly counters: readonly number[]
  /** Called there before everyone else: someone who was sent away and came back in time, in order of `since`. */
  readonly next: boolean
  readonly since: Instant
}

/** Sent away to fetch or mend a paper; the number comes back to the same counter until then. */
export interface Hold {
  readonly reason: string
  readonly until: Instant
  readonly counter: number
}

/** A further stretch on the same number. */
export interface Service { readonly field: string, readonly procedure?: string }

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
  /** Since when it waits in its present leg, where that is not its arrival: it was sent on, or came back. */
  readonly waitingSince?: Instant
  readonly place: Place
  /** Number of the fact that last moved it (a recall moves nothing). */
  readonly movedRev: number
  /** Start of the session it was given out in, `07:30`. */
  readonly session?: string
  readonly bound?: Bound
  readonly hold?: Hold
  /** Time of the appointment it checked in for, where it came in time. */
  readonly appointment?: Instant
  /** Services still to come after this leg, in order. */
  readonly more?: readonly Service[]
  /** The counter it goes back to after this leg. */
  readonly back?: number
  /** Who gave it out: a kiosk may reprint its own. */
  readonly issuedBy: string
  /** Who let the kiosk give it out although it will hardly be called that day. */
  readonly overruledBy?: string
  /** A pre-printed number, handed out during an outage. */
  readonly paper?: true
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
const movesFrom = {
  'ticket:called': ['waiting'],
  'ticket:recalled': ['called'],
  'ticket:started': ['called'],
  'ticket:finished': ['called', 'serving'],
  'ticket:missed': ['called'],
  'ticket:held': ['called', 'serving'],
  'ticket:transferred': ['called', 'serving'],
  'ticket:settled': ['waiting'],
  'ticket:cancelled': ['waiting', 'called', 'serving', 'held', 'missed'],
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
