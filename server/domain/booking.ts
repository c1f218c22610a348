import { fieldOpening, sessionsOn } from './hours.ts'
import type { BookingRule, Office, Session } from './office.ts'
import { refuse, type Refusal } from './refusal.ts'
import { ok, type Result } from './result.ts'
import { addDays, instantOn, serviceDate, type Instant, type ServiceDate } from './time.ts'

/** A time that can be booked, and for how many more. */
export interface Slot { readonly at: Instant, readonly left: number }

const minuteMs = 60_000

/** Whether any time of a field can be booked at all. */
export function isBookable ({ rules, fields }: Pick<Office, 'rules' | 'fields'>, field?: string): boolean {
  const open = rules.booking?.fields ?? []
  return field === undefined ? open.some(id => fields.has(id)) : open.includes(field) && fields.has(field)
}

/**
 * The times of a field that can still be booked on a date, full ones included.
 * A time is offered only where whoever comes late within the grace still finds numbers being given out.
 *
 * @param taken time → bookings that stand
 */
export function slotsOn (office: Office, fieldId: string, date: ServiceDate, taken: ReadonlyMap<Instant, number>, now: Instant): readonly Slot[] {
  const field = office.fields.get(fieldId)
  const rule = office.rules.booking
  if (!field || !rule || !isBookable(office, fieldId) || !isWithin(rule, date, serviceDate(now, office.timeZone))) return []
  const givesNumbers = (at: Instant) => fieldOpening(office, field, at).open
  return sessionsOn(office, date)
    .flatMap(session => timesIn(session, date, office.timeZone, rule))
    .filter(at => at > now && givesNumbers(at) && givesNumbers(at + rule.lateMinutes * minuteMs))
    .map(at => ({ at, left: Math.max(0, rule.perSlot - (taken.get(at) ?? 0)) }))
}

export interface BookingWish { readonly field: string, readonly procedure?: string, readonly at: Instant }

/** The day on which that time lies, if it may be booked at all; whether a place is left in it the store decides. */
export function mayBook (office: Office, { field, procedure, at }: BookingWish, now: Instant): Result<ServiceDate, Refusal> {
  if (!office.fields.has(field)) return refuse({ code: 'UNKNOWN_FIELD', field })
  if (procedure !== undefined && office.procedures.get(procedure)?.field !== field) return refuse({ code: 'UNKNOWN_PROCEDURE', procedure })
  const date = serviceDate(at, office.timeZone)
  return slotsOn(office, field, date, new Map(), now).some(slot => slot.at === at) ? ok(date) : refuse({ code: 'BOOKING_CLOSED' })
}

/** Whether a booking for `date` may become a number today. */
export function mayCheckIn (date: ServiceDate, today: ServiceDate): Result<ServiceDate, Refusal> {
  return date === today ? ok(date) : refuse({ code: 'WRONG_DAY', date })
}

/** Letters and digits that no one mistakes for each other, on paper or over the telephone. */
const readable = 'ACDEFHJKMNPRTUWXY34679'
const codeLength = 6

/** A code to be typed at the kiosk, out of whatever letters `random` gives. */
export function bookingCode (random: () => string): string {
  let code = ''
  while (code.length < codeLength) code += [...random()].filter(letter => readable.includes(letter)).join('')
  return code.slice(0, codeLength)
}

/** As a person may type it: small letters, a space in the middle. */
export function typedCode (text: string): string {
  return text.replace(/[\s-]/g, '').toUpperCase()
}

function isWithin ({ daysAhead }: BookingRule, date: ServiceDate, today: ServiceDate): boolean {
  return date >= today && date <= addDays(today, daysAhead)
}

/** When the slots of a session begin; each ends before the session does. */
function timesIn ({ from, to }: Session, date: ServiceDate, timeZone: string, { slotMinutes }: BookingRule): Instant[] {
  const [begin, end] = [instantOn(date, from, timeZone), instantOn(date, to, timeZone)]
  const amount = Math.floor((end - begin) / (slotMinutes * minuteMs))
  return Array.from({ length: amount }, (_, place) => begin + place * slotMinutes * minuteMs)
}
