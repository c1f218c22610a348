import { afterBreaks } from '../../../server/domain/hours.ts'
import type { TicketWish } from '../../../server/domain/ticketing.ts'
import { takeTicket } from '../../../server/domain/ticketing.ts'
import { cancelTicket, returnTicket } from '../../../server/domain/sending.ts'
import type { Instant } from '../../../server/domain/time.ts'
import type { Visitor } from '../../day/plan.ts'
import type { Doings } from './agenda.ts'
import type { Hall } from './hall.ts'
import { minuteMs, type WorkDay } from './work-day.ts'

/** Of those whose field may be booked, so many have. */
const bookedShare = 0.06
const slotMinutes = 15
const patienceMinutes = { mean: 150, cv: 0.6 }
/** Of those who walk out, so many give the number up. */
const tellsShare = 1 / 3
const dossierPower = 0.6

/** Everybody who comes takes a number at the kiosk. */
export function * arrivals (hall: Hall, { midnight, date }: WorkDay, visitors: readonly Visitor[]): Doings {
  for (const [place, visitor] of visitors.entries()) {
    yield { until: midnight + visitor.ticketAt * minuteMs }
    arrive(hall, `${date}-${place + 1}`, visitor, midnight)
  }
}

function arrive (hall: Hall, id: string, visitor: Visitor, midnight: Instant): void {
  const { temper: { dice }, now } = hall
  const leavesAt = afterBreaks(hall.day.office, now, dice.lognormal(patienceMinutes.mean, patienceMinutes.cv) * minuteMs)
  hall.people.set(id, { visitor, toDo: [visitor.serviceMinutes * visitor.dossiers ** dossierPower], leavesAt, wasHere: false })
  const wish = wishOf(hall, visitor, midnight)
  if (!hall.act((day, at) => takeTicket(day, wish, id, { by: 'kiosk:k', isAlone: true }, at))) hall.people.delete(id)
  else if (dice.happens(tellsShare)) hall.agenda.begin(losesPatience(hall, id, leavesAt))
}

function wishOf ({ temper: { dice }, day: { office } }: Hall, { field, procedure, priority, dossiers, ticketAt }: Visitor, midnight: Instant): TicketWish {
  const isBooked = office.rules.booking?.fields.includes(field) === true && dice.happens(bookedShare)
  const slot = midnight + Math.ceil(ticketAt / slotMinutes) * slotMinutes * minuteMs
  return { field, priority, dossiers, ...procedure !== undefined && { procedure }, ...isBooked && { appointment: slot } }
}

function * losesPatience (hall: Hall, id: string, leavesAt: Instant): Doings {
  yield { until: leavesAt }
  if (hall.day.tickets.get(id)?.state === 'waiting' && hall.people.get(id)?.wasHere === false) hall.act((day, at) => cancelTicket(day, id, 'holder', at))
}

/** Stands before the guide's desk again after so many minutes. */
export function * comesBack (hall: Hall, id: string, minutes: number): Doings {
  yield { until: hall.now + minutes * minuteMs }
  const ticket = hall.day.tickets.get(id)
  if (ticket?.state === 'held' || ticket?.state === 'missed') hall.act((day, at) => returnTicket(day, id, 'staff:guide', at))
}
