import type { Booking as WireBooking, Booked, BookingRequest, CheckInRequest, Slot } from '../../../common/contract/booking.ts'
import type { TicketRequest, TicketTaken } from '../../../common/contract/ticket.ts'
import { bookingCode, mayBook, mayCheckIn, slotsOn, typedCode } from '../../domain/booking.ts'
import { refuse, type Refusal } from '../../domain/refusal.ts'
import { ok, type Result } from '../../domain/result.ts'
import { currentDate } from '../../domain/ticketing.ts'
import { isoAt, type Instant, type ServiceDate } from '../../domain/time.ts'
import type { Booking } from '../../ports/bookings.ts'
import type { Chance, Clock } from '../../ports/clock.ts'
import type { Principal } from '../../ports/principal.ts'
import type { SlipPrinter } from '../../ports/slip-printer.ts'
import type { Alongside, Once, Store, Turned } from '../../ports/store.ts'
import { refuseLanguage, stillSpoken } from '../slip.ts'

export interface BookingNeeds {
  readonly store: Store
  readonly clock: Clock
  readonly chance: Chance
  readonly printer: Pick<SlipPrinter, 'languages'>
  /** Gives a number out for a booking, as for anybody. */
  readonly takeTicket: (request: TicketRequest, principal: Principal, once: Once, booking: { readonly appointment: Instant, readonly alongside: (ticket: string) => Alongside }) => Promise<Result<Turned<TicketTaken>, Refusal>>
}

export interface Bookings {
  readonly slots: (office: string, field: string, date: ServiceDate) => Promise<Result<readonly Slot[], Refusal>>
  readonly book: (office: string, request: BookingRequest, once?: Once) => Promise<Result<Turned<Booked>, Refusal>>
  readonly find: (office: string, token: string) => Promise<WireBooking | undefined>
  readonly cancel: (office: string, token: string) => Promise<Result<WireBooking, Refusal>>
  readonly checkIn: (request: CheckInRequest, principal: Principal) => Promise<Result<Turned<TicketTaken>, Refusal>>
}

/** Times that the office keeps free for those who book one. A booking names nobody; its code is all there is. */
export function bookingsUseCase ({ store, clock, chance, printer, takeTicket }: BookingNeeds): Bookings {
  return { slots, book, find, cancel, checkIn }

  async function slots (office: string, field: string, date: ServiceDate): Promise<Result<readonly Slot[], Refusal>> {
    const day = await store.day(office)
    if (!day.office.fields.has(field)) return refuse({ code: 'UNKNOWN_FIELD', field })
    const taken = await store.bookings.slotsTaken(office, field, date)
    return ok(slotsOn(day.office, field, date, taken, clock.now()).map(({ at, left }) => ({ at: isoAt(at, day.office.timeZone), left })))
  }

  async function book (office: string, request: BookingRequest, once?: Once): Promise<Result<Turned<Booked>, Refusal>> {
    const language = request.language ?? 'vi'
    const unspoken = refuseLanguage(language, printer)
    if (unspoken) return unspoken
    if (await store.isTight()) return refuse({ code: 'STORAGE_FULL' })
    const day = await store.day(office)
    const [at, now] = [Date.parse(request.at), clock.now()]
    const date = mayBook(day.office, { ...request, at }, now)
    if (!date.ok) return date
    const booking = {
      token: chance.token(), field: request.field, ...request.procedure !== undefined && { procedure: request.procedure },
      at, serviceDate: date.value, language, madeAt: now
    }
    const perSlot = day.office.rules.booking?.perSlot ?? 0
    const booked = await store.bookings.book(office, booking, { perSlot, newCode: () => bookingCode(chance.token) }, once)
    if (!booked.ok) return booked
    const { answer, replayed } = booked.value
    return ok({ replayed, answer: { booking: wireBooking(answer, day.office.timeZone), token: answer.token } })
  }

  async function find (office: string, token: string): Promise<WireBooking | undefined> {
    const found = await store.bookings.byToken(office, token)
    return found && wireBooking(found, (await store.day(office)).office.timeZone)
  }

  async function cancel (office: string, token: string): Promise<Result<WireBooking, Refusal>> {
    const cancelled = await store.bookings.cancel(office, token)
    const present = cancelled.ok ? cancelled.value : await store.bookings.byToken(office, token)
    // Given up before: asking again changes nothing.
    if (!cancelled.ok && present?.state !== 'cancelled') return cancelled
    return present ? ok(wireBooking(present, (await store.day(office)).office.timeZone)) : refuse({ code: 'NOT_FOUND' })
  }

  /** The same booking at two kiosks, or touched twice, is one number: the second is told of the first. */
  async function checkIn (request: CheckInRequest, principal: Principal): Promise<Result<Turned<TicketTaken>, Refusal>> {
    const { office } = principal
    const booking = 'token' in request ? await store.bookings.byToken(office, request.token) : await store.bookings.byCode(office, typedCode(request.code))
    if (!booking || booking.state === 'cancelled') return refuse({ code: 'NOT_FOUND' })
    const now = clock.now()
    const today = mayCheckIn(booking.serviceDate, currentDate(await store.day(office), now))
    if (!today.ok) return today
    const { token, field, procedure, language } = booking
    const once: Once = { principal: 'booking', key: token, fingerprint: token, at: now }
    return takeTicket(
      { field, ...procedure !== undefined && { procedure }, language: stillSpoken(language, printer) }, principal, once,
      { appointment: booking.at, alongside: ticket => ({ kind: 'check-in', token, ticket }) }
    )
  }
}

function wireBooking ({ code, field, procedure, at, serviceDate, state }: Booking, timeZone: string): WireBooking {
  return { code, field, ...procedure !== undefined && { procedure }, at: isoAt(at, timeZone), date: serviceDate, state }
}
