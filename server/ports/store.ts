import type { WhyCode } from '../domain/call.ts'
import type { Officer } from '../domain/counter.ts'
import type { Day } from '../domain/day.ts'
import type { Fact, Recorded } from '../domain/fact.ts'
import type { Range } from '../domain/forecast/range.ts'
import type { ByLanguage } from '../domain/office.ts'
import type { RatingQuestion } from '../domain/rating.ts'
import type { Refusal } from '../domain/refusal.ts'
import type { Result } from '../domain/result.ts'
import type { Ticket, TicketState } from '../domain/ticket.ts'
import type { Instant, ServiceDate } from '../domain/time.ts'
import type { BookingRows } from './bookings.ts'
import type { Directory } from './directory.ts'
import type { History } from './history.ts'
import type { NewPrintJob, PrintJobRows } from './print-jobs.ts'
import type { RatingRows } from './ratings.ts'
import type { OfficeSeed } from './seed.ts'

/**
 * The office's durable memory. Every promise here is checked by tests/storage/contract.ts
 * against each real database.
 */
export interface Store {
  readonly offices: () => Promise<readonly string[]>
  /** Puts an office into an empty database. */
  readonly seed: (seed: OfficeSeed) => Promise<void>

  /**
   * One exclusive turn of an office: read, decide, store. Turns of an office see each other's results in order.
   * Resolves only after the commit is on disk; rejects (and leaves no trace) when it could not be stored.
   * A decision that refuses or throws harms no other turn committed in the same group.
   *
   * `decide` is synchronous and pure; it may be run again if the day it saw proved stale.
   */
  readonly turn: <Answer>(office: string, decide: (day: Day) => Result<Decided<Answer>, Refusal>, once?: Once) => Promise<Result<Turned<Answer>, Refusal>>

  /** The committed day, from memory after the first time. */
  readonly day: (office: string) => Promise<Day>
  /** Called after each commit, in the order of the facts. A listener that throws is logged, never felt by the turn. */
  readonly onCommitted: (listener: (committed: Committed) => void) => () => void

  /** What the office publishes and asks, beside the rules that the day carries. */
  readonly published: (office: string) => Promise<Published>

  /** Facts with `rev` > after, oldest first. */
  readonly factsAfter: (office: string, after: number, limit: number) => Promise<readonly LoggedFact[]>
  /** Calls made between two service dates, both included, oldest first: at most `limit` of those after the one numbered `after` (0 to begin). */
  readonly calls: (office: string, from: ServiceDate, to: ServiceDate, page: { readonly after: number, readonly limit: number }) => Promise<readonly LoggedCall[]>
  /** Calls taken back between two service dates, oldest first. */
  readonly callsUndone: (office: string, from: ServiceDate, to: ServiceDate) => Promise<readonly CallUndone[]>
  /** Changes when a database is restored from a copy: revisions before it mean nothing then. */
  readonly epoch: (office: string) => Promise<string>

  readonly ticket: (office: string, id: string) => Promise<Ticket | undefined>
  readonly ticketByToken: (office: string, token: string) => Promise<Ticket | undefined>
  /** The token on a ticket's slip, and the language the citizen chose for it. */
  readonly tokenOf: (office: string, ticket: string) => Promise<{ readonly token: string, readonly language: string } | undefined>
  /** Tickets of a service day in order of issue, closed ones included. */
  readonly ticketsOn: (office: string, date: ServiceDate, filter: TicketFilter) => Promise<readonly Ticket[]>

  /** What the counters (or one of them) were done with on a service day, newest first. */
  readonly servedOn: (office: string, date: ServiceDate, counter?: number) => Promise<readonly ServedLeg[]>

  readonly printJobs: PrintJobRows
  readonly ratings: RatingRows
  readonly bookings: BookingRows
  /** Waits, services and forecasts of earlier days and of today. */
  readonly history: History
  /** People, keys, devices and sessions. */
  readonly directory: Directory

  /** Makes what was deleted leave the disk too, not only the tables: an answered question must not be readable beside its rating. */
  readonly forget: () => Promise<void>
  /** Room is running out: what is left is kept for calling those who already wait. */
  readonly isTight: () => Promise<boolean>
  /** Whether a write would be accepted now; `undefined` when all is well, else what is wrong. */
  readonly trouble: () => Promise<string | undefined>
  readonly close: () => Promise<void>
}

export interface TicketFilter {
  readonly state?: TicketState
  readonly field?: string
  readonly number?: string
  /** Last moved by a fact with a higher `rev`. */
  readonly movedAfter?: number
}

export interface Published {
  readonly priorityClasses: readonly { readonly id: string, readonly name: ByLanguage }[]
  readonly lowRatingReasons: readonly ByLanguage[]
  readonly notices: readonly { readonly id: string, readonly kind: string, readonly title: string, readonly lines: readonly string[] }[]
}

export interface Decided<Answer> {
  readonly facts: readonly Fact[]
  /** Rows that are no facts but stand or fall with them. */
  readonly alongside?: readonly Alongside[]
  /** JSON; computed from the day after the facts, and kept with the idempotency key. */
  readonly answer: (after: Day) => Answer
}

export type Alongside =
  | { readonly kind: 'token', readonly ticket: string, readonly token: string, readonly language: string }
  | { readonly kind: 'print-job', readonly job: NewPrintJob }
  | { readonly kind: 'question', readonly question: RatingQuestion }
  /**
   * A finish was taken back. Its question goes, its token with it; where the citizen had answered already, the ticket is
   * noted as settled, and a later question about it is not stored. Means nothing where the finish only led to a next leg.
   */
  | { readonly kind: 'unask', readonly ticket: string }
  /** A booking becomes this ticket, once: where it is not open any more the turn is refused (NOT_FOUND) and leaves no trace. */
  | { readonly kind: 'check-in', readonly token: string, readonly ticket: string }
  /** One more of that priority class today: a count, never a person's reason. */
  | { readonly kind: 'priority-class', readonly date: ServiceDate, readonly class: string }
  /** What is foretold for a ticket as it is issued, `at` that moment; once for each ticket. */
  | { readonly kind: 'forecast', readonly ticket: string, readonly at: Instant, readonly range: Range, readonly promisedBy: Instant }
  /** The office's own row: an administrator confirmed it, trial mode is over. */
  | { readonly kind: 'confirmed' }

/** A promise that the same request twice is one deed. Kept for 24 h. */
export interface Once {
  readonly principal: string
  readonly key: string
  /** A digest of what was asked; another one under the same key is refused. */
  readonly fingerprint: string
  readonly at: Instant
}

export interface Turned<Answer> {
  readonly answer: Answer
  /** The answer of an earlier identical request. */
  readonly replayed: boolean
}

export interface Committed {
  readonly office: string
  readonly facts: readonly Recorded[]
  readonly before: Day
  readonly after: Day
  readonly alongside: readonly Alongside[]
}

/** A row of the hash-chained log. `payload` is null where it was deleted by law; the chain still verifies. */
export interface LoggedFact {
  readonly rev: number
  readonly type: string
  readonly at: Instant
  readonly by: string
  readonly payload: Readonly<Record<string, unknown>> | null
  readonly payloadHash: string
  readonly hash: string
}

/** A call as the report on the order reads it. A call whose payload was deleted by law is not among them. */
export interface LoggedCall {
  readonly rev: number
  readonly at: Instant
  readonly ticket: string
  readonly number: string
  readonly counter: number
  readonly officer: Officer
  readonly why: WhyCode
  /** The officer's reason; only where the officer chose the ticket. */
  readonly chosen?: string
  /** Earlier arrivals passed over; 0 in calls that were logged before this was counted. */
  readonly overtook: number
}

/** A stretch of service that a counter was done with: the ticket ended there, or was sent on. */
export interface ServedLeg {
  readonly ticket: string
  readonly number: string
  readonly leg: number
  readonly counter: number
  readonly field: string
  readonly procedure?: string
  readonly priority: boolean
  /** When the wait before it began: arrival, being sent on, or coming back. */
  readonly waitingSince: Instant
  readonly appointment?: Instant
  readonly calledAt?: Instant
  readonly startedAt?: Instant
  readonly endedAt: Instant
  readonly end: 'done' | 'sent'
  /** The name of whoever is credited. */
  readonly officer?: string
  readonly outcome?: string
  readonly dossierCode?: string
}

/** That the latest call of a ticket at a counter, before the fact numbered `rev`, was taken back. */
export interface CallUndone { readonly rev: number, readonly ticket: string, readonly counter: number }
