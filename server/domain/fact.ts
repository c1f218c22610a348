import type { Call } from './call.ts'
import type { CounterState, Officer } from './counter.ts'
import type { Purpose } from './office.ts'
import type { Bound, Service, TicketState } from './ticket.ts'
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
  readonly session?: string
  readonly bound?: Bound
  readonly appointment?: Instant
  readonly more?: readonly Service[]
  /** Who let the kiosk give it out although it will hardly be called that day. */
  readonly overruledBy?: Actor
  /** A pre-printed number, handed out during an outage and written down afterwards. */
  readonly paper?: true
  /** When its holder got it, where that was before this fact. */
  readonly arrivedAt?: Instant
}

/** What an officer does at a counter that can be taken back. */
export type Deed = 'next' | 'call' | 'start' | 'finish' | 'miss' | 'hold' | 'transfer'

/** Where a transfer leads. */
export interface NextLeg {
  readonly field: string
  readonly fieldVersion: number
  readonly procedure?: string
  readonly procedureVersion?: number
  readonly bound?: Bound
  readonly back?: number
  readonly more?: readonly Service[]
}

/** Who did it: `staff:ID`, `kiosk:ID`, `key:ID`, `holder` (whoever holds the ticket's token) or `system`. */
export type Actor = string

/** What a finish says of a transaction. The dossier's code is for staff alone. */
export interface Concluded { readonly outcome?: string, readonly dossierCode?: string }

interface Happening { readonly at: Instant, readonly by: Actor }

export type Fact = Happening & (
  | { readonly type: 'ticket:issued', readonly ticket: TicketBorn, readonly serviceDate: ServiceDate }
  | { readonly type: 'ticket:called', readonly ticket: TicketNamed, readonly counter: number, readonly officer: Officer, readonly call: Call, readonly contested: boolean
    /** Earlier arrivals in the same pool that this call passed over. */
    readonly overtook: number
    /** Why the officer chose it; only where an officer did. */
    readonly chosen?: string }
  | { readonly type: 'ticket:recalled', readonly ticket: TicketNamed, readonly counter: number, readonly call: Call }
  | { readonly type: 'ticket:started', readonly ticket: TicketNamed, readonly counter: number }
  | { readonly type: 'ticket:finished', readonly ticket: TicketNamed, readonly counter: number, readonly officer: Officer } & Concluded
  | { readonly type: 'ticket:missed', readonly ticket: TicketNamed, readonly counter: number }
  | { readonly type: 'ticket:held', readonly ticket: TicketNamed, readonly counter: number, readonly officer: Officer, readonly reason: string, readonly until: Instant }
  /** `bound` where it comes back in time; `placeAt` where it re-enters by the office's rule. */
  | { readonly type: 'ticket:returned', readonly ticket: TicketNamed, readonly from: TicketState, readonly bound?: Bound, readonly placeAt?: Instant }
  /** `deed`: an officer sent it on, or a finish led to the next service or back. */
  | { readonly type: 'ticket:transferred', readonly ticket: TicketNamed, readonly counter: number, readonly officer: Officer, readonly deed: 'transfer' | 'finish', readonly to: NextLeg } & Concluded
  /** Served, or called in vain, during an outage: nobody measured when, nor at which counter. */
  | { readonly type: 'ticket:settled', readonly ticket: TicketNamed, readonly as: 'served' | 'absent' }
  | { readonly type: 'ticket:cancelled', readonly ticket: TicketNamed, readonly from: TicketState, readonly counter?: number }
  /** Everything is as it was before that deed. `to`: the state it is in again. */
  | { readonly type: 'ticket:undone', readonly ticket: TicketNamed, readonly counter: number, readonly deed: Deed, readonly to: TicketState }
  | { readonly type: 'ticket:expired', readonly ticket: TicketNamed, readonly from: TicketState }
  | { readonly type: 'counter:changed', readonly counter: number, readonly state: CounterState, readonly officer?: Officer, readonly holder?: string, readonly reason?: string }
  /** An officer calls colleagues for help; nobody in the hall is told. */
  | { readonly type: 'panic:raised', readonly counter: number }
  /** `from`: the counter of the colleague who comes, if he has one. */
  | { readonly type: 'panic:accepted', readonly counter: number, readonly officer: Officer, readonly from?: number }
  | { readonly type: 'panic:ended', readonly counter: number }
  | { readonly type: 'setting:changed', readonly settings: readonly string[] }
)

export type FactType = Fact['type']
export type FactOf<Type extends FactType> = Extract<Fact, { type: Type }>

/** A fact with its number in the office's log. */
export type Recorded = Fact & { readonly rev: number }
