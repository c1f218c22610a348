import type { Why } from './counter.ts'
import type { Bound, Forecast, Service, TicketNamed } from './ticket.ts'

/** What a counter has done today. */
export interface CounterToday {
  /** Done with here: ended, or sent on. */
  readonly served: number
  /** Did not come when called, and have not come since. */
  readonly missed: number
  /** Of those served, from start to end; absent before the first. */
  readonly meanMinutes?: number
  /** Share of those served who were called within the office's promise, 0–1; absent before the first. */
  readonly promiseKept?: number
}

/** `stale`: nobody has been heard from the holder for 90 s; `heardAt`: when last, where that is known. */
export interface Silence { readonly stale: boolean, readonly heardAt?: string }

/** What a console shows of the people waiting for it, in the order the office would call them. */
export interface Queue {
  readonly next: readonly Queued[]
  readonly waiting: number
  /** Sent away from this counter, or in one of its fields; who is due first stands first. */
  readonly held: readonly HeldShown[]
  /** Numbers of its fields that did not come when called, newest first. */
  readonly missed: readonly MissedShown[]
}
/** A number that was sent away for a paper. */
export interface HeldShown extends TicketNamed { readonly counter: number, readonly until: string, readonly reason: string }
/** A number that did not come when called, and the counter that called it. */
export interface MissedShown extends TicketNamed { readonly counter: number, readonly at: string }
export interface Queued {
  readonly id: string
  readonly number: string
  readonly field: string
  readonly procedure?: string
  readonly priority: boolean
  readonly issuedAt: string
  /** Its reason if it were called now: order, priority, helper … */
  readonly why: Why['code']
  readonly dossiers: number
  readonly bound?: Bound
  readonly appointment?: string
  readonly back?: number
  readonly more?: readonly Service[]
  /** Handed out on paper during an outage. */
  readonly paper?: boolean
  readonly forecast?: Forecast
}

/** What bounds the time within which somebody who is sent away comes back next. */
export interface HoldTerms {
  /** The office's own number, unless the officer says otherwise. */
  readonly minutes: number
  /** Nobody is there meanwhile: these do not count. */
  readonly breaks: readonly { readonly from: string, readonly until: string }[]
  /** No promise reaches past this. */
  readonly last: string
}
