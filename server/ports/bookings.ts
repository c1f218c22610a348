import type { Refusal } from '../domain/refusal.ts'
import type { Result } from '../domain/result.ts'
import type { Instant, ServiceDate } from '../domain/time.ts'
import type { Once, Turned } from './store.ts'

/** A booking is open (`booked`) until it becomes a ticket, is given up, or its day is over. */
export type BookingState = 'booked' | 'checked-in' | 'cancelled' | 'lapsed'

/** A time kept free for whoever has the code (to type) or the token (in the QR). It names nobody. */
export interface NewBooking {
  readonly token: string
  readonly field: string
  readonly procedure?: string
  readonly at: Instant
  readonly serviceDate: ServiceDate
  readonly language: string
  readonly madeAt: Instant
}

export interface Booking extends NewBooking {
  readonly code: string
  readonly state: BookingState
  /** The ticket it became. */
  readonly ticket?: string
}

export interface BookingRows {
  /** Slot → bookings in it, open or checked in; slots without any are not there. */
  readonly slotsTaken: (office: string, field: string, date: ServiceDate) => Promise<ReadonlyMap<Instant, number>>
  /**
   * Takes a place in a slot, if fewer than `perSlot` are taken. `newCode` is asked until its code is that of no other
   * open booking of the office. Refuses SLOT_TAKEN, IDEMPOTENCY_KEY_REUSED.
   */
  readonly book: (office: string, booking: NewBooking, slot: { readonly perSlot: number, readonly newCode: () => string }, once?: Once) => Promise<Result<Turned<Booking>, Refusal>>
  readonly byToken: (office: string, token: string) => Promise<Booking | undefined>
  /** The open booking with that code, or else the newest that had it. */
  readonly byCode: (office: string, code: string) => Promise<Booking | undefined>
  /** Gives an open booking up. Refuses NOT_FOUND, and WRONG_STATE where it is not open any more. */
  readonly cancel: (office: string, token: string) => Promise<Result<Booking, Refusal>>
  /** Ends what was booked for days before `today` and never checked in; says how many. */
  readonly lapse: (office: string, today: ServiceDate) => Promise<number>
}
