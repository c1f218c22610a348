import type { Call } from './call.ts'
import type { CounterState, Officer } from './counter.ts'
import type { Purpose } from './office.ts'
import type { TicketState } from './ticket.ts'
import type { Instant, ServiceDate } from './time.ts'

/** What a fact needs to say about a ticket. */
export interface TicketNamed {
  readonly id: string
  readonly number: string
  readonly field: string
  readonly priority: boolean
}

export interface TicketBorn extends TicketNamed {
  readonly fieldVersion: number
  readonly procedure?: string
  readonly procedureVersion?: number
  readonly purpose: Purpose
  readonly dossiers: number
}

/** Who did it: `staff:ID`, `kiosk:ID`, `key:ID` or `system`. */
export type Actor = string

interface Happening { readonly at: Instant, readonly by: Actor }

export type Fact = Happening & (
  | { readonly type: 'ticket:issued', readonly ticket: TicketBorn, readonly serviceDate: ServiceDate }
  | { readonly type: 'ticket:called', readonly ticket: TicketNamed, readonly counter: number, readonly officer: Officer, readonly call: Call, readonly contested: boolean }
  | { readonly type: 'ticket:recalled', readonly ticket: TicketNamed, readonly counter: number, readonly call: Call }
  | { readonly type: 'ticket:started', readonly ticket: TicketNamed, readonly counter: number }
  | { readonly type: 'ticket:finished', readonly ticket: TicketNamed, readonly counter: number, readonly officer: Officer, readonly outcome?: string }
  | { readonly type: 'ticket:missed', readonly ticket: TicketNamed, readonly counter: number }
  | { readonly type: 'ticket:returned', readonly ticket: TicketNamed, readonly from: TicketState }
  | { readonly type: 'ticket:expired', readonly ticket: TicketNamed, readonly from: TicketState }
  | { readonly type: 'counter:changed', readonly counter: number, readonly state: CounterState, readonly officer?: Officer, readonly holder?: string, readonly reason?: string }
  | { readonly type: 'setting:changed', readonly settings: readonly string[] }
)

export type FactType = Fact['type']
export type FactOf<Type extends FactType> = Extract<Fact, { type: Type }>

/** A fact with its number in the office's log. */
export type Recorded = Fact & { readonly rev: number }
