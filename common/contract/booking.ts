import { Type, type Static } from 'typebox'
import { CalendarDate, closed, Id, ServiceDate, SlipLanguage, Time } from './basics.ts'

/** A time that can be booked, and for how many more. */
export const Slot = Type.Object({ at: Time, left: Type.Integer({ minimum: 0 }) }, closed)
export type Slot = Static<typeof Slot>
export const SlotQuery = Type.Object({ field: Id, date: CalendarDate }, closed)

export const BookingState = Type.Union([Type.Literal('booked'), Type.Literal('checked-in'), Type.Literal('cancelled'), Type.Literal('lapsed')])
export type BookingState = Static<typeof BookingState>

/** A booked time. It names nobody: whoever has the code may check in. */
export const Booking = Type.Object({
  code: Type.String({ description: 'Six characters, typed or scanned at the kiosk' }),
  field: Id, procedure: Type.Optional(Id), at: Time, date: ServiceDate, state: BookingState
}, closed)
export type Booking = Static<typeof Booking>

export const BookingRequest = Type.Object({ field: Id, procedure: Type.Optional(Id), at: Time, language: Type.Optional(SlipLanguage) }, closed)
export type BookingRequest = Static<typeof BookingRequest>
export const Booked = Type.Object({ booking: Booking, token: Type.String() }, closed)
export type Booked = Static<typeof Booked>
export const BookingShown = Type.Object({ booking: Booking }, closed)
export type BookingShown = Static<typeof BookingShown>
/** The code that was typed, or the token out of the QR. */
export const CheckInRequest = Type.Union([
  Type.Object({ code: Type.String({ minLength: 6, maxLength: 12, pattern: '^[A-Za-z0-9 -]+$' }) }, closed),
  Type.Object({ token: Type.String({ pattern: '^[A-Za-z0-9_-]{16,64}$' }) }, closed)
])
export type CheckInRequest = Static<typeof CheckInRequest>
