import type { CounterToday, HoldTerms, MissedShown, Queue, Silence } from './console.ts'
import type { Call, Counter, CounterState, Deed, Officer, Panic, Undoable } from './counter.ts'
import type { Notice } from './office.ts'
import type { ByLanguage } from './basics.ts'
import type { FieldForecast } from './forecast.ts'
import type { PrinterShown, PrinterState } from './printer.ts'
import type { Forecast, MyTicket, Purpose, Ticket, TicketNamed, TicketState } from './ticket.ts'

export type * from './console.ts'

/**
 * Everything that crosses the /live namespace, typed for both ends.
 * Facts are stored and numbered; signals are neither.
 */
export type Watch =
  | { readonly view: 'board' | 'kiosk' | 'floor', readonly after?: Place }
  | { readonly view: 'sign' | 'rating' | 'console', readonly counter: number, readonly after?: Place }
  | { readonly view: 'ticket', readonly token: string, readonly after?: Place }
export type View = Watch['view']
export type WatchOf<V extends View> = Watch & { readonly view: V }

/** Where a screen is in the office's log. */
export interface Place { readonly epoch: string, readonly rev: number }

export type Watched<Shot> =
  | { readonly ok: true, readonly snapshot: Shot }
  | { readonly ok: true, readonly facts: readonly LiveFact[] }
  | { readonly ok: false, readonly code: string }

interface Numbered {
  readonly epoch: string
  readonly rev: number
  readonly prev: number
  readonly at: string
  readonly by?: string
  /** Field → how many wait after it, for the views that show it: one message to a thousand screens instead of two. */
  readonly waiting?: Readonly<Record<string, number>>
}

/** `ticket` is named only; staff views also get `purpose`, `procedure`, `dossiers` of an issued one, who let a kiosk give it out late in the day, and whether it was handed out on paper. */
export type LiveFact = Numbered & (
  | { readonly type: 'ticket:issued', readonly ticket: TicketNamed & { readonly procedure?: string, readonly purpose?: Purpose, readonly dossiers?: number, readonly overruledBy?: string, readonly paper?: boolean } }
  /** Staff views also get why an officer chose it. */
  | { readonly type: 'ticket:called' | 'ticket:recalled', readonly ticket: TicketNamed, readonly counter: number, readonly call: Call, readonly chosen?: string }
  | { readonly type: 'ticket:started' | 'ticket:finished' | 'ticket:missed', readonly ticket: TicketNamed, readonly counter: number }
  /** Staff views also get the reason. */
  | { readonly type: 'ticket:held', readonly ticket: TicketNamed, readonly counter: number, readonly until: string, readonly reason?: string }
  /** Sent on by an officer, or by a finish to its next service; `ticket` names it as it was at `counter`. */
  | { readonly type: 'ticket:transferred', readonly ticket: TicketNamed, readonly counter: number, readonly deed: 'transfer' | 'finish', readonly to: { readonly field: string, readonly counters?: readonly number[] } }
  | { readonly type: 'ticket:returned' | 'ticket:expired', readonly ticket: TicketNamed, readonly from: TicketState }
  /** Handed out on paper during an outage, and served or called in vain before it was written down. */
  | { readonly type: 'ticket:settled', readonly ticket: TicketNamed, readonly as: 'served' | 'absent' }
  | { readonly type: 'ticket:cancelled', readonly ticket: TicketNamed, readonly from: TicketState, readonly counter?: number }
  /** The deed at that counter is taken back; `to`: the state the ticket is in again. Whatever else it was, a snapshot tells. */
  | { readonly type: 'ticket:undone', readonly ticket: TicketNamed, readonly counter: number, readonly deed: Deed, readonly to: TicketState }
  | { readonly type: 'counter:changed', readonly counter: number, readonly state: CounterState, readonly officer?: Officer, readonly reason?: string }
  /** Staff views only. */
  | { readonly type: 'panic:raised' | 'panic:ended', readonly counter: number }
  | { readonly type: 'panic:accepted', readonly counter: number, readonly acceptedBy: NonNullable<Panic['acceptedBy']> }
  | { readonly type: 'setting:changed', readonly settings: readonly string[] }
)
export type LiveFactType = LiveFact['type']

export interface Tick { readonly epoch: string, readonly rev: number, readonly at: string }

export interface AskedRating {
  readonly token: string
  readonly counter: number
  readonly officer: { readonly name: string, readonly title: string }
  readonly solemn: boolean
  readonly until: string
  /** Seconds this screen waits before it goes back to rest; the phone has until `until`. */
  readonly screenSeconds: number
}

export type Signal =
  | ({ readonly type: 'rating:asked' } & AskedRating)
  | { readonly type: 'rating:closed', readonly token: string }
  /** `undo`: what the console's counter shows now; absent when nothing can be taken back. */
  | ({ readonly type: 'queue:changed', readonly undo?: Undoable, readonly today?: CounterToday } & Queue)
  /** Whether the holder of the console's counter has gone silent. */
  | ({ readonly type: 'lease:changed' } & Silence)
  | { readonly type: 'waiting:changed', readonly waiting: Readonly<Record<string, number>> }
  | { readonly type: 'ticket:changed', readonly mine: MyTicket }
  /** The break begins (or, without it, ends). */
  | { readonly type: 'break:changed', readonly break?: Break }
  | ({ readonly type: 'printer:changed' } & PrinterShown)
  /** `forecasts` to screens of the hall and of staff; `mine` to whoever holds a ticket. Sent when it moves enough to matter. */
  | { readonly type: 'forecast:changed', readonly forecasts?: readonly FieldForecast[], readonly mine?: Forecast | null }
  | { readonly type: 'promise:changed', readonly promise: PromiseShown }
export type SignalType = Signal['type']

/** The office's promised wait, and whom it has failed. */
export interface PromiseShown {
  readonly minutes: number
  /** Still waiting beyond it, the longest first: the office says sorry. */
  readonly broken: readonly PromiseBroken[]
  /** Staff only: who will wait beyond it as things stand, the nearest first; fifty at most. */
  readonly soon?: readonly PromiseAtRisk[]
  /** Staff only: how many of today's numbers waited, or wait, beyond it. */
  readonly brokenToday?: number
}
/** `since`: when its wait began; `promisedBy`: until when it was promised a call. */
export interface PromiseBroken extends TicketNamed { readonly since: string, readonly promisedBy?: string }
export interface PromiseAtRisk extends TicketNamed { readonly promisedBy: string, readonly likely: string }

/** How good the forecasts of the last service days were; only where the office publishes it. */
export interface AccuracyShown {
  /** Service days counted. */
  readonly days: number
  /** Numbers that were called. */
  readonly called: number
  /** Share of them called within their range, 0–1. */
  readonly covered: number
}

/** Between two sessions of a day: until when, and how many keep their place meanwhile. */
export interface Break { readonly until: string, readonly carried: number }
interface Shot { readonly epoch: string, readonly rev: number, readonly at: string }
export interface OfficeShown { readonly name: ByLanguage, readonly timeZone: string, readonly trial: boolean, readonly promiseMinutes: number }
export interface FieldShown { readonly id: string, readonly digit: number, readonly name: ByLanguage }
/** A call as the wall keeps it, while its ticket is at the counter. */
export interface CallShown { readonly ticket: TicketNamed, readonly counter: number, readonly call: Call, readonly state: 'called' | 'serving' }

export interface BoardShot extends Shot {
  readonly office: OfficeShown
  readonly fields: readonly FieldShown[]
  readonly counters: readonly Counter[]
  /** Tickets being called or served, newest call first. */
  readonly calls: readonly CallShown[]
  /** Numbers that did not come, newest first. */
  readonly missed: readonly MissedShown[]
  readonly break?: Break
  readonly waiting: Readonly<Record<string, number>>
  readonly notices: readonly Notice[]
  readonly forecasts?: readonly FieldForecast[]
  readonly promise?: PromiseShown
  readonly accuracy?: AccuracyShown
}
export interface KioskShot extends Shot {
  readonly office: OfficeShown
  readonly break?: Break
  readonly waiting: Readonly<Record<string, number>>
  /** The kiosk's. */
  readonly printer: PrinterState
  readonly printers: readonly PrinterShown[]
  readonly forecasts?: readonly FieldForecast[]
}
export interface RatingShot extends Shot {
  readonly office: OfficeShown
  readonly counter: Counter
  readonly lowRatingReasons: readonly ByLanguage[]
  /** A question still on the screen's time. */
  readonly question?: AskedRating
}
export interface SignShot extends Shot {
  readonly office: OfficeShown
  readonly fields: readonly FieldShown[]
  readonly counter: Counter
  readonly call?: CallShown
}
export interface ConsoleShot extends Shot {
  readonly office: OfficeShown & { readonly recallLimit: number }
  readonly fields: readonly FieldShown[]
  readonly counter: Counter
  /** This session or key holds the lease. */
  readonly mine: boolean
  readonly stale: Silence['stale']
  readonly heardAt?: Silence['heardAt']
  /** This session or key held the lease until somebody took it over, explicitly: who, and when. */
  readonly takenBy?: { readonly officer: Officer, readonly at: string }
  /** `broken`: it waited longer than the office promised, so the officer says sorry. */
  readonly current?: { readonly ticket: Ticket, readonly call?: Call, readonly recalls: number, readonly broken?: boolean }
  readonly queue: Queue
  readonly hold: HoldTerms
  readonly colleagues: readonly Counter[]
  /** Tickets being called or served at other counters, newest call first. */
  readonly calls?: readonly CallShown[]
  readonly today: CounterToday
  /** The kiosk's. */
  readonly printer: PrinterState
  readonly printers: readonly PrinterShown[]
  readonly forecasts?: readonly FieldForecast[]
  readonly promise?: PromiseShown
}
export interface FloorShot extends Shot {
  readonly office: OfficeShown
  readonly fields: readonly FieldShown[]
  readonly counters: readonly Counter[]
  /** Tickets being called or served, newest call first. */
  readonly calls?: readonly CallShown[]
  readonly waiting: Readonly<Record<string, number>>
  readonly printers: readonly PrinterShown[]
  readonly forecasts?: readonly FieldForecast[]
  readonly promise?: PromiseShown
}
export interface TicketShot extends Shot {
  readonly office: OfficeShown
  readonly field: FieldShown
  readonly procedure?: { readonly name: ByLanguage, readonly papers: readonly string[], readonly fee: string | null }
  readonly mine: MyTicket
}
export interface ShotOf {
  readonly board: BoardShot
  readonly kiosk: KioskShot
  readonly rating: RatingShot
  readonly sign: SignShot
  readonly console: ConsoleShot
  readonly floor: FloorShot
  readonly ticket: TicketShot
}

export interface ServerEvents {
  readonly fact: (fact: LiveFact) => void
  readonly signal: (signal: Signal) => void
  readonly tick: (tick: Tick) => void
}
export interface ClientEvents {
  readonly watch: <V extends View>(watch: WatchOf<V>, done: (answer: Watched<ShotOf[V]>) => void) => void
}
